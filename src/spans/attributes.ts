import { SpanStatusCode, type Attributes, type AttributeValue, type SpanStatus } from '@opentelemetry/api';
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

/** The value of `gen_ai.agent.name`: there is one agent. */
const AGENT_NAME = 'codex';

/** Where attributes go: a span. */
export interface AttributeTarget {
  setAttribute(name: string, value: AttributeValue): unknown;
}

type Value = string | number | boolean | readonly string[] | null | undefined;

/** Sets one attribute; a value that is unknown is left out. */
function put(span: AttributeTarget, name: string, value: Value): void {
  if (value !== null && value !== undefined) span.setAttribute(name, value as AttributeValue);
}

/** Sets the attributes of a span: flat, low in number, no content. They go to the span one by one, without an object between. */
export function setAttributesOf(span: AttributeTarget, facts: Facts): void {
  const { type, lineage, client, runtime, connectionSource, endReason } = facts;
  put(span, ATTR.spanType, type);
  put(span, ATTR.threadId, lineage.threadId);
  put(span, ATTR.conversationId, lineage.threadId);
  put(span, ATTR.sessionId, lineage.sessionId ?? lineage.threadId);
  put(span, ATTR.agentName, AGENT_NAME);
  put(span, ATTR.parentThreadId, lineage.parentThreadId);
  put(span, ATTR.clientName, client?.clientName);
  put(span, ATTR.appServerVersion, runtime?.codexVersion);
  put(span, ATTR.source, connectionSource);
  put(span, ATTR.endReason, endReason);
  setOwn(span, facts);
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

function setOwn(span: AttributeTarget, facts: Facts): void {
  switch (facts.type) {
    case 'thread_initialization':
      return ofInitialization(span, facts);
    case 'thread':
      return ofThread(span, facts);
    case 'turn':
      return ofTurn(span, facts);
    case 'item':
      return ofItem(span, facts);
    case 'review':
      return ofReview(span, facts);
    case 'user_input':
      put(span, ATTR.turnId, facts.turnId);
      put(span, ATTR.itemId, facts.itemId);
      put(span, ATTR.userInputKind, facts.kind);
      put(span, ATTR.userInputOutcome, facts.outcome);
      put(span, ATTR.connectionId, facts.connectionId);
      return;
    case 'steer':
      put(span, ATTR.turnId, facts.acceptedTurnId ?? facts.expectedTurnId);
      put(span, ATTR.steerResult, facts.result);
      put(span, ATTR.steerRejection, facts.rejectionReason);
      return;
    case 'thread_archive':
      return;
    case 'hook':
      put(span, ATTR.turnId, facts.turnId);
      put(span, ATTR.hookEvent, facts.eventName);
      put(span, ATTR.hookSource, facts.source);
      put(span, ATTR.hookStatus, facts.status);
      return;
    case 'goal':
      put(span, ATTR.turnId, facts.turnId);
      put(span, ATTR.goalStatus, facts.goalStatus);
      put(span, ATTR.goalTokensUsed, facts.tokensUsed);
  }
}

/** Where the host switches that on; on the spans that a back end counts sessions and turns by. */
function ofRepository(span: AttributeTarget, { repository }: LineageFacts): void {
  put(span, ATTR.repositoryUrl, repository?.url);
  put(span, ATTR.refHeadName, repository?.branch);
  put(span, ATTR.refHeadRevision, repository?.revision);
}

function ofInitialization(span: AttributeTarget, { lineage, client, mode, model }: ThreadInitializationFacts): void {
  put(span, ATTR.initializationMode, mode);
  ofRepository(span, lineage);
  put(span, ATTR.threadModel, model);
  put(span, ATTR.threadSource, lineage.threadSource);
  put(span, ATTR.subagentSource, lineage.subagentSource);
  put(span, ATTR.forkedFromThreadId, lineage.forkedFromThreadId);
  put(span, ATTR.clientVersion, client?.clientVersion);
  put(span, ATTR.transport, client?.rpcTransport);
}

function ofThread(span: AttributeTarget, facts: ThreadFacts): void {
  put(span, ATTR.turnCount, facts.turnCount);
  ofRepository(span, facts.lineage);
  put(span, ATTR.toolCount, facts.toolCount);
  put(span, ATTR.reviewCount, facts.reviewCount);
  put(span, ATTR.addedLines, facts.addedLines);
  put(span, ATTR.deletedLines, facts.deletedLines);
  put(span, ATTR.threadInputTokens, facts.tokenUsage.inputTokens);
  put(span, ATTR.threadCachedInputTokens, facts.tokenUsage.cachedInputTokens);
  put(span, ATTR.threadOutputTokens, facts.tokenUsage.outputTokens);
  put(span, ATTR.threadReasoningOutputTokens, facts.tokenUsage.reasoningOutputTokens);
}

function ofTurn(span: AttributeTarget, facts: TurnFacts): void {
  put(span, ATTR.operationName, 'invoke_agent');
  put(span, ATTR.providerName, facts.modelProvider ?? 'openai');
  put(span, ATTR.requestModel, facts.model);
  put(span, ATTR.responseModel, facts.responseModel);
  put(span, ATTR.turnId, facts.turnId);
  put(span, ATTR.rootTurnId, facts.rootTurnId === facts.turnId ? null : facts.rootTurnId);
  put(span, ATTR.turnStatus, facts.status);
  put(span, ATTR.turnTask, facts.task);
  put(span, ATTR.turnTrigger, facts.trigger);
  put(span, ATTR.firstTurn, facts.isFirstTurn);
  put(span, ATTR.steerCount, facts.steerCount);
  put(span, ATTR.retryCount, facts.retryCount > 0 ? facts.retryCount : null);
  put(span, ATTR.retryError, facts.retryCount > 0 ? variantOf(facts.lastRetryError) : null);
  put(span, ATTR.toolCount, facts.toolCounts.total);
  put(span, ATTR.reviewCount, facts.reviewCount);
  put(span, ATTR.timeToFirstToken, facts.timeToFirstTokenMs);
  put(span, ATTR.addedLines, facts.diff?.addedLines);
  put(span, ATTR.deletedLines, facts.diff?.deletedLines);
  put(span, ATTR.reasoningEffort, facts.reasoningEffort);
  put(span, ATTR.approvalPolicy, facts.approvalPolicy);
  put(span, ATTR.sandboxPolicy, facts.sandboxPolicy);
  put(span, ATTR.errorType, errorTypeOf(facts));
  ofRepository(span, facts.lineage);
  if (facts.tokenUsage) ofUsage(span, facts.tokenUsage);
}

function ofUsage(span: AttributeTarget, usage: TokenUsageFacts): void {
  put(span, ATTR.inputTokens, usage.inputTokens);
  put(span, ATTR.cachedInputTokens, usage.cachedInputTokens);
  put(span, ATTR.cacheWriteInputTokens, usage.cacheWriteInputTokens);
  put(span, ATTR.outputTokens, usage.outputTokens);
  put(span, ATTR.reasoningOutputTokens, usage.reasoningOutputTokens);
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

function ofItem(span: AttributeTarget, facts: ItemFacts): void {
  const { detail, reviews } = facts;
  put(span, ATTR.turnId, facts.turnId);
  put(span, ATTR.itemId, facts.itemId || null);
  put(span, ATTR.itemType, detail.kind);
  if (detail.kind === 'contextCompaction') {
    put(span, ATTR.compactionTrigger, detail.trigger);
    return;
  }
  put(span, ATTR.operationName, 'execute_tool');
  put(span, ATTR.providerName, facts.modelProvider ?? 'openai');
  put(span, ATTR.toolName, facts.toolName);
  put(span, ATTR.toolType, TOOL_TYPES[detail.kind]);
  put(span, ATTR.toolCallId, facts.itemId);
  put(span, ATTR.itemStatus, facts.terminalStatus);
  put(span, ATTR.executionDuration, facts.executionDurationMs);
  put(span, ATTR.reviewCount, reviews?.reviewCount);
  put(span, ATTR.approvalOutcome, reviews?.reviewCount ? reviews.finalApprovalOutcome : null);
  put(span, ATTR.errorType, errorTypeOf(facts));
  if (detail.kind === 'commandExecution') {
    put(span, ATTR.exitCode, detail.exitCode);
    put(span, ATTR.commandSource, detail.source);
  } else if (detail.kind === 'mcpToolCall') {
    put(span, ATTR.mcpMethod, 'tools/call');
    put(span, ATTR.mcpServer, detail.server);
  } else if (detail.kind === 'collabAgentToolCall' && detail.receiverThreadIds.length > 0)
    put(span, ATTR.receiverThreadIds, detail.receiverThreadIds);
}

function ofReview(span: AttributeTarget, facts: ReviewFacts): void {
  put(span, ATTR.turnId, facts.turnId);
  put(span, ATTR.itemId, facts.itemId);
  put(span, ATTR.reviewId, facts.reviewId);
  put(span, ATTR.reviewer, facts.reviewer);
  put(span, ATTR.reviewSubject, facts.subjectKind);
  put(span, ATTR.reviewSubjectName, facts.subjectName);
  put(span, ATTR.reviewTrigger, facts.trigger);
  put(span, ATTR.reviewStatus, facts.status);
  put(span, ATTR.reviewResolution, facts.resolution);
  put(span, ATTR.commandSource, facts.commandSource);
  put(span, ATTR.riskLevel, facts.riskLevel);
  put(span, ATTR.userAuthorization, facts.userAuthorization);
  put(span, ATTR.connectionId, facts.connectionId);
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
