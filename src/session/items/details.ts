import type {
  CollabAgentToolCallItem,
  CommandExecutionItem,
  DynamicToolCallItem,
  FileChangeItem,
  McpToolCallItem,
  SpanItem,
  WebSearchItem,
} from '../../protocol/schema/items.js';
import type { CompactionRecord, ItemRecord } from '../../rollout/observation.js';
import { snakeCase } from '../../snake-case.js';
import { EFFORTS, listedOrNull } from '../facts/closed-lists.js';
import type {
  CompactionFacts,
  DynamicToolCallFacts,
  ItemDetailFacts,
  McpToolCallFacts,
  WebSearchFacts,
} from '../facts/index.js';
import type { Turn } from '../state.js';
import { activityTool } from './tool-names.js';

/** The facts that are particular to the kind of item, reduced to numbers and names. */
export function detailOf(
  turn: Turn,
  item: SpanItem,
  compactionStatus: CompactionFacts['compactionStatus'],
  recorded?: ItemRecord,
): ItemDetailFacts {
  switch (item.type) {
    case 'commandExecution':
      return commandExecution(item, recorded?.hasActions ?? true);
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
        requestedReasoningEffort: listedOrNull(EFFORTS, item.reasoningEffort),
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
    case 'controlToolCall':
      return { kind: 'controlToolCall', success: item.success };
    case 'contextCompaction':
      return recorded?.compaction ? recordedCompaction(recorded.compaction) : compaction(turn, compactionStatus);
  }
}

function commandExecution(item: CommandExecutionItem, hasActions: boolean) {
  const { source, exitCode, commandActions, pluginId } = item;
  const counted = (type: string) => commandActions.filter((action) => action.type === type).length;
  return {
    kind: 'commandExecution',
    source,
    exitCode,
    actionCounts: hasActions
      ? {
          total: commandActions.length,
          read: counted('read'),
          listFiles: counted('listFiles'),
          search: counted('search'),
          unknown: counted('unknown'),
        }
      : null,
    pluginId,
  } as const;
}

function compaction(turn: Turn, compactionStatus: CompactionFacts['compactionStatus']): CompactionFacts {
  return {
    kind: 'contextCompaction',
    trigger: turn.signs.compactionRequested ? 'manual' : 'auto',
    compactionStatus,
    stoppedAtMs: stoppedAtMs(turn, compactionStatus),
    phase: null,
    activeContextTokensAfter: null,
  };
}

/** Its turn ends a little later than what stopped the compaction. */
function stoppedAtMs(turn: Turn, status: CompactionFacts['compactionStatus']): number | null {
  if (status === 'failed') return turn.failedAtMs;
  return status === 'interrupted' ? turn.interruptRequestedAtMs : null;
}

function recordedCompaction({ status, trigger, phase, activeContextTokensAfter }: CompactionRecord): CompactionFacts {
  const stoppedAtMs = null;
  return { kind: 'contextCompaction', trigger, compactionStatus: status, stoppedAtMs, phase, activeContextTokensAfter };
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

function mcpToolCall(turn: Turn, { server, tool, error, pluginId, appContext }: McpToolCallItem): McpToolCallFacts {
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

/** An app counts once a turn. An app without a connector id has no identity, so it counts each time. */
function firstUse(turn: Turn, { connectorId, appName }: NonNullable<McpToolCallItem['appContext']>) {
  if (connectorId === null) return { connectorId, appName, invokeType: 'implicit' as const };
  if (!turn.memory.appsUsed.add(connectorId)) return null;
  const mentioned = turn.memory.appMentions.has(connectorId);
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
    requestedReasoningEffort: listedOrNull(EFFORTS, item.reasoningEffort),
    agentStateCount: states.length,
    completedAgentCount: counted('completed'),
    failedAgentCount: counted('errored', 'shutdown', 'notFound'),
  } as const;
}

function webSearch({ query, action }: WebSearchItem): WebSearchFacts {
  const single = (present: boolean) => (present ? 1 : null);
  return {
    kind: 'webSearch',
    action: action && (snakeCase(action.type) as WebSearchFacts['action']),
    queryPresent: query,
    queryCount:
      action === null ? single(query) : action.type === 'search' ? (action.queries ?? single(action.query)) : null,
  };
}
