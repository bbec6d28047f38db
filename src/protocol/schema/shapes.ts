import * as z from 'zod';
import { hasKnownAccesses, isFilled, nameIn, toLineage, withoutItems } from './conversions.js';
import {
  count,
  flag,
  id,
  label,
  name,
  oneOf,
  orNull,
  path,
  setting,
  settingOf,
  text,
  time,
  tokens,
  wholeList,
} from './fields.js';

/** Objects that several messages have in common. */

export const sandbox = settingOf(z.object({ type: name, networkAccess: orNull(z.union([z.boolean(), name])) }));

/** `never`, `on-request` …, or an object whose only key names the policy (`granular`). */
export const approvalPolicy = settingOf(z.union([name, z.record(z.string(), z.unknown()).transform(nameIn)]));

export const collaborationMode = settingOf(
  z.object({
    mode: name,
    settings: z.object({ model: setting, reasoning_effort: setting }).optional().catch(undefined),
  }),
);

/** `thread.source`: a plain string, or `{subAgent: label | {thread_spawn: {parent_thread_id}} | {other: label}}`. */
const source = orNull(z.object({ subAgent: z.union([name, z.record(z.string(), z.unknown())]) })).transform(toLineage);

export const turnError = orNull(z.object({ codexErrorInfo: z.unknown() }));

export const turn = z.object({
  id,
  rootTurnId: text,
  status: oneOf(['inProgress', 'completed', 'interrupted', 'failed']),
  error: turnError,
  startedAt: time,
  completedAt: time,
  durationMs: time,
});
export type TurnInfo = z.infer<typeof turn>;

/**
 * The turns in a thread's history. Only heads are read: `unreadItems` is content, which `endedItemsOf` reads for a turn whose
 * end was missed.
 */
export const reportedTurns = wholeList(turn.extend({ items: z.array(z.unknown()).catch([]) }).transform(withoutItems));
export type ReportedTurn = z.infer<typeof reportedTurns>[number];

/** The repository of a thread's folder. It leaves only where the host switches that on. */
const gitInfo = orNull(z.object({ sha: text, branch: text, originUrl: path }));

export const thread = z.object({
  id,
  sessionId: text,
  parentThreadId: text,
  forkedFromId: text,
  threadSource: label,
  source,
  originator: label,
  ephemeral: flag,
  createdAt: time,
  modelProvider: text,
  cwd: path,
  gitInfo,
  /** `paginated` or `legacy`. Codex 0.131 does not send it. */
  historyMode: label,
  turns: reportedTurns,
  preview: z.unknown().optional().transform(isFilled),
});
export type ThreadInfo = z.infer<typeof thread>;

const fileSystemEntry = z.object({ path: z.unknown(), access: name.catch('') });
export const permissions = z.object({
  network: orNull(z.object({ enabled: flag })),
  fileSystem: orNull(
    z.object({ read: wholeList(z.string()), write: wholeList(z.string()), entries: wholeList(fileSystemEntry) }),
  ),
});
export type Permissions = z.infer<typeof permissions>;
/** The permissions that a client gives. Codex rejects an answer with an unknown access. */
export const grantedPermissions = permissions.refine(hasKnownAccesses);
export const noPermissions: Permissions = { network: null, fileSystem: null };

export const usage = z.object({
  inputTokens: tokens,
  cachedInputTokens: tokens,
  cacheWriteInputTokens: count,
  outputTokens: tokens,
  reasoningOutputTokens: tokens,
  totalTokens: tokens,
});
export type TokenUsage = z.infer<typeof usage>;
