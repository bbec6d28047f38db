import { eventId } from '../../events/identity.js';
import type { ClientFacts, Facts, ItemFacts, ReviewFacts, UserInputFacts } from '../../session/facts/index.js';

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

/** The approval that a finished span was; undefined for all others. */
export function approvalOf(facts: Facts): Approval | undefined {
  if (facts.type === 'review') return ofReview(facts);
  if (facts.type === 'user_input' && facts.kind === 'mcp_approval') return ofMcpApproval(facts);
  return undefined;
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

function ofReview(facts: ReviewFacts): Approval {
  const isDecided = facts.status === 'approved' || facts.status === 'denied';
  return {
    ...requestOf(facts, facts.decidedBy),
    review_id: facts.reviewId,
    reviewer: facts.reviewer,
    subject: facts.subjectKind,
    subject_name: facts.subjectName,
    trigger: facts.trigger,
    command_source: facts.commandSource,
    decision: facts.status,
    duration: isDecided && facts.resolution ? DURATIONS[facts.resolution] : null,
    risk_level: facts.riskLevel,
    user_authorization: facts.userAuthorization,
    ...timesOf(facts),
  };
}

const DECISIONS = {
  accepted: 'approved',
  answered: 'approved',
  declined: 'denied',
  cancelled: 'aborted',
  aborted: 'aborted',
} as const satisfies Record<NonNullable<UserInputFacts['outcome']>, Approval['decision']>;

/** How long such an approval holds, its answer does not say in a way that is read here. */
function ofMcpApproval(facts: UserInputFacts): Approval {
  return {
    ...requestOf(facts, null),
    review_id: null,
    reviewer: 'user',
    subject: 'mcp_tool_call',
    subject_name: null,
    trigger: null,
    command_source: null,
    decision: facts.outcome && DECISIONS[facts.outcome],
    duration: null,
    risk_level: null,
    user_authorization: null,
    ...timesOf(facts),
  };
}

function requestOf(facts: ReviewFacts | UserInputFacts, decidedBy: ClientFacts | null) {
  const client = decidedBy ?? facts.client;
  return {
    kind: 'approval',
    id: eventId('codex_review_requested', facts, 0),
    thread_id: facts.lineage.threadId,
    turn_id: facts.turnId,
    item_id: facts.itemId,
    client_name: client?.clientName ?? null,
    client_version: client?.clientVersion ?? null,
    connection_id: facts.connectionId,
  } as const;
}

const timesOf = ({ startMs, endMs, endReason }: Facts) => ({
  end_reason: endReason,
  requested_at_ms: startMs,
  decided_at_ms: endMs,
  wait_ms: Math.max(0, endMs - startMs),
});
