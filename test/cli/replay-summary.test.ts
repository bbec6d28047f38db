import { expect, it } from 'vitest';
import { replaySummary, type ReplaySummary } from '../../src/cli/replay/replay-summary.js';
import { Counters } from '../../src/counters.js';

function summary(count: (counters: Counters) => void, rest: Partial<ReplaySummary> = {}): string {
  const counters = new Counters();
  count(counters);
  const log = { messages: 1, connections: 1, rollouts: 0, firstBrokenLine: undefined, hasForeignFile: false };
  return replaySummary({ log, spans: 1, counters, shipments: [], isInterrupted: false, ...rest });
}

const REPLAYED = 'Replayed 1 message of 1 connection: 1 span, 0 events.';

it('the closing line names each loss and its reasons in a sentence', () => {
  expect(summary(() => undefined)).toBe(REPLAYED);
  expect(summary((counters) => counters.add('lines.oversized'))).toBe(`${REPLAYED} 1 overlong line skipped.`);
  const methods = ['turn/started', 'turn/completed', 'item/started', 'item/completed', 'hook/started'];
  expect(summary((counters) => methods.forEach((method) => counters.add('messages.undecodable', method, 2)))).toBe(
    `${REPLAYED} 10 messages not understood (turn/started, turn/completed, item/started and 2 more).`,
  );
  expect(
    summary((counters) => {
      counters.add('state.dropped', 'item', 1000);
      counters.add('spans.dropped', 'time');
      counters.add('spans.dropped', 'turn id of review mode', 5);
      counters.add('events.dropped', 'schema', 2);
    }),
  ).toBe(`${REPLAYED} 1,000 times a limit was reached (item). 1 span dropped (time). 2 events dropped (schema).`);
});

it('the closing line names how much was delivered where', () => {
  const queue = { delivered: 1200, losses: [], serverAnswered: true };
  const none = {
    delivered: 0,
    losses: [{ reason: 'connection refused', count: 3, status: undefined }],
    serverAnswered: false,
  };
  const shipments = [
    { noun: 'span', url: 'http://a/v1/traces', queue },
    { noun: 'event', url: 'http://a/v1/logs', queue: none },
  ] as const;
  expect(summary(() => undefined, { shipments, isInterrupted: true })).toBe(
    `Interrupted. ${REPLAYED} Delivered 1,200 spans to http://a/v1/traces.`,
  );
});
