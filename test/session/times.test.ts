import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { trace } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { collab, command, dynamic } from './items.js';
import { offsetsOf, openThread, openTurn, Session, START } from './session.js';

/** Each in an array of its own, which `it.each` takes apart. */
const NO_TIMES: readonly (readonly [unknown])[] = [
  [null],
  [-1],
  ['1795397934243'],
  ['yesterday'],
  [1e14],
  [{}],
  [[]],
  [true],
];
/** JSON.parse makes Infinity of it. */
const TOO_BIG = '1e400';

const timesOf = (span: ReadableSpan) => [span.startTime, span.endTime].map(([s, ns]) => s * 1000 + ns / 1e6);

/** All times of all spans lie within the session. */
function expectPossible(session: Session): void {
  expect(session.spans.length).toBeGreaterThan(0);
  for (const span of session.spans)
    for (const time of timesOf(span)) {
      expect(time, span.name).toBeGreaterThanOrEqual(START);
      expect(time, span.name).toBeLessThanOrEqual(session.now);
    }
}

describe('time that is missing, negative, endless or no number', () => {
  it.each(NO_TIMES)('an item with the time %j starts and ends when it was observed, and has no event', (time) => {
    const { session, turn } = openTurn();
    session.wait(10);
    turn.itemStarted(command('1', { startedAtMs: time }), time);
    session.wait(10);
    turn.itemCompleted(command('1', { startedAtMs: time, completedAtMs: time, durationMs: time }), time);
    turn.itemCompleted(command('2', { startedAtMs: time, durationMs: time }), time);
    session.end();
    expectPossible(session);
    expect(session.offsets('item')).toEqual([
      [10, 20],
      [20, 20],
    ]);
    expect(session.params('codex_command_execution_event')).toEqual([]);
  });

  it.each(NO_TIMES)('a turn with the time %j starts and ends when it was observed', (time) => {
    const { session, thread } = openThread();
    session.wait(10);
    const turn = thread.acceptTurn();
    turn.started({ startedAt: time }, time);
    session.wait(10);
    turn.completed({ startedAt: time, completedAt: time, durationMs: time }, time);
    thread.acceptTurn().completed({ durationMs: time }, time);
    session.end();
    expectPossible(session);
    expect(session.offsets('turn')).toEqual([
      [10, 20],
      [20, 20],
    ]);
    expect(session.params('codex_turn_event')).toMatchObject([
      { started_at: null, duration_ms: null, completed_at: 0 },
    ]);
  });

  it.each(NO_TIMES)('a guardian review with the time %j starts and ends when it was observed', (time) => {
    const { session, turn } = openTurn();
    session.wait(10);
    turn.guardianStarted('1', null, { startedAtMs: time });
    session.wait(10);
    turn.guardianCompleted('1', null, 'approved', { startedAtMs: time, completedAtMs: time });
    session.end();
    expectPossible(session);
    expect(session.offsets('review')).toEqual([[10, 20]]);
  });

  it.each(NO_TIMES)('a user review with the time %j starts when it was observed, and has no event', (time) => {
    const { session, turn } = openTurn();
    session.wait(10);
    const approval = turn.askCommand(1, 'call-1', { startedAtMs: time });
    session.wait(10);
    approval.decide('accept');
    expect(session.offsets('review')).toEqual([[10, 20]]);
    expect(session.params('codex_review_event')).toEqual([]);
  });

  it.each(NO_TIMES)('a hook run with the time %j starts and ends when it was observed', (time) => {
    const { session, turn } = openTurn();
    session.wait(10);
    turn.notify('hook/completed', { run: { id: 'h', eventName: 'stop', durationMs: time } }, time);
    session.end();
    expectPossible(session);
    expect(session.offsets('hook')).toEqual([[10, 10]]);
  });

  it('an infinite number reaches no span, wherever it stands', () => {
    const { session, client, thread, turn } = openTurn();
    const receives = (method: string, params: string) => {
      const ids = `"threadId":"${thread.id}","turnId":"${turn.id}"`;
      client.receives(`{"method":"${method}","params":{${ids},${params}},"emittedAtMs":${TOO_BIG}}`);
    };
    session.wait(10);
    receives('item/started', `"startedAtMs":${TOO_BIG},"item":{"type":"webSearch","id":"1"}`);
    receives(
      'item/completed',
      `"completedAtMs":${TOO_BIG},"item":{"type":"webSearch","id":"1","startedAtMs":-${TOO_BIG}}`,
    );
    receives('hook/started', '"run":{"id":"h","eventName":"stop"}');
    receives('hook/completed', `"run":{"id":"h","eventName":"stop","durationMs":${TOO_BIG}}`);
    receives('thread/goal/updated', '"goal":{"status":"active"}');
    receives('turn/completed', `"turn":{"id":"${turn.id}","status":"completed","durationMs":${TOO_BIG}}`);
    session.end();
    expectPossible(session);
    expect(session.offsets('turn')).toEqual([[0, 10]]);
  });

  it("the last possible time of the observer's clock counts while the clock is broken", () => {
    const { session, client, turn } = openTurn();
    const other = client.startThread();
    session.wait(10);
    const { now } = session;
    for (const broken of [Number.NaN, Number.POSITIVE_INFINITY, -5, 1e300]) {
      session.now = broken;
      other.notify('turn/started', { turn: { id: session.nextId(), status: 'inProgress' } }, null);
      turn.itemStarted(command(String(broken)), null);
      session.observer.advance(broken);
    }
    session.now = now + 5;
    turn.completed({ durationMs: 15 });
    session.end();
    expectPossible(session);
    expect(session.offsets('item')).toEqual(Array(4).fill([10, 15]));
  });
});

