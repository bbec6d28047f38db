import type {
  CollabAgentToolCallItem,
  CommandExecutionItem,
  DynamicToolCallItem,
  FileChangeItem,
  McpToolCallItem,
  SpanItem,
  SubAgentActivityItem,
  WebSearchItem,
} from '../protocol/schema/items.js';
import type {
  CompactionFacts,
  DynamicToolCallFacts,
  EndReason,
  ItemDetailFacts,
  ItemFacts,
  McpToolCallFacts,
  WebSearchFacts,
} from '../session/facts/index.js';
import { snakeCase } from './snake-case.js';
import type { TurnState } from './turns.js';

/** The tool as Codex's analytics names it; null for a compaction. */
export function toolNameOf(item: SpanItem): string | null {
  switch (item.type) {
    case 'commandExecution':
      return COMMAND_TOOLS.get(item.source) ?? 'shell';
    case 'fileChange':
      return 'apply_patch';
    case 'mcpToolCall':
    case 'dynamicToolCall':
      return item.tool === '' ? 'unknown' : item.tool;
    case 'collabAgentToolCall':
      return COLLAB_TOOLS.get(item.tool) ?? snakeCase(item.tool);
    case 'subAgentActivity': {
      const tool = activityTool(item);
      return COLLAB_TOOLS.get(tool) ?? snakeCase(tool);
    }
    case 'webSearch':
      return 'web_search';
    case 'imageGeneration':
      return 'image_generation';
    case 'contextCompaction':
      return null;
  }
}

const COMMAND_TOOLS = new Map<string, string>(
  Object.entries({
    agent: 'shell',
    userShell: 'user_shell',
    unifiedExecStartup: 'unified_exec',
    unifiedExecInteraction: 'unified_exec',
  }),
);

const COLLAB_TOOLS = new Map<string, string>(
  Object.entries({
    spawnAgent: 'spawn_agent',
    sendInput: 'send_input',
    resumeAgent: 'resume_agent',
    wait: 'wait_agent',
    closeAgent: 'close_agent',
  }),
);

/** The tool behind an activity; whether `interacted` was a message or a follow-up task the wire does not tell. */
function activityTool({ kind }: SubAgentActivityItem): string {
  if (kind === 'started') return 'spawnAgent';
  if (kind === 'interacted') return 'sendMessage';
  return kind === 'interrupted' ? 'interruptAgent' : kind;
}

type Outcome = Pick<ItemFacts, 'terminalStatus' | 'failureKind'>;
const COMPLETED: Outcome = { terminalStatus: 'completed', failureKind: null };
const FAILED: Outcome = { terminalStatus: 'failed', failureKind: 'tool_error' };
const DECLINED: Outcome = { terminalStatus: 'rejected', failureKind: 'approval_denied' };
const INTERRUPTED: Outcome = { terminalStatus: 'interrupted', failureKind: null };
const OPEN: Outcome = { terminalStatus: null, failureKind: null };

/** How the item ended; nothing is said of one that the observer ended, or that says it goes on. */
export function outcomeOf(item: SpanItem, endReason: EndReason | null): Outcome {
  if (endReason !== null) return OPEN;
  if (item.type === 'webSearch' || item.type === 'contextCompaction' || item.type === 'subAgentActivity')
    return COMPLETED;
  if (item.type === 'imageGeneration') return item.status === 'failed' || item.status === 'error' ? FAILED : COMPLETED;
  switch (item.status) {
    case 'completed':
      return COMPLETED;
    case 'failed':
      return FAILED;
    case 'declined':
      return DECLINED;
    case 'interrupted':
      return INTERRUPTED;
    default:
      return OPEN;
  }
}

/** What is particular to the kind of item, reduced to numbers and names. */
export function detailOf(
  turn: TurnState,
  item: SpanItem,
  compactionStatus: CompactionFacts['compactionStatus'],
): ItemDetailFacts {
  switch (item.type) {
    case 'commandExecution':
      return commandExecution(item);
    case 'fileChange':
      return fileChange(item);
    case 'mcpToolCall':
      return mcpToolCall(turn, item);
    case 'dynamicToolCall':
      return dynamicToolCall(item);
    case 'collabAgentToolCall':
      return collabAgentToolCall(item);
    case 'subAgentActivity':
      return {
        kind: 'collabAgentToolCall',
        tool: activityTool(item),
        senderThreadId: turn.thread.id,
        receiverThreadIds: item.agentThreadId === null ? [] : [item.agentThreadId],
        requestedModel: item.model,
        requestedReasoningEffort: item.reasoningEffort,
        agentStateCount: item.kind === 'started' ? 1 : 0,
        completedAgentCount: 0,
        failedAgentCount: 0,
      };
    case 'webSearch':
      return webSearch(item);
    case 'imageGeneration':
      return {
        kind: 'imageGeneration',
        revisedPromptPresent: item.revisedPrompt,
        savedPathPresent: item.savedPath,
        transparentBackground: item.transparentBackground,
        generationId: item.generationId,
      };
    case 'contextCompaction':
      return { kind: 'contextCompaction', trigger: turn.isCompaction ? 'manual' : 'auto', compactionStatus };
  }
}

