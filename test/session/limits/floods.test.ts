import { describe, expect, it } from 'vitest';
import { agentMessage, calendar, command, mcp } from '../items.js';
import { openThread, openTurn, Session, threadOf, words } from '../session.js';

const LIMIT = 10;
const FLOOD = 500;
const TIMES = Array.from({ length: FLOOD }, (_, n) => n);
/** So much of such a flood goes over the limit. */
const OVER = FLOOD - LIMIT;

const dropped = (session: Session, what: string) => session.counters.get('state.dropped', what);

describe('flood of traffic', () => {
  const flooded = () => openTurn({ limits: { itemsPerTurn: LIMIT, turnsPerThread: LIMIT }, capturesContent: true });
  const mentions = (target: (n: number) => string, type: string) =>
    TIMES.map((n) => ({ type, name: `name ${n}`, path: target(n) }));

  it('skills of a turn are kept up to the limit, and those beyond it are counted', () => {
    const { session, thread, turn } = flooded();
    thread.acceptTurn({ input: mentions((n) => `/skills/${n}/SKILL.md`, 'skill') }, { id: turn.id });
    turn.completed();
    expect(dropped(session, 'skill')).toBe(OVER);
    expect(session.facts('turn')[0]?.skills).toHaveLength(LIMIT);
  });

  it('app mentions and used apps of a turn are kept up to the limit, and those beyond it are counted', () => {
    const { session, thread, turn } = flooded();
    thread.acceptTurn({ input: mentions((n) => `app://${n}`, 'mention') }, { id: turn.id });
    for (const n of TIMES)
      turn.itemCompleted(mcp(`call-${n}`, { ...calendar, appContext: { connectorId: `app ${n}`, appName: 'x' } }));
    turn.completed();
    expect([dropped(session, 'app mention'), dropped(session, 'app')]).toEqual([OVER, OVER]);
    expect(session.facts('turn')[0]?.appMentions).toHaveLength(LIMIT);
  });

  it('captured messages of a turn are kept up to the limit, and those beyond it are counted', () => {
    const { session, turn } = flooded();
    for (const n of TIMES) turn.item(agentMessage(`m${n}`));
    turn.completed();
    // One message of the user came first.
    expect(dropped(session, 'message')).toBe(OVER + 1);
    expect(session.facts('turn')).toMatchObject([{ messageCount: FLOOD + 1 }]);
    const output = session.spansOf('turn')[0]?.attributes['gen_ai.output.messages'];
    expect(JSON.parse(String(output))).toHaveLength(LIMIT);
  });

  it('reviews of items that never complete are kept up to the limit, and those beyond it are counted', () => {
    const { session, turn } = flooded();
    for (const n of TIMES) turn.askCommand(n, `call-${n}`).decide('accept');
    expect(dropped(session, 'review summary')).toBe(OVER);
    expect(session.facts('review')).toHaveLength(FLOOD);
  });

  it('ids of dropped items are kept up to the limit, and those beyond it are counted', () => {
    const { session, turn } = flooded();
    for (const n of TIMES) turn.itemStarted(command(`call-${n}`));
    expect([dropped(session, 'item'), dropped(session, 'id of a dropped item')]).toEqual([OVER, OVER - LIMIT]);
  });

  it('ids of questions to the user are kept up to the limit, and the turn counts all questions', () => {
    const { session, client, thread, turn } = flooded();
    const asked = { threadId: thread.id, turnId: turn.id };
    for (const n of TIMES)
      client.receives({ method: 'item/tool/requestUserInput', id: n, params: { ...asked, itemId: `call-${n}` } });
    turn.completed();
    expect(dropped(session, 'control tool')).toBe(OVER);
    expect(session.facts('turn')).toMatchObject([{ toolCounts: { total: FLOOD } }]);
  });

  it("spans that wait for their turn's span are kept up to the limit, and those beyond it are counted", () => {
    const { session, client, thread } = openThread({ limits: { itemsPerTurn: LIMIT } });
    const turn = thread.turn();
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    for (const n of TIMES) turn.item(command(`call-${n}`));
    expect(dropped(session, 'waiting span')).toBe(2 * FLOOD - 6 * LIMIT);
    turn.completed();
    expect(session.spansOf('item')).toHaveLength(3 * LIMIT);
    expect(session.started).toBe(session.spans.length + 1);
  });

  it('requests whose effect never comes are kept up to the limit, and those beyond it are counted', () => {
    const { session, client, thread } = flooded();
    for (const n of TIMES) client.call('thread/queue/add', { threadId: thread.id, input: words, n }, {});
    expect(dropped(session, 'request')).toBe(OVER);
  });

  it('kinds of notifications, and occurrences of each within a minute, are kept up to 1,000, and those beyond it are counted', () => {
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

  it('mirrored threads are kept up to the limit, and those beyond it are counted', () => {
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

  it('open connections are kept up to the limit, and the oldest closes with everything in it', () => {
    const session = new Session({ limits: { connections: LIMIT } });
    for (const n of TIMES)
      session
        .connect({ server: `server ${n}` })
        .initialize()
        .startThread()
        .startTurn();
    expect(dropped(session, 'connection')).toBe(OVER);
    expect(session.observer.openCounts).toEqual({ threads: LIMIT, turns: LIMIT });
    expect(new Set(session.endReasons('turn'))).toEqual(new Set(['server_closed']));
  });
});
