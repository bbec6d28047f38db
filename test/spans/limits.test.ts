import { describe, expect, it } from 'vitest';
import { agentMessage, calendar, command, mcp } from '../acceptance/items.js';
import { Session, openThread, openTurn, threadOf, words } from '../acceptance/session.js';

const reasons = (session: Session, type: 'thread' | 'turn' | 'item' | 'review' | 'hook') =>
  session.facts(type).map(({ endReason }) => endReason);
const dropped = (session: Session, what: string) => session.counters.get('state.dropped', what);

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

  it('of items, of which what completes later is counted by its turn and makes no second span', () => {
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
    expect(session.params('codex_turn_event')).toMatchObject([{ shell_command_count: 4 }]);
  });

  it('of reviews, of which what is told later makes no second span', () => {
    const { session, turn } = openTurn({ limits: { itemsPerTurn: 2 } });
    const asked = [1, 2].map((id) => turn.askCommand(id, 'call-1'));
    for (const id of ['r1', 'r2']) turn.guardianStarted(id, null);
    expect(reasons(session, 'review')).toEqual(['limit_reached', 'limit_reached']);
    for (const each of asked) each.on(turn.client).decide('accept');
    turn.guardianStarted('r3', null).guardianStarted('r4', null);
    for (const id of ['r1', 'r2']) turn.guardianCompleted(id, null, 'approved');
    expect(session.facts('review').map(({ reviewId }) => reviewId)).toEqual(['user:1', 'user:2', 'r1', 'r2']);
    expect(session.params('codex_guardian_review')).toEqual([]);
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
    expect(session.counters.total('state.dropped')).toBe(0);
  });
});

it('a limit of nothing holds one', () => {
  const none = { connections: 0, threads: 0, turnsPerThread: 0, itemsPerTurn: 0, endedTurns: 0 };
  const { session, turn } = openTurn({ limits: none });
  for (const id of ['1', '2']) turn.itemStarted(command(id));
  turn.itemCompleted(command('2')).completed();
  session.end();
  expect(session.params('codex_command_execution_event')).toMatchObject([{ item_id: '2' }]);
  expect(session.params('codex_turn_event')).toHaveLength(1);
  expect(session.started).toBe(session.spans.length);
});

const LIMIT = 10;
const FLOOD = 500;
const TIMES = Array.from({ length: FLOOD }, (_, n) => n);
/** What goes over when so many come. */
const OVER = FLOOD - LIMIT;

