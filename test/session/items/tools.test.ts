import { describe, expect, it } from 'vitest';
import { activity, collab, command, dynamic, image, type Item, mcp, patch, webSearch } from '../items.js';
import { openThread, openTurn, START } from '../session.js';

const ACTIONS = ['read', 'listFiles', 'search', 'unknown'].map((type) => ({ type, command: 'x', path: null }));

describe('tool item', () => {
  it('a tool item has no event when it starts and one when it completes, with its times, outcome and counts', () => {
    const { session, turn } = openTurn();
    const item = command('call-1', { commandActions: ACTIONS });
    const before = session.events.length;
    turn.itemStarted(item, START + 1000);
    expect(session.events).toHaveLength(before);
    turn.itemCompleted(item, START + 1045);
    expect(session.params('codex_command_execution_event')).toMatchObject([
      {
        thread_id: turn.thread.id,
        turn_id: turn.id,
        root_turn_id: turn.id,
        item_id: 'call-1',
        model_slug: 'gpt-5.5',
        thread_source: 'user',
        tool_name: 'shell',
        started_at_ms: START + 1000,
        completed_at_ms: START + 1045,
        duration_ms: 45,
        execution_duration_ms: 42,
        review_count: 0,
        guardian_review_count: 0,
        user_review_count: 0,
        final_approval_outcome: 'unknown',
        terminal_status: 'completed',
        failure_kind: null,
        requested_additional_permissions: false,
        requested_network_access: false,
        command_execution_source: 'agent',
        exit_code: 0,
        command_total_action_count: 4,
        command_read_action_count: 1,
        command_list_files_action_count: 1,
        command_search_action_count: 1,
        command_unknown_action_count: 1,
      },
    ]);
  });

  it.each<[string, Item, string, string | null]>([
    ['command', command('i', { source: 'agent' }), 'completed', null],
    ['command failed', command('i', { status: 'failed' }), 'failed', 'tool_error'],
    ['command declined', command('i', { status: 'declined' }), 'rejected', 'approval_denied'],
    ['patch failed', patch('i', { status: 'failed' }), 'failed', 'tool_error'],
    ['patch declined', patch('i', { status: 'declined' }), 'rejected', 'approval_denied'],
    ['mcp failed', mcp('i', { status: 'failed', error: { message: 'no' } }), 'failed', 'tool_error'],
    ['dynamic failed', dynamic('i', { status: 'failed' }), 'failed', 'tool_error'],
    ['collab failed', collab('i', { status: 'failed' }), 'failed', 'tool_error'],
    ['collab interrupted', collab('i', { status: 'interrupted' }), 'interrupted', null],
    ['search', webSearch('i'), 'completed', null],
    ['image failed', image('i', { status: 'failed' }), 'failed', 'tool_error'],
    ['image error', image('i', { status: 'error' }), 'failed', 'tool_error'],
    ['image with an unknown status', image('i', { status: 'generating' }), 'completed', null],
  ])('a tool item has the outcome of its status: %s', (_name, item, status, failure) => {
    const { session, turn } = openTurn();
    turn.item(item);
    expect(session.events.at(-1)?.event_params).toMatchObject({ terminal_status: status, failure_kind: failure });
  });

  it.each<[Item, string]>([
    [command('i', { source: 'agent' }), 'shell'],
    [command('i', { source: 'unifiedExecStartup' }), 'unified_exec'],
    [command('i', { source: 'unifiedExecInteraction' }), 'unified_exec'],
    [command('i', { source: 'userShell' }), 'user_shell'],
    [command('i', { source: 'telepathy' }), 'shell'],
    [patch('i'), 'apply_patch'],
    [mcp('i'), 'echo'],
    [mcp('i', { tool: '' }), 'unknown'],
    [dynamic('i'), 'weather'],
    [collab('i', { tool: 'sendInput' }), 'send_input'],
    [collab('i', { tool: 'resumeAgent' }), 'resume_agent'],
    [collab('i', { tool: 'wait' }), 'wait_agent'],
    [collab('i', { tool: 'closeAgent' }), 'close_agent'],
    [collab('i', { tool: 'listAgents' }), 'list_agents'],
    [activity('i', 'interrupted', 'child'), 'interrupt_agent'],
    [activity('i', 'woken', 'child'), 'woken'],
    // Names of members that every JavaScript object has.
    [command('i', { source: 'constructor' }), 'shell'],
    [collab('i', { tool: 'toString' }), 'to_string'],
    [collab('i', { tool: 'x2Y' }), 'x2_y'],
    [collab('i', { tool: 'ABC' }), 'a_b_c'],
    [webSearch('i'), 'web_search'],
    [image('i'), 'image_generation'],
  ])('a tool item has the tool name of analytics, and its span is named after it: %#', (item, tool_name) => {
    const { session, turn } = openTurn();
    turn.item(item);
    expect(session.events.at(-1)?.event_params).toMatchObject({ tool_name });
    expect(session.spansOf('item').map(({ name }) => name)).toEqual([`execute_tool ${tool_name}`]);
  });

  it('the span of a tool item is renamed when the completed item names another tool', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(command('call-1'));
    turn.itemCompleted(command('call-1', { source: 'unifiedExecStartup' }));
    expect(session.spansOf('item').map(({ name }) => name)).toEqual(['execute_tool unified_exec']);
  });

  it('a tool item that completes with status inProgress has no event', () => {
    const { session, turn } = openTurn();
    const before = session.events.length;
    turn.item(command('call-1', { status: 'inProgress' }));
    expect(session.events).toHaveLength(before);
  });

  it('a tool item without item/started counts for its turn and has no event', () => {
    const { session, turn } = openTurn();
    const items = [command('1'), patch('2'), mcp('3'), dynamic('4'), collab('5'), webSearch('6'), image('7')];
    for (const item of items) turn.itemCompleted(item);
    turn.completed();
    expect(session.types).toEqual(['codex_thread_initialized', 'codex_turn_event']);
    expect(session.params('codex_turn_event')).toMatchObject([
      {
        total_tool_call_count: 7,
        shell_command_count: 1,
        file_change_count: 1,
        mcp_tool_call_count: 1,
        dynamic_tool_call_count: 1,
        subagent_tool_call_count: 1,
        web_search_count: 1,
        image_generation_count: 1,
      },
    ]);
  });

  it('a tool item whose turn nothing else reported has no event', () => {
    const { session, thread } = openThread();
    const before = session.events.length;
    const turn = thread.turn();
    turn.item(command('call-1'));
    expect(session.events).toHaveLength(before);
    turn.completed();
    session.end();
    expect(session.events).toHaveLength(before);
  });

  it('tool events have actions, servers and counts, and none of the content', () => {
    const { session, turn } = openTurn();
    const change = (type: string, move: string | null = null) => ({
      path: 'x',
      kind: { type, move_path: move },
      diff: '',
    });
    turn.item(patch('p', { changes: [change('add'), change('update'), change('update', '/to'), change('delete')] }));
    turn.item(webSearch('w', { action: { type: 'search', query: null, queries: ['a', 'b'] } }));
    turn.item(webSearch('v', { action: { type: 'openPage', url: 'https://secret.example' } }));
    turn.item(mcp('m'));
    turn.item(image('i'));
    expect(session.params('codex_file_change_event')).toMatchObject([
      { file_change_count: 4, file_add_count: 1, file_update_count: 1, file_delete_count: 1, file_move_count: 1 },
    ]);
    expect(session.params('codex_web_search_event')).toMatchObject([
      { web_search_action: 'search', query_present: true, query_count: 2 },
      { web_search_action: 'open_page', query_present: true, query_count: null },
    ]);
    expect(session.params('codex_mcp_tool_call_event')).toMatchObject([
      { tool_name: 'echo', mcp_server_name: 'helper', mcp_tool_name: 'echo', mcp_error_present: false },
    ]);
    expect(session.params('codex_image_generation_event')).toMatchObject([
      { revised_prompt_present: true, saved_path_present: true, transparent_background: false },
    ]);
    expect(JSON.stringify(session.events)).not.toContain('secret');
  });

  it('a dynamic tool call counts its output items by kind, audio included', () => {
    const { session, turn } = openTurn();
    const contentItems = ['inputText', 'inputText', 'inputImage', 'inputAudio', 'inputSmell'].map((type) => ({ type }));
    turn.item(dynamic('call-1', { contentItems }));
    turn.item(dynamic('call-2', { contentItems: null, success: false }));
    expect(session.params('codex_dynamic_tool_call_event')).toMatchObject([
      {
        success: true,
        output_content_item_count: 5,
        output_text_item_count: 2,
        output_image_item_count: 1,
        output_audio_item_count: 1,
      },
      {
        success: false,
        output_content_item_count: null,
        output_text_item_count: null,
        output_image_item_count: null,
        output_audio_item_count: null,
      },
    ]);
  });

  it.each(['scripts/mow.sh', '/home/dev/mow.sh', null])(
    "no part of a plugin's script path leaves: %s",
    (scriptPath) => {
      const { session, turn } = openTurn();
      turn.item(command('call-1', { scriptPath, pluginId: 'gardener@devmarket' })).completed();
      session.end();
      expect(session.params('codex_command_execution_event')).toMatchObject([
        { plugin_id: 'gardener@devmarket', script_path: null },
      ]);
      expect(JSON.stringify([session.events, session.facts('item')])).not.toContain('mow');
    },
  );

  it('a collab call has its sender, its receivers and the counts of their states', () => {
    const { session, turn } = openTurn();
    const states = ['completed', 'errored', 'shutdown', 'notFound', 'running'];
    turn.itemStarted(collab('call-1'), START + 1);
    const agentsStates = Object.fromEntries(states.map((status, n) => [`agent-${n}`, { status, message: 'a secret' }]));
    const done = collab('call-1', { tool: 'wait', senderThreadId: 'me', receiverThreadIds: ['a', 'b'], agentsStates });
    turn.itemCompleted(done, START + 8);
    expect(session.params('codex_collab_agent_tool_call_event')).toMatchObject([
      {
        tool_name: 'wait_agent',
        execution_duration_ms: 7,
        sender_thread_id: 'me',
        receiver_thread_count: 2,
        receiver_thread_ids: ['a', 'b'],
        agent_state_count: 5,
        completed_agent_count: 1,
        failed_agent_count: 3,
      },
    ]);
  });

  it('a subAgentActivity counts as a subagent call unless it is completed', () => {
    const { session, turn } = openTurn();
    for (let n = 0; n < 7; n++) turn.item(command(`call-${n}`));
    turn.item(activity('call-7', 'started', session.nextId()));
    turn.item(activity('call-8', 'interacted', session.nextId()));
    turn.item(activity('subagent-completed', 'completed', session.nextId()));
    turn.completed();
    expect(session.params('codex_turn_event')).toMatchObject([
      { total_tool_call_count: 9, subagent_tool_call_count: 2, shell_command_count: 7 },
    ]);
    expect(session.params('codex_collab_agent_tool_call_event').map(({ tool_name }) => tool_name)).toEqual([
      'spawn_agent',
      'send_message',
    ]);
  });
});
