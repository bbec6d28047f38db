import { describe, expect, it } from 'vitest';
import { collab, command, compaction, spawn } from './items.js';
import { Session, START, openThread, openTurn, threadOf } from './session.js';

const RUNTIME = {
  codex_rs_version: '0.169.0',
  runtime_os: 'linux',
  runtime_os_version: '12.0.0',
  runtime_arch: 'x86_64',
};
const CLIENT = {
  product_client_id: 'codex_vscode',
  client_name: 'codex_vscode',
  client_version: '1.2.3',
  rpc_transport: 'stdio',
  experimental_api_enabled: true,
};

describe('a thread', () => {
  it('has one event for each response that opens it, with its client, model and lineage (T5)', () => {
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

  it('that is resumed twice and forked has an event for each time, and says which', () => {
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

  it('emits nothing when its response comes before initialize, and one event when resumed afterwards (T14)', () => {
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

  it('has the source that its caller gave it, null where none was given, and keeps it when resumed', () => {
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

  it('goes under its own originator where the protocol names one, and no other thread does (T63)', () => {
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

  it('has an event when it is archived and unarchived, at the moment of the answer (T63)', () => {
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

  it('that somebody else archived has an event all the same, without what is not known (T63)', () => {
    const session = new Session();
    const client = session.connect();
    client.thread('01a2060e-5c18-7110-ba01-0000000000ff').notify('thread/archived');
    session.end();
    expect(session.params('codex_thread_archive_event')).toMatchObject([
      { action: 'archived', occurred_at_ms: START, app_server_client: null, runtime: null, thread_source: null },
    ]);
  });
});

describe('a request that is not followed', () => {
  it('means nothing, whatever the answer under its id looks like (T15)', () => {
    const { session, client, thread } = openThread();
    const turn = { turn: { id: session.nextId(), items: [], status: 'inProgress', error: null } };
    const before = session.events.length;
    client.call('model/list', { threadId: thread.id }, turn);
    client.call('thread/archive', { threadId: session.nextId() }, turn);
    client.answer(4711, turn);
    client.answer('4711', { thread: threadOf({ id: session.nextId() }, session.now), model: 'gpt-5.5' });
    thread.turn(turn.turn.id).completed();
    session.end();
    expect(session.events).toHaveLength(before);
  });

  it('leaves the requests that are followed alone: `1` and `"1"` are two ids (T61)', () => {
    const { session, client, thread } = openThread();
    client.request('turn/start', { threadId: thread.id, input: [] }, 'one');
    client.request('turn/start', { threadId: thread.id, input: [] }, 1000);
    client.request('model/list', {}, '1000');
    client.answer('1000', { data: [] });
    for (const id of [1000, 'one']) {
      const turn = thread.turn();
      client.answer(id, { turn: { id: turn.id, items: [], status: 'inProgress' } });
      turn.started().completed();
    }
    expect(session.params('codex_turn_event')).toHaveLength(2);
  });
});

describe('a thread of a subagent', () => {
  it('is announced when its first turn begins, as from inside the process, with its parent (T13)', () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.itemStarted(spawn('call-1', child.id));
    session.wait(5);
    turn.itemCompleted(spawn('call-1', child.id));
    expect(session.params('codex_thread_initialized')).toHaveLength(1);
    child.turn().started();
    expect(session.params('codex_thread_initialized')[1]).toEqual({
      thread_id: child.id,
      session_id: turn.thread.id,
      app_server_client: { ...CLIENT, rpc_transport: 'in_process', experimental_api_enabled: null },
      runtime: RUNTIME,
      model: 'gpt-5.4',
      ephemeral: false,
      thread_source: 'subagent',
      initialization_mode: 'new',
      subagent_source: 'thread_spawn',
      parent_thread_id: turn.thread.id,
      forked_from_thread_id: null,
      created_at: START / 1000,
    });
  });

  it.each([
    ['review', 'review', null],
    ['compact', 'compact', null],
    ['memory_consolidation', 'memory_consolidation', null],
    [{ other: 'guardian' }, 'guardian', null],
    [{ thread_spawn: { parent_thread_id: 'parent-1', depth: 1 } }, 'thread_spawn', 'parent-1'],
  ])('that is resumed says what kind it is: %j (T13)', (subAgent, source, parent) => {
    const session = new Session();
    const client = session.connect().initialize();
    client.resumeThread(session.nextId(), { source: { subAgent }, threadSource: 'subagent' });
    client.resumeThread(session.nextId(), {
      source: { subAgent },
      threadSource: 'subagent',
      parentThreadId: 'explicit',
    });
    const common = { thread_source: 'subagent', subagent_source: source };
    expect(session.params('codex_thread_initialized')).toMatchObject([
      { ...common, parent_thread_id: parent },
      { ...common, parent_thread_id: 'explicit' },
    ]);
  });

  it('that is resumed carries its lineage into a compaction (T16)', () => {
    const session = new Session();
    const client = session.connect().initialize();
    const source = { subAgent: { thread_spawn: { parent_thread_id: 'parent-1', depth: 1 } } };
    const thread = client.resumeThread(session.nextId(), { source, threadSource: 'subagent' });
    thread.startTurn().item(compaction('compact-1'));
    expect(session.params('codex_compaction_event')).toMatchObject([
      { thread_source: 'subagent', subagent_source: 'thread_spawn', parent_thread_id: 'parent-1' },
    ]);
  });

  it("inherits its parent's connection (T19)", () => {
    const { session, client, turn } = openTurn({ transport: 'websocket' });
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    child.turn().started().item(compaction('compact-1'));
    expect(session.params('codex_compaction_event')).toMatchObject([
      {
        thread_id: child.id,
        parent_thread_id: turn.thread.id,
        app_server_client: { ...CLIENT, rpc_transport: 'websocket' },
        runtime: RUNTIME,
      },
    ]);
  });

  it('hands it on no further: what a subagent spawns makes spans and no events', () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    const grandchild = client.thread(session.nextId());
    child.turn().started().item(spawn('call-2', grandchild.id));
    const before = session.events.length;
    grandchild.turn().started().item(command('call-3')).completed();
    expect(session.events).toHaveLength(before);
    expect(session.facts('turn')).toMatchObject([{ lineage: { threadId: grandchild.id, parentThreadId: child.id } }]);
  });

  it("that a server announces shows its parent's client on its tool items (T20)", () => {
    const { session, client, thread } = openThread();
    const child = client.thread(session.nextId());
    const lineage = { source: { subAgent: 'review' }, threadSource: 'subagent', parentThreadId: thread.id };
    client.notify('thread/started', { thread: threadOf({ id: child.id, ...lineage }, session.now) });
    child.turn().started().item(command('call-1'));
    expect(session.params('codex_command_execution_event')).toMatchObject([
      {
        thread_id: child.id,
        app_server_client: CLIENT,
        thread_source: 'subagent',
        subagent_source: 'review',
        parent_thread_id: thread.id,
      },
    ]);
  });

  it('is made by the call that spawns it and by no other that names it', () => {
    const { session, client, turn } = openTurn();
    const nobody = session.nextId();
    turn.item(collab('call-1', { tool: 'closeAgent', receiverThreadIds: [nobody], status: 'failed' }));
    client.thread(nobody).turn().started().completed();
    session.end();
    expect(session.params('codex_thread_initialized')).toHaveLength(1);
    expect(session.params('codex_turn_event').map(({ thread_id }) => thread_id)).not.toContain(nobody);
  });
});
