import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { collab, command, dynamic } from '../acceptance/items.js';
import { START, Session, openThread, openTurn } from '../acceptance/session.js';

const NO_TIMES = [null, -1, '1795397934243', 'yesterday', 1e14, {}, [], true];
/** What JSON.parse makes of it is Infinity. */
const TOO_BIG = '1e400';

const timesOf = (span: ReadableSpan) => [span.startTime, span.endTime].map(([s, ns]) => s * 1000 + ns / 1e6);
const offsets = (span: ReadableSpan | undefined) => span && timesOf(span).map((time) => time - START);

/** All times of all spans lie within the session. */
function expectPossible(session: Session): void {
  expect(session.spans.length).toBeGreaterThan(0);
  for (const span of session.spans)
    for (const time of timesOf(span)) {
      expect(time, span.name).toBeGreaterThanOrEqual(START);
      expect(time, span.name).toBeLessThanOrEqual(session.now);
    }
}

describe('a time that is missing, negative, endless or no number never reaches a span', () => {
  it.each(NO_TIMES)('of an item: %s', (time) => {
    const { session, turn } = openTurn();
    session.wait(10);
    turn.itemStarted(command('1', { startedAtMs: time }), time);
    session.wait(10);
    turn.itemCompleted(command('1', { startedAtMs: time, completedAtMs: time, durationMs: time }), time);
    turn.itemCompleted(command('2', { startedAtMs: time, durationMs: time }), time);
    session.end();
    expectPossible(session);
    const [first, second] = session.spansOf('item');
    expect([offsets(first), offsets(second)]).toEqual([
      [10, 20],
      [20, 20],
    ]);
    expect(session.params('codex_command_execution_event')).toEqual([]);
  });

  it.each(NO_TIMES)('of a turn: %s', (time) => {
    const { session, thread } = openThread();
    session.wait(10);
    const turn = thread.acceptTurn();
    turn.started({ startedAt: time }, time);
    session.wait(10);
    turn.completed({ startedAt: time, completedAt: time, durationMs: time }, time);
    thread.acceptTurn().completed({ durationMs: time }, time);
    session.end();
    expectPossible(session);
    expect(session.spansOf('turn').map(offsets)).toEqual([
      [10, 20],
      [20, 20],
    ]);
    expect(session.params('codex_turn_event')).toMatchObject([
      { started_at: null, duration_ms: null, completed_at: 0 },
    ]);
  });

  it.each(NO_TIMES)('of a review: %s', (time) => {
    const { session, turn } = openTurn();
    session.wait(10);
    turn.guardianStarted('1', null, { startedAtMs: time });
    session.wait(10);
    turn.guardianCompleted('1', null, 'approved', { startedAtMs: time, completedAtMs: time });
    turn.askCommand(1, 'call-1', { startedAtMs: time }).decide('accept');
    session.end();
    expectPossible(session);
    expect(session.spansOf('review').map(offsets)).toEqual([[10, 20]]);
  });

  it.each(NO_TIMES)('of a hook: %s', (time) => {
    const { session, turn } = openTurn();
    session.wait(10);
    turn.notify('hook/completed', { run: { id: 'h', eventName: 'stop', durationMs: time } }, time);
    session.end();
    expectPossible(session);
    expect(session.spansOf('hook').map(offsets)).toEqual([[10, 10]]);
  });

  it('wherever a number is beyond all bounds', () => {
    const { session, client, thread, turn } = openTurn();
    const hears = (method: string, params: string) => {
      const ids = `"threadId":"${thread.id}","turnId":"${turn.id}"`;
      client.hears(`{"method":"${method}","params":{${ids},${params}},"emittedAtMs":${TOO_BIG}}`);
    };
    session.wait(10);
    hears('item/started', `"startedAtMs":${TOO_BIG},"item":{"type":"webSearch","id":"1"}`);
    hears(
      'item/completed',
      `"completedAtMs":${TOO_BIG},"item":{"type":"webSearch","id":"1","startedAtMs":-${TOO_BIG}}`,
    );
    hears('hook/started', '"run":{"id":"h","eventName":"stop"}');
    hears('hook/completed', `"run":{"id":"h","eventName":"stop","durationMs":${TOO_BIG}}`);
    hears('thread/goal/updated', '"goal":{"status":"active"}');
    hears('turn/completed', `"turn":{"id":"${turn.id}","status":"completed","durationMs":${TOO_BIG}}`);
    session.end();
    expectPossible(session);
    expect(session.spansOf('turn').map(offsets)).toEqual([[0, 10]]);
  });

  it("nor where the observer's own clock is broken: the last time that it told counts", () => {
    const { session, thread, turn } = openTurn();
    session.wait(10);
    const { now } = session;
    for (const broken of [Number.NaN, Number.POSITIVE_INFINITY, -5, 1e300]) {
      session.now = broken;
      thread.notify('turn/started', { turn: { id: session.nextId(), status: 'inProgress' } }, null);
      turn.itemStarted(command(String(broken)), null);
      session.observer.advance(broken);
    }
    session.now = now + 5;
    turn.completed({ durationMs: 15 });
    session.end();
    expectPossible(session);
    expect(session.spansOf('item').map(offsets)).toEqual(Array(4).fill([10, 15]));
  });
});

