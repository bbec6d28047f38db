import type { PendingApproval, PendingUserInput } from './correlator.js';
import type { ApprovalAnswer, UserInputAnswered } from './observation.js';
import { grantsAnything } from './permissions.js';
import { approvalRequests, userInputRequests } from './readers.js';

/** A client's response to a request of the server. */
interface Response {
  readonly result?: unknown;
  readonly error?: unknown;
}

/** How a client's response decides an approval. */
export function answerTo(approval: PendingApproval, { result, error }: Response): ApprovalAnswer {
  if (error !== undefined && error !== null) return { kind: 'error' };
  if (approval.method === 'item/permissions/requestApproval') {
    const grant = approvalRequests[approval.method].result(result);
    if (grant === undefined) return { kind: 'grant', granted: false, scope: 'turn' };
    const { permissions, scope, strictAutoReview } = grant;
    if (strictAutoReview && scope === 'session') return { kind: 'grant', granted: false, scope }; // a contradiction
    const { cwd, permissions: requested } = approval.params;
    const granted = grantsAnything(requested, permissions, cwd);
    const givesOther = !granted && (permissions.network !== null || permissions.fileSystem !== null);
    return { kind: 'grant', granted, ...(givesOther && { givesOther }), scope };
  }
  const answer = approvalRequests[approval.method].result(result);
  return answer ? { kind: 'decision', decision: answer.decision } : { kind: 'unreadable' };
}

const ACTION_OUTCOMES = { accept: 'accepted', decline: 'declined', cancel: 'cancelled' } as const;

/** How a client's response ends a question. An error aborts it. */
export function outcomeOf({ method }: PendingUserInput, { result, error }: Response): UserInputAnswered['outcome'] {
  if (error !== undefined && error !== null) return 'aborted';
  if (method === 'item/tool/requestUserInput')
    return userInputRequests[method].result(result)?.answers === true ? 'answered' : null;
  const action = userInputRequests[method].result(result)?.action ?? null;
  return action && ACTION_OUTCOMES[action];
}
