import { describe, expect, it } from 'vitest';
import { durationOf, itemOf, protocolErrorInfo } from '../../src/rollout/turn/items.js';

// Items as Codex 0.158 and 0.171 recorded them.

describe('itemOf', () => {
  it('reads a command and resolves its paths from its folder', () => {
    const command = {
      type: 'CommandExecution',
      id: 'call_0064',
      process_id: '77832',
      command: ['/bin/bash', '-lc', 'cat notes.txt'],
      cwd: 'file:///home/dev/project',
      parsed_cmd: [
        { type: 'read', cmd: 'cat notes.txt', name: 'SKILL.md', path: 'notes/SKILL.md' },
        { type: 'read', cmd: 'cat notes.txt', name: 'notes.txt', path: 'notes.txt' },
        { type: 'list_files', cmd: 'ls', path: null },
        { cmd: 'x' },
        'odd',
      ],
      source: 'unified_exec_startup',
      status: 'completed',
      aggregated_output: 'alpha\nbeta\n',
      exit_code: 0,
      duration: { secs: 5, nanos: 544_999_999 },
    };
    expect(itemOf(command)).toEqual({
      type: 'commandExecution',
      startedAtMs: null,
      completedAtMs: null,
      id: 'call_0064',
      source: 'unifiedExecStartup',
      status: 'completed',
      exitCode: 0,
      durationMs: 5544,
      pluginId: null,
      commandActions: [
        { type: 'read', path: '/home/dev/project/notes/SKILL.md' },
        { type: 'read', path: null },
        { type: 'listFiles', path: null },
        { type: 'unknown', path: null },
      ],
    });
    expect(itemOf({ ...command, cwd: 'file://host/%', source: null, duration: null })).toMatchObject({
      source: 'agent',
      durationMs: null,
      commandActions: [{ path: 'notes/SKILL.md' }, {}, {}, {}],
    });
  });

  it('reads a patch as the kinds of its changes', () => {
    const changes = {
      '/p/a': { type: 'add', content: 'x' },
      '/p/b': { type: 'update', unified_diff: '', move_path: '/p/c' },
      '/p/d': { type: 'update', unified_diff: '', move_path: null },
      '/p/e': 'odd',
    };
    expect(
      itemOf({ type: 'FileChange', id: 'c', changes, status: 'declined', stdout: '', stderr: 'no' }),
    ).toMatchObject({
      type: 'fileChange',
      status: 'declined',
      changes: [
        { kind: { type: 'add', move_path: false } },
        { kind: { type: 'update', move_path: true } },
        { kind: { type: 'update', move_path: false } },
      ],
    });
    expect(itemOf({ type: 'FileChange', id: 'c' })).toMatchObject({ changes: [], status: null });
  });

  it('reads an MCP call, whose members are in snake and in camel case', () => {
    const call = {
      type: 'McpToolCall',
      id: 'call_0066',
      server: 'codex_apps',
      tool: 'calendar_list_events',
      arguments: { day: 'today' },
      connectorId: 'calendar',
      appName: 'Calendar',
      readOnlyHint: true,
      pluginId: 'gardener@devmarket',
      status: 'failed',
      error: { message: 'user rejected MCP tool call' },
      duration: { secs: 0, nanos: 2_871_439 },
    };
    expect(itemOf(call)).toEqual({
      type: 'mcpToolCall',
      startedAtMs: null,
      completedAtMs: null,
      id: 'call_0066',
      server: 'codex_apps',
      tool: 'calendar_list_events',
      status: 'failed',
      error: true,
      durationMs: 2,
      pluginId: 'gardener@devmarket',
      appContext: { connectorId: 'calendar', appName: 'Calendar' },
    });
    expect(itemOf({ type: 'McpToolCall', id: 'c' })).toMatchObject({ server: '', appContext: null, error: false });
  });

  it("reads a call of a client's tool", () => {
    const call = {
      type: 'DynamicToolCall',
      id: 'call_0064',
      tool: 'weather',
      arguments: { city: 'Oslo' },
      status: 'failed',
      content_items: [{ type: 'inputText', text: 'no data' }, { type: 'input_image' }],
      success: false,
      duration: { secs: 0, nanos: 70_807_658 },
    };
    expect(itemOf(call)).toMatchObject({
      type: 'dynamicToolCall',
      success: false,
      durationMs: 70,
      contentItems: [{ type: 'inputText' }, { type: 'inputImage' }],
    });
    expect(itemOf({ ...call, content_items: null })).toMatchObject({ contentItems: null });
  });

  it('reads a call about agents without the messages in their states', () => {
    const call = {
      type: 'CollabAgentToolCall',
      id: 'call_0064',
      tool: 'spawn_agent',
      status: 'in_progress',
      sender_thread_id: 'parent',
      receiver_thread_ids: ['a', 'b', 5],
      prompt: 'Child one: make a file',
      model: 'gpt-5.5',
      reasoning_effort: 'medium',
      agents_states: { a: 'pending_init', b: { completed: 'Made.' }, c: 'not_found', d: 5 },
    };
    expect(itemOf(call)).toEqual({
      type: 'collabAgentToolCall',
      startedAtMs: null,
      completedAtMs: null,
      id: 'call_0064',
      tool: 'spawnAgent',
      status: 'inProgress',
      senderThreadId: 'parent',
      receiverThreadIds: ['a', 'b'],
      model: 'gpt-5.5',
      reasoningEffort: 'medium',
      agentsStates: { a: { status: 'pendingInit' }, b: { status: 'completed' }, c: { status: 'notFound' } },
    });
    expect(itemOf({ ...call, agents_states: null, receiver_thread_ids: null })).toMatchObject({
      agentsStates: {},
      receiverThreadIds: [],
    });
  });

  it('reads a web search as its kind and number of queries', () => {
    const search = {
      type: 'WebSearch',
      id: 'ws_1',
      query: 'weather oslo',
      action: { type: 'search', query: 'weather oslo' },
    };
    expect(itemOf(search)).toMatchObject({ query: true, action: { type: 'search', query: true, queries: null } });
    expect(itemOf({ ...search, query: ' ', action: { type: 'open_page', queries: ['a', 'b'] } })).toMatchObject({
      query: false,
      action: { type: 'openPage', query: false, queries: 2 },
    });
    expect(itemOf({ ...search, action: null })).toMatchObject({ action: null });
  });

  it('reads the extension image_gen.generation as an image generation', () => {
    const picture = {
      type: 'Extension',
      kind: 'image_gen.generation',
      id: 'call_0064',
      status: 'completed',
      revisedPrompt: 'a dot',
      result: 'iVBORw0KGgo',
      transparentBackground: false,
      savedPath: '/home/dev/dot.png',
      generationId: null,
    };
    expect(itemOf(picture)).toEqual({
      type: 'imageGeneration',
      startedAtMs: null,
      completedAtMs: null,
      id: 'call_0064',
      status: 'completed',
      revisedPrompt: true,
      savedPath: true,
      transparentBackground: false,
      generationId: null,
    });
    expect(itemOf({ ...picture, kind: 'other' })).toMatchObject({ type: 'counted', itemType: 'extension' });
  });

  it('reads an unknown type as an item to count, and nothing without a type', () => {
    expect(itemOf({ type: 'HookPrompt', id: 'h' })).toEqual({ type: 'counted', itemType: 'hookPrompt', id: 'h' });
    expect(itemOf({ id: 'h' })).toBeUndefined();
    expect(itemOf('odd')).toBeUndefined();
  });

  it('reads a message as the kinds of its parts and the names of skills', () => {
    const content = [
      { type: 'text', text: 'Greet' },
      { type: 'local_image', path: '/dot.png' },
      { type: 'skill', name: 'greeter', path: '/home/dev/.codex/skills/greeter/SKILL.md' },
    ];
    expect(itemOf({ type: 'UserMessage', id: 'm', content })).toEqual({
      type: 'counted',
      itemType: 'userMessage',
      id: 'm',
      input: [
        { type: 'text', name: null, path: null },
        { type: 'localImage', name: null, path: '/dot.png' },
        { type: 'skill', name: 'greeter', path: '/home/dev/.codex/skills/greeter/SKILL.md' },
      ],
    });
  });
});

describe('durationOf', () => {
  it('rounds down to milliseconds, and returns null for other values', () => {
    expect(durationOf({ secs: 2, nanos: 999_999 })).toBe(2000);
    expect([durationOf(null), durationOf({ secs: 1 }), durationOf('1s')]).toEqual([null, null, null]);
  });
});

describe('protocolErrorInfo', () => {
  it('writes the names of the variant and its members in camel case', () => {
    expect(protocolErrorInfo('usage_limit_exceeded')).toBe('usageLimitExceeded');
    expect(protocolErrorInfo({ active_turn_not_steerable: { turn_kind: 'review' } })).toEqual({
      activeTurnNotSteerable: { turnKind: 'review' },
    });
    expect(protocolErrorInfo({ other: 5 })).toEqual({ other: 5 });
    expect([protocolErrorInfo(null), protocolErrorInfo(undefined)]).toEqual([null, undefined]);
  });
});
