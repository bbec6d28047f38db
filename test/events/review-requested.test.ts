import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logEmitter, type EventLogRecord } from '../../src/events/log-record.js';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import type { EventRecord } from '../../src/events/record.js';
import type { ReviewFacts } from '../../src/session/facts/index.js';
import { attachFacts } from '../../src/spans/facts-on-span.js';
import { context, requested, review, userInput } from './facts.js';

const spanContext = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 };
const span = { spanContext: () => spanContext };

/** A processor, what it emitted, and how often its logger provider was asked to send. */
function processor(forceFlush?: () => Promise<void>) {
  const records: EventRecord[] = [];
  const logged: EventLogRecord[] = [];
  const codex = new CodexSpanProcessor({
    eventHook: (_event, record) => void records.push(record),
    loggerProvider: {
      getLogger: () => ({ emit: (record) => void logged.push(record) }),
      ...(forceFlush && { forceFlush }),
    },
  });
  return { codex, records, logged };
}

describe('codex_review_requested', () => {
  it('of a review has the fields of its request, and the context as the review has it', () => {
    const { codex, records } = processor();
    const facts = review();
    codex.onRequest(requested(facts), span);
    expect(records.map(({ event }) => event)).toEqual([
      {
        event_type: 'codex_review_requested',
        event_params: {
          thread_id: 'thread-1',
          turn_id: facts.turnId,
          item_id: facts.itemId,
          session_id: 'session-1',
          app_server_client: context.app_server_client,
          thread_source: 'user',
          subagent_source: null,
          parent_thread_id: null,
          request_kind: 'review',
          reviewer: facts.reviewer,
          review_id: facts.reviewId,
          subject_kind: facts.subjectKind,
          subject_name: facts.subjectName,
          trigger: facts.trigger,
          command_source: facts.commandSource,
          started_at_ms: 1000,
        },
      },
    ]);
  });

  it('of a question has its kind, and null where only a review has a value', () => {
    const { codex, records } = processor();
    codex.onRequest(requested(userInput({ turnId: null, itemId: null })), undefined);
    expect(records[0]!.event.event_params).toMatchObject({
      turn_id: null,
      item_id: null,
      request_kind: 'question',
      reviewer: 'user',
      review_id: null,
      subject_kind: null,
      subject_name: null,
      trigger: null,
    });
  });

  it('needs no client and no lineage, without which Codex would send no event', () => {
    const { codex, records } = processor();
    const facts = review();
    codex.onRequest(requested({ ...facts, client: null, lineage: { ...facts.lineage, isComplete: false } }), span);
    expect(records[0]!.event.event_params).toMatchObject({ app_server_client: null, review_id: facts.reviewId });
  });

  it('leaves as the log record codex.review.requested, with the start as its time and the context of its span', () => {
    const { codex, logged, records } = processor();
    const facts = review();
    codex.onRequest(requested(facts), span);
    expect(logged[0]).toMatchObject({
      eventName: 'codex.review.requested',
      timestamp: [1, 0],
      attributes: {
        'codex.event.type': 'codex_review_requested',
        'codex.event.id': records[0]!.id,
        'codex.thread.id': 'thread-1',
        'codex.review.id': facts.reviewId,
      },
    });
    expect(records[0]!.spanContext).toEqual(spanContext);
  });

  it('has another id than the event of the same review, and the same id each time', () => {
    const ids = [1, 2].map(() => {
      const { codex, records } = processor();
      const facts: ReviewFacts = review();
      codex.onRequest(requested(facts), span);
      const finished = { ...span };
      attachFacts(finished, facts);
      codex.onEnd(finished);
      return records.map(({ event, id }) => [event.event_type, id]);
    });
    expect(ids[0]).toEqual(ids[1]);
    expect(new Set(ids[0]!.map(([, id]) => id)).size).toBe(ids[0]!.length);
  });
});

describe('delivery', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  /** Milliseconds after which what waits for a person has left. */
  const SOON = 100;

  it('the provider sends soon when a review begins and when a user decided it, and not when the guardian did', async () => {
    const flushesOf = async (step: (codex: CodexSpanProcessor) => void) => {
      let flushes = 0;
      step(processor(async () => void (flushes += 1)).codex);
      expect(flushes).toBe(0);
      await vi.advanceTimersByTimeAsync(SOON);
      return flushes;
    };
    const end = (facts: ReviewFacts) => (codex: CodexSpanProcessor) => {
      const finished = { ...span };
      attachFacts(finished, facts);
      codex.onEnd(finished);
    };
    expect(await flushesOf((codex) => codex.onRequest(requested(review()), span))).toBe(1);
    expect(await flushesOf(end(review()))).toBe(1);
    expect(await flushesOf(end(review({ reviewer: 'guardian' })))).toBe(0);
  });

  it('what is asked for within a moment leaves with one flush, and what is asked for during a flush with the next', async () => {
    const running: (() => void)[] = [];
    const { codex } = processor(() => new Promise((resolve) => running.push(resolve)));
    const ask = (...ids: string[]) => {
      for (const reviewId of ids) codex.onRequest(requested(review({ reviewId })), span);
    };
    ask('user:1', 'user:2');
    await vi.advanceTimersByTimeAsync(SOON);
    expect(running).toHaveLength(1);
    ask('user:3', 'user:4');
    await vi.advanceTimersByTimeAsync(SOON);
    expect(running).toHaveLength(1);
    running[0]!();
    await vi.advanceTimersByTimeAsync(SOON);
    expect(running).toHaveLength(2);
    running[1]!();
    await vi.advanceTimersByTimeAsync(SOON);
    expect(running).toHaveLength(2);
  });

  it('a provider that fails to send costs nothing and is asked again; one that was shut down is asked no more', async () => {
    const forceFlush = vi.fn(() => Promise.reject(new Error('gone')));
    const { codex, records } = processor(forceFlush);
    for (const [sent, reviewId] of ['user:1', 'user:2'].entries()) {
      codex.onRequest(requested(review({ reviewId })), span);
      await vi.advanceTimersByTimeAsync(SOON);
      expect(forceFlush).toHaveBeenCalledTimes(sent + 1);
    }
    expect(records).toHaveLength(2);
    await codex.shutdown();
    codex.onRequest(requested(review({ reviewId: 'user:3' })), span);
    await vi.advanceTimersByTimeAsync(SOON);
    expect(records).toHaveLength(2);
    expect(forceFlush).toHaveBeenCalledTimes(2);
  });

  it('the logger provider behind a proxy of the API is asked to send', async () => {
    const forceFlush = vi.fn(async () => {});
    const provider = { getLogger: () => ({ emit: () => {} }), _getDelegate: () => ({ forceFlush }) };
    new CodexSpanProcessor({ loggerProvider: provider }).onRequest(requested(review()), span);
    await vi.advanceTimersByTimeAsync(SOON);
    expect(forceFlush).toHaveBeenCalledOnce();
    expect(logEmitter(provider)).toBeTypeOf('function');
  });
});
