import type { ItemFacts } from '../../session/facts/index.js';
import { threadContext } from './context.js';
import { elapsed } from './time.js';

/**
 * The base of a tool item's event. None if:
 * - its start or its completion was not seen, or its rollout does not show that Codex made one;
 * - it ended in no terminal status;
 * - only items reported its turn.
 */
export function toolBase(facts: ItemFacts) {
  const { startedAtMs, completedAtMs, terminalStatus, toolName, reviews } = facts;
  const hasTimes = startedAtMs !== null && completedAtMs !== null;
  if (!(facts.recordedEvent ?? hasTimes) || terminalStatus === null || toolName === null) return undefined;
  if (!facts.turnSeenBeyondItems) return undefined;
  const context = threadContext(facts);
  if (typeof context === 'string') return context;
  return {
    turn_trigger: facts.turnTrigger,
    session_id: facts.lineage.sessionId,
    turn_id: facts.turnId,
    root_turn_id: facts.rootTurnId,
    item_id: facts.itemId,
    parent_call_id: facts.parentCallId,
    originating_response_id: facts.originatingResponseId,
    subsequent_response_id: facts.subsequentResponseId,
    tool_name: toolName,
    started_at_ms: startedAtMs,
    completed_at_ms: completedAtMs,
    duration_ms: hasTimes ? elapsed(startedAtMs, completedAtMs) : null,
    execution_duration_ms: facts.executionDurationMs,
    review_count: reviews?.reviewCount ?? null,
    guardian_review_count: reviews?.guardianReviewCount ?? null,
    user_review_count: reviews?.userReviewCount ?? null,
    final_approval_outcome: reviews?.finalApprovalOutcome ?? null,
    terminal_status: terminalStatus,
    failure_kind: facts.failureKind,
    requested_additional_permissions: reviews?.requestedAdditionalPermissions ?? null,
    requested_network_access: reviews?.requestedNetworkAccess ?? null,
    ...context,
  };
}
