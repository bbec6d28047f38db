import { SpanStatusCode, type Attributes, type SpanStatus } from '@opentelemetry/api';
import { ATTR, OTHER_ERROR } from './conventions.js';
import type {
  Facts,
  ItemFacts,
  LineageFacts,
  ReviewFacts,
  ThreadFacts,
  ThreadInitializationFacts,
  TokenUsageFacts,
  TurnErrorFacts,
  TurnFacts,
} from '../session/facts/index.js';
import type { SpanStart, SpanSubject } from '../session/span-sink.js';
import type { SpanAttributes } from './facts-on-span.js';

/** The value of `gen_ai.agent.name`: there is one agent. */
const AGENT_NAME = 'codex';

/** A span's attributes before what is unknown is left out. */
type Draft = Record<string, string | number | boolean | readonly string[] | null | undefined>;

/** The attributes of a span: flat, low in number, no content; what is unknown is left out. */
export function attributesOf(facts: Facts): SpanAttributes {
  const attributes: SpanAttributes = {};
  for (const [name, value] of Object.entries({ ...common(facts), ...own(facts) }))
    if (value !== null && value !== undefined) attributes[name] = value as string;
  return attributes;
}

/** Status is ERROR for failed turns and failed tools only: a refusal, a cancellation and an interruption are no errors. */
export function statusOf(facts: Facts): SpanStatus {
  return { code: errorTypeOf(facts) === null ? SpanStatusCode.UNSET : SpanStatusCode.ERROR };
}

export function nameOf(subject: SpanSubject): string {
  switch (subject.type) {
    case 'thread_initialization':
      return `codex.thread ${subject.method}`;
    case 'thread':
      return 'codex.thread';
    case 'turn':
      return 'invoke_agent codex';
    case 'item':
      return subject.toolName === null ? 'codex.compaction' : `execute_tool ${subject.toolName}`;
    case 'review':
      return `codex.review ${subject.reviewer}`;
    case 'user_input':
      return `codex.user_input ${subject.kind}`;
    case 'steer':
      return 'codex.turn steer';
    case 'thread_archive':
      return `codex.thread ${subject.action === 'archived' ? 'archive' : 'unarchive'}`;
    case 'hook':
      return `codex.hook ${subject.eventName}`;
    case 'goal':
      return `codex.goal ${subject.eventKind}`;
  }
}

/** The attributes that a span starts with, for samplers to decide by. */
export function startAttributesOf({ subject, model }: Pick<SpanStart, 'subject' | 'model'>): Attributes {
  const attributes: Attributes = { [ATTR.spanType]: subject.type };
  if (subject.type === 'turn') attributes[ATTR.operationName] = 'invoke_agent';
  if (subject.type === 'item' && subject.toolName !== null) attributes[ATTR.operationName] = 'execute_tool';
  if (subject.type === 'turn' && typeof model === 'string') attributes[ATTR.requestModel] = model;
  return attributes;
}

function common({ type, lineage, client, runtime, connectionSource, endReason }: Facts): Draft {
  return {
    [ATTR.spanType]: type,
    [ATTR.threadId]: lineage.threadId,
    [ATTR.conversationId]: lineage.threadId,
    [ATTR.sessionId]: lineage.sessionId ?? lineage.threadId,
    [ATTR.agentName]: AGENT_NAME,
    [ATTR.parentThreadId]: lineage.parentThreadId,
    [ATTR.clientName]: client?.clientName,
    [ATTR.appServerVersion]: runtime?.codexVersion,
    [ATTR.source]: connectionSource,
    [ATTR.endReason]: endReason,
  };
}

