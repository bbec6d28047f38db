import { describe, expect, it } from 'vitest';
import { compaction, spawn, userMessage } from '../items.js';
import { openThread, openTurn, Session, type Thread, threadOf, type Turn, uuid } from '../session.js';

const total = (inputTokens: number) => ({ inputTokens, totalTokens: inputTokens });

/** The input tokens of each ended turn. */
const used = (session: Session) => session.facts('turn').map(({ tokenUsage }) => tokenUsage?.inputTokens ?? null);
const report = (thread: Thread, turn: Turn, before: number, last: number) =>
  thread.reportUsage(turn, total(before + last), total(last));

describe('usage of a turn', () => {
  it("a turn uses what the thread's total grew by during it, however often the server reports that", () => {
    const { session, thread } = openThread();
    const first = thread.startTurn();
    report(thread, first, 0, 100);
    report(thread, first, 100, 20);
    report(thread, first, 100, 20);
    first.completed();
    report(thread, first, 100, 20);
    const second = thread.startTurn();
    report(thread, second, 120, 7);
    second.completed();
    expect(used(session)).toEqual([120, 7]);
    session.end();
    expect(session.facts('thread')).toMatchObject([{ tokenUsage: { inputTokens: 127 }, turnCount: 2 }]);
  });

  it('a turn uses nothing of a report that the server repeats after a resume', () => {
    const { session, client, thread } = openThread();
    const first = thread.startTurn();
    report(thread, first, 0, 100);
    first.completed();
    client.resumeThread(thread.id);
    report(thread, first, 0, 100);
    const second = thread.startTurn();
    report(thread, second, 0, 100);
    report(thread, second, 100, 5);
    second.completed();
    expect(used(session)).toEqual([100, 5]);
  });

  it('a turn uses nothing of what was used before its thread was resumed or forked', () => {
    const { session, client, thread } = openThread();
    const fork = client.forkThread(thread.id);
    const turn = fork.startTurn();
    report(fork, turn, 5000, 30);
    turn.completed();
    const resumed = client.resumeThread(session.nextId());
    resumed.reportUsage(resumed.turn(), total(9000), total(10));
    const next = resumed.startTurn();
    report(resumed, next, 9000, 40);
    next.completed();
    expect(used(session)).toEqual([30, 40]);
  });

  it('a turn uses nothing of what an interrupted turn before it used and never reported', () => {
    const { session, thread } = openThread();
    const first = thread.startTurn();
    report(thread, first, 0, 100);
    first.completed({ status: 'interrupted' });
    const second = thread.startTurn();
    report(thread, second, 150, 10);
    report(thread, second, 160, 5);
    second.completed();
    expect(used(session)).toEqual([100, 15]);
  });

  it("a subagent's first turn uses nothing of the history that it got from its parent", () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    const first = child.turn().started();
    report(child, first, 7000, 40);
    first.completed();
    expect(used(session)).toEqual([40]);
    expect(session.facts('turn')).toMatchObject([{ isFirstTurn: false }]);
  });

  it('a turn uses its own tokens after thread/revert, which takes the total back', () => {
    const { session, client, thread } = openThread();
    const other = client.thread(thread.id);
    const turn = (before: number, last: number) => {
      const each = thread.startTurn();
      report(thread, each, before, last);
      each.completed();
    };
    turn(0, 100);
    turn(100, 20);
    client.call('thread/revert', { threadId: thread.id, beforeTurnId: 'second' }, { turnsBackwardsCursor: 'cursor' });
    thread.notify('thread/reverted');
    turn(100, 30);
    client.call('thread/revert', { threadId: thread.id, beforeTurnId: 'first' }, { turnsBackwardsCursor: null });
    thread.notify('thread/reverted');
    turn(0, 40);
    const refused = client.request('thread/revert', { threadId: thread.id, beforeTurnId: 'nowhere' });
    client.refuse(refused, { code: -32600, message: 'no such turn' });
    other.notify('thread/reverted'); // at the request of a client that is not observed
    turn(10, 50);
    thread.startTurn().completed();
    expect(used(session)).toEqual([100, 20, 30, 40, 50, 0]);
    const isFirst = session.facts('turn').map(({ isFirstTurn }) => isFirstTurn);
    expect(isFirst).toEqual([true, false, false, true, null, false]);
  });

  it("a turn never uses less than zero, though a compaction made the thread's total smaller", () => {
    const { session, thread } = openThread();
    const turn = thread.startTurn();
    report(thread, turn, 0, 900);
    turn.item(compaction('c'));
    turn.completed();
    const next = thread.startTurn();
    thread.reportUsage(next, total(300), total(10));
    next.completed();
    expect(used(session)).toEqual([900, 0]);
  });

  it('cache write tokens are null when the server does not report them', () => {
    const { session, thread } = openThread();
    const cacheWrites = (cacheWriteInputTokens: number | null) => {
      const turn = thread.startTurn();
      thread.reportUsage(turn, { ...total(10), cacheWriteInputTokens });
      turn.completed();
    };
    for (const tokens of [null, 7, 9, null]) cacheWrites(tokens);
    session.end();
    expect(session.facts('turn').map(({ tokenUsage }) => tokenUsage?.cacheWriteInputTokens)).toEqual([
      null,
      7,
      2,
      null,
    ]);
    expect(session.facts('thread')).toMatchObject([{ tokenUsage: { cacheWriteInputTokens: null } }]);
  });

  it('a turn without a report used nothing when it completed or failed, and unknown usage when it was interrupted', () => {
    const { session, thread } = openThread();
    thread.startTurn().completed();
    thread.startTurn().completed({ status: 'failed', error: null });
    thread.startTurn().completed({ status: 'interrupted' });
    thread.startTurn();
    session.end();
    expect(used(session)).toEqual([0, 0, null, null]);
  });
});

describe('unknown usage', () => {
  it('usage is unknown when the client opted out of its reports', () => {
    const session = new Session();
    const capabilities = { experimentalApi: true, optOutNotificationMethods: ['thread/tokenUsage/updated'] };
    session.connect().initialize({ capabilities }).startThread().startTurn().completed();
    expect(used(session)).toEqual([null]);
  });

  it('a turn without a report used nothing when its client is unknown', () => {
    const session = new Session();
    const client = session.connect();
    client.notify('thread/started', { thread: threadOf({ id: session.nextId() }, session.now) });
    const thread = client.thread(uuid(1));
    thread.turn().started().completed();
    expect(used(session)).toEqual([0]);
  });

  it('usage of a code review is unknown', () => {
    const { session, client, thread } = openThread();
    const turn = thread.turn();
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    turn.item({ type: 'enteredReviewMode', id: 'r' }).completed();
    expect(used(session)).toEqual([null]);
  });

  it('usage is unknown when a resumed thread never reports a total', () => {
    const { session, client } = openThread();
    client.resumeThread(session.nextId()).startTurn().completed();
    expect(used(session)).toEqual([null]);
  });

  it('a turn uses at least its last usage when no total was reported before it', () => {
    const session = new Session();
    const thread = session.connect().thread(session.nextId());
    const turn = thread.turn().item(userMessage('m'));
    thread.reportUsage(turn, total(500), total(30));
    thread.reportUsage(turn, total(560), total(60));
    turn.completed();
    expect(used(session)).toEqual([90]);
  });
});
