import type { ToolCountFacts, TokenUsageFacts, TurnFacts } from '../../session/facts/index.js';
import { inContext, type Projection } from './context.js';
import { dialectOf } from './dialect.js';
import { whole } from './time.js';

/**
 * None if:
 * - the turn did no regular work: a code review, a standalone compaction, the user's own shell command, or a turn that
 *   a hook stopped before it began;
 * - the protocol never reported its end (the observer ended its span), or not how it ended; an older rollout has no
 *   status of a turn that failed, and yet the turn has its event;
 * - no client requested it, and the version has no event for such turns.
 */
export function turn(facts: TurnFacts): Projection<'codex_turn_event'> {
  const hasEnded = facts.status !== null || (facts.connectionSource === 'rollout' && facts.completionSeenAtMs !== null);
  if (facts.task !== 'regular' || !hasEnded) return undefined;
  const dialect = dialectOf(facts.runtime);
  if (!facts.hasRequester && !dialect.hasTurnsWithoutRequester) return undefined;
  return inContext(facts, 'codex_turn_event', {
    session_id: facts.lineage.sessionId,
    turn_id: facts.turnId,
    root_turn_id: facts.rootTurnId,
    parent_turn_id: facts.parentTurnId,
    turn_trigger: facts.trigger,
    submission_type: null,
    ephemeral: facts.ephemeral,
    initialization_mode: facts.initializationMode,
    model: facts.model,
    model_provider: facts.modelProvider,
    sandbox_policy: facts.sandboxPolicy,
    reasoning_effort: facts.reasoningEffort,
    reasoning_summary: unlessNone(facts.reasoningSummary),
    service_tier: facts.serviceTier,
    approval_policy: facts.approvalPolicy,
    approvals_reviewer: facts.approvalsReviewer === 'auto_review' ? dialect.automaticReviewer : facts.approvalsReviewer,
    multi_agent_version: facts.multiAgentVersion,
    sandbox_network_access: facts.sandboxNetworkAccess,
    collaboration_mode: collaborationMode(facts.collaborationMode),
    personality: unlessNone(facts.personality),
    workspace_kind: facts.workspaceKind,
    used_dictation: facts.usedDictation,
    num_input_images: facts.inputImageCount,
    is_first_turn: facts.isFirstTurn,
    status: facts.status,
    explicit_client_interrupt_requested_at_ms: facts.interruptRequestedAtMs,
    turn_error: facts.error,
    steer_count: facts.steerCount,
    duration_ms: facts.durationMs,
    started_at: facts.startedAt,
    completed_at: whole(facts.completedAt ?? 0),
    ...toolCounts(facts.toolCounts),
    ...tokens(facts.tokenUsage),
  });
}

/** The protocol writes `none` for a setting that is not set; analytics writes null. */
function unlessNone(value: string | null): string | null {
  return value === 'none' ? null : value;
}

/** Codex analytics: everything that is not planning is `default`. */
function collaborationMode(mode: string | null): 'plan' | 'default' | null {
  if (mode === null) return null;
  return mode === 'plan' ? 'plan' : 'default';
}

function toolCounts(counts: ToolCountFacts) {
  return {
    total_tool_call_count: counts.total,
    shell_command_count: counts.shellCommand,
    file_change_count: counts.fileChange,
    mcp_tool_call_count: counts.mcpToolCall,
    dynamic_tool_call_count: counts.dynamicToolCall,
    subagent_tool_call_count: counts.subagentToolCall,
    web_search_count: counts.webSearch,
    image_generation_count: counts.imageGeneration,
  };
}

function tokens(usage: TokenUsageFacts | null) {
  return {
    input_tokens: usage?.inputTokens ?? null,
    cached_input_tokens: usage?.cachedInputTokens ?? null,
    cache_write_input_tokens: usage?.cacheWriteInputTokens ?? null,
    output_tokens: usage?.outputTokens ?? null,
    reasoning_output_tokens: usage?.reasoningOutputTokens ?? null,
    total_tokens: usage?.totalTokens ?? null,
  };
}
