import { describe, expect, it } from 'vitest';
import { command, spawn, userMessage } from '../items.js';
import { type Client, Session, threadOf, words } from '../session.js';

const names = (session: Session) => session.spans.map(({ name }) => name).sort();
const THREAD = '01a2060e-5c18-7110-ba01-0000000000aa';

describe('conversation that passes the observer twice', () => {
  /** A host's connection to a proxy, and the proxy's own to the server: each request goes through both. */
  function proxied() {
    const session = new Session();
    const outer = session.connect({ server: 'proxy' });
    const inner = session.connect({ server: 'server' });
    const both = (send: (client: Client) => void, order: readonly Client[]) => {
      for (const client of order) {
        send(client);
        session.wait(1);
      }
    };
    outer.initialize();
    inner.initialize();
    const id = 4711;
    both((client) => client.request('thread/start', {}, id), [outer, inner]);
    const opened = { thread: threadOf({ id: THREAD }, session.now), model: 'gpt-5.5' };
    both((client) => client.answer(id, opened), [inner, outer]);
    return { session, outer, inner, both };
  }

  it('a mirrored conversation is observed on the connection nearer to the server, and the other is counted as mirrored', () => {
    const { session, outer, inner, both } = proxied();
    both((client) => client.request('turn/start', { threadId: THREAD, input: words }, 1), [outer, inner]);
    const turn = { id: 'turn-1', status: 'inProgress' };
    both((client) => client.answer(1, { turn }), [inner, outer]);
    both((client) => client.thread(THREAD).turn('turn-1').started(), [inner, outer]);
    both((client) => client.thread(THREAD).turn('turn-1').item(command('call-1')), [inner, outer]);
    both((client) => client.thread(THREAD).turn('turn-1').completed(), [inner, outer]);
    outer.close();
    inner.close();
    expect(names(session)).toEqual(['codex.thread', 'codex.thread start', 'execute_tool shell', 'invoke_agent codex']);
    expect(session.types).toEqual(['codex_thread_initialized', 'codex_command_execution_event', 'codex_turn_event']);
    expect(session.counters.get('messages.skipped', 'mirrored')).toBeGreaterThan(5);
  });

  it('a mirrored thread that is resumed and archived has one event for each', () => {
    const { session, outer, inner, both } = proxied();
    const asked = { threadId: THREAD };
    both((client) => client.request('thread/resume', asked, 5), [outer, inner]);
    const opened = { thread: threadOf({ id: THREAD, preview: 'x' }, session.now), model: 'gpt-5.5' };
    both((client) => client.answer(5, opened), [inner, outer]);
    both((client) => client.request('thread/archive', asked, 6), [outer, inner]);
    both((client) => client.answer(6, {}), [inner, outer]);
    both((client) => client.thread(THREAD).notify('thread/archived'), [inner, outer]);
    session.end();
    expect(session.types).toEqual([
      'codex_thread_initialized',
      'codex_thread_initialized',
      'codex_thread_archive_event',
    ]);
  });

  it('a request of either connection finds the initialisation of a mirrored thread', () => {
    const { session, outer, inner } = proxied();
    const [opening] = session.spansOf('thread_initialization');
    for (const { connection } of [inner, outer])
      expect(session.observer.initializationOf(connection, THREAD)).toBe(opening);
    const stranger = session.connect({ server: 'another' });
    expect(session.observer.initializationOf(stranger.connection, THREAD)).toBeUndefined();
  });

  it('a mirrored thread has its spans once, even after 20 clients opened it', () => {
    const { session, inner, both, outer } = proxied();
    for (let n = 0; n < 20; n++) inner.resumeThread(THREAD);
    both((client) => client.thread(THREAD).turn('turn-1').started(), [inner, outer]);
    both((client) => client.thread(THREAD).turn('turn-1').completed(), [inner, outer]);
    session.end();
    expect(session.spansOf('turn')).toHaveLength(1);
  });

  it('a thread that a mirrored turn spawned has its spans once', () => {
    const { session, outer, inner, both } = proxied();
    const child = session.nextId();
    both((client) => client.thread(THREAD).turn('turn-1').started(), [inner, outer]);
    both((client) => client.thread(THREAD).turn('turn-1').item(spawn('call-1', child)), [inner, outer]);
    both((client) => client.thread(child).turn('turn-2').started(), [inner, outer]);
    both((client) => client.thread(child).turn('turn-2').completed(), [inner, outer]);
    session.end();
    expect(names(session).filter((name) => name === 'codex.thread spawn')).toHaveLength(1);
    expect(new Set(session.spans.map((span) => span.spanContext().spanId)).size).toBe(session.spans.length);
  });

  it('a thread that another server resumes is no mirror and has its own events', () => {
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