describe("every time is the protocol's", () => {
  it("the observer's clock is used only where the protocol has none", () => {
    const { session, turn } = openTurn();
    session.wait(100);
    turn.itemStarted(command('1'), START + 3);
    turn.itemCompleted(command('1'), START + 7);
    turn.guardianStarted('r', null, { startedAtMs: START + 4 });
    turn.guardianCompleted('r', null, 'approved', { startedAtMs: START + 4, completedAtMs: START + 6 });
    turn.notify('hook/started', { run: { id: 'h', eventName: 'stop' } }, START + 8);
    turn.notify('hook/completed', { run: { id: 'h', eventName: 'stop', durationMs: 11 } }, START + 50);
    turn.completed({ durationMs: 60 });
    expect(Object.fromEntries(session.spans.map((span) => [span.name, offsets(span)]))).toMatchObject({
      'execute_tool shell': [3, 7],
      'codex.review guardian': [4, 6],
      'codex.hook stop': [8, 19],
      'invoke_agent codex': [0, 60],
    });
  });

  it('nothing is clamped into its turn: items begin before it, and reviews end after it', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(command('1'), START - 50);
    turn.completed({ durationMs: 20 });
    turn.itemCompleted(command('1'), START + 2600);
    expect(session.spansOf('item').map(offsets)).toEqual([[-50, 2600]]);
  });

  it('a start is derived from an end and a duration where only these are told', () => {
    const { session, thread } = openThread();
    const turn = thread.acceptTurn();
    session.wait(100);
    turn.itemCompleted(dynamic('1', { durationMs: 72 }));
    turn.itemCompleted(command('2', { startedAtMs: START + 5, durationMs: 1 }));
    turn.notify('hook/completed', { run: { id: 'h', eventName: 'stop', durationMs: 30 } });
    turn.completed({ durationMs: 90 });
    expect(session.spansOf('item').map(offsets)).toEqual([
      [28, 100],
      [5, 100],
    ]);
    expect(session.spansOf('hook').map(offsets)).toEqual([[70, 100]]);
    expect(session.spansOf('turn').map(offsets)).toEqual([[10, 100]]);
  });

  it('a collab call takes as long as it was seen to, and nobody knows how long where its start was not', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(collab('1'), START + 3).itemCompleted(collab('1'), START + 10);
    turn.itemCompleted(collab('2'), START + 10);
    turn.itemStarted(collab('3'));
    session.end();
    expect(session.facts('item').map(({ executionDurationMs }) => executionDurationMs)).toEqual([7, null, null]);
  });

  it('a duration from before 1970 on is none', () => {
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

  it('seconds are never taken for milliseconds', () => {
    const { session, thread } = openThread();
    session.wait(700);
    thread.startTurn().completed({ startedAt: START / 1000, completedAt: START / 1000 + 1, durationMs: 250 });
    expect(session.spansOf('turn').map(offsets)).toEqual([[700, 950]]);
    expect(session.params('codex_turn_event')).toMatchObject([
      { started_at: START / 1000, completed_at: START / 1000 + 1 },
    ]);
  });

  it('an end before its start is told by the facts, and ends the span at its start', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(command('1'), START + 10);
    turn.itemCompleted(command('1'), START + 5);
    expect(session.spansOf('item').map(offsets)).toEqual([[10, 10]]);
    expect(session.facts('item')).toMatchObject([{ startMs: START + 10, endMs: START + 5 }]);
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { started_at_ms: START + 10, completed_at_ms: START + 5, duration_ms: null },
    ]);
  });

  it('a duration may be as long as a time is late: the end of both is one that OTLP carries', () => {
    const session = new Session();
    session.now = 9e12;
    const turn = session.connect().initialize().startThread().startTurn();
    turn.notify('hook/started', { run: { id: 'h', eventName: 'stop' } });
    turn.notify('hook/completed', { run: { id: 'h', eventName: 'stop', durationMs: 9e12 } });
    turn.completed({ durationMs: 9e12 });
    session.end();
    for (const type of ['turn', 'hook'] as const) {
      const [[seconds, nanos]] = session.spansOf(type).map((span) => span.endTime) as [[number, number]];
      expect(BigInt(seconds) * 10n ** 9n + BigInt(nanos), type).toBeLessThan(2n ** 64n);
      expect(seconds, type).toBe(18e9);
    }
  });

  it('a session may begin at any time, the first moment of 1970 included', () => {
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
