import type { CollabAgentToolCallItem, ControlToolCallItem, Item } from '../../protocol/schema/items.js';

import type { CallRecord } from '../records.js';
import type { Outcome } from './outcome.js';

/** A tool call of the model. Most of them have an item of their own; the others are known by the call and its output. */
export class Call {
  readonly type: CallRecord['type'];
  readonly name: CallRecord['name'];
  readonly namespace: CallRecord['namespace'];
  readonly arguments: CallRecord['arguments'];
  outcome: Outcome | null = null;
  hasItem = false;
  originatingResponseId: string | null = null;

  /** @param at when it was recorded, Unix milliseconds. */
  constructor(
    readonly id: string,
    readonly at: number,
    record: CallRecord,
  ) {
    this.type = record.type;
    this.name = record.name;
    this.namespace = record.namespace;
    this.arguments = record.arguments;
  }
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

const untimed = { startedAtMs: null, completedAtMs: null };

/** A command, of which only the call and its outcome are known. */
const commandOf = ({ id }: Call, source: string, status: Status | null, exitCode: number | null = null): Item => ({
  type: 'commandExecution',
  ...untimed,
  id,
  source,
  status,
  exitCode,
  durationMs: null,
  pluginId: null,
  commandActions: [],
});

/** Codex takes a command that was refused for the plain shell's, whatever the shell in use. */
export const refusedCommandOf = (call: Call, status: 'declined' | 'failed'): Item => commandOf(call, 'agent', status);

const sourceOf = ({ name }: Call) => (name === 'exec_command' ? 'unifiedExecStartup' : 'agent');

/** A command that ended, by its output. Where a hook replaced the output, the status is unknown. */
export function endedCommandOf(call: Call): Item {
  const source = sourceOf(call);
  if (call.outcome === 'exited') return commandOf(call, source, 'completed', 0);
  return commandOf(call, source, call.outcome === 'exited badly' ? 'failed' : null);
}

/** A cell of code mode counts as a tool of the client. */
export const cellOf = ({ id }: Call, status: Status): Item => ({
  type: 'dynamicToolCall',
  ...untimed,
  id,
  tool: 'exec',
  status,
  success: status === 'inProgress' ? null : status === 'completed',
  durationMs: null,
  contentItems: null,
});

export const controlOf = ({ id, name }: Call, succeeded: boolean): ControlToolCallItem => ({
  type: 'controlToolCall',
  ...untimed,
  startedAtMs: null,
  completedAtMs: null,
  id,
  tool: name ?? '',
  status: succeeded ? 'completed' : null,
  success: succeeded ? true : null,
});

const AGENT_TOOLS = new Map(
  Object.entries({
    spawn_agent: 'spawnAgent',
    send_input: 'sendInput',
    resume_agent: 'resumeAgent',
    wait_agent: 'wait',
    close_agent: 'closeAgent',
    list_agents: 'listAgents',
  }),
);

export const agentsCallOf = (
  { id, name, arguments: { threadIds } }: Call,
  threadId: string,
  status: Status,
  { spawned, states }: { readonly spawned: string | null; readonly states: CollabAgentToolCallItem['agentsStates'] } = {
    spawned: null,
    states: {},
  },
): Item => ({
  type: 'collabAgentToolCall',
  ...untimed,
  id,
  tool: AGENT_TOOLS.get(name ?? '') ?? name ?? '',
  status,
  senderThreadId: threadId,
  receiverThreadIds: spawned === null ? threadIds : [spawned],
  model: null,
  reasoningEffort: null,
  agentsStates: states,
});

/** The item that a call began and that was never recorded; undefined where its kind has none, or none is known. */
export function openItemOf(call: Call, threadId: string): Item | undefined {
  switch (kindOf(call)) {
    case 'command':
      return commandOf(call, sourceOf(call), 'inProgress');
    case 'patch':
      return { type: 'fileChange', ...untimed, id: call.id, status: 'inProgress', changes: [] };
    case 'cell':
      return cellOf(call, 'inProgress');
    case 'agents':
      return agentsCallOf(call, threadId, 'inProgress');
    case 'mcp':
      return {
        type: 'mcpToolCall',
        ...untimed,
        id: call.id,
        server: call.namespace?.replace(/^mcp__/, '') ?? '',
        tool: call.name ?? '',
        status: 'inProgress',
        error: false,
        durationMs: null,
        pluginId: null,
        appContext: null,
      };
    default:
      return undefined;
  }
}

/** A tool of the client, of which only that it was called is known. */
export const dynamicOf = ({ id, name }: Call): Item => ({
  type: 'dynamicToolCall',
  ...untimed,
  id,
  tool: name ?? '',
  status: 'completed',
  success: null,
  durationMs: null,
  contentItems: null,
});
