import { describe, expect, it } from 'vitest';
import { command, compaction, userMessage } from './items.js';
import { START, Session, openThread, openTurn, words } from './session.js';

const IMAGES = [...words, { type: 'image', url: 'data:image/png;base64,AAAA' }, { type: 'localImage', path: '/x.png' }];

describe('a turn', () => {
  it('has one event when it completes, with everything that was told of it (T12, T32)', () => {
    const session = new Session();
    const client = session.connect().initialize({ capabilities: null });
    const thread = client.startThread();
    session.wait(1500);
    const turn = thread.startTurn({ input: [...words, { type: 'localImage', path: '/home/dev/secret.png' }] });
    const usage = { inputTokens: 123, cachedInputTokens: 45, outputTokens: 140, reasoningOutputTokens: 13 };
    thread.used(turn, { ...usage, totalTokens: 321, cacheWriteInputTokens: 7 });
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
          approval_policy: 'on-request',
          approvals_reviewer: 'user',
          sandbox_network_access: false,
          collaboration_mode: 'default',
          personality: null,
          workspace_kind: null,
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

  it('has no event without initialize, and none when nobody saw it begin (T33)', () => {
    const session = new Session();
    const stranger = session.connect();
    stranger.startThread().startTurn().completed();
    expect(session.events).toEqual([]);
    const { session: other, thread } = openThread();
    thread.turn().item(userMessage('msg-1')).completed();
    expect(other.types).toEqual(['codex_thread_initialized']);
  });

  it.each<[unknown, unknown]>([
    ['badRequest', 'badRequest'],
    [{ httpConnectionFailed: { httpStatusCode: 503 } }, { httpConnectionFailed: { httpStatusCode: 503 } }],
    [{ activeTurnNotSteerable: { turnKind: 'review' } }, { activeTurnNotSteerable: { turnKind: 'review' } }],
    [null, null],
  ])("that failed tells its error's variant and never its words: %j (T34)", (codexErrorInfo, turn_error) => {
    const { session, turn } = openTurn();
    const error = { message: 'a secret message', codexErrorInfo, additionalDetails: 'a secret detail' };
    turn.completed({ status: 'failed', error });
    expect(session.params('codex_turn_event')).toMatchObject([{ status: 'failed', turn_error }]);
    expect(JSON.stringify(session.events)).not.toContain('secret');
  });

  it('that was interrupted has no error, and says since when its client wanted that (T35)', () => {
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

  it('was not interrupted by a request that the server refused, nor by one that named no turn (T64)', () => {
    const { session, client, thread, turn } = openTurn();
    const id = client.request('turn/interrupt', { threadId: thread.id, turnId: turn.id });
    client.refuse(id, { code: -32600, message: 'expected active turn id x but found y' });
    client.call('turn/interrupt', { threadId: thread.id, turnId: '' }, {});
    turn.completed({ status: 'interrupted' });
    expect(session.params('codex_turn_event')).toMatchObject([{ explicit_client_interrupt_requested_at_ms: null }]);
  });

  it('whose start was not told has no started_at and keeps its duration (T36)', () => {
    const { session, thread } = openThread();
    const turn = thread.acceptTurn();
    session.wait(2000);
    turn.item(userMessage('msg-1')).completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ started_at: null, duration_ms: 1234 }]);
    expect(session.facts('turn')).toMatchObject([{ startMs: START + 766, endMs: START + 2000 }]);
  });

  it('says when it ended as the protocol does, and 0 where that does not', () => {
    const { session, thread } = openThread();
    thread.startTurn().completed({ completedAt: null, durationMs: null });
    expect(session.params('codex_turn_event')).toMatchObject([{ completed_at: 0, duration_ms: null }]);
  });

  it('is forgotten when its request is refused: a late response and a completion emit nothing (T42)', () => {
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
  ])('names the sandbox that it runs in: %j (T43)', (sandboxPolicy, sandbox_policy, sandbox_network_access) => {
    const { session, thread } = openThread();
    thread.startTurn({ sandboxPolicy }).completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ sandbox_policy, sandbox_network_access }]);
  });

  it.each([
    ['a code review', 'review/start'],
    ['a compaction that its client asked for', 'thread/compact/start'],
    ["the user's own command", 'userShell'],
  ])('that is %s has no event of its own', (_name, kind) => {
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

  it('that starts by itself is attributed to the thread, and says what started it', () => {
    const { session, client, thread } = openThread();
    client.call('thread/queue/add', { threadId: thread.id, input: words }, { queuedSubmission: { id: 'q' } });
    thread.turn().started().completed();
    const goal = { status: 'active', tokenBudget: null, tokensUsed: 0, timeUsedSeconds: 0 };
    thread.notify('thread/goal/updated', { turnId: null, goal });
    thread.turn().started().completed();
    thread.startTurn({ turnTrigger: 'user' }).completed();
    const triggers = session.params('codex_turn_event').map((params) => params.turn_trigger);
    expect(triggers).toEqual(['queue', 'goal', 'user']);
  });

  it.each([
    ['0.131.0', 1],
    ['0.147.0', 2],
  ])('that nobody asked for has an event where its version %s sends one', (version, events) => {
    const { session, thread } = openThread({ version });
    thread.startTurn().completed();
    thread.turn().started().item(command('call-1')).completed();
    expect(session.params('codex_turn_event')).toHaveLength(events);
    expect(session.params('codex_command_execution_event')).toHaveLength(1);
  });

  it('is the first of its thread only where the thread had none before', () => {
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

  it('belongs to the client that started it, its items to the client that resumed the thread last', () => {
    const session = new Session();
    const named = (name: string) => ({ clientInfo: { name, version: '1' } });
    const first = session.connect({ transport: 'websocket' }).initialize(named('first'));
    const thread = first.startThread();
    const turn = thread.startTurn();
    const second = session.connect({ transport: 'websocket' }).initialize(named('second'));
    second.resumeThread(thread.id);
    turn.item(command('call-1'));
    turn.completed();
    const nameOf = ({ app_server_client }: { app_server_client: { client_name: string | null } }) =>
      app_server_client.client_name;
    expect(session.params('codex_command_execution_event').map(nameOf)).toEqual(['second']);
    expect(session.params('codex_turn_event').map(nameOf)).toEqual(['first']);
  });
});

describe('a steer', () => {
  const steer = (threadId: string, expectedTurnId: unknown, input: unknown = words) => ({
    threadId,
    expectedTurnId,
    input,
  });

  it('that is accepted has an event with its ids, images and time (T37)', () => {
    const { session, client, thread, turn } = openTurn();
    session.wait(2500);
    client.call('turn/steer', steer(thread.id, turn.id, IMAGES), { turnId: turn.id });
    expect(session.params('codex_turn_steer_event')).toEqual([
      {
        thread_id: thread.id,
        session_id: thread.id,
        expected_turn_id: turn.id,
        accepted_turn_id: turn.id,
        app_server_client: expect.objectContaining({ client_name: 'codex_vscode' }) as unknown,
        runtime: expect.objectContaining({ codex_rs_version: '0.169.0' }) as unknown,
        thread_source: 'user',
        subagent_source: null,
        parent_thread_id: null,
        num_input_images: 2,
        result: 'accepted',
        rejection_reason: null,
        created_at: START / 1000 + 2,
      },
    ]);
  });

  it('that is rejected belongs to the connection that asked, wherever the thread was resumed since (T38)', () => {
    const session = new Session();
    const named = (name: string) => ({ clientInfo: { name, version: '1' } });
    const seventh = session.connect({ transport: 'websocket' }).initialize(named('seventh'));
    const thread = seventh.startThread();
    const turn = thread.startTurn();
    const eighth = session.connect({ transport: 'websocket' }).initialize(named('eighth'));
    eighth.resumeThread(thread.id);
    const id = seventh.request('turn/steer', steer(thread.id, turn.id));
    seventh.refuse(id, { code: -32600, message: 'no active turn to steer' });
    expect(session.params('codex_turn_steer_event')).toMatchObject([
      { app_server_client: { client_name: 'seventh' }, result: 'rejected', accepted_turn_id: null },
    ]);
  });

  const notSteerable = (turnKind: string) => ({ codexErrorInfo: { activeTurnNotSteerable: { turnKind } } });
  it.each([
    [{ code: -32600, message: 'no active turn to steer' }, 'no_active_turn'],
    [{ code: -32600, message: 'expected active turn id `a` but found `b`' }, 'expected_turn_mismatch'],
    [{ code: -32600, message: 'cannot steer a review turn', data: notSteerable('review') }, 'non_steerable_review'],
    [{ code: -32600, message: 'cannot steer a compact turn', data: notSteerable('compact') }, 'non_steerable_compact'],
    [{ code: -32600, message: 'input must not be empty' }, 'empty_input'],
    [
      { code: -32602, message: 'too large', data: { input_error_code: 'input_too_large', max_chars: 1_048_576 } },
      'input_too_large',
    ],
    [{ code: -32600, message: 'the weather is bad' }, null],
  ])('is rejected for a reason that the error tells: %j (T39)', (error, rejection_reason) => {
    const { session, client, thread, turn } = openTurn();
    client.refuse(client.request('turn/steer', steer(thread.id, turn.id)), error);
    expect(session.params('codex_turn_steer_event')).toMatchObject([{ result: 'rejected', rejection_reason }]);
  });

  it('that nobody asked for, or that expects no turn, is none (T40)', () => {
    const { session, client, thread } = openTurn();
    client.refuse(77, { code: -32600, message: 'no active turn to steer' });
    client.answer(78, { turnId: session.nextId() });
    client.refuse(client.request('turn/steer', steer(thread.id, '')), { code: -32600, message: 'empty' });
    client.refuse(client.request('turn/steer', steer(session.nextId(), 'turn-1')), { code: -32600, message: 'no' });
    session.end();
    expect(session.params('codex_turn_steer_event')).toEqual([]);
  });

  it('counts for its turn only where it was accepted, and only while the turn goes on (T41)', () => {
    const { session, client, thread, turn } = openTurn();
    const accepted = () => client.call('turn/steer', steer(thread.id, turn.id), { turnId: turn.id });
    accepted();
    accepted();
    client.refuse(client.request('turn/steer', steer(thread.id, turn.id)), { code: -32600, message: 'no' });
    turn.completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ steer_count: 2 }]);
    accepted();
    expect(session.params('codex_turn_steer_event').map(({ result }) => result)).toEqual([
      'accepted',
      'accepted',
      'rejected',
      'accepted',
    ]);
  });

  it('is none when a turn is started while one goes on, which is then the turn of whoever asked last', () => {
    const session = new Session();
    const named = (name: string) => ({ clientInfo: { name, version: '1' } });
    const first = session.connect({ transport: 'websocket' }).initialize(named('first'));
    const thread = first.startThread();
    const turn = thread.startTurn({ turnTrigger: 'user' });
    const second = session.connect({ transport: 'websocket' }).initialize(named('second'));
    thread.on(second).acceptTurn({ input: IMAGES, turnTrigger: 'later' }, { id: turn.id });
    turn.completed();
    expect(session.params('codex_turn_steer_event')).toEqual([]);
    expect(session.params('codex_turn_event')).toMatchObject([
      {
        steer_count: 0,
        turn_trigger: 'user',
        num_input_images: 2,
        app_server_client: { client_name: 'second' },
      },
    ]);
  });
});
