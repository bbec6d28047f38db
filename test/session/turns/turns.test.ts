import { describe, expect, it } from 'vitest';
import { command, compaction, userMessage } from '../items.js';
import { openThread, openTurn, Session, START, threadOf, words } from '../session.js';

describe('turn event', () => {
  it('a completed turn has one event with everything that was reported of it', () => {
    const session = new Session();
    const client = session.connect().initialize({ capabilities: null });
    const thread = client.startThread();
    session.wait(1500);
    const turn = thread.startTurn({ input: [...words, { type: 'localImage', path: '/home/dev/secret.png' }] });
    const usage = { inputTokens: 123, cachedInputTokens: 45, outputTokens: 140, reasoningOutputTokens: 13 };
    thread.reportUsage(turn, { ...usage, totalTokens: 321, cacheWriteInputTokens: 7 });
    session.wait(1300);
    const before = session.events.length;
    turn.completed();
    const client_block = {
      product_client_id: 'codex_vscode',
      client_name: 'codex_vscode',
      client_version: '1.2.3',
      rpc_transport: 'stdio',
      experimental_api_enabled: null,
    };
    expect(session.events.slice(before)).toEqual([
      {
        event_type: 'codex_turn_event',
        event_params: {
          thread_id: thread.id,
          session_id: thread.id,
          turn_id: turn.id,
          root_turn_id: turn.id,
          parent_turn_id: null,
          turn_trigger: null,
          submission_type: null,
          app_server_client: client_block,
          runtime: expect.objectContaining({ codex_rs_version: '0.169.0' }) as unknown,
          ephemeral: false,
          thread_source: 'user',
          initialization_mode: 'new',
          subagent_source: null,
          parent_thread_id: null,
          model: 'gpt-5.5',
          model_provider: 'openai',
          sandbox_policy: 'workspace_write',
          reasoning_effort: null,
          reasoning_summary: null,
          service_tier: 'default',
          multi_agent_version: null,
          approval_policy: 'on-request',
          approvals_reviewer: 'user',
          sandbox_network_access: false,
          collaboration_mode: 'default',
          personality: null,
          workspace_kind: null,
          used_dictation: null,
          num_input_images: 1,
          is_first_turn: true,
          status: 'completed',
          explicit_client_interrupt_requested_at_ms: null,
          turn_error: null,
          steer_count: 0,
          total_tool_call_count: 0,
          shell_command_count: 0,
          file_change_count: 0,
          mcp_tool_call_count: 0,
          dynamic_tool_call_count: 0,
          subagent_tool_call_count: 0,
          web_search_count: 0,
          image_generation_count: 0,
          input_tokens: 123,
          cached_input_tokens: 45,
          cache_write_input_tokens: 7,
          output_tokens: 140,
          reasoning_output_tokens: 13,
          total_tokens: 321,
          duration_ms: 1234,
          started_at: START / 1000 + 1,
          completed_at: START / 1000 + 2,
        },
      },
    ]);
  });

  it('a turn has no event when its client never initialized, or when its start was not observed', () => {
    const session = new Session();
    const stranger = session.connect();
    stranger.startThread().startTurn().completed();
    expect(session.events).toEqual([]);
    const { session: other, thread } = openThread();
    thread.turn().item(userMessage('msg-1')).completed();
    expect(other.types).toEqual(['codex_thread_initialized']);
  });

  it('an interrupted turn has no error, and has the time of the first interrupt request', () => {
    const { session, client, thread, turn } = openTurn();
    const interrupt = { threadId: thread.id, turnId: turn.id };
    session.wait(10);
    const first = client.request('turn/interrupt', interrupt);
    session.wait(10);
    client.call('turn/interrupt', interrupt, {});
    client.answer(first, {});
    turn.completed({ status: 'interrupted', error: null });
    expect(session.params('codex_turn_event')).toMatchObject([
      { status: 'interrupted', turn_error: null, explicit_client_interrupt_requested_at_ms: START + 10 },
    ]);
  });

  it('an interrupt request that the server refuses, or that names another turn or none, leaves the interrupt time null', () => {
    const { session, client, thread, turn } = openTurn();
    const id = client.request('turn/interrupt', { threadId: thread.id, turnId: turn.id });
    client.refuse(id, { code: -32600, message: 'expected active turn id x but found y' });
    client.call('turn/interrupt', { threadId: thread.id, turnId: '' }, {});
    client.call('turn/interrupt', { threadId: thread.id, turnId: 'another' }, {});
    client.refuse(client.request('turn/interrupt', { threadId: thread.id }), { code: 1, message: 'no' });
    turn.completed({ status: 'interrupted' });
    expect(session.params('codex_turn_event')).toMatchObject([{ explicit_client_interrupt_requested_at_ms: null }]);
  });

  it('a turn without turn/started has no started_at and keeps its duration', () => {
    const { session, thread } = openThread();
    const turn = thread.acceptTurn();
    session.wait(2000);
    turn.item(userMessage('msg-1')).completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ started_at: null, duration_ms: 1234 }]);
    expect(session.facts('turn')).toMatchObject([{ startMs: START + 766, endMs: START + 2000 }]);
  });

  it('a turn whose completion has no times has completed_at 0 and no duration', () => {
    const { session, thread } = openThread();
    thread.startTurn().completed({ completedAt: null, durationMs: null });
    expect(session.params('codex_turn_event')).toMatchObject([{ completed_at: 0, duration_ms: null }]);
  });

  it('a turn whose turn/start was refused has no event, though a late response and a completion follow', () => {
    const { session, client, thread } = openThread();
    const id = client.request('turn/start', { threadId: thread.id, input: words });
    client.refuse(id, { code: -32600, message: 'thread not found' });
    const turn = thread.turn();
    client.answer(id, { turn: { id: turn.id, items: [], status: 'inProgress' } });
    turn.item(userMessage('msg-1')).completed();
    session.end();
    expect(session.types).toEqual(['codex_thread_initialized']);
  });

  it.each([
    [{ type: 'dangerFullAccess' }, 'full_access', true],
    [{ type: 'readOnly', networkAccess: false }, 'read_only', false],
    [{ type: 'workspaceWrite', networkAccess: true }, 'workspace_write', true],
    [{ type: 'externalSandbox', networkAccess: 'restricted' }, 'external_sandbox', false],
    [{ type: 'externalSandbox', networkAccess: 'enabled' }, 'external_sandbox', true],
    [{ type: 'somethingNew' }, null, false],
    [{ type: 'constructor' }, null, false],
  ])('a turn event names the sandbox of the turn: %j', (sandboxPolicy, sandbox_policy, sandbox_network_access) => {
    const { session, thread } = openThread();
    thread.startTurn({ sandboxPolicy }).completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ sandbox_policy, sandbox_network_access }]);
  });

  it.each([
    ['a code review', 'review/start'],
    ['a compaction that its client asked for', 'thread/compact/start'],
    ["the user's own command", 'userShell'],
  ])('a turn that is %s has no turn event', (_name, kind) => {
    const { session, client, thread } = openThread();
    const turn = thread.turn();
    const begin = () => thread.notify('turn/started', { turn: { id: turn.id, status: 'inProgress' } });
    if (kind === 'review/start') {
      client.call(kind, { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
      turn.item({ type: 'enteredReviewMode', id: 'r', review: 'current changes' }).item(command('call-1'));
    } else if (kind === 'thread/compact/start') {
      client.call(kind, { threadId: thread.id }, {});
      begin();
      turn.item(compaction('compact-1'));
    } else {
      begin();
      turn.item(command('call-1', { source: 'userShell' }));
    }
    turn.completed();
    expect(session.types).not.toContain('codex_turn_event');
    expect(session.spansOf('turn')).toHaveLength(1);
  });

  it('a turn is the first of its thread only when the thread had none before', () => {
    const { session, client, thread } = openThread();
    thread.startTurn().completed();
    thread.startTurn().completed();
    client.resumeThread(session.nextId()).startTurn().completed();
    client.forkThread(thread.id).startTurn().completed();
    expect(session.params('codex_turn_event').map(({ is_first_turn: first }) => first)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('first turn of a thread', () => {
  const isFirst = (session: Session) => session.params('codex_turn_event').map(({ is_first_turn: first }) => first);

  it.each([
    ['paginated', {}, true],
    ['paginated', { excludeTurns: true }, false],
    ['legacy', {}, false],
  ])(
    'a turn after a resume of a %s thread that went back to before its turns (%j) is the first: %s',
    (mode, params, first) => {
      const { session, client } = openThread();
      const id = session.nextId();
      const thread = threadOf({ id, preview: 'a secret question', historyMode: mode, turns: [] }, session.now);
      client.call('thread/resume', { threadId: id, ...params }, { thread });
      client.thread(id).startTurn().completed();
      expect(isFirst(session)).toEqual([first]);
    },
  );

  it.each([
    ['is wanted without its turns', { excludeTurns: true }],
    ['hangs on its source', { attachToSource: true }],
  ])('a fork that %s has those of the thread that it is made of', (_what, params) => {
    const { session, client, thread } = openThread();
    thread.startTurn().completed();
    client.forkThread(thread.id, { preview: '' }, params).startTurn().completed();
    client.forkThread(session.nextId(), { preview: '' }, params).startTurn().completed();
    client.forkThread(thread.id, { preview: 'x', historyMode: 'paginated' }, params).startTurn().completed();
    expect(isFirst(session)).toEqual([true, false, null, false]);
  });

  it.each(['legacy', 'paginated'])(
    'the first turn of a %s fork from before the first turn is the first',
    (historyMode) => {
      const { session, client, thread } = openThread();
      const first = thread.startTurn().completed();
      client.forkThread(thread.id, { preview: '', historyMode }, { beforeTurnId: first.id }).startTurn().completed();
      expect(isFirst(session)).toEqual([true, true]);
    },
  );

  it('a turn of a thread that a client resumes with a history of its own is not the first', () => {
    const { session, client } = openThread();
    const thread = threadOf({ id: session.nextId(), preview: '', historyMode: 'paginated' }, session.now);
    client.call('thread/resume', { threadId: session.nextId(), history: [{ type: 'message' }] }, { thread });
    client.thread(String(thread['id'])).startTurn().completed();
    expect(isFirst(session)).toEqual([false]);
  });

  it("a message that is added to the user's own shell command leaves the first turn to come", () => {
    const { session, thread } = openThread();
    const turn = thread.turn();
    thread.notify('turn/started', { turn: { id: turn.id, status: 'inProgress' } });
    turn.itemStarted(command('own', { source: 'userShell' }));
    turn.item({ type: 'userMessage', id: 'm', content: [] }).itemCompleted(command('own', { source: 'userShell' }));
    turn.completed();
    thread.startTurn().completed();
    thread.startTurn().completed();
    expect(isFirst(session)).toEqual([true, false]);
  });
});

describe('turn of a client that opted out of items', () => {
  const capabilities = { experimentalApi: true, optOutNotificationMethods: ['item/started', 'item/completed'] };

  function withoutItems() {
    const session = new Session();
    const thread = session.connect().initialize({ capabilities }).startThread();
    return { session, thread, turn: thread.acceptTurn() };
  }

  it('a turn without items has its event once the model used tokens', () => {
    const { session, thread, turn } = withoutItems();
    thread.reportUsage(turn, { totalTokens: 132, inputTokens: 120 });
    turn.completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ turn_id: turn.id, input_tokens: 120 }]);
  });

  it('a turn without items and tokens has no event: a hook may have stopped it', () => {
    const { session, turn } = withoutItems();
    turn.completed();
    expect(session.params('codex_turn_event')).toEqual([]);
  });
});

describe('turn span', () => {
  it('a turn that only a turn/start response named has no span', () => {
    const { session, thread } = openThread();
    thread.acceptTurn();
    session.end();
    expect(session.spansOf('turn')).toEqual([]);
  });

  it('a turn of which only turn/started was observed has a span', () => {
    const { session, thread } = openThread();
    thread.turn().thread.notify('turn/started', { turn: { id: session.nextId(), status: 'inProgress' } });
    session.end();
    expect(session.facts('turn')).toMatchObject([{ endReason: 'observation_ended', status: null }]);
  });

  it('a turn whose start and end were not observed starts with the first thing in it', () => {
    const { session, thread } = openThread();
    session.wait(100);
    const turn = thread.turn();
    turn.itemStarted(command('1'), START + 50);
    turn.guardianStarted('r', null, { startedAtMs: START + 40 });
    const other = thread.turn();
    other.item(userMessage('m'));
    session.end();
    const starts = session.facts('turn').map(({ turnId, startMs }) => [turnId, startMs - START]);
    expect(starts).toEqual([
      [turn.id, 40],
      [other.id, 100],
    ]);
  });

  it("a turn that starts with the user's own command is of task user_shell, though a client asks for a turn on top of it", () => {
    const { session, thread } = openThread();
    const turn = thread.turn();
    thread.notify('turn/started', { turn: { id: turn.id, status: 'inProgress' } });
    turn.itemStarted(command('call-1', { source: 'userShell' }));
    thread.acceptTurn({}, { id: turn.id });
    turn.item(userMessage('m')).completed();
    expect(session.facts('turn')).toMatchObject([{ task: 'user_shell' }]);
    expect(session.params('codex_turn_event')).toEqual([]);
  });

  it('a second turn/completed changes nothing', () => {
    const { session, turn } = openTurn();
    turn.completed({ durationMs: 5 }).completed({ durationMs: 50, status: 'failed' });
    expect(session.facts('turn')).toMatchObject([{ status: 'completed', durationMs: 5 }]);
  });

  it.each([undefined, null, 'constructor', 'transcended'])(
    'a turn that completes with the unknown status %s has no status, no end reason and no event',
    (status) => {
      const { session, turn } = openTurn();
      turn.completed({ status });
      expect(session.facts('turn')).toMatchObject([{ status: null, endReason: null }]);
      expect(session.params('codex_turn_event')).toEqual([]);
    },
  );
});
