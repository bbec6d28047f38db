import { describe, expect, it } from 'vitest';
import { activity, collab, command, compaction, spawn, userMessage } from '../items.js';
import { CLIENT, HOUR, MINUTE, openThread, openTurn, RUNTIME, Session, START, threadOf } from '../session.js';

describe('spawned thread', () => {
  it('a spawned thread has its codex_thread_initialized event when its first turn starts, with transport in_process', () => {
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

  it('a thread that is reported as its own subagent, or as that of its subagent, has its spans all the same', () => {
    const session = new Session();
    const client = session.connect().initialize();
    const [alone, one, two] = [1, 2, 3].map(() => client.thread(session.nextId())) as [
      ReturnType<typeof client.thread>,
      ReturnType<typeof client.thread>,
      ReturnType<typeof client.thread>,
    ];
    for (const [parent, child] of [
      [alone, alone],
      [one, two],
      [two, one],
    ] as const)
      parent.turn().itemStarted(spawn(`of ${parent.id}`, child.id));
    for (const thread of [alone, one, two]) thread.turn().started().completed({ durationMs: 1 });
    session.end();
    const turns = session.spansOf('turn').map(({ attributes }) => attributes['codex.thread.id']);
    for (const { id } of [alone, one, two]) expect(turns).toContain(id);
    expect(session.spans).toHaveLength(session.started);
  });

  it("a spawn span lasts from the start of its item to the first turn of the thread, in the parent's trace", () => {
    const { session, client, thread, turn } = openTurn();
    const child = client.thread(session.nextId());
    session.wait(10);
    turn.itemStarted(spawn('call-1', child.id));
    session.wait(10);
    turn.itemCompleted(spawn('call-1', child.id));
    session.wait(10);
    const childTurn = child.turn().started().item(command('call-2'));
    childTurn.completed({ durationMs: 5 });
    child.turn().started().completed({ durationMs: 1 });
    turn.completed();
    session.end();
    const [, opening] = session.spansOf('thread_initialization');
    expect(session.facts('thread_initialization')[1]).toMatchObject({
      method: 'spawn',
      startMs: START + 10,
      endMs: START + 30,
      model: 'gpt-5.4',
      lineage: { parentThreadId: thread.id, subagentSource: 'thread_spawn', threadSource: 'subagent' },
    });
    expect(session.lineage(opening)).toEqual([
      'codex.thread spawn',
      'execute_tool spawn_agent',
      'invoke_agent codex',
      'codex.thread start',
    ]);
    const traces = new Set(session.spans.map((span) => span.spanContext().traceId));
    expect([...traces]).toEqual([thread.id.replaceAll('-', '')]);
    expect(session.params('codex_turn_event').map(({ is_first_turn }) => is_first_turn)).toEqual([true, false, true]);
    expect(session.params('codex_turn_event')[0]).toMatchObject({ thread_id: child.id, reasoning_effort: 'low' });
  });

  it('a subagent that a WebSocket client named waits for its first turn while another client comes and goes', () => {
    const { session, client, turn } = openTurn({ transport: 'websocket' });
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    session.connect({ transport: 'websocket' }).initialize().close();
    session.wait(MINUTE);
    child.turn().started();
    expect(session.facts('thread_initialization').map(({ method }) => method)).toEqual(['start', 'spawn']);
  });

  it('a subagent of a WebSocket client that left ends also where the history opens it that another client reads', () => {
    const { session, client, turn } = openTurn({ transport: 'websocket' });
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    const work = child.turn().item(command('call-2'));
    client.close();
    const reader = session.connect({ transport: 'websocket' }).initialize();
    const ended = { id: work.id, status: 'completed', startedAt: START / 1000, completedAt: START / 1000, items: [] };
    reader.call('thread/read', { threadId: child.id }, { thread: threadOf({ id: child.id, turns: [ended] }, START) });
    expect(session.facts('thread_initialization').map(({ method }) => method)).toEqual(['start', 'spawn']);
    session.wait(MINUTE).wait(HOUR);
    expect(session.observer.openCounts).toEqual({ threads: 0, turns: 0 });
    expect(session.endReasons('thread')).toEqual(['connection_closed', 'connection_closed']);
  });

  it('a spawn span ends at turn/started, though no item of that turn was reported yet', () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    child.notify('turn/started', { turn: { id: session.nextId(), status: 'inProgress' } });
    expect(session.facts('thread_initialization').map(({ method }) => method)).toEqual(['start', 'spawn']);
  });

  it("a thread that a subAgentActivity spawned has a copy of its parent's history: its first turn is not first", () => {
    const { session, client, thread, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(activity('call-1', 'started', child.id, { model: 'gpt-6', reasoningEffort: 'low' }));
    turn.item(activity('call-2', 'started', null));
    child.turn().started().completed();
    expect(session.params('codex_thread_initialized')[1]).toMatchObject({
      thread_id: child.id,
      model: 'gpt-6',
      forked_from_thread_id: thread.id,
    });
    expect(session.params('codex_turn_event')).toMatchObject([
      { thread_id: child.id, is_first_turn: false, reasoning_effort: 'low' },
    ]);
  });

  it("a thread that was spawned without a model has its parent's model", () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id, { model: '', reasoningEffort: null }));
    child.turn().started().completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ model: 'gpt-5.5' }]);
  });

  it("a thread whose turn/started came before the item that spawned it has a spawn span and the spawn's model", () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    const early = child.turn();
    child.notify('turn/started', { turn: { id: early.id, status: 'inProgress' } });
    turn.item(spawn('call-1', child.id));
    early.item(userMessage('m')).completed();
    expect(session.facts('thread_initialization').map(({ method }) => method)).toEqual(['start', 'spawn']);
    expect(session.params('codex_turn_event')).toMatchObject([{ model: 'gpt-5.4', total_tokens: 0 }]);
  });

  it('a thread whose first items came before the item that spawned it hangs under that item', () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    const early = child.turn().started().item(command('call-2'));
    session.wait(5);
    turn.item(spawn('call-1', child.id));
    early.completed({ durationMs: 5 });
    turn.completed({ durationMs: 5 });
    session.end();
    const childTurn = session.spansOf('turn').find((span) => span.attributes['codex.thread.id'] === child.id);
    expect(session.lineage(childTurn)).toEqual([
      'invoke_agent codex',
      'codex.thread spawn',
      'execute_tool spawn_agent',
      'invoke_agent codex',
      'codex.thread start',
    ]);
    expect(new Set(session.spans.map((span) => span.spanContext().traceId)).size).toBe(1);
    expect(session.params('codex_thread_initialized')[1]).toMatchObject({ thread_id: child.id });
  });

  it('a spawned thread keeps its parent when thread/started reports it without one', () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    client.notify('thread/started', { thread: threadOf({ id: child.id, parentThreadId: null }, session.now) });
    child.turn().started().item(command('call-2'));
    expect(session.facts('item').at(-1)).toMatchObject({ itemId: 'call-2', client: { clientName: 'codex_vscode' } });
  });

  it('a thread that a client started stays as it is when an item claims to spawn it', () => {
    const { session, client, turn } = openTurn();
    const other = client.startThread();
    turn.item(spawn('call-1', other.id)).item(spawn('call-2', other.id));
    other.startTurn().completed();
    expect(session.params('codex_thread_initialized').map(({ initialization_mode }) => initialization_mode)).toEqual([
      'new',
      'new',
    ]);
    expect(session.params('codex_turn_event')).toMatchObject([{ subagent_source: null }]);
  });

  it('a spawned thread without a turn has no span', () => {
    const { session, turn } = openTurn();
    turn.item(spawn('call-1', session.nextId()));
    turn.completed();
    session.end();
    expect(session.spansOf('thread_initialization')).toHaveLength(1);
    expect(session.spansOf('thread')).toHaveLength(1);
  });

  it("a thread that a code review spawned has its spawn span once the review's own span starts", () => {
    const { session, client, thread } = openThread();
    const turn = thread.turn();
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    const child = client.thread(session.nextId());
    turn.item(spawn('call-1', child.id));
    child.turn().started().completed();
    expect(session.spansOf('turn')).toEqual([]);
    turn.completed();
    expect(session.spansOf('turn')).toHaveLength(2);
    expect(session.facts('thread_initialization').map(({ method }) => method)).toEqual(['start', 'spawn']);
  });

  it("a spawned thread's turn that was interrupted after one usage report has a turn event", () => {
    const { session, client, turn } = openTurn();
    const child = client.thread(session.nextId());
    turn.item(activity('call-1', 'started', child.id));
    const first = child.turn();
    child.notify('turn/started', { turn: { id: first.id, status: 'inProgress' } });
    child.reportUsage(first, { inputTokens: 120, totalTokens: 132 });
    first.completed({ status: 'interrupted' });
    expect(session.params('codex_turn_event')).toMatchObject([{ turn_id: first.id, status: 'interrupted' }]);
  });

  it('a closeAgent call that names an unknown thread spawns none', () => {
    const { session, client, turn } = openTurn();
    const unknown = session.nextId();
    turn.item(collab('call-1', { tool: 'closeAgent', receiverThreadIds: [unknown], status: 'failed' }));
    client.thread(unknown).turn().started().completed();
    session.end();
    expect(session.params('codex_thread_initialized')).toHaveLength(1);
    expect(session.params('codex_turn_event').map(({ thread_id }) => thread_id)).not.toContain(unknown);
  });

  it('a thread that is spawned in a turn which the observer has ended hangs under the latest initialisation of its parent', () => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    client.close();
    session.wait(HOUR);
    const back = session.connect({ transport: 'websocket' }).initialize();
    back.resumeThread(thread.id);
    const child = back.thread(session.nextId());
    turn.on(back).itemCompleted(spawn('call-4', child.id));
    const childTurn = child.turn().itemCompleted(command('call-5'));
    child.notify('turn/started', { turn: { id: childTurn.id, status: 'inProgress' } });
    session.wait(5);
    childTurn.completed({ durationMs: 5 });
    session.end();
    const span = session.spansOf('turn').find(({ attributes }) => attributes['codex.thread.id'] === child.id);
    expect(session.lineage(span)).toEqual(['invoke_agent codex', 'codex.thread spawn', 'codex.thread resume']);
    expect(span?.spanContext().traceId).toBe(thread.id.replaceAll('-', ''));
    expect(session.params('codex_turn_event')).toMatchObject([{ turn_id: childTurn.id, status: 'completed' }]);
    session.expectEachSpanOnce();
  });
});

