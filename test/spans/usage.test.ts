import { describe, expect, it } from 'vitest';
import { NO_USAGE, addUsage, usedSince } from '../../src/session/turns/usage.js';
import { compaction, spawn, userMessage } from '../acceptance/items.js';
import { Session, openThread, openTurn, threadOf, uuid, type Thread, type Turn } from '../acceptance/session.js';

const usage = (inputTokens: number, outputTokens = 0) => ({ ...NO_USAGE, inputTokens, outputTokens });
const total = (inputTokens: number) => ({ inputTokens, totalTokens: inputTokens });

/** What each turn used so far, input tokens. */
const used = (session: Session) => session.facts('turn').map(({ tokenUsage }) => tokenUsage?.inputTokens ?? null);
const told = (thread: Thread, turn: Turn, before: number, last: number) =>
  thread.used(turn, total(before + last), total(last));

describe('usage', () => {
  it('between two totals is their difference, and never below nothing', () => {
    expect(usedSince(usage(120, 5), usage(100, 9))).toEqual(usage(20, 0));
    expect(addUsage(usage(1, 2), usage(3, 4))).toEqual(usage(4, 6));
  });

  it('of cache writes is unknown where a version does not tell it, and all of it where only the end does', () => {
    const silent = { ...usage(5), cacheWriteInputTokens: null };
    expect(usedSince(silent, usage(1)).cacheWriteInputTokens).toBeNull();
    expect(usedSince({ ...usage(5), cacheWriteInputTokens: 7 }, silent).cacheWriteInputTokens).toBe(7);
    expect(addUsage(usage(1), silent).cacheWriteInputTokens).toBeNull();
  });
});

describe('a turn uses', () => {
  it('what the thread’s total grew by while it went on, however often that was told', () => {
    const { session, thread } = openThread();
    const first = thread.startTurn();
    told(thread, first, 0, 100);
    told(thread, first, 100, 20);
    told(thread, first, 100, 20);
    first.completed();
    told(thread, first, 100, 20);
    const second = thread.startTurn();
    told(thread, second, 120, 7);
    second.completed();
    expect(used(session)).toEqual([120, 7]);
    session.end();
    expect(session.facts('thread')).toMatchObject([{ tokenUsage: { inputTokens: 127 }, turnCount: 2 }]);
  });

  it('nothing of what the server repeats after a resume', () => {
    const { session, client, thread } = openThread();
    const first = thread.startTurn();
    told(thread, first, 0, 100);
    first.completed();
    client.resumeThread(thread.id);
    told(thread, first, 0, 100);
    const second = thread.startTurn();
    told(thread, second, 0, 100);
    told(thread, second, 100, 5);
    second.completed();
    expect(used(session)).toEqual([100, 5]);
  });

  it('nothing of what was used before the observer, or a fork, began', () => {
    const { session, client, thread } = openThread();
    const fork = client.forkThread(thread.id);
    const turn = fork.startTurn();
    told(fork, turn, 5000, 30);
    turn.completed();
    const resumed = client.resumeThread(session.nextId());
    resumed.used(resumed.turn(), total(9000), total(10));
    const next = resumed.startTurn();
    told(resumed, next, 9000, 40);
    next.completed();
    expect(used(session)).toEqual([30, 40]);
  });

  it('nothing of what an interrupted turn used and never told', () => {
    const { session, thread } = openThread();
    const first = thread.startTurn();
    told(thread, first, 0, 100);
    first.completed({ status: 'interrupted' });
    const second = thread.startTurn();
    told(thread, second, 150, 10);
    told(thread, second, 160, 5);
    second.completed();
    expect(used(session)).toEqual([100, 15]);
  });

  it('nothing of what its parent used, where a subagent begins with its history', () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    const first = child.turn().started();
    told(child, first, 7000, 40);
    first.completed();
    expect(used(session)).toEqual([40]);
    expect(session.facts('turn')).toMatchObject([{ isFirstTurn: false }]);
  });

  it('what it used where the thread went back to an earlier turn, and its total with it', () => {
    const { session, client, thread } = openThread();
    const other = client.thread(thread.id);
    const turn = (before: number, last: number) => {
      const each = thread.startTurn();
      told(thread, each, before, last);
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

  it('nothing below zero where a compaction made the total smaller', () => {
    const { session, thread } = openThread();
    const turn = thread.startTurn();
    told(thread, turn, 0, 900);
    turn.item(compaction('c'));
    turn.completed();
    const next = thread.startTurn();
    thread.used(next, total(300), total(10));
    next.completed();
    expect(used(session)).toEqual([900, 0]);
  });

  it('nothing where it ended without a word of usage, and nobody knows what where it was cut short', () => {
    const { session, thread } = openThread();
    thread.startTurn().completed();
    thread.startTurn().completed({ status: 'failed', error: null });
    thread.startTurn().completed({ status: 'interrupted' });
    thread.startTurn();
    session.end();
    expect(used(session)).toEqual([0, 0, null, null]);
  });

  it('what nobody knows where the client declined to hear of it', () => {
    const session = new Session();
    const capabilities = { experimentalApi: true, optOutNotificationMethods: ['thread/tokenUsage/updated'] };
    session.connect().initialize({ capabilities }).startThread().startTurn().completed();
    expect(used(session)).toEqual([null]);
  });

  it('nothing where nobody is known who could have declined', () => {
    const session = new Session();
    const client = session.connect();
    client.notify('thread/started', { thread: threadOf({ id: session.nextId() }, session.now) });
    const thread = client.thread(uuid(1));
    thread.turn().started().completed();
    expect(used(session)).toEqual([0]);
  });

  it('what nobody knows in a code review, whose own thread tells nothing', () => {
    const { session, client, thread } = openThread();
    const turn = thread.turn();
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    turn.item({ type: 'enteredReviewMode', id: 'r' }).completed();
    expect(used(session)).toEqual([null]);
  });

  it('what nobody knows in a thread that had turns before and tells no total', () => {
    const { session, client } = openThread();
    client.resumeThread(session.nextId()).startTurn().completed();
    expect(used(session)).toEqual([null]);
  });

  it('the last usage at least where the thread never told a total before', () => {
    const session = new Session();
    const thread = session.connect().thread(session.nextId());
    const turn = thread.turn().item(userMessage('m'));
    thread.used(turn, total(500), total(30));
    thread.used(turn, total(560), total(60));
    turn.completed();
    expect(used(session)).toEqual([90]);
  });
});
