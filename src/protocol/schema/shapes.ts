import * as z from 'zod';
import { flag, id, list, oneOf, setting, text, time } from './fields.js';

/** Objects that several messages have in common. */

export const sandbox = z
  .object({ type: z.string(), networkAccess: z.union([z.boolean(), z.string()]).nullable().catch(null) })
  .nullable()
  .optional()
  .catch(undefined);

/** `never`, `on-request` …, or an object whose only key names the policy (`granular`). */
export const approvalPolicy = z
  .union([z.string(), z.record(z.string(), z.unknown()).transform((policy) => Object.keys(policy)[0] ?? null)])
  .nullable()
  .optional()
  .catch(undefined);

export const collaborationMode = z
  .object({
    mode: z.string(),
    settings: z.object({ model: setting, reasoning_effort: setting }).optional().catch(undefined),
  })
  .nullable()
  .optional()
  .catch(undefined);

/** `thread.source`: a plain string, or `{subAgent: label | {thread_spawn: {parent_thread_id}} | {other: label}}`. */
const source = z
  .object({ subAgent: z.union([z.string(), z.record(z.string(), z.unknown())]) })
  .nullable()
  .catch(null)
  .transform((value) => {
    const subAgent = value?.subAgent;
    if (subAgent === undefined) return { subagentSource: null, spawnParentThreadId: null };
    if (typeof subAgent === 'string') return { subagentSource: subAgent, spawnParentThreadId: null };
    const [label, detail] = Object.entries(subAgent)[0] ?? [null, null];
    const parent = z.object({ parent_thread_id: z.string() }).safeParse(detail);
    return {
      subagentSource: label === 'other' && typeof detail === 'string' ? detail : label,
      spawnParentThreadId: parent.success ? parent.data.parent_thread_id : null,
    };
  });

/**
 * The turns in a thread's history. Only heads are read: `unreadItems` is content, which `endedItemsOf` reads for a turn whose
 * end was missed.
 */
export const reportedTurns = list(
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
  threadSource: text,
  source,
  originator: text,
  ephemeral: flag,
  createdAt: time,
  modelProvider: text,
  cwd: text,
  turns: reportedTurns,
  preview: text.transform((preview) => preview !== null && preview !== ''),
});
export type ThreadInfo = z.infer<typeof thread>;

const fileSystemEntry = z.object({ path: z.unknown(), access: z.string().catch('') });
export const permissions = z.object({
  network: z.object({ enabled: flag }).nullable().catch(null),
  fileSystem: z
    .object({ read: list(z.string()), write: list(z.string()), entries: list(fileSystemEntry) })
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
  inputTokens: z.number().catch(0),
  cachedInputTokens: z.number().catch(0),
  cacheWriteInputTokens: z.number().nullable().catch(null),
  outputTokens: z.number().catch(0),
  reasoningOutputTokens: z.number().catch(0),
  totalTokens: z.number().catch(0),
});
export type TokenUsage = z.infer<typeof usage>;
