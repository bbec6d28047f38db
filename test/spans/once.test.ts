import { describe, expect, it } from 'vitest';
import { command, spawn, userMessage } from '../acceptance/items.js';
import { START, Session, threadOf, words, type Client } from '../acceptance/session.js';

const names = (session: Session) => session.spans.map(({ name }) => name).sort();
const NO_THREAD = '01a2060e-5c18-7110-ba01-0000000000aa';

/** Two clients of one WebSocket server that both see one thread. */
function twoClients() {
  const session = new Session();
  const first = session.connect({ transport: 'websocket' }).initialize();
  const thread = first.startThread();
  session.wait(10);
  const second = session.connect({ transport: 'websocket' }).initialize();
  second.resumeThread(thread.id);
  session.wait(10);
  return { session, first, second, thread };
}

describe('a conversation is told once', () => {
  it('though every notification comes once for each connection', () => {
    const { session, second, thread } = twoClients();
    const turn = thread.startTurn();
    const other = turn.on(second).started({ startedAt: null, rootTurnId: null });
    const both = [turn, other];
    for (const each of both) each.itemStarted(command('call-1'));
    const approval = turn.askCommand(0, 'call-1');
    const again = approval.on(second);
    again.answer({ decision: 'accept' });
    approval.answer({ decision: 'decline' });
    approval.resolved();
    again.resolved();
    for (const each of both) each.itemCompleted(command('call-1'));
    for (const each of both) each.guardianStarted('r', null);
    for (const each of both) each.guardianCompleted('r', null, 'approved');
    const run = { id: 'h', eventName: 'stop', durationMs: 1 };
    for (const each of both) for (const n of ['started', 'completed']) each.notify(`hook/${n}`, { run });
    const goal = { status: 'active', tokensUsed: 0 };
    for (const each of both) each.thread.notify('thread/goal/updated', { turnId: turn.id, goal });
    for (const each of both) each.diff('@@ -0,0 +1 @@\n+x\n');
    for (const each of both) each.item({ type: 'imageView', id: 'view' });
    for (const each of both) each.completed({ startedAt: null, rootTurnId: null });
    session.end();
    expect(names(session)).toEqual([
      'codex.goal created',
      'codex.hook stop',
      'codex.review guardian',
      'codex.review user',
      'codex.thread',
      'codex.thread resume',
      'codex.thread start',
      'execute_tool shell',
      'invoke_agent codex',
    ]);
    expect(session.params('codex_review_event')[0]).toMatchObject({ status: 'approved' });
    expect(session.params('codex_turn_event')).toMatchObject([
      { total_tool_call_count: 3, shell_command_count: 1, root_turn_id: turn.id, started_at: START / 1000 },
    ]);
    expect(session.facts('turn')).toMatchObject([{ messageCount: 1, reviewCount: 2 }]);
    expect(session.facts('thread')).toMatchObject([{ turnCount: 1, addedLines: 1 }]);
  });

  it('an archive, too, whoever asked for it', () => {
    const { session, first, second, thread } = twoClients();
    first.call('thread/archive', { threadId: thread.id }, {});
    thread.notify('thread/archived');
    thread.on(second).notify('thread/archived');
    const refused = second.request('thread/unarchive', { threadId: thread.id });
    second.refuse(refused, { code: 1, message: 'no' });
    thread.notify('thread/unarchived');
    thread.on(second).notify('thread/unarchived');
    expect(session.params('codex_thread_archive_event').map(({ action }) => action)).toEqual([
      'archived',
      'unarchived',
    ]);
  });

  it('runs of a hook are told apart also for a client that joins between them', () => {
    const { session, first, thread } = twoClients();
    const turn = thread.startTurn();
    const run = (client: Client, durationMs: number) => {
      for (const n of ['started', 'completed'])
        turn.on(client).notify(`hook/${n}`, { run: { id: 'h', eventName: 'stop', durationMs } });
    };
    session.wait(10);
    run(first, 1);
    session.wait(10);
    const third = session.connect({ transport: 'websocket' }).initialize();
    third.resumeThread(thread.id);
    session.wait(10);
    for (const client of [first, third]) run(client, 2);
    for (const client of [third, first]) run(client, 3);
    session.end();
    expect(session.facts('hook').map(({ startMs, endMs }) => endMs - startMs)).toEqual([1, 2, 3]);
    expect(session.params('codex_hook_run')).toHaveLength(3);
  });
});

