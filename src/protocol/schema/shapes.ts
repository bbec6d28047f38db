import * as z from 'zod';
import { shorten, MAX_LABEL } from '../../wire/shorten.js';
import { count, flag, id, label, name, oneOf, path, setting, text, time, tokens, wholeList } from './fields.js';

/** Objects that several messages have in common. */

export const sandbox = z
  .object({ type: name, networkAccess: z.union([z.boolean(), name]).nullable().catch(null) })
  .nullable()
  .optional()
  .catch(undefined);

/** The name of an object's first member: of a variant. */
const nameIn = (variant: object): string | null => {
  const [first] = Object.keys(variant);
  return first === undefined ? null : shorten(first, MAX_LABEL);
};

/** `never`, `on-request` …, or an object whose only key names the policy (`granular`). */
export const approvalPolicy = z
  .union([name, z.record(z.string(), z.unknown()).transform((policy) => nameIn(policy))])
  .nullable()
  .optional()
  .catch(undefined);

export const collaborationMode = z
  .object({
    mode: name,
    settings: z.object({ model: setting, reasoning_effort: setting }).optional().catch(undefined),
  })
  .nullable()
  .optional()
  .catch(undefined);

/** `thread.source`: a plain string, or `{subAgent: label | {thread_spawn: {parent_thread_id}} | {other: label}}`. */
const source = z
  .object({ subAgent: z.union([name, z.record(z.string(), z.unknown())]) })
  .nullable()
  .catch(null)
  .transform((value) => {
    const subAgent = value?.subAgent;
    if (subAgent === undefined) return { subagentSource: null, spawnParentThreadId: null };
    if (typeof subAgent === 'string') return { subagentSource: subAgent, spawnParentThreadId: null };
    const kind = nameIn(subAgent);
    const [detail] = Object.values(subAgent);
    const parent = z.object({ parent_thread_id: id }).safeParse(detail);
    return {
      subagentSource: kind === 'other' && typeof detail === 'string' ? shorten(detail, MAX_LABEL) : kind,
      spawnParentThreadId: parent.success ? parent.data.parent_thread_id : null,
    };
  });

/**
 * The turns in a thread's history. Only heads are read: `unreadItems` is content, which `endedItemsOf` reads for a turn whose
 * end was missed.
 */
export const reportedTurns = wholeList(
  z
    .object({
      id,
      rootTurnId: text,
      status: oneOf(['inProgress', 'completed', 'interrupted', 'failed']),
      error: z.object({ codexErrorInfo: z.unknown() }).nullable().catch(null),
      startedAt: time,
      completedAt: time,
      durationMs: time,
      items: z.array(z.unknown()).catch([]),
    })
    .transform(({ items: unreadItems, ...head }) => ({ ...head, unreadItems })),
);
export type ReportedTurn = z.infer<typeof reportedTurns>[number];

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
  turns: reportedTurns,
  preview: z
    .unknown()
    .optional()
    .transform((preview) => typeof preview === 'string' && preview !== ''),
});
export type ThreadInfo = z.infer<typeof thread>;

const fileSystemEntry = z.object({ path: z.unknown(), access: name.catch('') });
export const permissions = z.object({
  network: z.object({ enabled: flag }).nullable().catch(null),
  fileSystem: z
    .object({ read: wholeList(z.string()), write: wholeList(z.string()), entries: wholeList(fileSystemEntry) })
    .nullable()
    .catch(null),
});
export type Permissions = z.infer<typeof permissions>;
/** `deny` was named `none` up to 0.131. */
const ACCESSES: readonly string[] = ['read', 'write', 'deny', 'none'];

/** The permissions that a client gives. Codex rejects an answer with an unknown access. */
export const grantedPermissions = permissions.refine(({ fileSystem }) =>
  (fileSystem?.entries ?? []).every(({ access }) => ACCESSES.includes(access)),
);
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
