import * as z from 'zod';
import { count, id, inTurn, list, name, oneOf, orNull, requestId, setting, text, threadOnly, time } from './fields.js';
import { item } from './items.js';
import { approvalPolicy, collaborationMode, permissions, sandbox, thread, turn, turnError, usage } from './shapes.js';

const automaticReview = z.object({
  ...inTurn,
  reviewId: id,
  targetItemId: text,
  startedAtMs: time,
  completedAtMs: time,
  review: z.object({ status: name, riskLevel: text, userAuthorization: text }),
  action: z
    .object({
      type: name,
      source: text,
      toolName: text,
      permissions: orNull(permissions),
    })
    .catch({ type: '', source: null, toolName: null, permissions: null }),
});

const hook = z.object({
  threadId: id,
  turnId: text,
  run: z.object({
    id,
    eventName: name,
    source: name.catch('unknown'),
    handlerType: text,
    executionMode: text,
    status: oneOf(['running', 'completed', 'failed', 'blocked', 'stopped']),
    durationMs: time,
  }),
});

/** The server's notifications in use. */
export const notifications = {
  'thread/started': z.object({ thread }),
  'thread/closed': threadOnly,
  /** A thread that is active has flags: `waitingOnApproval`, `waitingOnUserInput`. */
  'thread/status/changed': z.object({ threadId: id, status: z.object({ activeFlags: list(name) }) }),
  'thread/archived': threadOnly,
  'thread/unarchived': threadOnly,
  'thread/deleted': threadOnly,
  'thread/reverted': threadOnly,
  'thread/settings/updated': z.object({
    threadId: id,
    threadSettings: z.object({
      model: setting,
      modelProvider: setting,
      effort: setting,
      summary: setting,
      serviceTier: setting,
      personality: setting,
      approvalPolicy,
      approvalsReviewer: setting,
      sandboxPolicy: sandbox,
      collaborationMode,
    }),
  }),
  /** An error of a turn. With `willRetry`, Codex sends its request to the model again. */
  error: z.object({
    ...inTurn,
    willRetry: z.boolean().catch(false),
    error: turnError,
  }),
  'model/rerouted': z.object({ ...inTurn, toModel: name }),
  'thread/tokenUsage/updated': z.object({ ...inTurn, tokenUsage: z.object({ total: usage, last: usage }) }),
  'thread/goal/updated': z.object({
    threadId: id,
    turnId: text,
    goal: z.object({ status: name, tokenBudget: count, tokensUsed: count, timeUsedSeconds: count }),
  }),
  'thread/goal/cleared': threadOnly,
  'turn/started': z.object({ threadId: id, turn }),
  'turn/completed': z.object({ threadId: id, turn }),
  'turn/diff/updated': z.object({ ...inTurn, diff: z.string() }),
  'item/started': z.object({ ...inTurn, startedAtMs: time, item }),
  'item/completed': z.object({ ...inTurn, completedAtMs: time, item }),
  'item/autoApprovalReview/started': automaticReview,
  'item/autoApprovalReview/completed': automaticReview,
  'serverRequest/resolved': z.object({ threadId: text, requestId }),
  'hook/started': hook,
  'hook/completed': hook,
} as const;

export type NotificationMethod = keyof typeof notifications;
export type Notification<M extends NotificationMethod> = z.infer<(typeof notifications)[M]>;
