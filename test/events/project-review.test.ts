import { describe, expect, it } from 'vitest';
import type { MissingContext } from '../../src/events/projection/context.js';
import { project } from '../../src/events/projection/project.js';
import * as given from './facts.js';
import { context, origin } from './facts.js';
import { paramsOf } from './projected.js';

describe("a user's review", () => {
  it('that was accepted has one event', () => {
    expect(project(given.review())).toEqual([
      {
        event_type: 'codex_review_event',
        event_params: {
          thread_id: 'thread-1',
          turn_id: 'turn-1',
          item_id: 'item-1',
          review_id: 'user:41',
          ...context,
          ...origin,
          subject_kind: 'command_execution',
          subject_name: 'command_execution',
          reviewer: 'user',
          trigger: 'initial',
          status: 'approved',
          resolution: 'none',
          started_at_ms: 1000,
          completed_at_ms: 1042,
          duration_ms: 42,
        },
      },
    ]);
  });

  it("of a subagent's network access needs no item", () => {
    const facts = given.review({
      startMs: 123,
      endMs: 125,
      itemId: null,
      subjectKind: 'network_access',
      subjectName: 'network_access',
      trigger: 'network_policy_denial',
      resolution: 'network_policy_amendment',
      lineage: given.subagentLineage,
    });
    expect(paramsOf(facts)).toMatchObject([
      {
        item_id: null,
        subject_kind: 'network_access',
        trigger: 'network_policy_denial',
        resolution: 'network_policy_amendment',
        duration_ms: 2,
        thread_source: 'subagent',
        subagent_source: 'thread_spawn',
        parent_thread_id: 'thread-parent',
      },
    ]);
  });

  it.each([
    ['user:51', 'denied', 'none'],
    ['user:52', 'approved', 'session_approval'],
    ['user:53', 'approved', 'exec_policy_amendment'],
    ['user:54', 'denied', 'network_policy_amendment'],
    ['user:61', 'aborted', 'none'],
  ] as const)('%s has its status and its resolution: %s, %s', (reviewId, status, resolution) => {
    expect(paramsOf(given.review({ reviewId, status, resolution }))).toMatchObject([
      { review_id: reviewId, status, resolution },
    ]);
  });

  it('has no duration rather than a negative one', () => {
    expect(paramsOf(given.review({ startMs: 1042, endMs: 1000 }))).toMatchObject([{ duration_ms: null }]);
  });

  it('that never resolved, or whose answer meant nothing, has no event', () => {
    expect(project(given.review({ status: null, resolution: null }))).toEqual([]);
  });

  it('has a resolution of null if only the end of its item shows that it was approved', () => {
    expect(paramsOf(given.review({ resolution: null }))).toMatchObject([{ status: 'approved', resolution: null }]);
  });

  it('is withheld with the reason "no start" if its request has no start', () => {
    const withheld: MissingContext[] = [];
    expect(project(given.review({ startedAtMs: null }), (missing) => withheld.push(missing))).toEqual([]);
    expect(withheld).toEqual(['no start']);
  });
});

describe("a guardian's review", () => {
  const guardian = (facts: Parameters<typeof given.review>[0] = {}) =>
    given.review({
      reviewer: 'guardian',
      reviewId: 'review-1',
      startMs: 5999,
      endMs: 6041,
      riskLevel: 'high',
      userAuthorization: 'low',
      ...facts,
    });

  it("has the guardian's own event first, then the review's", () => {
    const [own, review, ...rest] = project(guardian({ status: 'approved' }));
    expect(own).toEqual({
      event_type: 'codex_guardian_review',
      event_params: {
        session_id: 'session-1',
        ...context,
        thread_id: 'thread-1',
        turn_id: 'turn-1',
        review_id: 'review-1',
        target_item_id: 'item-1',
        decision: 'approved',
        terminal_status: 'approved',
        risk_level: 'high',
        user_authorization: 'low',
        started_at: 5,
        completed_at: 6,
      },
    });
    expect(review).toMatchObject({
      event_type: 'codex_review_event',
      event_params: { review_id: 'review-1', reviewer: 'guardian', item_id: 'item-1', duration_ms: 42 },
    });
    expect(rest).toEqual([]);
  });

  it.each([
    ['approved', 'approved', 'approved'],
    ['denied', 'denied', null],
    ['aborted', 'aborted', 'aborted'],
    ['timed_out', 'denied', 'timed_out'],
  ] as const)('that ended as %s decided %s, and ended as %s', (status, decision, terminalStatus) => {
    expect(paramsOf(guardian({ status }))).toMatchObject([
      { decision, terminal_status: terminalStatus },
      { status, resolution: 'none' },
    ]);
  });

  it('without a target has a null in its place, and never a rationale, a host or an action', () => {
    const [params] = paramsOf(guardian({ itemId: null }));
    expect(params).toMatchObject({ target_item_id: null });
    for (const content of ['rationale', 'retry_reason', 'host', 'target', 'reviewed_action']) {
      expect(params).not.toHaveProperty(content);
    }
  });

  it('that goes on has no event', () => {
    expect(project(guardian({ status: null, resolution: null }))).toEqual([]);
  });
});
