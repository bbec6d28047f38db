import { describe, expect, it } from 'vitest';
import { command } from '../acceptance/items.js';
import { Session, openThread, openTurn } from '../acceptance/session.js';

const reasons = (session: Session, type: 'thread' | 'turn' | 'item' | 'review' | 'hook') =>
  session.facts(type).map(({ endReason }) => endReason);
const dropped = (session: Session, what: string) => session.tally.get('state.dropped', what);

describe('a limit that is reached ends the oldest, says so and counts it', () => {
  it('of threads', () => {
    const session = new Session({ limits: { threads: 3 } });
    const client = session.connect().initialize();
    const turns = [1, 2, 3, 4, 5].map(() => client.startThread().startTurn());
    expect(session.facts('turn').map(({ turnId, endReason }) => [turnId, endReason])).toEqual([
      [turns[0]!.id, 'limit_reached'],
      [turns[1]!.id, 'limit_reached'],
    ]);
    expect(reasons(session, 'thread')).toEqual(['limit_reached', 'limit_reached']);
    expect(dropped(session, 'thread')).toBe(2);
    turns[4]!.completed();
    expect(session.params('codex_turn_event')).toHaveLength(1);
  });

  it('of turns', () => {
    const { session, thread } = openThread({ limits: { turnsPerThread: 2 } });
    const turns = [1, 2, 3, 4].map(() => thread.startTurn());
    expect(session.facts('turn').map(({ turnId }) => turnId)).toEqual([turns[0]!.id, turns[1]!.id]);
    expect(reasons(session, 'turn')).toEqual(['limit_reached', 'limit_reached']);
    expect(dropped(session, 'turn')).toBe(2);
    turns[0]!.item(command('late')).completed();
    turns[3]!.completed();
    session.wait(60_000).end();
    expect(
      session
        .facts('turn')
        .map(({ turnId }) => turnId)
        .sort(),
    ).toEqual(turns.map(({ id }) => id).sort());
  });

  it('of turns that only an answer told of', () => {
    const { session, thread } = openThread({ limits: { turnsPerThread: 1 } });
    const [first] = [thread.acceptTurn(), thread.acceptTurn()];
    expect(dropped(session, 'turn')).toBe(1);
    first.started().completed();
    expect(session.spansOf('turn')).toHaveLength(1);
  });

  it('of a thread that closes: it may be opened again, and is not ended by what had waited for the first', () => {
    const session = new Session({ limits: { threads: 1 } });
    const client = session.connect().initialize();
    const thread = client.startThread();
    thread.notify('thread/closed');
    client.startThread();
    session.wait(10);
    const turn = client.resumeThread(thread.id).startTurn();
    session.wait(60_000);
    expect(session.observer.openCounts).toEqual({ threads: 1, turns: 1 });
    turn.completed();
    expect(session.params('codex_turn_event')).toHaveLength(1);
  });

  it('of a turn whose end had something waiting: that waits for nothing any more', () => {
    const { session, thread } = openThread({ limits: { turnsPerThread: 1 } });
    const turn = thread.startTurn().itemStarted(command('1'));
    turn.completed({ durationMs: 5 });
    thread.startTurn();
    expect(reasons(session, 'item')).toEqual(['limit_reached']);
    session.wait(60_000);
    expect(session.facts('item')).toHaveLength(1);
    expect(session.observer.openCounts.turns).toBe(1);
  });

  it('of the turns that are remembered to be over', () => {
    const { session, thread } = openThread({ limits: { turnsPerThread: 2 } });
    const turns = [1, 2, 3, 4, 5].map(() => {
      const turn = thread.startTurn().completed();
      session.wait(60_000);
      return turn;
    });
    turns[4]!.item(command('late'));
    expect(session.tally.get('messages.skipped', 'after the turn')).toBe(2);
    expect(dropped(session, 'turn')).toBe(0);
  });

  it('of items', () => {
    const { session, turn } = openTurn({ limits: { itemsPerTurn: 2 } });
    for (const id of ['1', '2', '3', '4']) turn.itemStarted(command(id));
    expect(session.facts('item').map(({ itemId, endReason }) => [itemId, endReason])).toEqual([
      ['1', 'limit_reached'],
      ['2', 'limit_reached'],
    ]);
    expect(dropped(session, 'item')).toBe(2);
    turn.itemCompleted(command('4'));
    expect(session.params('codex_command_execution_event')).toHaveLength(1);
  });

  it('of the items that are remembered to have completed', () => {
    const { session, turn } = openTurn({ limits: { itemsPerTurn: 2 } });
    for (const id of ['1', '2', '3']) turn.item({ type: 'reasoning', id });
    turn.itemCompleted({ type: 'reasoning', id: '3' });
    expect(dropped(session, 'completed item')).toBe(2);
    turn.completed();
    expect(session.facts('turn')).toMatchObject([{ reasoningCount: 3 }]);
  });

  it('of reviews', () => {
    const { session, turn } = openTurn({ limits: { itemsPerTurn: 2 } });
    for (const id of [1, 2, 3, 4]) turn.askCommand(id, 'call-1');
    expect(reasons(session, 'review')).toEqual(['limit_reached', 'limit_reached']);
    expect(dropped(session, 'review')).toBe(2);
    turn.completed();
    expect(session.facts('turn')).toMatchObject([{ reviewCount: 4 }]);
  });

  it.each(['in a turn', 'outside of turns'])('of hooks %s', (where) => {
    const { session, thread, turn } = openTurn({ limits: { itemsPerTurn: 2 } });
    const turnId = where === 'in a turn' ? turn.id : null;
    for (const id of ['1', '2', '3', '4'])
      thread.notify('hook/started', { turnId, run: { id, eventName: 'stop', status: 'running' } });
    expect(reasons(session, 'hook')).toEqual(['limit_reached', 'limit_reached']);
    expect(dropped(session, 'hook')).toBe(2);
    session.end();
    expect(session.spansOf('hook')).toHaveLength(4);
  });

  it('but what is below it, and what only passes, is left alone', () => {
    const session = new Session({ limits: { threads: 1, turnsPerThread: 2, itemsPerTurn: 2 } });
    const client = session.connect().initialize();
    const thread = client.startThread();
    for (let n = 0; n < 5; n++) {
      const turn = thread.startTurn();
      turn.item(command('1')).completed();
      session.wait(60_000);
    }
    session.end();
    expect(session.facts('turn').map(({ endReason }) => endReason)).toEqual([null, null, null, null, null]);
    expect(session.tally.total('state.dropped')).toBe(0);
  });
});
