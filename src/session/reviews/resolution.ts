import type { ApprovalAnswer } from '../../protocol/observation.js';
import type { Dialect } from '../dialect.js';
import type { FinalApprovalOutcome, ReviewFacts, ReviewSummaryFacts } from '../facts/index.js';
import type { Subject } from './subject.js';

/** How a review was resolved; null twice where nothing is known. */
export type Resolution = Pick<ReviewFacts, 'status' | 'resolution'>;

export const ABORTED: Resolution = { status: 'aborted', resolution: 'none' };
export const UNRESOLVED: Resolution = { status: null, resolution: null };

const APPROVED: Resolution = { status: 'approved', resolution: 'none' };
const DENIED: Resolution = { status: 'denied', resolution: 'none' };

const DECISIONS = new Map<string, Resolution>([
  ['accept', APPROVED],
  ['acceptForSession', { status: 'approved', resolution: 'session_approval' }],
  ['acceptWithExecpolicyAmendment', { status: 'approved', resolution: 'exec_policy_amendment' }],
  ['applyNetworkPolicyAmendment:allow', { status: 'approved', resolution: 'network_policy_amendment' }],
  ['applyNetworkPolicyAmendment:deny', { status: 'denied', resolution: 'network_policy_amendment' }],
  ['decline', DENIED],
  ['cancel', ABORTED],
]);

/** How an answer resolves a review. An unknown decision, or an unreadable result, resolves nothing. */
export function resolutionOf(answer: ApprovalAnswer, { countsGrantsAsGiven }: Dialect): Resolution {
  switch (answer.kind) {
    case 'error':
      return ABORTED;
    case 'unreadable':
      return UNRESOLVED;
    case 'decision':
      return DECISIONS.get(answer.decision) ?? UNRESOLVED;
    case 'grant':
      if (!answer.granted && !(answer.givesOther && countsGrantsAsGiven)) return DENIED;
      return answer.scope === 'session' ? { status: 'approved', resolution: 'session_approval' } : APPROVED;
  }
}

const AUTOMATIC = new Map<string, Resolution>([
  ['approved', APPROVED],
  ['denied', DENIED],
  ['aborted', ABORTED],
  ['timedOut', { status: 'timed_out', resolution: 'none' }],
]);

/** How an automatic review ended. An unknown status resolves nothing. */
export const automaticResolutionOf = (status: string): Resolution => AUTOMATIC.get(status) ?? UNRESOLVED;

/** Adds a resolved review to its item's summary. Only reviews of a command, a patch or an MCP call count there. */
export function summarize(
  summary: ReviewSummaryFacts | undefined,
  reviewer: ReviewFacts['reviewer'],
  subject: Subject,
  { status, resolution }: Resolution,
): ReviewSummaryFacts | undefined {
  if (!['command_execution', 'file_change', 'mcp_tool_call'].includes(subject.subjectKind)) return summary;
  if (status === null) return summary;
  const user = reviewer === 'user' ? 1 : 0;
  return {
    reviewCount: (summary?.reviewCount ?? 0) + 1,
    userReviewCount: (summary?.userReviewCount ?? 0) + user,
    guardianReviewCount: (summary?.guardianReviewCount ?? 0) + 1 - user,
    finalApprovalOutcome: outcomeOf(reviewer, status, resolution),
    requestedAdditionalPermissions: (summary?.requestedAdditionalPermissions ?? false) || subject.additionalPermissions,
    requestedNetworkAccess: (summary?.requestedNetworkAccess ?? false) || subject.networkAccess,
  };
}

function outcomeOf(
  reviewer: ReviewFacts['reviewer'],
  status: NonNullable<ReviewFacts['status']>,
  resolution: ReviewFacts['resolution'],
): FinalApprovalOutcome {
  if (status === 'approved' && reviewer === 'user' && resolution === 'session_approval')
    return 'user_approved_for_session';
  if (resolution === null) return 'unknown';
  return `${reviewer}_${status === 'timed_out' ? 'aborted' : status}`;
}
