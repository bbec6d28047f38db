import { describe, expect, it } from 'vitest';
import { CLIENT, openThread, RUNTIME, Session, START } from '../session.js';

describe('thread initialisation', () => {
  it('a thread/start response makes one codex_thread_initialized event with client, model and lineage', () => {
    const { session, thread } = openThread();
    expect(session.events).toEqual([
      {
        event_type: 'codex_thread_initialized',
        event_params: {
          thread_id: thread.id,
          session_id: thread.id,
          app_server_client: CLIENT,
          runtime: RUNTIME,
          model: 'gpt-5.5',
          ephemeral: false,
          thread_source: 'user',
          initialization_mode: 'new',
          subagent_source: null,
          parent_thread_id: null,
          forked_from_thread_id: null,
          created_at: START / 1000,
        },
      },
    ]);
  });

  it('each resume and fork of a thread makes another codex_thread_initialized event with its mode', () => {
    const { session, client, thread } = openThread();
    client.resumeThread(thread.id);
    client.resumeThread(thread.id);
    client.forkThread(thread.id);
    const forked = { initialization_mode: 'forked', forked_from_thread_id: thread.id };
    expect(session.params('codex_thread_initialized')).toMatchObject([
      { initialization_mode: 'new' },
      { initialization_mode: 'resumed', thread_id: thread.id },
      { initialization_mode: 'resumed', thread_id: thread.id },
      forked,
    ]);
  });

  it('a thread that was started before initialize has no event until a client resumes it after initialize', () => {
    const session = new Session();
    const client = session.connect({ transport: 'websocket' });
    const thread = client.startThread();
    client.initialize({ capabilities: { experimentalApi: false } });
    expect(session.events).toEqual([]);
    client.resumeThread(thread.id);
    expect(session.params('codex_thread_initialized')).toMatchObject([
      {
        initialization_mode: 'resumed',
        app_server_client: { ...CLIENT, rpc_transport: 'websocket', experimental_api_enabled: false },
      },
    ]);
  });

  it('a thread keeps the source that its caller gave it, or null, when it is resumed', () => {
    const session = new Session();
    const client = session.connect().initialize();
    for (const threadSource of ['user', 'automation', 'my_feature', null]) {
      const { id } = client.startThread({ threadSource });
      client.resumeThread(id, { threadSource });
    }
    expect(session.params('codex_thread_initialized').map((params) => params.thread_source)).toEqual(
      ['user', 'automation', 'my_feature', null].flatMap((source) => [source, source]),
    );
  });

  it('a thread with an originator of its own has it as product client, and other threads do not', () => {
    const session = new Session();
    const client = session.connect().initialize();
    client.startThread({ originator: 'codex_work' }).startTurn().completed();
    client.startThread().startTurn().completed();
    const clients = [...session.params('codex_thread_initialized'), ...session.params('codex_turn_event')].map(
      ({ app_server_client: { product_client_id, client_name } }) => [product_client_id, client_name],
    );
    expect(clients).toEqual([
      ['codex_work', 'codex_vscode'],
      ['codex_vscode', 'codex_vscode'],
      ['codex_work', 'codex_vscode'],
      ['codex_vscode', 'codex_vscode'],
    ]);
  });

  it('a turn hangs under the latest initialisation of its thread, and so does the thread span under the first', () => {
    const { session, client, thread } = openThread();
    thread.startTurn().completed();
    session.wait(10);
    client.resumeThread(thread.id).startTurn().completed();
    expect(session.spansOf('turn').map((span) => session.parentOf(span)?.name)).toEqual([
      'codex.thread start',
      'codex.thread resume',
    ]);
    session.end();
    const [threadSpan] = session.spansOf('thread');
    expect(session.parentOf(threadSpan)?.name).toBe('codex.thread start');
  });
});

describe('thread archive', () => {
  it('an archived or unarchived thread has an event at the moment of the answer', () => {
    const { session, client, thread } = openThread();
    for (const [method, notification] of [
      ['thread/archive', 'thread/archived'],
      ['thread/unarchive', 'thread/unarchived'],
    ] as const) {
      const id = client.request(method, { threadId: thread.id });
      session.wait(10);
      client.answer(id, {});
      thread.notify(notification);
    }
    expect(session.params('codex_thread_archive_event')).toEqual([
      {
        thread_id: thread.id,
        action: 'archived',
        occurred_at_ms: START + 10,
        app_server_client: CLIENT,
        runtime: RUNTIME,
        thread_source: 'user',
        parent_thread_id: null,
      },
      expect.objectContaining({ action: 'unarchived', occurred_at_ms: START + 20 }),
    ]);
  });

  it('a thread that another client archived has an event with null for everything unknown', () => {
    const session = new Session();
    const client = session.connect();
    client.thread('01a2060e-5c18-7110-ba01-0000000000ff').notify('thread/archived');
    session.end();
    expect(session.params('codex_thread_archive_event')).toMatchObject([
      { action: 'archived', occurred_at_ms: START, app_server_client: null, runtime: null, thread_source: null },
    ]);
  });
});
