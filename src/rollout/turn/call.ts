import type { ControlToolCallItem, Item } from '../../protocol/schema/items.js';
import type { CallOutputRecord, CallRecord } from '../records.js';
import { itemOf } from './items.js';
import type { Outcome } from './outcome.js';

/** A tool call of the model. Most of them have an item of their own; the others are known by the call and its output. */
export interface Call extends CallRecord {
  readonly id: string;
  /** When it was recorded, Unix milliseconds. */
  readonly at: number;
  outcome: Outcome | null;
  hasItem: boolean;
  originatingResponseId: string | null;
}

export type CallKind = 'command' | 'patch' | 'cell' | 'control' | 'agents' | 'mcp' | 'other';

/** Tools that steer the session and do no work; they have no items. */
const CONTROL_TOOLS = new Set(['create_goal', 'update_goal', 'get_goal', 'request_user_input', 'view_image']);
const COMMAND_TOOLS = new Set(['exec_command', 'shell', 'shell_command', 'local_shell', 'container.exec']);

export function kindOf({ type, name, namespace }: Call): CallKind {
  if (type === 'local_shell_call') return 'command';
  if (namespace?.startsWith('mcp__') === true) return 'mcp';
  if (namespace?.startsWith('multi_agent') === true || namespace === 'collaboration') return 'agents';
  if (name === null || namespace !== null) return 'other';
  if (COMMAND_TOOLS.has(name)) return 'command';
  if (name === 'apply_patch') return 'patch';
  if (name === 'exec' && type === 'custom_tool_call') return 'cell';
  return CONTROL_TOOLS.has(name) ? 'control' : 'other';
}

type Status = 'completed' | 'failed' | 'declined' | 'inProgress';

/** A command, of which only the call and its outcome are known. */
const commandOf = ({ id }: Call, source: string, status: Status | null, exitCode: number | null = null) =>
  itemOf({ type: 'CommandExecution', id, source, status, exit_code: exitCode });

/** Codex takes a command that was refused for the plain shell's, whatever the shell in use. */
export const refusedCommandOf = (call: Call, status: 'declined' | 'failed') => commandOf(call, 'agent', status);

const sourceOf = ({ name }: Call) => (name === 'exec_command' ? 'unifiedExecStartup' : 'agent');

/** A command that ended, by its output. Where a hook replaced the output, the status is unknown. */
export function endedCommandOf(call: Call) {
  if (call.outcome === 'exited') return commandOf(call, sourceOf(call), 'completed', 0);
  return commandOf(call, sourceOf(call), call.outcome === 'exited badly' ? 'failed' : null);
}

/** A tool of the client, or a cell of code mode, which counts as one. */
export const dynamicOf = ({ id, name }: Call, status: Status, success: boolean | null = null) =>
  itemOf({ type: 'DynamicToolCall', id, tool: name, status, success });

export const controlOf = ({ id, name }: Call, succeeded: boolean): ControlToolCallItem => ({
  type: 'controlToolCall',
  startedAtMs: null,
  completedAtMs: null,
  id,
  tool: name ?? '',
  status: succeeded ? 'completed' : null,
  success: succeeded ? true : null,
});

/** A call of the agents' tools. Its output may name the agent that it made, and the states of agents. */
export const agentsCallOf = (
  { id, name, arguments: { threadIds } }: Call,
  threadId: string,
  status: Status,
  { spawned = null, states }: Partial<CallOutputRecord['agents']> = {},
) =>
  itemOf({
    type: 'CollabAgentToolCall',
    id,
    tool: name === 'wait_agent' ? 'wait' : name,
    status,
    sender_thread_id: threadId,
    receiver_thread_ids: spawned === null ? threadIds : [spawned],
    agents_states: states,
  });

/** The item that a call began and that was never recorded; undefined where its kind has none, or none is known. */
export function openItemOf(call: Call, threadId: string): Item | undefined {
  const { id, name, namespace } = call;
  const status = 'inProgress';
  switch (kindOf(call)) {
    case 'command':
      return commandOf(call, sourceOf(call), status);
    case 'patch':
      return itemOf({ type: 'FileChange', id, status });
    case 'cell':
      return dynamicOf(call, status);
    case 'agents':
      return agentsCallOf(call, threadId, status);
    case 'mcp':
      return itemOf({ type: 'McpToolCall', id, server: namespace?.replace(/^mcp__/, ''), tool: name, status });
    default:
      return undefined;
  }
}
