import type { Notification } from '../protocol/schema/messages.js';
import type { ApprovalAnswer, ApprovalRequested } from '../protocol/observation.js';
import type { FinalApprovalOutcome, ReviewFacts, ReviewSummaryFacts, RuntimeFacts } from '../session/facts/index.js';
import { isBefore } from './versions.js';

/** What is under review and what the request asked for beyond the sandbox. */
export interface Subject extends Pick<ReviewFacts, 'subjectKind' | 'subjectName' | 'trigger'> {
  readonly additionalPermissions: boolean;
  readonly networkAccess: boolean;
}

type Resolution = Pick<ReviewFacts, 'status' | 'resolution'>;

const COMMAND = { subjectKind: 'command_execution', subjectName: 'command_execution' } as const;
const PATCH = { subjectKind: 'file_change', subjectName: 'apply_patch' } as const;
const PERMISSIONS = { subjectKind: 'permissions', subjectName: 'permissions' } as const;
const NETWORK = { subjectKind: 'network_access', subjectName: 'network_access' } as const;
const STDIN = { subjectKind: 'write_stdin', subjectName: 'write_stdin' } as const;

/** The first reason that applies: the network's policy, the sandbox, else simply that the policy asks first. */
const triggerOf = (networkAccess: boolean, additionalPermissions: boolean) =>
  networkAccess ? 'network_policy_denial' : additionalPermissions ? 'sandbox_denial' : 'initial';

/** The subject of a user's review. */
export function subjectOfRequest(request: ApprovalRequested): Subject {
  switch (request.method) {
    case 'item/commandExecution/requestApproval': {
      const { params } = request;
      const additionalPermissions = params.additionalPermissions !== null;
      const networkAccess =
        params.networkApprovalContext ||
        params.proposedNetworkPolicyAmendments ||
        params.additionalPermissions?.network?.enabled === true;
      const flags = { additionalPermissions, networkAccess };
      if (params.kind === 'writeStdin') return { ...STDIN, ...flags, trigger: 'initial' };
      const trigger = params.approvalId !== null ? 'execve_intercept' : triggerOf(networkAccess, additionalPermissions);
      return { ...(params.networkApprovalContext ? NETWORK : COMMAND), ...flags, trigger };
    }
    case 'item/fileChange/requestApproval': {
      const additionalPermissions = request.params.grantRoot;
      return {
        ...PATCH,
        additionalPermissions,
        networkAccess: false,
        trigger: triggerOf(false, additionalPermissions),
      };
    }
    case 'item/permissions/requestApproval':
      return { ...PERMISSIONS, ...wishesOf(request.params.permissions) };
  }
}

function wishesOf(permissions: { network: { enabled: boolean | null } | null; fileSystem: object | null }) {
  const networkAccess = permissions.network?.enabled === true;
  const additionalPermissions = networkAccess || permissions.fileSystem !== null;
  return { additionalPermissions, networkAccess, trigger: triggerOf(networkAccess, additionalPermissions) } as const;
}

/** The subject of an automatic review; null for an action that no analytics knows. */
export function subjectOfAction(action: Notification<'item/autoApprovalReview/started'>['action']): Subject | null {
  const plain = { additionalPermissions: false, networkAccess: false } as const;
  switch (action.type) {
    case 'command':
      return { ...COMMAND, ...plain, trigger: 'initial' };
    case 'execve':
      return { ...COMMAND, ...plain, trigger: 'execve_intercept' };
    case 'writeStdin':
      return { ...STDIN, ...plain, trigger: 'initial' };
    case 'applyPatch':
      return { ...PATCH, additionalPermissions: true, networkAccess: false, trigger: 'sandbox_denial' };
    case 'networkAccess':
      return { ...NETWORK, additionalPermissions: true, networkAccess: true, trigger: 'network_policy_denial' };
    case 'mcpToolCall':
      return { subjectKind: 'mcp_tool_call', subjectName: action.toolName ?? 'unknown', ...plain, trigger: 'initial' };
    case 'requestPermissions':
      return { ...PERMISSIONS, ...wishesOf(action.permissions ?? { network: null, fileSystem: null }) };
    default:
      return null;
  }
}

export const ABORTED: Resolution = { status: 'aborted', resolution: 'none' };
export const UNRESOLVED: Resolution = { status: null, resolution: null };

const DECISIONS = new Map<string, Resolution>(
  Object.entries({
    accept: { status: 'approved', resolution: 'none' },
    acceptForSession: { status: 'approved', resolution: 'session_approval' },
    acceptWithExecpolicyAmendment: { status: 'approved', resolution: 'exec_policy_amendment' },
    'applyNetworkPolicyAmendment:allow': { status: 'approved', resolution: 'network_policy_amendment' },
    'applyNetworkPolicyAmendment:deny': { status: 'denied', resolution: 'network_policy_amendment' },
    decline: { status: 'denied', resolution: 'none' },
    cancel: ABORTED,
  }),
);

/** What an answer means; an unknown decision, or a result that is none, resolves nothing. */
export function resolutionOf(answer: ApprovalAnswer, runtime: RuntimeFacts | null): Resolution {
  switch (answer.kind) {
    case 'error':
      return ABORTED;
    case 'unreadable':
      return UNRESOLVED;
    case 'decision':
      return DECISIONS.get(answer.decision) ?? UNRESOLVED;
    case 'grant':
      if (!answer.granted && (!answer.givesOther || isBefore(runtime, 'grants count as given')))
        return { status: 'denied', resolution: 'none' };
      return { status: 'approved', resolution: answer.scope === 'session' ? 'session_approval' : 'none' };
  }
}

const AUTOMATIC = new Map<string, ReviewFacts['status']>(
  Object.entries({
    approved: 'approved',
    denied: 'denied',
    aborted: 'aborted',
    timedOut: 'timed_out',
  }),
);

/** How an automatic review ended; null for one that goes on. */
export function automaticResolutionOf(status: string): Resolution {
  const known = AUTOMATIC.get(status) ?? null;
  return known === null ? UNRESOLVED : { status: known, resolution: 'none' };
}

/** Adds a resolved review to what its item will tell; only reviews of a command, a patch or an MCP call count there. */
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
  return `${reviewer}_${status === 'timed_out' ? 'aborted' : status}`;
}