describe('time of the protocol', () => {
  it("spans have the times of the protocol, and the observer's clock only where the protocol has none", () => {
    const { session, turn } = openTurn();
    session.wait(100);
    turn.itemStarted(command('1'), START + 3.5);
    turn.itemCompleted(command('1'), START + 7);
    turn.guardianStarted('r', null, { startedAtMs: START + 4 });
    turn.guardianCompleted('r', null, 'approved', { startedAtMs: START + 4, completedAtMs: START + 6 });
    turn.notify('hook/started', { run: { id: 'h', eventName: 'stop' } }, START + 8);
    turn.notify('hook/completed', { run: { id: 'h', eventName: 'stop', durationMs: 11 } }, START + 50);
    turn.completed({ durationMs: 60 });
    expect(Object.fromEntries(session.spans.map((span) => [span.name, offsetsOf(span)]))).toMatchObject({
      'execute_tool shell': [3.5, 7],
      'codex.review guardian': [4, 6],
      'codex.hook stop': [8, 19],
      'invoke_agent codex': [0, 60],
    });
  });

  it('an item that starts before its turn and ends after it is not clamped into the turn', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(command('1'), START - 50);
    turn.completed({ durationMs: 20 });
    turn.itemCompleted(command('1'), START + 2600);
    expect(session.offsets('item')).toEqual([[-50, 2600]]);
  });

  it('a start is the end minus the duration where only those are reported', () => {
    const { session, thread } = openThread();
    const turn = thread.acceptTurn();
    session.wait(100);
    turn.itemCompleted(dynamic('1', { durationMs: 72 }));
    turn.itemCompleted(command('2', { startedAtMs: START + 5, durationMs: 1 }));
    turn.notify('hook/completed', { run: { id: 'h', eventName: 'stop', durationMs: 30 } });
    turn.completed({ durationMs: 90 });
    expect(session.offsets('item')).toEqual([
      [28, 100],
      [5, 100],
    ]);
    expect(session.offsets('hook')).toEqual([[70, 100]]);
    expect(session.offsets('turn')).toEqual([[10, 100]]);
  });

  it('a collab call takes the time between its start and its end, and no known time when one of them is missing', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(collab('1'), START + 3).itemCompleted(collab('1'), START + 10);
    turn.itemCompleted(collab('2'), START + 10);
    turn.itemStarted(collab('3'));
    session.end();
    expect(session.facts('item').map(({ executionDurationMs }) => executionDurationMs)).toEqual([7, null, null]);
  });

  it('a duration that would start before 1970 is ignored', () => {
    const { session, thread } = openThread();
    const turn = thread.acceptTurn();
    session.wait(10);
    const forever = START + 1_000_000;
    turn.itemCompleted(dynamic('1', { durationMs: forever }));
    turn.notify('hook/completed', { run: { id: 'h', eventName: 'stop', durationMs: forever } });
    turn.completed({ durationMs: forever });
    for (const span of [...session.spansOf('item'), ...session.spansOf('hook'), ...session.spansOf('turn')])
      expect(timesOf(span)[0], span.name).toBe(START + 10);
  });

  it('seconds of the protocol are never taken for milliseconds', () => {
    const { session, thread } = openThread();
    session.wait(700);
    thread.startTurn().completed({ startedAt: START / 1000, completedAt: START / 1000 + 1, durationMs: 250 });
    expect(session.offsets('turn')).toEqual([[700, 950]]);
    expect(session.params('codex_turn_event')).toMatchObject([
      { started_at: START / 1000, completed_at: START / 1000 + 1 },
    ]);
  });

  it('an end that is the sum of two times of 4.5e12 is one that OTLP can carry, signed or not', () => {
    const session = new Session();
    session.now = 4.5e12;
    const turn = session.connect().initialize().startThread().startTurn();
    turn.notify('hook/started', { run: { id: 'h', eventName: 'stop' } });
    turn.notify('hook/completed', { run: { id: 'h', eventName: 'stop', durationMs: 4.5e12 } });
    turn.completed({ durationMs: 4.5e12 });
    session.end();
    for (const type of ['turn', 'hook'] as const) {
      const [[seconds, nanos]] = session.spansOf(type).map((span) => span.endTime) as [[number, number]];
      expect(BigInt(seconds) * 10n ** 9n + BigInt(nanos), type).toBeLessThan(2n ** 63n);
      expect(seconds, type).toBe(9e9);
    }
  });

  it('a session may start at the first moment of 1970', () => {
    const session = new Session();
    session.now = 0;
    const turn = session.connect().initialize().startThread().startTurn().item(command('1'));
    turn.completed({ durationMs: 5 });
    session.end();
    expect(session.spans.map((span) => [span.name, ...timesOf(span)])).toEqual([
      ['codex.thread start', 0, 0],
      ['execute_tool shell', 0, 0],
      ['invoke_agent codex', 0, 5],
      ['codex.thread', 0, 5],
    ]);
    expect(session.started).toBe(session.spans.length);
  });
});

