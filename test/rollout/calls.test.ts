import { describe, expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import type { RecordedItemEnd } from '../../src/rollout/observation.js';
import { readRecord } from '../../src/rollout/files/line.js';
import { kindOf, openItemOf, type Call } from '../../src/rollout/turn/call.js';
import { TurnCalls } from '../../src/rollout/turn/calls.js';
import type { CallRecord } from '../../src/rollout/records.js';
import { changed, observedOf, only, rolloutLines, toolEnds } from './recorded.js';

function recordOf(payload: Record<string, unknown>): CallRecord {
  const line = JSON.stringify({ type: 'response_item', payload: { type: 'function_call', call_id: 'c', ...payload } });
  const record = readRecord(Buffer.from(line), 0, new Counters());
  if (record === undefined || record === 'broken' || record.kind !== 'call') throw new Error('no call');
  return record.payload;
}

const callOf = (payload: Record<string, unknown>): Call => ({
  ...recordOf(payload),
  id: 'c',
  at: 5,
  outcome: null,
  hasItem: false,
  originatingResponseId: null,
});

describe('kindOf', () => {
  it.each([
    [{ name: 'exec_command' }, 'command'],
    [{ name: 'shell' }, 'command'],
    [{ type: 'local_shell_call', name: undefined }, 'command'],
    [{ type: 'custom_tool_call', name: 'apply_patch' }, 'patch'],
    [{ type: 'custom_tool_call', name: 'exec' }, 'cell'],
    [{ name: 'exec' }, 'other'],
    [{ name: 'update_goal' }, 'control'],
    [{ name: 'wait_agent', namespace: 'multi_agent_v1' }, 'agents'],
    [{ name: 'list_agents', namespace: 'collaboration' }, 'agents'],
    [{ name: 'echo', namespace: 'mcp__helper' }, 'mcp'],
    [{ name: 'open_file', namespace: 'editor' }, 'other'],
    [{ name: 'write_stdin' }, 'other'],
  ])('takes %j for %s', (payload, kind) => {
    expect(kindOf(callOf(payload))).toBe(kind);
  });

  it('decides which item openItemOf returns', () => {
    const began = (payload: Record<string, unknown>) => openItemOf(callOf(payload), 'thread')?.type;
    expect(began({ name: 'shell' })).toBe('commandExecution');
    expect(began({ name: 'apply_patch' })).toBe('fileChange');
    expect(began({ name: 'exec', type: 'custom_tool_call' })).toBe('dynamicToolCall');
    expect(began({ name: 'wait_agent', namespace: 'multi_agent_v1' })).toBe('collabAgentToolCall');
    expect(began({ name: 'echo', namespace: 'mcp__helper' })).toBe('mcpToolCall');
    expect(began({ name: 'update_goal' })).toBeUndefined();
  });

  it('leaves it to the arguments whether a command asks for more than its sandbox allows', () => {
    const asks = (given: string) => callOf({ name: 'exec_command', arguments: given }).arguments.asksForMore;
    expect(asks('{"cmd":"ls","sandbox_permissions":"require_escalated"}')).toBe(true);
    expect(asks('{"cmd":"ls","sandbox_permissions":"use_default"}')).toBe(false);
    expect(asks('{"cmd":"ls"}')).toBe(false);
    expect(asks('{"sandbox_permissions"')).toBe(false);
  });
});

describe('TurnCalls', () => {
  const end = { recorded: { originatingResponseId: null, subsequentResponseId: null } } as RecordedItemEnd;

  it('holds at most a thousand ends of items', () => {
    const calls = new TurnCalls(new Counters());
    calls.called(recordOf({ name: 'shell' }), 1);
    calls.responded('resp_1');
    const call = calls.get('c')!;
    const released = Array.from({ length: 1_002 }, () => calls.wait(end, call)).filter((one) => one !== undefined);
    expect(released).toMatchObject([
      { recorded: { originatingResponseId: 'resp_1', subsequentResponseId: null } },
      { recorded: { originatingResponseId: 'resp_1', subsequentResponseId: null } },
    ]);
    expect(calls.release()).toHaveLength(1_000);
    expect(calls.release()).toEqual([]);
  });

  it('holds an end until the call has an output and a response came after it', () => {
    const calls = new TurnCalls(new Counters());
    calls.called(recordOf({ name: 'shell' }), 1);
    calls.responded('resp_1');
    calls.wait(end, calls.get('c')!);
    expect(calls.responded('resp_2')).toEqual([]);
    calls.returned('c', 'exited');
    expect(calls.responded('resp_3')).toMatchObject([{ recorded: { subsequentResponseId: 'resp_3' } }]);
  });

  it('attributes the first 256 calls to a response', () => {
    const calls = new TurnCalls(new Counters());
    for (let number = 1; number <= 300; number++) calls.called(recordOf({ name: 'shell', call_id: `c${number}` }), 1);
    calls.responded('resp_1');
    expect([256, 257].map((number) => calls.get(`c${number}`)?.originatingResponseId)).toEqual(['resp_1', null]);
  });

  it('ignores a call without an id', () => {
    const calls = new TurnCalls(new Counters());
    calls.called({ ...recordOf({ name: 'shell' }), id: null }, 1);
    expect(calls.withoutItem).toEqual([]);
    expect(calls.returned(null, 'exited')).toBeUndefined();
  });

  it('returns the open cell only where there is exactly one', () => {
    const calls = new TurnCalls(new Counters());
    const cell = (id: string) => calls.called(recordOf({ type: 'custom_tool_call', name: 'exec', call_id: id }), 1);
    expect(calls.cell).toBeUndefined();
    cell('a');
    expect(calls.cell?.id).toBe('a');
    cell('b');
    expect(calls.cell).toBeUndefined();
    calls.returned('a', 'succeeded');
    expect(calls.cell?.id).toBe('b');
  });
});

describe('a paginated rollout, calls without an item', () => {
  const lines = rolloutLines('0.171.0/guardian-slow-then-approved')[0]!;
  const item = lines.findIndex((line) => line.includes('"CommandExecution"'));

  /** The recording with another tool in the place of its command, which has no item. */
  const itemsOf = (call: Record<string, unknown>, output: unknown) =>
    toolEnds(
      observedOf(
        [...lines.slice(0, item), ...lines.slice(item + 1)].map((line) => {
          if (line.includes('"type":"function_call"'))
            return changed(line, ({ payload }) => Object.assign(payload, { arguments: '{}' }, call));
          if (line.includes('"type":"function_call_output"'))
            return changed(line, ({ payload }) => (payload['output'] = output));
          return line;
        }),
      ),
    ).map(({ params, recorded }) => ({ ...params.item, hasEvent: recorded.hasEvent }));

  const refusal = (words: string) => `exec_command failed: CreateProcess { message: "Rejected(\\"${words}\\")" }`;

  it("are refused commands where the output has Codex's words of a refusal", () => {
    expect(itemsOf({}, refusal('rejected by user'))).toMatchObject([{ status: 'declined', source: 'agent' }]);
    expect(itemsOf({}, refusal('approval request failed'))).toMatchObject([{ status: 'failed' }]);
    expect(itemsOf({}, refusal('words of a hook'))).toEqual([]);
    expect(itemsOf({}, 'Chunk ID: a\nProcess exited with code 1\nOutput:\nRead-only file system')).toEqual([]);
  });

  it('are control tools by their names', () => {
    expect(itemsOf({ name: 'update_goal' }, '{"goal":{}}')).toMatchObject([
      { type: 'controlToolCall', tool: 'update_goal', status: 'completed', success: true },
    ]);
    expect(itemsOf({ name: 'view_image' }, [{ type: 'input_image' }])).toMatchObject([
      { tool: 'view_image', success: true },
    ]);
    expect(itemsOf({ name: 'update_goal' }, 'there is no goal')).toMatchObject([{ status: null, success: null }]);
    expect(itemsOf({ name: 'update_goal' }, 'unsupported call: update_goal')).toEqual([]);
  });

  it('are cells of code mode by the tool `exec`', () => {
    const cell = { type: 'custom_tool_call', name: 'exec' };
    const output = (text: string) => [{ type: 'input_text', text }];
    expect(itemsOf(cell, output('Script completed\n'))).toMatchObject([
      { tool: 'exec', status: 'completed', success: true },
    ]);
    expect(itemsOf(cell, output('Script failed\n'))).toMatchObject([{ status: 'failed', success: false }]);
    expect(itemsOf(cell, output('Script running with cell ID 1\n'))).toEqual([]);
  });

  it('are calls about agents for list_agents alone', () => {
    const list = { name: 'list_agents', namespace: 'collaboration' };
    expect(itemsOf(list, '{"agents":[]}')).toMatchObject([{ type: 'collabAgentToolCall', tool: 'listAgents' }]);
    expect(itemsOf(list, 'aborted by user after 0.1s')).toEqual([]);
    expect(itemsOf({ ...list, name: 'wait_agent' }, '{"message":"done"}')).toEqual([]);
  });

  it('are not reported for other tools', () => {
    expect(itemsOf({ name: 'write_stdin' }, 'Process running with session ID 5')).toEqual([]);
  });

  it('stay open where a cell is unfinished at the end of its turn', () => {
    const observations = observedOf(
      lines.flatMap((line, index) => {
        if (index === item || line.includes('"function_call_output"')) return [];
        return line.includes('"function_call"')
          ? [changed(line, ({ payload }) => Object.assign(payload, { type: 'custom_tool_call', name: 'exec' }))]
          : [line];
      }),
    );
    const starts = only(observations, 'item/started').map(({ params }) => params.item);
    expect(starts).toContainEqual(expect.objectContaining({ type: 'dynamicToolCall', status: 'inProgress' }));
    expect(only(observations, 'turn/completed')[0]?.recorded.countsCommands).toBe(true);
  });
});
