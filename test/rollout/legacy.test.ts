import { describe, expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { changed, observed, observedOf, only, rolloutLines, toolEnds } from './recorded.js';

const linesOf = (recording: string) => rolloutLines(recording)[0]!;
const isOf = (type: string) => (line: string) => line.includes(`"type":"${type}"`);

/** A thread of one turn in which this happens. */
function turnOf(...payloads: Record<string, unknown>[]): string[] {
  const lines = linesOf('0.144.0/goals');
  const end = lines.findIndex(isOf('task_complete'));
  const happening = payloads.map((payload) => {
    const isCall = /_call(_output)?$/.test(String(payload['type']));
    return JSON.stringify({
      timestamp: '2026-11-28T08:42:39.200Z',
      type: isCall || payload['type'] === 'message' ? 'response_item' : 'event_msg',
      payload,
    });
  });
  return [...lines.slice(0, end), ...happening, lines[end]!];
}

const call = (id: string, name: string, rest: Record<string, unknown> = {}) => ({
  type: 'function_call',
  call_id: id,
  name,
  arguments: '{}',
  ...rest,
});
const output = (id: string, text: string) => ({ type: 'function_call_output', call_id: id, output: text });

const itemsOf = (...payloads: Record<string, unknown>[]) =>
  toolEnds(observedOf(turnOf(...payloads))).map(({ params }) => params.item);
const countsCommands = (...payloads: Record<string, unknown>[]) =>
  only(observedOf(turnOf(...payloads)), 'turn/completed')[0]?.recorded.countsCommands;

describe('a legacy rollout', () => {
  it('reports the thread and its turns, also a turn whose id is no UUID of version 7', async () => {
    const observations = await observed('0.144.0/goals');
    expect(only(observations, 'thread/started')[0]?.recorded).toMatchObject({ method: 'start', model: null });
    expect(
      only(observations, 'turn/completed').map(({ params: { turn }, recorded }) => [
        turn.id,
        turn.status,
        recorded.task,
      ]),
    ).toEqual([
      ['01a22152-1c0a-70f2-8cd8-2595f4afe88b', 'completed', 'regular'],
      ['3155f233-507a-4111-afb9-8b2301aa3fb2', 'completed', 'regular'],
    ]);
    expect(only(observations, 'thread/settings/updated')[0]?.params.threadSettings).toMatchObject({
      model: 'gpt-5.5',
      personality: 'pragmatic',
    });
    expect(only(observations, 'turn/started')[0]?.recorded).toMatchObject({ trigger: null, serviceTier: null });
  });

  it("leaves out the ancestor's turns that a fork repeats", async () => {
    const observations = await observed('0.144.0/thread-resume-fork-archive');
    const [thread, fork] = only(observations, 'thread/started');
    expect(fork).toMatchObject({
      params: { thread: { forkedFromId: thread?.params.thread.id, preview: true } },
      recorded: { method: 'fork' },
    });
    const turns = only(observations, 'turn/started').map(({ params }) => params.threadId === fork?.params.thread.id);
    expect(turns).toEqual([false, false, true]);
    // The fork's total goes on with its ancestor's.
    expect(only(observations, 'thread/tokenUsage/updated').at(-1)?.params.tokenUsage.total.inputTokens).toBe(360);
  });

  it('a count of as many tokens as the one before, also of an ancestor, repeats what was used: a failed turn of a fork used nothing', () => {
    const lines = rolloutLines('0.144.0/thread-resume-fork-archive')[1]!;
    const isCount = (line: string) => line.includes('"type":"token_count"');
    const lastUsed = (each: readonly string[]) =>
      only(observedOf(each), 'thread/tokenUsage/updated').at(-1)?.params.tokenUsage.last.totalTokens;
    expect(lastUsed(lines)).toBeGreaterThan(0);
    const own = lines.findLastIndex(isCount);
    const ofAncestor = lines.slice(0, own).findLast(isCount)!;
    expect(lastUsed(lines.with(own, ofAncestor))).toBe(0);
  });

  it('marks every tool as one without an event', async () => {
    const ends = toolEnds(await observed('0.144.0/goals'));
    expect(ends.map(({ params, recorded }) => [params.item.type, params.completedAtMs, recorded.hasEvent])).toEqual([
      ['commandExecution', null, false],
    ]);
  });

  it('reports the diff of applied patches, and none of declined ones', () => {
    const changes = { 'a.txt': { type: 'add', content: 'x\ny\n' } };
    const observations = observedOf(turnOf({ type: 'patch_apply_end', call_id: 'c', success: true, changes }));
    expect(only(observations, 'turn/diff/updated')).toHaveLength(1);
    expect(toolEnds(observations)[0]?.params.item).toMatchObject({ type: 'fileChange', status: 'completed' });
    const failed = observedOf(turnOf({ type: 'patch_apply_end', call_id: 'c', status: 'declined', changes }));
    expect(only(failed, 'turn/diff/updated')).toEqual([]);
  });

  it('reports the images of a message by their kinds', () => {
    const observations = observedOf(turnOf({ type: 'user_message', images: ['data:'], local_images: ['/a', '/b'] }));
    const messages = only(observations, 'item/completed').flatMap(({ params: { item } }) =>
      item.type === 'counted' && item.itemType === 'userMessage' ? [item.input?.map(({ type }) => type)] : [],
    );
    expect(messages).toEqual([[], ['image', 'localImage', 'localImage']]);
  });

  it('reads commands from their calls and outputs', () => {
    const exit = (code: number) => `Chunk ID: a\nWall time: 0.1 seconds\nProcess exited with code ${code}\n`;
    const refusal = 'exec_command failed for `x`: CreateProcess { message: "Rejected(\\"rejected by user\\")" }';
    expect(itemsOf(call('c', 'exec_command'), output('c', exit(0)))).toMatchObject([
      { type: 'commandExecution', id: 'c', source: 'unifiedExecStartup', status: 'completed', exitCode: 0 },
    ]);
    expect(itemsOf(call('c', 'shell'), output('c', exit(3)))).toMatchObject([{ source: 'agent', status: 'failed' }]);
    expect(itemsOf(call('c', 'exec_command'), output('c', refusal))).toMatchObject([{ status: 'declined' }]);
    expect(itemsOf(call('c', 'exec_command'), output('c', 'words of a hook'))).toMatchObject([{ status: null }]);
    expect(itemsOf(call('c', 'exec_command'), output('c', 'Command blocked by PreToolUse hook: no'))).toEqual([]);
  });

  it('leaves the number of commands unknown where one may have run', () => {
    const refusal = 'exec_command failed: CreateProcess { message: "Rejected(\\"rejected by user\\")" }';
    expect(countsCommands()).toBe(true);
    expect(countsCommands(call('c', 'exec_command'), output('c', refusal))).toBe(true);
    expect(countsCommands(call('c', 'exec_command'), output('c', 'Process exited with code 0\n'))).toBe(false);
    expect(countsCommands(call('c', 'exec_command'))).toBe(false);
    const shell = '<user_shell_command>\n<command>\nls\n';
    expect(countsCommands({ type: 'message', role: 'user', content: [{ type: 'input_text', text: shell }] })).toBe(
      false,
    );
  });

  it('leaves an item open whose call has no output', () => {
    const observations = observedOf(turnOf(call('c', 'echo', { namespace: 'mcp__helper' }), call('d', 'imagegen')));
    const starts = only(observations, 'item/started').filter(({ params }) => params.item.type !== 'counted');
    expect(starts.map(({ params }) => params.item)).toMatchObject([
      { type: 'mcpToolCall', server: 'helper', tool: 'echo' },
    ]);
  });

  it('reads tools from the records of their ends', () => {
    expect(
      itemsOf(
        call('m', 'echo', { namespace: 'mcp__helper' }),
        {
          type: 'mcp_tool_call_end',
          call_id: 'm',
          invocation: { server: 'helper', tool: 'echo' },
          duration: { secs: 1, nanos: 2_900_000 },
          result: { Ok: { content: [] } },
        },
        { type: 'mcp_tool_call_end', call_id: 'n', invocation: null, duration: null, result: { Err: 'no' } },
        { type: 'web_search_end', call_id: 'w', query: 'x', action: { type: 'open_page' } },
        { type: 'image_generation_end', call_id: 'i', status: 'completed', revised_prompt: 'x', saved_path: null },
      ),
    ).toMatchObject([
      { type: 'mcpToolCall', server: 'helper', tool: 'echo', status: 'completed', error: false, durationMs: 1002 },
      { type: 'mcpToolCall', server: '', status: 'failed', error: true, durationMs: null },
      { type: 'webSearch', query: true, action: { type: 'openPage' } },
      { type: 'imageGeneration', status: 'completed', revisedPrompt: true, savedPath: false },
    ]);
  });

  it('reads calls about agents from their arguments and outputs', () => {
    const namespace = 'multi_agent_v1';
    expect(
      itemsOf(
        call('s', 'spawn_agent', { namespace }),
        output('s', '{"agent_id":"child","nickname":"Erdos"}'),
        call('w', 'wait_agent', { namespace, arguments: '{"targets":["child"]}' }),
        output('w', '{"status":{"child":{"completed":"There are 0 files."}}}'),
        call('a', 'close_agent', { namespace, arguments: '{"target":"child"}' }),
        output('a', 'aborted by user after 0.1s'),
      ),
    ).toMatchObject([
      { type: 'collabAgentToolCall', tool: 'spawnAgent', receiverThreadIds: ['child'] },
      { tool: 'wait', receiverThreadIds: ['child'], agentsStates: { child: { status: 'completed' } } },
    ]);
  });

  it("reads calls of the client's own tools, which session_meta names", () => {
    const tools = [{ name: 'weather' }, { name: 'editor', tools: [{ name: 'open_file' }] }];
    const [first, ...rest] = turnOf(
      call('w', 'weather'),
      output('w', 'sunny'),
      call('e', 'open_file', { namespace: 'editor' }),
      output('e', 'done'),
      call('x', 'unknown'),
      output('x', 'done'),
    );
    const meta = changed(first!, ({ payload }) => (payload['dynamic_tools'] = tools));
    expect(toolEnds(observedOf([meta, ...rest])).map(({ params }) => params.item)).toMatchObject([
      { type: 'dynamicToolCall', id: 'w', tool: 'weather' },
      { type: 'dynamicToolCall', id: 'e', tool: 'open_file' },
    ]);
  });

  it('reports compactions without ids', () => {
    const [compaction] = toolEnds(observedOf(turnOf({ type: 'context_compacted' })));
    expect(compaction?.params.item).toMatchObject({ type: 'contextCompaction', id: '' });
    expect(compaction?.recorded.hasEvent).toBe(false);
  });

  it('reports thread_rolled_back as thread/reverted', () => {
    const observations = observedOf(turnOf({ type: 'thread_rolled_back', num_turns: 1 }));
    expect(only(observations, 'thread/reverted')).toHaveLength(1);
  });

  it('leaves the status of a turn without a last message unknown', () => {
    const lines = turnOf();
    const silent = changed(lines.at(-1)!, ({ payload }) => (payload['last_agent_message'] = null));
    expect(only(observedOf([...lines.slice(0, -1), silent]), 'turn/completed')[0]?.params.turn.status).toBeNull();
  });

  it('reports turn_aborted as an interrupted turn', () => {
    const lines = turnOf();
    const aborted = changed(lines.at(-1)!, ({ payload }) => (payload['type'] = 'turn_aborted'));
    expect(only(observedOf([...lines.slice(0, -1), aborted]), 'turn/completed')[0]?.params.turn.status).toBe(
      'interrupted',
    );
  });

  it('counts the records of ancestors that it skips', () => {
    const counters = new Counters();
    observedOf(rolloutLines('0.144.0/thread-resume-fork-archive')[1]!, counters);
    expect(counters.get('messages.skipped', 'of an ancestor')).toBeGreaterThan(10);
  });
});