describe('end before the start', () => {
  it('an item whose end is before its start has both in its facts, and a span without duration', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(command('1'), START + 10);
    turn.itemCompleted(command('1'), START + 5);
    expect(session.offsets('item')).toEqual([[10, 10]]);
    expect(session.facts('item')).toMatchObject([{ startMs: START + 10, endMs: START + 5 }]);
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { started_at_ms: START + 10, completed_at_ms: START + 5, duration_ms: null },
    ]);
  });

  it('a span never ends before it starts on a tracer that does not correct it', () => {
    const times: { start: unknown; end?: unknown }[] = [];
    const tracer = {
      startSpan: (_name: string, { startTime }: { startTime?: unknown } = {}) => {
        const recorded: (typeof times)[number] = { start: startTime };
        times.push(recorded);
        const span = trace.wrapSpanContext({ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 });
        return Object.assign(span, { end: (endTime: unknown) => void (recorded.end = endTime) });
      },
      startActiveSpan: () => expect.unreachable(),
    };
    const { session, turn } = openTurn({ tracer });
    turn.itemStarted(command('1'), START + 10);
    turn.itemCompleted(command('1'), START + 5);
    session.end();
    const seconds = START / 1000;
    expect(times).toContainEqual({ start: [seconds, 10_000_000], end: [seconds, 10_000_000] });
    expect(times.every(({ end }) => end !== undefined)).toBe(true);
  });
});