describe('lineage of a subagent', () => {
  it.each([
    ['review', 'review', null],
    ['compact', 'compact', null],
    ['memory_consolidation', 'memory_consolidation', null],
    [{ other: 'guardian' }, 'guardian', null],
    [{ thread_spawn: { parent_thread_id: 'parent-1', depth: 1 } }, 'thread_spawn', 'parent-1'],
  ])('a resumed subagent thread has its kind and its parent: %j', (subAgent, source, parent) => {
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

  it('a compaction in a resumed subagent thread has the lineage of that thread', () => {
    const session = new Session();
    const client = session.connect().initialize();
    const source = { subAgent: { thread_spawn: { parent_thread_id: 'parent-1', depth: 1 } } };
    const thread = client.resumeThread(session.nextId(), { source, threadSource: 'subagent' });
    thread.startTurn().item(compaction('compact-1'));
    expect(session.params('codex_compaction_event')).toMatchObject([
      { thread_source: 'subagent', subagent_source: 'thread_spawn', parent_thread_id: 'parent-1' },
    ]);
  });

  it('an event of a spawned thread has the client and the transport of its parent', () => {
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

  it('a thread that a subagent spawns has spans and no events', () => {
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

  it("an item of a subagent thread that was reported has the client of the thread's parent", () => {
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
});
