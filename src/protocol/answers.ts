import type { PendingUserRequest } from './correlator.js';
import type { ApprovalAnswer, UserInputOutcome } from './observation.js';
import { grantsAnything } from './permissions.js';
import { userRequests } from './readers.js';

/** A client's response to a request of the server. */
interface Response {
  readonly result?: unknown;
  readonly error?: unknown;
}

const OUTCOMES = { accept: 'accepted', decline: 'declined', cancel: 'cancelled' } as const;

/** How a client's response decides an approval, or ends a question. */
export function answerTo(request: PendingUserRequest, { result, error }: Response): ApprovalAnswer | UserInputOutcome {
  const isError = error !== undefined && error !== null;
  switch (request.method) {
    case 'item/tool/requestUserInput':
      if (isError) return 'aborted';
      return userRequests[request.method].result(result)?.answers === true ? 'answered' : null;
    case 'mcpServer/elicitation/request': {
      if (isError) return 'aborted';
      const action = userRequests[request.method].result(result)?.action ?? null;
      return action && OUTCOMES[action];
    }
    case 'item/permissions/requestApproval': {
      if (isError) return { kind: 'error' };
      const grant = userRequests[request.method].result(result);
      if (grant === undefined) return { kind: 'grant', granted: false, scope: 'turn' };
      const { permissions, scope, strictAutoReview } = grant;
      if (strictAutoReview && scope === 'session') return { kind: 'grant', granted: false, scope }; // a contradiction
      const { cwd, permissions: requested } = request.params;
      const granted = grantsAnything(requested, permissions, cwd);
      const givesOther = !granted && (permissions.network !== null || permissions.fileSystem !== null);
      return { kind: 'grant', granted, ...(givesOther && { givesOther }), scope };
    }
    default: {
      if (isError) return { kind: 'error' };
      const answer = userRequests[request.method].result(result);
      return answer ? { kind: 'decision', decision: answer.decision } : { kind: 'unreadable' };
    }
  }
}
