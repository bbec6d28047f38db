import { context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ByHandConnection } from '../../src/instrumentation/instrumentation.js';
import { pass } from './by-hand.js';
import { conversation, methodOf, type Step } from './conversation.js';
import { Observed, registerContext } from './telemetry.js';

/** What a turn left open ends a minute later, though no message comes any more. Its items may go on. */

const RECORDING = '0.169.0/approval-accept';
const START = 1_795_400_000_000;

beforeEach(() => void vi.useFakeTimers({ now: START, toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A turn that has ended, and an item and a review that have not. */
function leaveOpen(connection: ByHandConnection): void {
  const isEnd = (step: Step) =>
    step.text.includes('"decision"') ||
    methodOf(step) === 'serverRequest/resolved' ||
    (methodOf(step) === 'item/completed' && step.text.includes('commandExecution'));
  for (const step of conversation(RECORDING)) if (!isEnd(step)) pass(connection, step);
}

it('after a minute, and not before', () => {
  const observed = new Observed();
  leaveOpen(observed.codex.connect());
  expect(observed.names).toEqual(['codex.thread start', 'invoke_agent codex']);
  vi.advanceTimersByTime(59_999);
  expect(observed.names).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(observed.names.slice(2)).toEqual(['codex.review user']);
  for (const span of observed.spans.slice(2)) {
    expect(span.attributes['codex.end_reason']).toBe('turn_ended');
    expect(span.endTime).toEqual(observed.ofType('turn')[0]!.endTime);
  }
  expect(vi.getTimerCount()).toBe(0);
});

it('whichever of several turns it is', () => {
  const observed = new Observed();
  leaveOpen(observed.codex.connect());
  vi.advanceTimersByTime(30_000);
  leaveOpen(observed.codex.connect());
  vi.advanceTimersByTime(30_000);
  expect(observed.names).toHaveLength(5);
  vi.advanceTimersByTime(30_000);
  expect(observed.names).toHaveLength(6);
  expect(vi.getTimerCount()).toBe(0);
});

it("a thread whose WebSocket closed ends an hour later, and its server's other clients go on", () => {
  const observed = new Observed();
  const connection = observed.codex.connect({ transport: 'websocket', server: 'one' });
  for (const step of conversation(RECORDING)) if (methodOf(step) !== 'turn/completed') pass(connection, step);
  connection.close();
  expect(observed.ofType('turn')).toEqual([]);
  vi.advanceTimersByTime(3_599_999);
  expect(observed.ofType('turn')).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(observed.ofType('turn')[0]!.attributes['codex.end_reason']).toBe('connection_closed');
});

it('nobody waits once the instrumentation is disabled', () => {
  const observed = new Observed();
  leaveOpen(observed.codex.connect());
  expect(vi.getTimerCount()).toBe(1);
  observed.codex.disable();
  expect(vi.getTimerCount()).toBe(0);
  expect(observed.names).toHaveLength(5);
});

it('by a clock given by hand, which need not agree with the time of day', () => {
  const observed = new Observed();
  let now = 5_000;
  leaveOpen(observed.codex.connect({ now: () => now }));
  vi.advanceTimersByTime(180_000);
  expect(observed.names).toHaveLength(2);
  now += 60_000;
  vi.advanceTimersByTime(60_000);
  expect(observed.names).toHaveLength(3);
});

it('a clock that stands still, or is far from another, costs no more than a look a second', () => {
  const observed = new Observed();
  let looks = 0;
  leaveOpen(observed.codex.connect());
  const slow = observed.codex.connect({
    now: () => {
      looks += 1;
      return 1;
    },
  });
  pass(slow, conversation(RECORDING)[0]!);
  looks = 0;
  vi.advanceTimersByTime(59_000);
  expect(looks).toBe(0);
  observed.codex.disable();

  const other = new Observed();
  let standing = START;
  leaveOpen(other.codex.connect({ now: () => ((looks += 1), standing) }));
  standing += 59_999.5;
  vi.advanceTimersByTime(60_000);
  looks = 0;
  vi.advanceTimersByTime(10_000);
  expect(looks).toBeLessThanOrEqual(20);
});

it('what ends then has nothing to do with what was active in the host', () => {
  registerContext();
  const key = createContextKey('the host');
  const active: unknown[] = [];
  const { setTimeout: wait } = globalThis;
  // A timer keeps what is active when it is made, which fake ones do not.
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((step: () => void, ms: number) => {
    active.push(context.active().getValue(key));
    return wait(step, ms);
  }) as typeof setTimeout);
  const observed = new Observed();
  const connection = observed.codex.connect();
  context.with(ROOT_CONTEXT.setValue(key, 'a request'), () => leaveOpen(connection));
  expect(active).toEqual([undefined]);
  vi.restoreAllMocks();
});
