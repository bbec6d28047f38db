import type { UserRequested } from '../../protocol/observation.js';
import type { ApprovalMethod, Notification } from '../../protocol/schema/messages.js';
import type { ReviewFacts } from '../facts/index.js';

/** The subject of a review, and what was requested beyond the sandbox. */
export interface Subject extends Pick<ReviewFacts, 'subjectKind' | 'subjectName' | 'trigger'> {
  readonly additionalPermissions: boolean;
  readonly networkAccess: boolean;
  /** A managed checkpoint (`humanCommand`), which starts no command item. */
  readonly isCheckpoint?: boolean;
}

const COMMAND = { subjectKind: 'command_execution', subjectName: 'command_execution' } as const;
const PATCH = { subjectKind: 'file_change', subjectName: 'apply_patch' } as const;
const PERMISSIONS = { subjectKind: 'permissions', subjectName: 'permissions' } as const;
const NETWORK = { subjectKind: 'network_access', subjectName: 'network_access' } as const;
const STDIN = { subjectKind: 'write_stdin', subjectName: 'write_stdin' } as const;

/** The first reason that applies: the network's policy, the sandbox, else simply that the policy asks first. */
const triggerOf = (networkAccess: boolean, additionalPermissions: boolean) =>
  networkAccess ? 'network_policy_denial' : additionalPermissions ? 'sandbox_denial' : 'initial';

/** The subject of a user's review. */
export function subjectOfRequest(request: UserRequested<ApprovalMethod>): Subject {
  switch (request.method) {
    case 'item/commandExecution/requestApproval': {
      const { params } = request;
      const additionalPermissions = params.additionalPermissions !== null;
      const networkAccess =
        params.networkApprovalContext ||
        params.proposedNetworkPolicyAmendments ||
        params.additionalPermissions?.network?.enabled === true;
      const flags = { additionalPermissions, networkAccess };
      if (params.kind === 'writeStdin') return { trigger: 'initial', ...STDIN, ...flags };
      if (params.kind === 'humanCommand') return { trigger: 'initial', isCheckpoint: true, ...COMMAND, ...flags };
      const trigger = params.approvalId !== null ? 'execve_intercept' : triggerOf(networkAccess, additionalPermissions);
      return { trigger, ...(params.networkApprovalContext ? NETWORK : COMMAND), ...flags };
    }
    case 'item/fileChange/requestApproval': {
      const additionalPermissions = request.params.grantRoot;
      return {
        additionalPermissions,
        networkAccess: false,
        trigger: triggerOf(false, additionalPermissions),
        ...PATCH,
      };
    }
    case 'item/permissions/requestApproval':
      return { ...PERMISSIONS, ...permissionsOf(request.params.permissions) };
  }
}

function permissionsOf(permissions: { network: { enabled: boolean | null } | null; fileSystem: object | null }) {
  const networkAccess = permissions.network?.enabled === true;
  const additionalPermissions = networkAccess || permissions.fileSystem !== null;
  return { additionalPermissions, networkAccess, trigger: triggerOf(networkAccess, additionalPermissions) } as const;
}

/** The subject of an automatic review; null for an action that no analytics knows. */
export function subjectOfAction(action: Notification<'item/autoApprovalReview/started'>['action']): Subject | null {
  const plain = { additionalPermissions: false, networkAccess: false } as const;
  switch (action.type) {
    case 'command':
      return { trigger: 'initial', ...COMMAND, ...plain };
    case 'execve':
      return { trigger: 'execve_intercept', ...COMMAND, ...plain };
    case 'writeStdin':
      return { trigger: 'initial', ...STDIN, ...plain };
    case 'applyPatch':
      return { additionalPermissions: true, networkAccess: false, trigger: 'sandbox_denial', ...PATCH };
    case 'networkAccess':
      return { additionalPermissions: true, networkAccess: true, trigger: 'network_policy_denial', ...NETWORK };
    case 'mcpToolCall':
      return { subjectKind: 'mcp_tool_call', subjectName: action.toolName ?? 'unknown', ...plain, trigger: 'initial' };
    case 'requestPermissions':
      return { ...PERMISSIONS, ...permissionsOf(action.permissions ?? { network: null, fileSystem: null }) };
    default:
      return null;
  }
}
