import { describe, expect, it } from 'vitest';
import { Counters } from '../../../src/counters.js';
import { replayRollouts } from '../../../src/replay/rollouts.js';
import { recognizeRollout, type RolloutFile } from '../../../src/rollout/sessions.js';
import { Telemetry } from '../../faults/telemetry.js';
import { rolloutFiles } from '../../rollout/recorded.js';
import { command } from '../items.js';
import { openThread, openTurn, Session } from '../session.js';

const dropped = (session: Session, what: string) => session.counters.get('state.dropped', what);

describe('limit of threads', () => {
  it('the oldest thread ends with limit_reached, and is counted, when one thread too many is open', () => {
    const session = new Session({ limits: { threads: 3 } });
    const client = session.connect().initialize();
    const turns = [1, 2, 3, 4, 5].map(() => client.startThread().startTurn());
    expect(session.facts('turn').map(({ turnId, endReason }) => [turnId, endReason])).toEqual([
      [turns[0]!.id, 'limit_reached'],
      [turns[1]!.id, 'limit_reached'],
    ]);
    expect(session.endReasons('thread')).toEqual(['limit_reached', 'limit_reached']);
    expect(dropped(session, 'thread')).toBe(2);
    turns[4]!.completed();
    expect(session.params('codex_turn_event')).toHaveLength(1);
  });

  it('a closed thread that went over the limit can be resumed, and its old deadline does not end it', () => {
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
});

describe('limit of turns', () => {
  it('the oldest turn of a thread ends with limit_reached, and is counted, when one turn too many is open', () => {
    const { session, thread } = openThread({ limits: { turnsPerThread: 2 } });
    // Turns without turn/started: a turn that starts would end the one before.
    const turns = [1, 2, 3, 4].map(() => thread.acceptTurn().item(command('call-1')));
    expect(session.facts('turn').map(({ turnId }) => turnId)).toEqual([turns[0]!.id, turns[1]!.id]);
    expect(session.endReasons('turn')).toEqual(['limit_reached', 'limit_reached']);
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

  it('a turn that only a turn/start response named counts as a turn, and may still start later', () => {
    const { session, thread } = openThread({ limits: { turnsPerThread: 1 } });
    const [first] = [thread.acceptTurn(), thread.acceptTurn()];
    expect(dropped(session, 'turn')).toBe(1);
    first.started().completed();
    expect(session.spansOf('turn')).toHaveLength(1);
  });

  it('a completed turn that goes over the limit ends its open items, and its deadline ends nothing more', () => {
    const { session, thread } = openThread({ limits: { turnsPerThread: 1 } });
    const turn = thread.startTurn().itemStarted(command('1'));
    turn.completed({ durationMs: 5 });
    thread.startTurn();
    expect(session.endReasons('item')).toEqual(['limit_reached']);
    session.wait(60_000);
    expect(session.facts('item')).toHaveLength(1);
    expect(session.observer.openCounts.turns).toBe(1);
  });

  it('the ids of ended turns are kept up to their limit, and those beyond it are counted', () => {
    const { session, thread } = openThread({ limits: { endedTurns: 2 } });
    const turns = [1, 2, 3, 4, 5].map(() => {
      const turn = thread.startTurn().completed();
      session.wait(60_000);
      return turn;
    });
    turns[3]!.item(command('late'));
    turns[4]!.item(command('late'));
    expect(session.counters.get('messages.skipped', 'after the turn')).toBe(4);
    expect(dropped(session, 'ended turn')).toBe(3);
    expect(dropped(session, 'turn')).toBe(0);
  });
});

describe('limit of items, reviews and hooks', () => {
  it('the oldest item ends with limit_reached, its completion makes no second span, and its turn counts it', () => {
    const { session, turn } = openTurn({ limits: { itemsPerTurn: 2 } });
    for (const id of ['1', '2', '3', '4']) turn.itemStarted(command(id));
    for (const id of ['1', '2', '3', '4']) turn.itemStarted(command(id)).itemCompleted(command(id));
    turn.completed();
    expect(session.facts('item').map(({ itemId, endReason }) => [itemId, endReason])).toEqual([
      ['1', 'limit_reached'],
      ['2', 'limit_reached'],
      ['3', null],
      ['4', null],
    ]);
    expect(dropped(session, 'item')).toBe(2);
    expect(session.params('codex_command_execution_event').map(({ item_id: id }) => id)).toEqual(['3', '4']);
    expect(session.params('codex_turn_event')).toMatchObject([{ shell_command_count: 4 }]);
  });

  it('an item of a rollout that went over the limit is one span, though its completion comes later', async () => {
    const counters = new Counters();
    const { spans, tracerProvider } = Telemetry.ofReplay(counters);
    const files = await Promise.all(rolloutFiles('0.158.0/approval-two-pending').map(recognizeRollout));
    await replayRollouts(files as RolloutFile[], { tracerProvider, counters, limits: { itemsPerTurn: 1 } });
    const items = spans.filter(({ attributes }) => attributes['codex.span.type'] === 'item');
    expect(items.map(({ attributes }) => attributes['codex.end_reason'])).toEqual(['limit_reached', undefined]);
    expect(counters.get('state.dropped', 'item')).toBe(1);
  });

  it('the ids of completed items are kept up to the limit, and those beyond it are counted', () => {
    const { session, turn } = openTurn({ limits: { itemsPerTurn: 2 } });
    for (const id of ['1', '2', '3']) turn.item({ type: 'reasoning', id });
    turn.itemCompleted({ type: 'reasoning', id: '3' });
    expect(dropped(session, 'completed item')).toBe(2);
    turn.completed();
    expect(session.facts('turn')).toMatchObject([{ reasoningCount: 3 }]);
  });

  it('the oldest review ends with limit_reached, is counted, and is not made again by later reports', () => {
    const { session, turn } = openTurn({ limits: { itemsPerTurn: 2 } });
    const asked = [1, 2].map((id) => turn.askCommand(id, 'call-1'));
    for (const id of ['r1', 'r2']) turn.guardianStarted(id, null);
    expect(session.endReasons('review')).toEqual(['limit_reached', 'limit_reached']);
    for (const each of asked) each.on(turn.client).decide('accept');
    turn.guardianStarted('r3', null).guardianStarted('r4', null);
    for (const id of ['r1', 'r2']) turn.guardianCompleted(id, null, 'approved');
    expect(session.facts('review').map(({ reviewId }) => reviewId)).toEqual(['user:1', 'user:2', 'r1', 'r2']);
    expect(session.params('codex_guardian_review')).toEqual([]);
    expect(dropped(session, 'review')).toBe(4);
    turn.completed();
    expect(session.facts('turn')).toMatchObject([{ reviewCount: 6 }]);
  });

  it.each(['in a turn', 'outside of turns'])('the oldest hook %s ends with limit_reached and is counted', (where) => {
    const { session, thread, turn } = openTurn({ limits: { itemsPerTurn: 2 } });
    const turnId = where === 'in a turn' ? turn.id : null;
    for (const id of ['1', '2', '3', '4'])
      thread.notify('hook/started', { turnId, run: { id, eventName: 'stop', status: 'running' } });
    expect(session.endReasons('hook')).toEqual(['limit_reached', 'limit_reached']);
    expect(dropped(session, 'hook')).toBe(2);
    session.end();
    expect(session.spansOf('hook')).toHaveLength(4);
  });
});

describe('limit that is not reached', () => {
  it('turns that follow each other end nothing and count nothing', () => {
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
    expect(session.counters.total('state.dropped')).toBe(0);
  });

  it('a limit of zero counts as a limit of one', () => {
    const none = { connections: 0, threads: 0, turnsPerThread: 0, itemsPerTurn: 0, endedTurns: 0 };
    const { session, turn } = openTurn({ limits: none });
    for (const id of ['1', '2']) turn.itemStarted(command(id));
    turn.itemCompleted(command('2')).completed();
    session.end();
    expect(session.params('codex_command_execution_event')).toMatchObject([{ item_id: '2' }]);
    expect(session.params('codex_turn_event')).toHaveLength(1);
    expect(session.started).toBe(session.spans.length);
  });
});