function own(facts: Facts): Draft {
  switch (facts.type) {
    case 'thread_initialization':
      return ofInitialization(facts);
    case 'thread':
      return ofThread(facts);
    case 'turn':
      return ofTurn(facts);
    case 'item':
      return ofItem(facts);
    case 'review':
      return ofReview(facts);
    case 'user_input':
      return {
        [ATTR.turnId]: facts.turnId,
        [ATTR.itemId]: facts.itemId,
        [ATTR.userInputKind]: facts.kind,
        [ATTR.userInputOutcome]: facts.outcome,
        [ATTR.connectionId]: facts.connectionId,
      };
    case 'steer':
      return {
        [ATTR.turnId]: facts.acceptedTurnId ?? facts.expectedTurnId,
        [ATTR.steerResult]: facts.result,
        [ATTR.steerRejection]: facts.rejectionReason,
      };
    case 'thread_archive':
      return {};
    case 'hook':
      return {
        [ATTR.turnId]: facts.turnId,
        [ATTR.hookEvent]: facts.eventName,
        [ATTR.hookSource]: facts.source,
        [ATTR.hookStatus]: facts.status,
      };
    case 'goal':
      return {
        [ATTR.turnId]: facts.turnId,
        [ATTR.goalStatus]: facts.goalStatus,
        [ATTR.goalTokensUsed]: facts.tokensUsed,
      };
  }
}

/** Where the host switches that on; on the spans that a back end counts sessions and turns by. */
function ofRepository({ repository }: LineageFacts): Draft {
  return {
    [ATTR.repositoryUrl]: repository?.url,
    [ATTR.refHeadName]: repository?.branch,
    [ATTR.refHeadRevision]: repository?.revision,
  };
}

function ofInitialization({ lineage, client, mode, model }: ThreadInitializationFacts): Draft {
  return {
    [ATTR.initializationMode]: mode,
    ...ofRepository(lineage),
    [ATTR.threadModel]: model,
    [ATTR.threadSource]: lineage.threadSource,
    [ATTR.subagentSource]: lineage.subagentSource,
    [ATTR.forkedFromThreadId]: lineage.forkedFromThreadId,
    [ATTR.clientVersion]: client?.clientVersion,
    [ATTR.transport]: client?.rpcTransport,
  };
}

function ofThread(facts: ThreadFacts): Draft {
  return {
    [ATTR.turnCount]: facts.turnCount,
    ...ofRepository(facts.lineage),
    [ATTR.toolCount]: facts.toolCount,
    [ATTR.reviewCount]: facts.reviewCount,
    [ATTR.addedLines]: facts.addedLines,
    [ATTR.deletedLines]: facts.deletedLines,
    [ATTR.threadInputTokens]: facts.tokenUsage.inputTokens,
    [ATTR.threadCachedInputTokens]: facts.tokenUsage.cachedInputTokens,
    [ATTR.threadOutputTokens]: facts.tokenUsage.outputTokens,
    [ATTR.threadReasoningOutputTokens]: facts.tokenUsage.reasoningOutputTokens,
  };
}

function ofTurn(facts: TurnFacts): Draft {
  return {
    [ATTR.operationName]: 'invoke_agent',
    [ATTR.providerName]: facts.modelProvider ?? 'openai',
    [ATTR.requestModel]: facts.model,
    [ATTR.responseModel]: facts.responseModel,
    [ATTR.turnId]: facts.turnId,
    [ATTR.rootTurnId]: facts.rootTurnId === facts.turnId ? null : facts.rootTurnId,
    [ATTR.turnStatus]: facts.status,
    [ATTR.turnTask]: facts.task,
    [ATTR.turnTrigger]: facts.trigger,
    [ATTR.firstTurn]: facts.isFirstTurn,
    [ATTR.steerCount]: facts.steerCount,
    [ATTR.retryCount]: facts.retryCount > 0 ? facts.retryCount : null,
    [ATTR.retryError]: facts.retryCount > 0 ? variantOf(facts.lastRetryError) : null,
    [ATTR.toolCount]: facts.toolCounts.total,
    [ATTR.reviewCount]: facts.reviewCount,
    [ATTR.timeToFirstToken]: facts.timeToFirstTokenMs,
    [ATTR.addedLines]: facts.diff?.addedLines,
    [ATTR.deletedLines]: facts.diff?.deletedLines,
    [ATTR.reasoningEffort]: facts.reasoningEffort,
    [ATTR.approvalPolicy]: facts.approvalPolicy,
    [ATTR.sandboxPolicy]: facts.sandboxPolicy,
    [ATTR.errorType]: errorTypeOf(facts),
    ...ofRepository(facts.lineage),
    ...(facts.tokenUsage && ofUsage(facts.tokenUsage)),
  };
}

