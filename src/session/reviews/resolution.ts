import type { ApprovalAnswer } from '../../protocol/observation.js';
import type { Dialect } from '../dialect.js';
import type { FinalApprovalOutcome, ReviewFacts, ReviewStatus, ReviewSummaryFacts } from '../facts/index.js';
import type { Subject } from './subject.js';

/** How a review was resolved; null twice where nothing is known. */
export type Resolution = Pick<ReviewFacts, 'status' | 'resolution'>;

export const ABORTED: Resolution = { status: 'aborted', resolution: 'none' };
export const UNRESOLVED: Resolution = { status: null, resolution: null };

const DECISIONS: Readonly<Record<string, Resolution>> = {
  accept: { status: 'approved', resolution: 'none' },
  acceptForSession: { status: 'approved', resolution: 'session_approval' },
  acceptWithExecpolicyAmendment: { status: 'approved', resolution: 'exec_policy_amendment' },
  'applyNetworkPolicyAmendment:allow': { status: 'approved', resolution: 'network_policy_amendment' },
  'applyNetworkPolicyAmendment:deny': { status: 'denied', resolution: 'network_policy_amendment' },
  decline: { status: 'denied', resolution: 'none' },
  cancel: ABORTED,
};

/** How an answer resolves a review. An unknown decision, or an unreadable result, resolves nothing. */
export function resolutionOf(answer: ApprovalAnswer, { countsGrantsAsGiven }: Dialect): Resolution {
  switch (answer.kind) {
    case 'error':
      return ABORTED;
    case 'unreadable':
      return UNRESOLVED;
    case 'decision':
      return (Object.hasOwn(DECISIONS, answer.decision) && DECISIONS[answer.decision]) || UNRESOLVED;
    case 'grant':
      if (!answer.granted && !(answer.givesOther && countsGrantsAsGiven))
        return { status: 'denied', resolution: 'none' };
      return { status: 'approved', resolution: answer.scope === 'session' ? 'session_approval' : 'none' };
  }
}

const AUTOMATIC: Readonly<Record<string, ReviewStatus>> = {
  approved: 'approved',
  denied: 'denied',
  aborted: 'aborted',
  timedOut: 'timed_out',
};

/** How an automatic review ended. An unknown status resolves nothing. */
export function automaticResolutionOf(status: string): Resolution {
  const known = Object.hasOwn(AUTOMATIC, status) ? AUTOMATIC[status] : undefined;
  return known === undefined ? UNRESOLVED : { status: known, resolution: 'none' };
}

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
