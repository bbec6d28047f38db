import { describe, expect, it } from 'vitest';
import { command, compaction } from '../items.js';
import { endings } from '../open-work.js';
import { MINUTE, openThread, openTurn, START, type Thread, threadOf } from '../session.js';

describe('turn whose end was never reported', () => {
  it('a turn without turn/completed ends at its last report with reason superseded when the next turn starts', () => {
    const { session, thread, turn } = openTurn();
    session.wait(20);
    turn.itemStarted(command('call-1'));
    session.wait(50);
    turn.itemCompleted(command('call-1'));
    session.wait(10 * MINUTE);
    const next = thread.startTurn();
    expect(endings(session)).toEqual([
      ['item', 20, 70, undefined],
      ['turn', 0, 70, 'superseded'],
    ]);
    expect(session.observer.openCounts).toEqual({ threads: 1, turns: 1 });
    next.completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ turn_id: next.id, is_first_turn: false }]);
  });

  it('a compaction of a superseded turn ends with the turn, though a command of it goes on', () => {
    const { session, thread, turn } = openTurn();
    turn.itemStarted(compaction('compaction-1'));
    turn.itemStarted(command('call-1'));
    session.wait(10);
    thread.startTurn();
    expect(endings(session)).toEqual([
      ['turn', 0, 0, 'superseded'],
      ['item', 0, 0, 'turn_ended'],
    ]);
  });

  it('a superseded turn is not made again by a late turn/completed', () => {
    const { session, thread, turn } = openTurn();
    thread.startTurn().completed();
    turn.completed();
    session.end();
    expect(session.facts('turn').map(({ endReason }) => endReason)).toEqual(['superseded', null]);
    session.expectEachSpanOnce();
  });

  it('a code review is not superseded by the second id that its turn/started has', () => {
    const { session, client, thread } = openThread();
    const turn = thread.turn();
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    turn.item({ type: 'enteredReviewMode', id: 'r' });
    thread.notify('turn/started', { turn: { id: session.nextId(), status: 'inProgress' } });
    session.wait(10);
    turn.completed({ durationMs: 10 });
    session.end();
    expect(session.facts('turn')).toMatchObject([{ turnId: turn.id, status: 'completed', endReason: null }]);
  });
});

describe('turn whose end was missed', () => {
  type Report = (thread: Thread, turns: readonly object[]) => void;
  /** The requests whose answers report what became of a turn. */
  const REPORTS: readonly (readonly [method: string, report: Report])[] = [
    ['thread/resume', ({ client, id }, turns) => void client.resumeThread(id, { turns })],
    [
      'thread/read',
      ({ client, id }, turns) =>
        void client.call(
          'thread/read',
          { threadId: id, includeTurns: true },
          { thread: threadOf({ id, preview: 'a secret question', turns }, client.session.now) },
        ),
    ],
    [
      'thread/turns/list',
      ({ client, id }, turns) =>
        void client.call(
          'thread/turns/list',
          { threadId: id },
          { data: turns, nextCursor: null, backwardsCursor: null },
        ),
    ],
  ];

  /** A client unsubscribes while its turn runs a command, and asks half a minute later what became of the turn. */
  function missedEnd(report: Report, status = 'completed') {
    const { session, client, thread, turn } = openTurn();
    session.wait(42);
    turn.itemStarted(command('call-1'));
    client.call('thread/unsubscribe', { threadId: thread.id }, { status: 'unsubscribed' });
    session.wait(30_000);
    const startedAtMs = START + 42;
    const item = command('call-1', { durationMs: 4000, startedAtMs, completedAtMs: startedAtMs + 4000 });
    const times = { startedAt: START / 1000, completedAt: START / 1000 + 9, durationMs: 9000 };
    report(thread, [{ id: turn.id, itemsView: 'full', status, error: null, items: [item], ...times }]);
    session.wait(100);
    thread.startTurn().completed({ durationMs: 0 });
    return session;
  }

  it.each(REPORTS)('a turn ends as the answer to %s reports it', (_method, report) => {
    const session = missedEnd(report);
    expect(session.facts('turn')[0]).toMatchObject({ status: 'completed', endReason: null });
    expect(session.offsets('turn')[0]).toEqual([0, 9000]);
    expect(session.params('codex_turn_event')).toMatchObject([{ duration_ms: 9000, status: 'completed' }, {}]);
  });

  it.each(REPORTS)('an item ends as the answer to %s reports it', (_method, report) => {
    const session = missedEnd(report);
    expect(session.offsets('item')).toEqual([[42, 4042]]);
    expect(session.params('codex_command_execution_event')).toMatchObject([{ exit_code: 0, duration_ms: 4000 }]);
  });

  it.each(REPORTS)('is_first_turn is false right after the answer to %s reports an earlier turn', (_method, report) => {
    expect(missedEnd(report).params('codex_turn_event').at(-1)).toMatchObject({ is_first_turn: false });
  });

  it('a turn that ended before a resume has the mode of that time and unknown usage', () => {
    const { session, client, thread, turn } = openTurn();
    thread.reportUsage(turn, { totalTokens: 132, inputTokens: 120 });
    client.call('thread/unsubscribe', { threadId: thread.id }, { status: 'unsubscribed' });
    session.wait(30_000);
    const report = { id: turn.id, status: 'completed', error: null, items: [], durationMs: 9000 };
    client.resumeThread(thread.id, { turns: [report] });
    thread.startTurn().completed();
    expect(session.params('codex_turn_event')).toMatchObject([
      { initialization_mode: 'new', input_tokens: null },
      { initialization_mode: 'resumed' },
    ]);
  });

  it.each([
    ['its second where the report has no duration', START / 1000 + 9, 9000],
    ['its start where its second is the second of its start', START / 1000, 0],
    ['the report where that has no time at all', null, 30_000],
  ])('a turn whose end was missed ends at %s', (_when, completedAt, end) => {
    const { session, client, thread, turn } = openTurn();
    session.wait(30_000);
    const report = { id: turn.id, status: 'completed', error: null, items: [], durationMs: null, completedAt };
    client.resumeThread(thread.id, { turns: [report] });
    expect(session.offsets('turn')).toEqual([[0, end]]);
  });

  it('a turn that was interrupted while its WebSocket client was away ends as thread/resume reports it', () => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    session.wait(10);
    client.close();
    session.wait(1000);
    const times = { startedAt: START / 1000, completedAt: START / 1000, durationMs: 500 };
    const turns = [{ id: turn.id, status: 'interrupted', error: null, items: [], ...times }];
    session.connect({ transport: 'websocket' }).initialize().resumeThread(thread.id, { turns });
    expect(session.facts('turn')).toMatchObject([{ status: 'interrupted', endReason: null }]);
    expect(session.offsets('turn')).toEqual([[0, 500]]);
  });
});

describe('turn on a machine that sleeps', () => {
  const sleptFor = (ms: number) => {
    const { session, turn } = openTurn();
    session.wait(60_000 + ms);
    turn.completed({ durationMs: 60_000 });
    expect(session.params('codex_turn_event')).toMatchObject([{ duration_ms: 60_000 }]);
    return session.offsets('turn');
  };

  it('a turn whose end is reported up to five seconds late ends at its start plus durationMs', () => {
    expect(sleptFor(5000)).toEqual([[0, 60_000]]);
  });

  it('a turn whose end is reported more than five seconds after its start plus durationMs ends at the report', () => {
    expect(sleptFor(5001)).toEqual([[0, 65_001]]);
  });
});
