import { describe, expect, it } from 'vitest';
import { command, mcp } from '../items.js';
import { openTurn, START, writeBuild } from '../session.js';

const outcome = (final_approval_outcome: string) => ({
  review_count: 1,
  user_review_count: 0,
  guardian_review_count: 1,
  final_approval_outcome,
});

describe('guardian review', () => {
  it('a guardian review has its events when it completes, with its own times and ids', () => {
    const { session, turn } = openTurn();
    const before = session.events.length;
    turn.guardianStarted('review-1', 'item-1');
    turn.guardianCompleted('review-1', 'item-1', 'inProgress');
    expect(session.events).toHaveLength(before);
    const times = { startedAtMs: START, completedAtMs: START + 42 };
    session.wait(50);
    turn.guardianCompleted('review-1', 'item-1', 'denied', times);
    turn.guardianCompleted('review-1', 'item-1', 'approved', times);
    expect(session.types.slice(before)).toEqual(['codex_guardian_review', 'codex_review_event']);
    expect(session.params('codex_review_event')).toMatchObject([
      {
        thread_id: turn.thread.id,
        turn_id: turn.id,
        item_id: 'item-1',
        review_id: 'review-1',
        thread_source: 'user',
        reviewer: 'guardian',
        status: 'denied',
        resolution: 'none',
        started_at_ms: START,
        completed_at_ms: START + 42,
        duration_ms: 42,
      },
    ]);
  });

  it('a guardian review that times out is timed_out, and aborted by the guardian for its item', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(command('item-1'));
    turn.guardianCompleted('review-1', 'item-1', 'timedOut');
    turn.itemCompleted(command('item-1', { status: 'declined' }));
    expect(session.params('codex_review_event')).toMatchObject([{ status: 'timed_out', resolution: 'none' }]);
    expect(session.params('codex_guardian_review')).toMatchObject([
      { decision: 'denied', terminal_status: 'timed_out' },
    ]);
    expect(session.params('codex_command_execution_event')).toMatchObject([outcome('guardian_aborted')]);
  });

  it.each([
    ['approved', 'guardian_approved'],
    ['denied', 'guardian_denied'],
    ['aborted', 'guardian_aborted'],
  ])('a guardian review that is %s makes the outcome of its item %s', (status, expected) => {
    const { session, turn } = openTurn();
    turn.itemStarted(mcp('item-1'));
    const action = { type: 'mcpToolCall', server: 'helper', toolName: 'write' };
    turn.guardianCompleted('review-1', 'item-1', status, { action });
    turn.itemCompleted(mcp('item-1'));
    expect(session.params('codex_review_event')).toMatchObject([
      { subject_kind: 'mcp_tool_call', subject_name: 'write', trigger: 'initial', status },
    ]);
    expect(session.params('codex_mcp_tool_call_event')).toMatchObject([outcome(expected)]);
  });

  it.each([
    ['execve', {}, 'command_execution', 'execve_intercept'],
    ['applyPatch', { files: ['/home/dev/secret-file.txt'] }, 'file_change', 'sandbox_denial'],
    ['networkAccess', { host: 'secret.example', port: 80 }, 'network_access', 'network_policy_denial'],
    ['requestPermissions', { permissions: writeBuild, reason: 'a secret' }, 'permissions', 'sandbox_denial'],
    ['requestPermissions', { permissions: { network: { enabled: true } } }, 'permissions', 'network_policy_denial'],
    ['requestPermissions', {}, 'permissions', 'initial'],
  ])(
    'a guardian review of %s has its subject and its trigger and no content: %j',
    (type, detail, subject_kind, trigger) => {
      const { session, turn } = openTurn();
      turn.guardianCompleted('review-1', null, 'approved', { action: { type, ...detail } });
      expect(session.params('codex_review_event')).toMatchObject([{ subject_kind, trigger, item_id: null }]);
      expect(JSON.stringify(session.events)).not.toContain('secret');
    },
  );

  it.each(['postponed', 'constructor'])(
    'a guardian review that completes with the unknown status %s has no event',
    (status) => {
      const { session, turn } = openTurn();
      turn.guardianCompleted('review-1', null, status);
      expect(session.params('codex_review_event')).toEqual([]);
      expect(session.facts('review')).toMatchObject([{ status: null, endReason: null }]);
    },
  );

  it('a guardian review of a tool without a name has the subject name unknown', () => {
    const { session, turn } = openTurn();
    turn.guardianCompleted('review-1', null, 'approved', { action: { type: 'mcpToolCall', server: 'helper' } });
    expect(session.params('codex_review_event')).toMatchObject([{ subject_name: 'unknown' }]);
  });

  it('a guardian review of an unknown action has a span and no event', () => {
    const { session, turn } = openTurn();
    turn.guardianCompleted('review-1', null, 'approved', { action: { type: 'timeTravel' } });
    session.end();
    expect(session.params('codex_review_event')).toEqual([]);
    expect(session.spansOf('review')).toHaveLength(1);
  });

  it('a guardian review has an event of its own without rationale, reason, host or target', () => {
    const { session, turn } = openTurn();
    const action = { type: 'networkAccess', target: 'http://secret.example:80', host: 'secret.example' };
    turn.guardianCompleted('review-1', null, 'approved', { action, completedAtMs: START + 2999 });
    expect(session.params('codex_guardian_review')).toEqual([
      {
        session_id: turn.thread.id,
        app_server_client: expect.objectContaining({ rpc_transport: 'stdio' }) as unknown,
        runtime: expect.objectContaining({ runtime_os: 'linux' }) as unknown,
        thread_id: turn.thread.id,
        turn_id: turn.id,
        review_id: 'review-1',
        target_item_id: null,
        decision: 'approved',
        terminal_status: 'approved',
        risk_level: 'low',
        user_authorization: 'high',
        started_at: START / 1000,
        completed_at: START / 1000 + 2,
      },
    ]);
  });
});
