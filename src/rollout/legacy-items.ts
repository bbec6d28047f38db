import type { CountedItem, Item } from '../protocol/schema/items.js';
import type { CallOutputRecord, RolloutRecord } from './records.js';
import type { RecordedThread } from './thread/recorded-thread.js';
import { agentsCallOf, dynamicOf, endedCommandOf, kindOf, refusedCommandOf, type Call } from './turn/call.js';
import { COMPACTION, itemOf } from './turn/items.js';
import type { RecordedTurn } from './turn/recorded-turn.js';

type ToolEnd = RolloutRecord<'mcp_tool_call_end' | 'patch_apply_end' | 'web_search_end' | 'image_generation_end'>;

// The items of a legacy rollout, out of its messages, the ends of some tools, and the outputs of the others.

export function take(thread: RecordedThread, turn: RecordedTurn, record: RolloutRecord): void {
  const { at } = record;
  switch (record.kind) {
    case 'user_message': {
      const { images, local_images: localImages } = record.payload;
      const types = [...Array<string>(images).fill('image'), ...Array<string>(localImages).fill('localImage')];
      turn.userMessages += 1;
      const input = types.map((type) => ({ type, name: null, path: null }));
      return counted(thread, turn, 'userMessage', at, { input });
    }
    case 'agent_message':
      return counted(thread, turn, 'agentMessage', at);
    case 'agent_reasoning':
      return counted(thread, turn, 'reasoning', at);
    case 'user_shell_command':
      // The rollout has the message to the model about the command, and nothing of the command itself.
      turn.ranUserShell = true;
      turn.countsCommands = false;
      return;
    case 'context_compacted':
      turn.hasCompaction = true;
      return thread.item(turn, { item: COMPACTION, startAt: at, endAt: at });
    case 'mcp_tool_call_end':
    case 'patch_apply_end':
    case 'web_search_end':
    case 'image_generation_end':
      return toolEnded(thread, turn, record);
    default:
  }
}

/** The item of a call whose end is not recorded, read from its output. */
export function itemOfOutput(
  thread: RecordedThread,
  turn: RecordedTurn,
  call: Call,
  agents: CallOutputRecord['agents'],
): Item | undefined {
  const { outcome } = call;
  const hasRun = outcome !== 'stopped' && outcome !== 'aborted';
  switch (kindOf(call)) {
    case 'command':
      if (outcome === 'declined') return refusedCommandOf(call, 'declined');
      if (outcome === 'unasked') return refusedCommandOf(call, 'failed');
      if (outcome === 'stopped') return undefined;
      // These versions lose some commands that end at once, and count none that the sandbox stops; they read the same.
      turn.countsCommands = false;
      return hasRun && outcome !== 'running' ? endedCommandOf(call) : undefined;
    case 'agents':
      return hasRun ? agentsCallOf(call, thread.id, 'completed', agents) : undefined;
    case 'other':
      return hasRun && thread.isClientTool(call) ? dynamicOf(call, 'completed') : undefined;
    default:
      return undefined;
  }
}

function counted(
  thread: RecordedThread,
  turn: RecordedTurn,
  itemType: string,
  at: number,
  input?: Pick<CountedItem, 'input'>,
): void {
  thread.worked(turn);
  turn.unnamed += 1;
  const item = { type: 'counted', itemType, id: `${itemType} ${turn.unnamed}`, ...input } as const;
  thread.item(turn, { item, startAt: at, endAt: at });
}

function toolEnded(thread: RecordedThread, turn: RecordedTurn, record: ToolEnd): void {
  const { at, payload } = record;
  const call = turn.calls.get(payload.call_id);
  if (call) call.hasItem = true;
  thread.worked(turn);
  const item = itemOfEnd(record);
  if (item === undefined) return;
  if (item.type === 'fileChange' && item.status === 'completed' && record.kind === 'patch_apply_end')
    turn.diff.apply(record.payload.changes);
  const took = 'durationMs' in item ? (item.durationMs ?? 0) : 0;
  thread.item(turn, { item, startAt: call?.at ?? at - took, endAt: at });
}

/** The item of a tool's end, as a paginated rollout would have it. */
function itemOfEnd({ kind, payload }: ToolEnd): Item | undefined {
  const { call_id: id } = payload;
  switch (kind) {
    case 'mcp_tool_call_end': {
      const { invocation, duration, result } = payload;
      const isError = result === null || result.Ok.is_error === true || result.Ok.isError === true;
      const [status, error] = [isError ? 'failed' : 'completed', result === null ? true : null];
      return itemOf({ type: 'McpToolCall', id, ...invocation, status, error, duration });
    }
    case 'patch_apply_end': {
      const { status, success, changes } = payload;
      return itemOf({ type: 'FileChange', id, status: status ?? (success === true ? 'completed' : 'failed'), changes });
    }
    case 'web_search_end':
      return itemOf({ ...payload, type: 'WebSearch', id });
    case 'image_generation_end':
      return itemOf({ ...payload, type: 'Extension', kind: 'image_gen.generation', id });
  }
}