describe('what traffic may fill has a limit, and every one over it is counted:', () => {
  const flooded = () => openTurn({ limits: { itemsPerTurn: LIMIT, turnsPerThread: LIMIT }, capturesContent: true });
  const mentions = (target: (n: number) => string, type: string) =>
    TIMES.map((n) => ({ type, name: `name ${n}`, path: target(n) }));

  it('the skills of a turn', () => {
    const { session, thread, turn } = flooded();
    thread.acceptTurn({ input: mentions((n) => `/skills/${n}/SKILL.md`, 'skill') }, { id: turn.id });
    turn.completed();
    expect(dropped(session, 'skill')).toBe(OVER);
    expect(session.facts('turn')[0]?.skills).toHaveLength(LIMIT);
  });

  it('the apps that its input mentions, and those that it uses', () => {
    const { session, thread, turn } = flooded();
    thread.acceptTurn({ input: mentions((n) => `app://${n}`, 'mention') }, { id: turn.id });
    for (const n of TIMES)
      turn.itemCompleted(mcp(`call-${n}`, { ...calendar, appContext: { connectorId: `app ${n}`, appName: 'x' } }));
    turn.completed();
    expect([dropped(session, 'app mention'), dropped(session, 'app')]).toEqual([OVER, OVER]);
    expect(session.facts('turn')[0]?.appMentions).toHaveLength(LIMIT);
  });

  it('its messages, where content is captured', () => {
    const { session, turn } = flooded();
    for (const n of TIMES) turn.item(agentMessage(`m${n}`));
    turn.completed();
    // The user spoke first.
    expect(dropped(session, 'message')).toBe(OVER + 1);
    expect(session.facts('turn')).toMatchObject([{ messageCount: FLOOD + 1 }]);
    const output = session.spansOf('turn')[0]?.attributes['gen_ai.output.messages'];
    expect(JSON.parse(String(output))).toHaveLength(LIMIT);
  });

  it('the reviews of items that never complete', () => {
    const { session, turn } = flooded();
    for (const n of TIMES) turn.askCommand(n, `call-${n}`).decide('accept');
    expect(dropped(session, 'review summary')).toBe(OVER);
    expect(session.facts('review')).toHaveLength(FLOOD);
  });

  it('the items that a limit ended', () => {
    const { session, turn } = flooded();
    for (const n of TIMES) turn.itemStarted(command(`call-${n}`));
    expect([dropped(session, 'item'), dropped(session, 'id of a dropped item')]).toEqual([OVER, OVER - LIMIT]);
  });

  it('the questions of the model to its user', () => {
    const { session, client, thread, turn } = flooded();
    const asked = { threadId: thread.id, turnId: turn.id };
    for (const n of TIMES)
      client.hears({ method: 'item/tool/requestUserInput', id: n, params: { ...asked, itemId: `call-${n}` } });
    turn.completed();
    expect(dropped(session, 'control tool')).toBe(OVER);
    expect(session.facts('turn')).toMatchObject([{ toolCounts: { total: FLOOD } }]);
  });

  it('what waits for a turn whose beginning nobody saw', () => {
    const { session, client, thread } = openThread({ limits: { itemsPerTurn: LIMIT } });
    const turn = thread.turn();
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    for (const n of TIMES) turn.item(command(`call-${n}`));
    expect(dropped(session, 'waiting span')).toBe(2 * FLOOD - 6 * LIMIT);
    turn.completed();
    expect(session.spansOf('item')).toHaveLength(3 * LIMIT);
    expect(session.started).toBe(session.spans.length + 1);
  });

  it('what is asked for and never comes about', () => {
    const { session, client, thread } = flooded();
    for (const n of TIMES) client.call('thread/queue/add', { threadId: thread.id, input: words, n }, {});
    expect(dropped(session, 'request')).toBe(OVER);
  });

  it('the kinds of notifications that several connections may tell, and how often each comes within a minute', () => {
    const { session, turn } = flooded();
    const run = (id: string) => turn.notify('hook/completed', { run: { id, eventName: 'stop' } });
    for (let n = 0; n < 1500; n++) run(`hook ${n}`);
    expect([dropped(session, 'notification'), dropped(session, 'occurrence')]).toEqual([500, 0]);
    for (let n = 0; n < 1500; n++) run('hook');
    expect([dropped(session, 'notification'), dropped(session, 'occurrence')]).toEqual([501, 500]);
    session.wait(60_001);
    for (let n = 0; n < 1500; n++) {
      session.wait(100);
      run('hook');
    }
    expect(dropped(session, 'occurrence')).toBe(500);
  });

  it('the threads of another server that a connection tells again', () => {
    const session = new Session({ limits: { threads: LIMIT } });
    const [first, second] = ['1', '2'].map((server) => session.connect({ server }).initialize()) as [
      ReturnType<Session['connect']>,
      ReturnType<Session['connect']>,
    ];
    for (const n of TIMES) {
      const thread = { thread: threadOf({ id: `thread ${n}` }, session.now) };
      for (const client of [first, second]) client.notify('thread/started', thread);
    }
    expect(dropped(session, 'mirrored thread')).toBe(OVER);
    expect(session.counters.get('messages.skipped', 'mirrored')).toBe(FLOOD);
  });

  it('the connections that are open', () => {
    const session = new Session({ limits: { connections: LIMIT } });
    for (const n of TIMES)
      session
        .connect({ server: `server ${n}` })
        .initialize()
        .startThread()
        .startTurn();
    expect(dropped(session, 'connection')).toBe(OVER);
    expect(session.observer.openCounts).toEqual({ threads: LIMIT, turns: LIMIT });
    expect(new Set(reasons(session, 'turn'))).toEqual(new Set(['server_closed']));
  });
});