function ofUsage(usage: TokenUsageFacts): Draft {
  return {
    [ATTR.inputTokens]: usage.inputTokens,
    [ATTR.cachedInputTokens]: usage.cachedInputTokens,
    [ATTR.cacheWriteInputTokens]: usage.cacheWriteInputTokens,
    [ATTR.outputTokens]: usage.outputTokens,
    [ATTR.reasoningOutputTokens]: usage.reasoningOutputTokens,
  };
}

/**
 * `function` is a tool that runs where Codex runs, `extension` one that Codex calls elsewhere (an MCP server, a hosted
 * tool).
 */
export const TOOL_TYPES = {
  commandExecution: 'function',
  fileChange: 'function',
  dynamicToolCall: 'function',
  collabAgentToolCall: 'function',
  controlToolCall: 'function',
  mcpToolCall: 'extension',
  webSearch: 'extension',
  imageGeneration: 'extension',
} as const;

function ofItem(facts: ItemFacts): Draft {
  const { detail } = facts;
  return {
    [ATTR.turnId]: facts.turnId,
    [ATTR.itemId]: facts.itemId || null,
    [ATTR.itemType]: detail.kind,
    ...(detail.kind === 'contextCompaction'
      ? { [ATTR.compactionTrigger]: detail.trigger }
      : {
          [ATTR.operationName]: 'execute_tool',
          [ATTR.providerName]: facts.modelProvider ?? 'openai',
          [ATTR.toolName]: facts.toolName,
          [ATTR.toolType]: TOOL_TYPES[detail.kind],
          [ATTR.toolCallId]: facts.itemId,
          [ATTR.itemStatus]: facts.terminalStatus,
          [ATTR.executionDuration]: facts.executionDurationMs,
          [ATTR.reviewCount]: facts.reviews?.reviewCount,
          [ATTR.approvalOutcome]: facts.reviews?.reviewCount ? facts.reviews.finalApprovalOutcome : null,
          [ATTR.errorType]: errorTypeOf(facts),
        }),
    ...(detail.kind === 'commandExecution' && {
      [ATTR.exitCode]: detail.exitCode,
      [ATTR.commandSource]: detail.source,
    }),
    ...(detail.kind === 'mcpToolCall' && { [ATTR.mcpMethod]: 'tools/call', [ATTR.mcpServer]: detail.server }),
    ...(detail.kind === 'collabAgentToolCall' &&
      detail.receiverThreadIds.length > 0 && { [ATTR.receiverThreadIds]: detail.receiverThreadIds }),
  };
}

function ofReview(facts: ReviewFacts): Draft {
  return {
    [ATTR.turnId]: facts.turnId,
    [ATTR.itemId]: facts.itemId,
    [ATTR.reviewId]: facts.reviewId,
    [ATTR.reviewer]: facts.reviewer,
    [ATTR.reviewSubject]: facts.subjectKind,
    [ATTR.reviewSubjectName]: facts.subjectName,
    [ATTR.reviewTrigger]: facts.trigger,
    [ATTR.reviewStatus]: facts.status,
    [ATTR.reviewResolution]: facts.resolution,
    [ATTR.commandSource]: facts.commandSource,
    [ATTR.riskLevel]: facts.riskLevel,
    [ATTR.userAuthorization]: facts.userAuthorization,
    [ATTR.connectionId]: facts.connectionId,
  };
}

export function errorTypeOf(facts: Facts): string | null {
  if (facts.type === 'turn' && facts.status === 'failed') return variantOf(facts.error);
  if (facts.type === 'item' && facts.terminalStatus === 'failed') return facts.failureKind ?? OTHER_ERROR;
  return null;
}

function variantOf(error: TurnErrorFacts | null): string {
  if (typeof error === 'string') return error;
  return Object.keys(error ?? {})[0] ?? OTHER_ERROR;
}
