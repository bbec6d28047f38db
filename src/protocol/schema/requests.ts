import * as z from 'zod';
import { isNotEmpty, toFlag, toNetworkAmendment, toNothing, toPolicyAmendment } from './conversions.js';
import {
  flag,
  id,
  inTurn,
  label,
  list,
  name,
  oneOf,
  orNull,
  path,
  presence,
  setting,
  settingOf,
  someLabel,
  text,
  threadOnly,
  time,
  wholeList,
} from './fields.js';
import { input } from './items.js';
import {
  approvalPolicy,
  collaborationMode,
  grantedPermissions,
  noPermissions,
  permissions,
  reportedTurns,
  sandbox,
  thread,
} from './shapes.js';

const opened = z.object({
  thread,
  model: text,
  modelProvider: text,
  serviceTier: setting,
  approvalPolicy,
  approvalsReviewer: setting,
  sandbox,
  reasoningEffort: setting,
  /** In the result of `thread/resume` from 0.158 on. */
  collaborationMode,
});

/** The settings of an opening request that its result does not repeat, whether it wants a thread without its turns, or brings some. */
const opening = z.object({
  threadId: text,
  excludeTurns: flag,
  /** A fork that hangs on its source, which keeps the turns (from 0.169 on). */
  attachToSource: flag,
  history: presence,
  personality: setting,
  config: settingOf(z.object({ model_reasoning_summary: setting, personality: setting })),
});

const nothing = z.unknown().optional().transform(toNothing);

/** The members in use of the metadata that a client sends along with a message, for the model's API and for analytics. */
const metadata = orNull(
  z.object({
    workspace_kind: label,
    codex_app_used_dictation: z.unknown().optional().transform(toFlag),
  }),
);

/** The metadata of a message, and the patch of it that wins (from 0.164 on). */
const metadataMembers = { responsesapiClientMetadata: metadata, responsesapiClientMetadataPatch: metadata };
export type Metadata = z.infer<typeof metadata>;

/** The requests of clients in use, each with its result. */
export const clientRequests = {
  initialize: {
    params: z.object({
      clientInfo: orNull(z.object({ name: someLabel, version: label })),
      capabilities: orNull(
        z.object({ experimentalApi: z.boolean().catch(false), optOutNotificationMethods: list(name) }),
      ),
    }),
    result: z.object({ userAgent: path, platformOs: label, codexHome: path }),
  },
  'thread/start': { params: opening, result: opened },
  'thread/resume': { params: opening, result: opened },
  'thread/fork': { params: opening, result: opened },
  'thread/archive': { params: threadOnly, result: nothing },
  'thread/unarchive': { params: threadOnly, result: nothing },
  'thread/revert': { params: threadOnly, result: z.object({ turnsBackwardsCursor: presence }) },
  'thread/compact/start': { params: threadOnly, result: nothing },
  'thread/unsubscribe': { params: threadOnly, result: nothing },
  'thread/read': { params: threadOnly, result: z.object({ thread: z.object({ turns: reportedTurns }) }) },
  'thread/turns/list': { params: threadOnly, result: z.object({ data: reportedTurns }) },
  'thread/queue/add': { params: z.object({ threadId: id, ...metadataMembers }), result: nothing },
  'thread/goal/set': { params: threadOnly, result: nothing },
  'turn/start': {
    params: z.object({
      threadId: id,
      input,
      model: setting,
      effort: setting,
      summary: setting,
      serviceTier: setting,
      /** For this turn alone, from 0.151 on. */
      serviceTierForTurn: setting,
      personality: setting,
      approvalPolicy,
      approvalsReviewer: setting,
      sandboxPolicy: sandbox,
      collaborationMode,
      turnTrigger: label,
      rootTurnId: text,
      ...metadataMembers,
    }),
    result: z.object({ turn: z.object({ id, rootTurnId: text }) }),
  },
  'turn/steer': {
    params: z.object({ threadId: id, expectedTurnId: text, input, ...metadataMembers }),
    result: z.object({ turnId: id }),
  },
  'turn/interrupt': { params: z.object({ threadId: id, turnId: text }), result: nothing },
  'review/start': {
    params: threadOnly,
    result: z.object({ turn: z.object({ id }), reviewThreadId: text }),
  },
} as const;

/** The error of a response. Of a rejected steer, `data` has the reason. */
export const rpcError = z.object({
  code: z.number().catch(0),
  message: name.catch(''),
  data: orNull(
    z.object({
      input_error_code: text,
      codexErrorInfo: orNull(z.object({ activeTurnNotSteerable: orNull(z.object({ turnKind: text })) })),
    }),
  ),
});

/** The server's requests to a person, each with the client's result. Questions and their answers are content. */
export const userRequests = {
  'item/commandExecution/requestApproval': {
    params: z.object({
      ...inTurn,
      itemId: id,
      startedAtMs: time,
      approvalId: text,
      kind: text,
      networkApprovalContext: presence,
      additionalPermissions: orNull(z.object({ network: orNull(z.object({ enabled: flag })) })),
      proposedNetworkPolicyAmendments: wholeList(z.unknown()).transform(isNotEmpty),
    }),
    result: z.object({
      decision: z.union([
        z.string(),
        z
          .object({ acceptWithExecpolicyAmendment: z.object({ execpolicy_amendment: z.array(z.string()) }) })
          .transform(toPolicyAmendment),
        z
          .object({
            applyNetworkPolicyAmendment: z.object({ network_policy_amendment: z.object({ action: z.string() }) }),
          })
          .transform(toNetworkAmendment),
      ]),
    }),
  },
  'item/fileChange/requestApproval': {
    params: z.object({ ...inTurn, itemId: id, startedAtMs: time, grantRoot: presence }),
    result: z.object({ decision: z.string() }),
  },
  'item/permissions/requestApproval': {
    params: z.object({
      ...inTurn,
      itemId: id,
      startedAtMs: time,
      cwd: path,
      permissions: permissions.catch(noPermissions),
    }),
    result: z.object({
      permissions: grantedPermissions,
      scope: z.enum(['turn', 'session']).default('turn'),
      strictAutoReview: z.boolean().catch(false),
    }),
  },
  /** A question of the model. No item reports this tool. */
  'item/tool/requestUserInput': {
    params: z.object({ ...inTurn, itemId: id, startedAtMs: time }),
    result: z.object({ answers: presence }),
  },
  /** A form of an MCP server, or Codex's own form for the approval of an MCP tool call. */
  'mcpServer/elicitation/request': {
    params: z.object({
      threadId: id,
      turnId: text,
      startedAtMs: time,
      serverName: text,
      _meta: orNull(z.object({ codex_approval_kind: text, tool_name: text })),
    }),
    result: z.object({ action: oneOf(['accept', 'decline', 'cancel']) }),
  },
} as const;

export type ClientMethod = keyof typeof clientRequests;
export type UserMethod = keyof typeof userRequests;
export type ApprovalMethod = Extract<UserMethod, `${string}/requestApproval`>;
export type Params<M extends ClientMethod> = z.infer<(typeof clientRequests)[M]['params']>;
export type Result<M extends ClientMethod> = z.infer<(typeof clientRequests)[M]['result']>;
export type UserParams<M extends UserMethod> = z.infer<(typeof userRequests)[M]['params']>;
export type RpcError = z.infer<typeof rpcError>;
