/** Sent to every client of the daemon, also to one that is subscribed to no thread. */
const OF_ALL = ['thread/started', 'thread/status/changed', 'thread/closed'] as const;

/** Sent to the subscribers of a thread. Approvals, questions, hooks and their places come of these. */
const OF_SUBSCRIBERS = [
  'hook/completed',
  'hook/started',
  'item/autoApprovalReview/completed',
  'item/autoApprovalReview/started',
  'item/completed',
  'item/started',
  'serverRequest/resolved',
  'thread/settings/updated',
  'turn/completed',
] as const;

/** Sent to subscribers, and of no use here: deltas first, then what a rollout has, then what nobody needs. */
const OF_NO_USE = [
  'command/exec/outputDelta',
  'item/agentMessage/delta',
  'item/commandExecution/outputDelta',
  'item/commandExecution/terminalInteraction',
  'item/fileChange/outputDelta',
  'item/fileChange/patchUpdated',
  'item/mcpToolCall/progress',
  'item/plan/delta',
  'item/reasoning/summaryPartAdded',
  'item/reasoning/summaryTextDelta',
  'item/reasoning/textDelta',
  'process/outputDelta',
  'rawResponse/completed',
  'rawResponseItem/completed',
  'thread/realtime/item/transcript/delta',
  'thread/realtime/itemAdded',
  'thread/realtime/outputAudio/delta',
  'thread/realtime/transcript/delta',
  'error',
  'model/rerouted',
  'thread/goal/cleared',
  'thread/goal/updated',
  'thread/reverted',
  'thread/tokenUsage/updated',
  'turn/diff/updated',
  'turn/plan/updated',
  'account/rateLimits/updated',
  'account/updated',
  'app/list/updated',
  'configWarning',
  'deprecationNotice',
  'fs/changed',
  'mcpServer/startupStatus/updated',
  'process/exited',
  'project/changed',
  'remoteControl/status/changed',
  'skills/changed',
  'thread/name/updated',
  'thread/prediction/updated',
  'thread/queue/changed',
  'thread/readState/changed',
  'thread/section/changed',
  'turn/moderationMetadata',
  'warning',
] as const;

/**
 * The notifications that a connection opts out of. Without subscriptions it keeps `turn/started` all the same: a thread that
 * another one spawns subscribes every connection, and that is the sign.
 */
export const refusedNotifications = (subscribes: boolean): readonly string[] =>
  subscribes ? OF_NO_USE : [...OF_NO_USE, ...OF_SUBSCRIBERS];

const toAll: ReadonlySet<string> = new Set(OF_ALL);

/** Whether every client gets a notification, whatever it is subscribed to. */
export const isForAll = (method: string): boolean => toAll.has(method);