describe('a conversation that passes the observer twice', () => {
  /** A host's connection to a proxy, and the proxy's own to the server: each request goes through both. */
  function proxied() {
    const session = new Session();
    const outer = session.connect({ server: 'proxy' });
    const inner = session.connect({ server: 'server' });
    const both = (tell: (client: Client) => void, order: readonly Client[]) => {
      for (const client of order) {
        tell(client);
        session.wait(1);
      }
    };
    outer.initialize();
    inner.initialize();
    const id = 4711;
    both((client) => client.request('thread/start', {}, id), [outer, inner]);
    const opened = { thread: threadOf({ id: NO_THREAD }, session.now), model: 'gpt-5.5' };
    both((client) => client.answer(id, opened), [inner, outer]);
    return { session, outer, inner, both };
  }

  it('is told by the connection nearer to the server', () => {
    const { session, outer, inner, both } = proxied();
    both((client) => client.request('turn/start', { threadId: NO_THREAD, input: words }, 1), [outer, inner]);
    const turn = { id: 'turn-1', status: 'inProgress' };
    both((client) => client.answer(1, { turn }), [inner, outer]);
    both((client) => client.thread(NO_THREAD).turn('turn-1').started(), [inner, outer]);
    both((client) => client.thread(NO_THREAD).turn('turn-1').item(command('call-1')), [inner, outer]);
    both((client) => client.thread(NO_THREAD).turn('turn-1').completed(), [inner, outer]);
    outer.close();
    inner.close();
    expect(names(session)).toEqual(['codex.thread', 'codex.thread start', 'execute_tool shell', 'invoke_agent codex']);
    expect(session.types).toEqual(['codex_thread_initialized', 'codex_command_execution_event', 'codex_turn_event']);
    expect(session.counters.get('messages.skipped', 'mirrored')).toBeGreaterThan(5);
  });

  it('is opened again once, and what it is asked goes with it', () => {
    const { session, outer, inner, both } = proxied();
    const asked = { threadId: NO_THREAD };
    both((client) => client.request('thread/resume', asked, 5), [outer, inner]);
    const opened = { thread: threadOf({ id: NO_THREAD, preview: 'x' }, session.now), model: 'gpt-5.5' };
    both((client) => client.answer(5, opened), [inner, outer]);
    both((client) => client.request('thread/archive', asked, 6), [outer, inner]);
    both((client) => client.answer(6, {}), [inner, outer]);
    both((client) => client.thread(NO_THREAD).notify('thread/archived'), [inner, outer]);
    session.end();
    expect(session.types).toEqual([
      'codex_thread_initialized',
      'codex_thread_initialized',
      'codex_thread_archive_event',
    ]);
  });

  it('is asked about under the span of the connection that tells it', () => {
    const { session, outer, inner } = proxied();
    const [opening] = session.spansOf('thread_initialization');
    for (const { connection } of [inner, outer])
      expect(session.observer.initializationOf(connection, NO_THREAD)).toBe(opening);
    const stranger = session.connect({ server: 'another' });
    expect(session.observer.initializationOf(stranger.connection, NO_THREAD)).toBeUndefined();
  });

  it('is told once however many clients opened it before', () => {
    const { session, inner, both, outer } = proxied();
    for (let n = 0; n < 20; n++) inner.resumeThread(NO_THREAD);
    both((client) => client.thread(NO_THREAD).turn('turn-1').started(), [inner, outer]);
    both((client) => client.thread(NO_THREAD).turn('turn-1').completed(), [inner, outer]);
    session.end();
    expect(session.spansOf('turn')).toHaveLength(1);
  });

  it('has its subagents told once, too', () => {
    const { session, outer, inner, both } = proxied();
    const child = session.nextId();
    both((client) => client.thread(NO_THREAD).turn('turn-1').started(), [inner, outer]);
    both((client) => client.thread(NO_THREAD).turn('turn-1').item(spawn('call-1', child)), [inner, outer]);
    both((client) => client.thread(child).turn('turn-2').started(), [inner, outer]);
    both((client) => client.thread(child).turn('turn-2').completed(), [inner, outer]);
    session.end();
    expect(names(session).filter((name) => name === 'codex.thread spawn')).toHaveLength(1);
    expect(new Set(session.spans.map((span) => span.spanContext().spanId)).size).toBe(session.spans.length);
  });

  it('is not the same as a thread that another server opened again', () => {
    const session = new Session();
    const first = session.connect({ server: '1' }).initialize();
    const thread = first.startThread();
    session.wait(10);
    const second = session.connect({ server: '2' }).initialize();
    second.resumeThread(thread.id).turn().started().item(userMessage('m')).completed();
    session.end();
    expect(session.params('codex_thread_initialized').map(({ initialization_mode }) => initialization_mode)).toEqual([
      'new',
      'resumed',
    ]);
    expect(session.params('codex_turn_event')).toHaveLength(1);
  });
});