function commandExecution({ source, exitCode, commandActions, pluginId, scriptPath }: CommandExecutionItem) {
  const counted = (type: string) => commandActions.filter((action) => action.type === type).length;
  return {
    kind: 'commandExecution',
    source,
    exitCode,
    actionCounts: {
      total: commandActions.length,
      read: counted('read'),
      listFiles: counted('listFiles'),
      search: counted('search'),
      unknown: counted('unknown'),
    },
    pluginId,
    scriptPath: pluginId !== null && scriptPath !== null && isSafeRelative(scriptPath) ? scriptPath : null,
  } as const;
}

/** A path that stays inside the plugin it is relative to; any other path is content. */
function isSafeRelative(file: string): boolean {
  return !/^([/\\]|[A-Za-z]:)/.test(file) && !file.split(/[/\\]/).includes('..');
}

function fileChange({ changes }: FileChangeItem) {
  const counted = (type: string) => changes.filter(({ kind }) => kind.type === type).length;
  const moves = changes.filter(({ kind }) => kind.type === 'update' && kind.move_path).length;
  return {
    kind: 'fileChange',
    changeCount: changes.length,
    addCount: counted('add'),
    updateCount: counted('update') - moves,
    deleteCount: counted('delete'),
    moveCount: moves,
  } as const;
}

function mcpToolCall(
  turn: TurnState,
  { server, tool, error, pluginId, appContext }: McpToolCallItem,
): McpToolCallFacts {
  return {
    kind: 'mcpToolCall',
    server,
    tool,
    errorPresent: error,
    pluginId,
    connectorId: appContext?.connectorId ?? null,
    firstAppUse: appContext && firstUse(turn, appContext),
  };
}

/** An app is used once a turn; one without a connector id cannot be told from another and counts each time. */
function firstUse(turn: TurnState, { connectorId, appName }: NonNullable<McpToolCallItem['appContext']>) {
  if (connectorId === null) return { connectorId, appName, invokeType: 'implicit' as const };
  if (turn.appsUsed.has(connectorId)) return null;
  turn.appsUsed.add(connectorId);
  const mentioned = turn.appMentions.has(connectorId);
  return { connectorId, appName, invokeType: mentioned ? ('explicit' as const) : ('implicit' as const) };
}

function dynamicToolCall({ tool, success, contentItems }: DynamicToolCallItem): DynamicToolCallFacts {
  const counted = (type: string) => contentItems?.filter((content) => content.type === type).length ?? 0;
  return {
    kind: 'dynamicToolCall',
    tool,
    success,
    outputCounts: contentItems && {
      total: contentItems.length,
      text: counted('inputText'),
      image: counted('inputImage'),
      audio: counted('inputAudio'),
    },
  };
}

function collabAgentToolCall(item: CollabAgentToolCallItem) {
  const states = Object.values(item.agentsStates).map(({ status }) => status);
  const counted = (...among: string[]) => states.filter((status) => status !== null && among.includes(status)).length;
  return {
    kind: 'collabAgentToolCall',
    tool: item.tool,
    senderThreadId: item.senderThreadId,
    receiverThreadIds: item.receiverThreadIds,
    requestedModel: item.model,
    requestedReasoningEffort: item.reasoningEffort,
    agentStateCount: states.length,
    completedAgentCount: counted('completed'),
    failedAgentCount: counted('errored', 'shutdown', 'notFound'),
  } as const;
}

const SEARCH_ACTIONS = new Map<string, WebSearchFacts['action']>(
  Object.entries({
    search: 'search',
    openPage: 'open_page',
    findInPage: 'find_in_page',
  }),
);

function webSearch({ query, action }: WebSearchItem): WebSearchFacts {
  const single = (present: boolean) => (present ? 1 : null);
  return {
    kind: 'webSearch',
    action: action && (SEARCH_ACTIONS.get(action.type) ?? 'other'),
    queryPresent: query,
    queryCount:
      action === null ? single(query) : action.type === 'search' ? (action.queries ?? single(action.query)) : null,
  };
}
