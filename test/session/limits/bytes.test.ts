import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS, limitsOf, mirroredThreads } from '../../../src/session/limits.js';
import { agentMessage, command, dynamic, mcp } from '../items.js';
import { openThread, openTurn, Session, threadOf, type SessionOptions } from '../session.js';

const MEGABYTE = 'x'.repeat(2 ** 20);
const dropped = (session: Session, what: string) => session.counters.get('state.dropped', what);

describe('limits', () => {
  it.each([undefined, null, Number.NaN, -1, 1.5, Infinity, '10', {}])(
    'a value that is no number of things counts as left out: %s',
    (value) => {
      const odd = Object.fromEntries(Object.keys(DEFAULT_LIMITS).map((name) => [name, value]));
      expect(limitsOf(odd)).toEqual(DEFAULT_LIMITS);
    },
  );

  it.each([undefined, Number.NaN])('a limit of %s ends and drops nothing', (value) => {
    const limits = {
      connections: value,
      threads: value,
      turnsPerThread: value,
      itemsPerTurn: value,
      endedTurns: value,
    };
    const session = new Session({ limits: limits as SessionOptions['limits'] });
    const client = session.connect().initialize();
    const threads = Array.from({ length: 5 }, () => client.startThread());
    const turns = threads.map((thread) => thread.startTurn().item(command('1')).item(command('2')));
    for (const turn of turns) turn.completed();
    expect(session.counters.total('state.dropped')).toBe(0);
    expect(session.facts('turn').map(({ endReason }) => endReason)).toEqual(turns.map(() => null));
  });
});

describe('bytes of all state together', () => {
  it('the oldest threads end with limit_reached, and are counted, when all together take too many bytes', () => {
    const session = new Session({ limits: { bytes: 40_000 } });
    const client = session.connect().initialize();
    const turns = Array.from({ length: 8 }, () => client.startThread().startTurn());
    const { threads } = session.observer.openCounts;
    expect(threads).toBeGreaterThan(2);
    expect(threads).toBeLessThan(6);
    expect(dropped(session, 'thread')).toBe(8 - threads);
    expect(session.facts('turn').map(({ turnId, endReason }) => [turnId, endReason])).toEqual(
      turns.slice(0, 8 - threads).map(({ id }) => [id, 'limit_reached']),
    );
    turns[7]!.completed();
    expect(session.params('codex_turn_event')).toHaveLength(1);
  });

  it('the oldest turns of the only thread end when they take too many bytes, and the thread goes on', () => {
    const { session, thread } = openThread({ limits: { bytes: 60_000 } });
    for (let n = 0; n < 5; n++) {
      const turn = thread.acceptTurn();
      for (let i = 0; i < 5; i++) turn.itemStarted(command(`${n} ${i}`));
    }
    expect(dropped(session, 'thread')).toBe(0);
    expect(dropped(session, 'turn')).toBeGreaterThan(0);
    expect(session.observer.openCounts.threads).toBe(1);
    expect(session.endReasons('item')).toContain('limit_reached');
  });

  it('state that was ended gives its bytes back: any number of turns one after another drops nothing', () => {
    const { session, thread } = openThread({ limits: { bytes: 60_000 }, capturesContent: true });
    for (let n = 0; n < 200; n++) {
      const turn = thread.startTurn();
      for (const id of ['1', '2']) turn.item(command(id)).item(agentMessage(`m${id}`));
      turn.notify('hook/started', { run: { id: 'h', eventName: 'stop', status: 'running' } });
      turn.completed();
      session.wait(60_000);
    }
    session.end();
    expect(session.counters.get('state.dropped', 'turn')).toBe(0);
    expect(session.counters.get('state.dropped', 'content')).toBe(0);
  });

  it('captured content for which there is no room is dropped and counted, and the rest of its item goes on', () => {
    const { session, turn } = openTurn({ limits: { bytes: 1_000_000 }, capturesContent: true });
    turn.itemCompleted(command('big', { aggregatedOutput: MEGABYTE })).item(command('small'));
    turn.completed();
    expect(dropped(session, 'content')).toBe(1);
    const [big, small] = session.spansOf('item').map(({ attributes }) => attributes);
    expect(big).not.toHaveProperty('gen_ai.tool.call.result');
    expect(small).toHaveProperty('gen_ai.tool.call.result');
    expect(session.endReasons('item')).toEqual([null, null]);
  });
});

describe('ids of threads that other connections report', () => {
  const LIMITS = { bytes: 1_000_000 };
  const MOST = mirroredThreads({ ...DEFAULT_LIMITS, ...LIMITS });

  /** A server, and connections of another server that get the same threads reported. */
  function mirror(connections: number, threads: number) {
    const session = new Session({ limits: LIMITS });
    const near = session.connect({ server: 'near' }).initialize();
    const far = Array.from({ length: connections }, (_, n) => session.connect({ server: `far ${n}` }).initialize());
    const reported = Array.from({ length: threads }, () => near.startThread());
    for (const client of far)
      for (const { id } of reported) client.notify('thread/started', { thread: threadOf({ id }, session.now) });
    return { session, far };
  }

  it('have a sixteenth of the bytes, whatever the number of connections; the oldest are dropped and counted', () => {
    const { session } = mirror(10, 20);
    expect(MOST).toBeLessThan(200);
    expect(dropped(session, 'mirrored thread')).toBe(200 - MOST);
    expect(dropped(session, 'thread')).toBe(0);
  });

  it('are forgotten when their connections close', () => {
    const { session, far } = mirror(10, 12);
    expect(dropped(session, 'mirrored thread')).toBe(0);
    for (const client of far) client.close();
    const again = session.connect({ server: 'again' }).initialize();
    for (let n = 0; n < MOST; n++) again.notify('thread/started', { thread: threadOf({ id: `t${n}` }, session.now) });
    expect(dropped(session, 'mirrored thread')).toBe(0);
  });
});

describe('a name of a megabyte', () => {
  it('is cut on spans and in events, wherever it stands, and counted', () => {
    const { session, thread, turn } = openTurn();
    turn.item(mcp('1', { tool: MEGABYTE, server: MEGABYTE }));
    turn.item(dynamic('2', { tool: MEGABYTE }));
    turn.item(command(MEGABYTE, { source: MEGABYTE }));
    turn.askCommand(MEGABYTE, '3').decide('accept');
    turn.guardianStarted(MEGABYTE, null).guardianCompleted(MEGABYTE, null, 'approved');
    turn.notify('hook/completed', {
      run: { id: MEGABYTE, eventName: MEGABYTE, source: MEGABYTE, status: 'completed' },
    });
    thread.notify('thread/settings/updated', { threadSettings: { model: MEGABYTE, effort: MEGABYTE } });
    thread.startTurn({ responsesapiClientMetadata: { workspace_kind: MEGABYTE } }).completed();
    thread.client.startThread({ id: MEGABYTE, originator: MEGABYTE, threadSource: MEGABYTE, sessionId: MEGABYTE });
    session.end();
    const spans = session.spans.map(({ name, attributes }) => JSON.stringify([name, attributes]).length);
    const events = session.events.map((event) => JSON.stringify(event).length);
    expect(Math.max(...spans, ...events)).toBeLessThan(5_000);
    expect(session.counters.get('values.shortened', 'item/completed')).toBeGreaterThan(3);
  });
});
