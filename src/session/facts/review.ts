import type { ClientFacts, SpanFacts } from './base.js';

export type ReviewSubject =
  | 'command_execution'
  | 'file_change'
  | 'mcp_tool_call'
  | 'permissions'
  | 'network_access'
  | 'write_stdin';
export type ReviewStatus = 'approved' | 'denied' | 'aborted' | 'timed_out';
export type ReviewResolution = 'none' | 'session_approval' | 'exec_policy_amendment' | 'network_policy_amendment';

/** The facts of a review when it begins: a person, or the guardian, has not decided yet. */
export type ReviewRequestFacts = Omit<
  ReviewFacts,
  'endMs' | 'endReason' | 'status' | 'resolution' | 'decidedBy' | 'connectionId' | 'riskLevel' | 'userAuthorization'
>;

export interface ReviewFacts extends SpanFacts {
  readonly type: 'review';
  readonly turnId: string;
  /** The item under review; a network approval's made-up item id stands here without its host. */
  readonly itemId: string | null;
  /** `user:` and the request's id, or the guardian's own id. */
  readonly reviewId: string;
  readonly reviewer: 'user' | 'guardian';
  readonly subjectKind: ReviewSubject;
  readonly subjectName: string;
  readonly trigger: 'initial' | 'sandbox_denial' | 'network_policy_denial' | 'execve_intercept';
  /**
   * Whether a client was connected when the review began. Codex's analytics knows of an approval only if somebody was there
   * to be asked: one that is put to a client that comes later makes no event and counts nowhere.
   */
  readonly hadConnectedClient: boolean;
  /** Null where the request does not have its start (0.118 and before): Codex makes no event for such a review. */
  readonly startedAtMs: number | null;
  /** Null where nothing reported how the review was resolved: it has no event then. */
  readonly status: ReviewStatus | null;
  /** Null also where only the item's end reports that the review was approved. */
  readonly resolution: ReviewResolution | null;
  /** How a command under review is run, where the protocol reports it: `shell`, `unified_exec`. */
  readonly commandSource: string | null;
  /** The client that answered, where several share a thread. */
  readonly decidedBy: ClientFacts | null;
  /** The connection that answered (user reviews). */
  readonly connectionId: string | null;
  readonly riskLevel: string | null;
  readonly userAuthorization: string | null;
}

export type FinalApprovalOutcome =
  | 'unknown'
  | 'user_approved'
  | 'user_approved_for_session'
  | 'user_denied'
  | 'user_aborted'
  | 'guardian_approved'
  | 'guardian_denied'
  | 'guardian_aborted';

/** The reviews of an item that resolved before the item did. */
export interface ReviewSummaryFacts {
  readonly reviewCount: number;
  readonly guardianReviewCount: number;
  readonly userReviewCount: number;
  readonly finalApprovalOutcome: FinalApprovalOutcome;
  readonly requestedAdditionalPermissions: boolean;
  readonly requestedNetworkAccess: boolean;
}
