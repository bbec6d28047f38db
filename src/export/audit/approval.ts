import { eventId } from '../../events/identity.js';
import type { Facts, ItemFacts, ReviewFacts, UserInputFacts } from '../../session/facts/index.js';

/** Who decided what, and how long that took: one record for each approval. Null is what nothing reported. */
export interface Approval {
  readonly kind: 'approval';
  /** The id of the live event of the same review, `codex.event.id` of its `codex.review.requested`. */
  readonly id: string;
  readonly thread_id: string;
  readonly turn_id: string | null;
  readonly item_id: string | null;
  /** Null for the approval of an MCP tool call, which Codex puts into a question. */
  readonly review_id: string | null;
  readonly reviewer: 'user' | 'guardian';
  /** The client that answered, else the one that the thread belongs to. */
  readonly client_name: string | null;
  readonly client_version: string | null;
  /** The connection that answered. */
  readonly connection_id: string | null;
  readonly subject: ReviewFacts['subjectKind'];
  readonly subject_name: string | null;
  readonly trigger: ReviewFacts['trigger'] | null;
  readonly command_source: string | null;
  readonly decision: 'approved' | 'denied' | 'aborted' | 'timed_out' | null;
  /** For how long the decision holds. */
  readonly duration: 'once' | 'session' | 'always' | null;
  /** Why the observation ended without a decision, as in `codex.end_reason`. */
  readonly end_reason: Facts['endReason'];
  readonly risk_level: string | null;
  readonly user_authorization: string | null;
  /** Unix milliseconds. */
  readonly requested_at_ms: number;
  readonly decided_at_ms: number;
  readonly wait_ms: number;
}

/** How that ended which was approved, or refused: one record for each item with approvals. */
export interface Outcome {
  readonly kind: 'outcome';
  readonly thread_id: string;
  readonly turn_id: string;
  readonly item_id: string;
  readonly status: ItemFacts['terminalStatus'];
  readonly exit_code: number | null;
  /** The tool as analytics names it: `unified_exec`, `shell`, `apply_patch` … */
  readonly tool_name: string | null;
  readonly ended_at_ms: number;
  /** The command, the patch or the tool's arguments: only where content was asked for. */
  readonly content?: string;
}

/** How a finished item ended. */
export function outcomeOf(facts: ItemFacts, content?: string): Outcome {
  return {
    kind: 'outcome',
    thread_id: facts.lineage.threadId,
    turn_id: facts.turnId,
    item_id: facts.itemId,
    status: facts.terminalStatus,
    exit_code: facts.detail.kind === 'commandExecution' ? facts.detail.exitCode : null,
    tool_name: facts.toolName,
    ended_at_ms: facts.endMs,
    ...(content !== undefined && { content }),
  };
}

/** For how long a decision holds, by its resolution. */
export const DURATIONS = {
  none: 'once',
  session_approval: 'session',
  exec_policy_amendment: 'always',
  network_policy_amendment: 'always',
} as const satisfies Record<NonNullable<ReviewFacts['resolution']>, Approval['duration']>;

const DECISIONS = {
  accepted: 'approved',
  answered: 'approved',
  declined: 'denied',
  cancelled: 'aborted',
  aborted: 'aborted',
} as const satisfies Record<NonNullable<UserInputFacts['outcome']>, Approval['decision']>;

/** The question by which Codex asks for a call of an MCP tool. It does not say in a way that is read here how long it holds. */
const reviewOf = ({ outcome }: UserInputFacts) => ({
  reviewId: null,
  reviewer: 'user' as const,
  decidedBy: null,
  subjectKind: 'mcp_tool_call' as const,
  subjectName: null,
  trigger: null,
  commandSource: null,
  status: outcome && DECISIONS[outcome],
  resolution: null,
  riskLevel: null,
  userAuthorization: null,
});

/** The approval that a finished span was; undefined for all others. */
export function approvalOf(facts: Facts): Approval | undefined {
  if (facts.type !== 'review' && !(facts.type === 'user_input' && facts.kind === 'mcp_approval')) return undefined;
  const review = facts.type === 'review' ? facts : reviewOf(facts);
  const client = review.decidedBy ?? facts.client;
  const isDecided = review.status === 'approved' || review.status === 'denied';
  return {
    kind: 'approval',
    id: eventId('codex_review_requested', facts, 0),
    thread_id: facts.lineage.threadId,
    turn_id: facts.turnId,
    item_id: facts.itemId,
    client_name: client?.clientName ?? null,
    client_version: client?.clientVersion ?? null,
    connection_id: facts.connectionId,
    review_id: review.reviewId,
    reviewer: review.reviewer,
    subject: review.subjectKind,
    subject_name: review.subjectName,
    trigger: review.trigger,
    command_source: review.commandSource,
    decision: review.status,
    duration: isDecided && review.resolution ? DURATIONS[review.resolution] : null,
    risk_level: review.riskLevel,
    user_authorization: review.userAuthorization,
    end_reason: facts.endReason,
    requested_at_ms: facts.startMs,
    decided_at_ms: facts.endMs,
    wait_ms: Math.max(0, facts.endMs - facts.startMs),
  };
}
