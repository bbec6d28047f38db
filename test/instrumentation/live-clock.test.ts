import { context, createContextKey, ROOT_CONTEXT } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { uncounted } from '../../src/counters.js';
import { HostGuard } from '../../src/guard.js';
import { LiveClock } from '../../src/instrumentation/live-clock.js';
import type { ByHandConnection } from '../../src/instrumentation/sources/by-hand.js';
import { pass } from './by-hand.js';
import { conversation, methodOf, type Step } from './conversation.js';
import { Observed, registerContext } from './telemetry.js';

/** Open ends expire after a minute of real time, though no traffic passes. */

const RECORDING = '0.169.0/approval-accept';
const START = 1_795_400_000_000;
/** The last time that a span may have. */
const LAST_TIME = 4.5e12;

beforeEach(() => void vi.useFakeTimers({ now: START, toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A turn that has ended, unless without the message of its end, and an item and a review that have not. */
function leaveOpen(connection: ByHandConnection, alsoWithout?: string): void {
  const isEnd = (step: Step) =>
    step.text.includes('"decision"') ||
    methodOf(step) === 'serverRequest/resolved' ||
    (alsoWithout !== undefined && methodOf(step) === alsoWithout) ||
    (methodOf(step) === 'item/completed' && step.text.includes('commandExecution'));
  for (const step of conversation(RECORDING)) if (!isEnd(step)) pass(connection, step);
}

it('a review that its turn left open ends a minute later, and not before; an item goes on', () => {
  const observed = new Observed();
  leaveOpen(observed.codex.connect());
  expect(observed.names).toEqual(['codex.thread start', 'invoke_agent codex']);
  vi.advanceTimersByTime(59_999);
  expect(observed.names).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(observed.names.slice(2)).toEqual(['codex.review user']);
  const [review] = observed.ofType('review');
  expect(review!.attributes['codex.end_reason']).toBe('turn_ended');
  expect(review!.endTime).toEqual(observed.ofType('turn')[0]!.endTime);
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(86_400_000);
  expect(observed.ofType('item')).toEqual([]);
});

it('the open ends of each turn end a minute after that turn', () => {
  const observed = new Observed();
  leaveOpen(observed.codex.connect());
  vi.advanceTimersByTime(30_000);
  leaveOpen(observed.codex.connect());
  vi.advanceTimersByTime(30_000);
  expect(observed.ofType('review')).toHaveLength(1);
  vi.advanceTimersByTime(30_000);
  expect(observed.ofType('review')).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

it('a review ends a minute after the last WebSocket of its thread closed, a turn an hour after', () => {
  const observed = new Observed();
  const connection = observed.codex.connect({ transport: 'websocket', server: 'one' });
  leaveOpen(connection, 'turn/completed');
  connection.close();
  vi.advanceTimersByTime(59_999);
  expect(observed.ofType('review')).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(observed.ofType('review')[0]!.attributes['codex.end_reason']).toBe('connection_closed');
  vi.advanceTimersByTime(3_539_999);
  expect(observed.ofType('turn')).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(observed.ofType('turn')[0]!.attributes['codex.end_reason']).toBe('connection_closed');
});

it('disable() stops the timer', () => {
  const observed = new Observed();
  leaveOpen(observed.codex.connect());
  expect(vi.getTimerCount()).toBe(1);
  observed.codex.disable();
  expect(vi.getTimerCount()).toBe(0);
  expect(observed.names).toHaveLength(5);
});

describe('a minute of real time expires every deadline', () => {
  /** The observed end of the open ends, in milliseconds of real time after the turn's end; undefined if they never end. */
  function expiry(observed: Observed, step: () => void = () => {}): number | undefined {
    const before = observed.names.length;
    for (let ms = 0; ms <= 300_000; ms += 1_000) {
      if (observed.names.length > before) return ms;
      vi.advanceTimersByTime(1_000);
      step();
    }
    return undefined;
  }

  it.each<[string, () => number]>([
    ['stands still', () => START],
    ['counts from zero', () => performance.now()],
    ['is a year behind', () => Date.now() - 31_536_000_000],
    ['is a year ahead', () => Date.now() + 31_536_000_000],
    ['has half a millisecond', () => START + 0.5],
  ])('if the clock of a connection by hand %s', (_what, now) => {
    const observed = new Observed();
    leaveOpen(observed.codex.connect({ now }));
    expect(expiry(observed)).toBeLessThanOrEqual(61_000);
    expect(observed.names.slice(2)).toEqual(['codex.review user']);
  });

  it.each([LAST_TIME, LAST_TIME - 1_000, LAST_TIME + 1, 9e12])(
    'of a thread whose last WebSocket closed, if the clock of its connection shows %d',
    (time) => {
      const observed = new Observed();
      const connection = observed.codex.connect({ transport: 'websocket', server: 'one', now: () => time });
      leaveOpen(connection, 'turn/completed');
      connection.close();
      vi.advanceTimersByTime(3_700_000);
      expect(observed.names.toSorted()).toEqual([
        'codex.review user',
        'codex.thread',
        'codex.thread start',
        'execute_tool shell',
        'invoke_agent codex',
      ]);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it.each([
    ['back by an hour', -3_600_000],
    ['back by a minute', -60_000],
    ['ahead by an hour', 3_600_000],
  ])("if the machine's clock steps %s", (_what, by) => {
    const observed = new Observed();
    const connection = observed.codex.connect();
    leaveOpen(connection);
    vi.setSystemTime(Date.now() + by);
    expect(expiry(observed)).toBeLessThanOrEqual(61_000);
  });

  it("if the machine's clock steps back while traffic passes", () => {
    const observed = new Observed();
    const connection = observed.codex.connect();
    leaveOpen(connection);
    vi.setSystemTime(START - 3_600_000);
    expect(expiry(observed, () => connection.fromServer('{"method":"x"}\n'))).toBeLessThanOrEqual(61_000);
  });

  it.each<[string, () => number]>([
    ['counts from zero', () => performance.now()],
    ['is an hour ahead', () => Date.now() + 3_600_000],
  ])('of one connection, if the clock of another %s', (_what, now) => {
    const observed = new Observed();
    const other = observed.codex.connect({ now });
    pass(other, conversation(RECORDING)[0]!);
    leaveOpen(observed.codex.connect());
    pass(other, conversation(RECORDING)[1]!);
    expect(expiry(observed)).toBeLessThanOrEqual(61_000);
  });

  it('and a second clock costs no reading while nothing passes', () => {
    const observed = new Observed();
    let readings = 0;
    leaveOpen(observed.codex.connect({ now: () => ((readings += 1), START) }));
    readings = 0;
    vi.advanceTimersByTime(300_000);
    expect(readings).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('a deadline is not missed if its timer fires early', () => {
  const advanced: number[] = [];
  let monotonic = 0;
  const observer = {
    get nextDeadline() {
      return advanced.some((at) => at >= START + 60_000) ? undefined : START + 60_000;
    },
    advance: (at: number) => void advanced.push(at),
  };
  const clock = new LiveClock(observer, new HostGuard(uncounted), () => monotonic);
  expect(clock.read(() => START)).toBe(START);
  clock.schedule();
  monotonic = 59_999.2;
  vi.advanceTimersByTime(60_000);
  expect(advanced).toEqual([START + 60_000]);
  expect(vi.getTimerCount()).toBe(0);

  advanced.length = 0;
  clock.schedule();
  monotonic = 59_998;
  vi.advanceTimersByTime(1_000);
  monotonic = 60_998;
  vi.advanceTimersByTime(1_000);
  expect(advanced).toEqual([START + 59_998, START + 60_998]);
});

it('the timer does not keep the context that is active in the host', () => {
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
