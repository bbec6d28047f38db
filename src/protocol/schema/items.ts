import * as z from 'zod';
import { flag, id, integer, label, list, name, orNull, path, presence, text, time } from './fields.js';
import { shortenList } from '../../wire/shorten.js';
import { isNotBlank, lengthOf, shortenRecord, skillDocument, toOther } from './conversions.js';

/**
 * The items of a turn. Of content (commands, arguments, output, diffs, prompts) only the presence or number is read, so
 * content cannot leave the process by accident.
 */
const kindOf = z.object({ type: name });

/** An item that becomes a span. Since 0.169 it repeats the times of its notifications, so a completion alone has both. */
function spanItem<Type extends string, Members extends z.core.$ZodLooseShape>(type: Type, members: Members) {
  return z.object({ type: z.literal(type), id, startedAtMs: time, completedAtMs: time, ...members });
}

const commandExecution = spanItem('commandExecution', {
  source: name.catch('agent'),
  status: text,
  exitCode: integer,
  durationMs: time,
  pluginId: text,
  /** A command that reads a skill's document uses the skill. Other paths are not kept. */
  commandActions: list(z.object({ type: name.catch('unknown'), path: path.transform(skillDocument) })),
});

const fileChange = spanItem('fileChange', {
  status: text,
  changes: list(
    z.object({
      kind: z.object({ type: name.catch('update'), move_path: presence }).catch({ type: 'update', move_path: false }),
    }),
  ),
});

const mcpToolCall = spanItem('mcpToolCall', {
  server: name.catch(''),
  tool: name.catch(''),
  status: text,
  error: presence,
  durationMs: time,
  pluginId: text,
  appContext: orNull(z.object({ connectorId: text, appName: label })),
});

const dynamicToolCall = spanItem('dynamicToolCall', {
  tool: name.catch(''),
  status: text,
  success: flag,
  durationMs: time,
  contentItems: orNull(z.array(kindOf).transform(shortenList)),
});

const collabAgentToolCall = spanItem('collabAgentToolCall', {
  tool: name.catch(''),
  status: text,
  senderThreadId: name.catch(''),
  receiverThreadIds: list(name),
  model: text,
  reasoningEffort: text,
  agentsStates: z
    .record(z.string(), z.object({ status: text }))
    .transform(shortenRecord)
    .catch({}),
});

const webSearch = spanItem('webSearch', {
  query: z.string().catch('').transform(isNotBlank),
  action: orNull(
    z.object({
      type: z.enum(['search', 'openPage', 'findInPage', 'other']).or(z.string().transform(toOther)),
      query: presence,
      queries: orNull(z.array(z.unknown())).transform(lengthOf),
    }),
  ),
});

const imageGeneration = spanItem('imageGeneration', {
  status: text,
  revisedPrompt: presence,
  savedPath: presence,
  transparentBackground: flag,
  generationId: text,
});

const subAgentActivity = spanItem('subAgentActivity', {
  kind: name.catch(''),
  agentThreadId: text,
  model: text,
  reasoningEffort: text,
});

const contextCompaction = spanItem('contextCompaction', {});

/** The parts of a user's message; `name` and `path` are used for skills and apps only. */
export const input = list(z.object({ type: name.catch(''), name: label, path }));

/** Items that a turn only counts: messages, reasoning, plans, and the types that newer versions add. */
export const countedItem = z.object({ type: name, id: name.catch(''), content: input });

/** The schemas of the items that become spans, by their `type`. */
export const spanItems = {
  commandExecution,
  fileChange,
  mcpToolCall,
  dynamicToolCall,
  collabAgentToolCall,
  webSearch,
  imageGeneration,
  subAgentActivity,
  contextCompaction,
} as const;

export type CommandExecutionItem = z.infer<typeof commandExecution>;
export type FileChangeItem = z.infer<typeof fileChange>;
export type McpToolCallItem = z.infer<typeof mcpToolCall>;
export type DynamicToolCallItem = z.infer<typeof dynamicToolCall>;
export type CollabAgentToolCallItem = z.infer<typeof collabAgentToolCall>;
export type WebSearchItem = z.infer<typeof webSearch>;
export type SubAgentActivityItem = z.infer<typeof subAgentActivity>;

/** A control tool (`update_goal`, `request_user_input` …): a call that the wire has no item for, and a rollout has. */
export interface ControlToolCallItem {
  readonly type: 'controlToolCall';
  readonly id: string;
  readonly tool: string;
  readonly status: 'completed' | null;
  readonly success: boolean | null;
  readonly startedAtMs: number | null;
  readonly completedAtMs: number | null;
}

/** An item that becomes a span: a tool call or a compaction. */
export type SpanItem = z.infer<(typeof spanItems)[keyof typeof spanItems]> | ControlToolCallItem;

/** An item that its turn only counts. */
export interface CountedItem {
  readonly type: 'counted';
  readonly itemType: string;
  readonly id: string;
  /** The parts of a user's message; absent for other items. */
  readonly input?: readonly InputItem[];
}

export type InputItem = z.infer<typeof input>[number];

export type Item = SpanItem | CountedItem;

/** Reads an item by its `type`. An item of an unknown type is only counted. */
export const item = z.unknown().transform((value, context): Item => {
  const type = kindOf.safeParse(value).data?.type;
  const schema =
    type !== undefined && Object.hasOwn(spanItems, type) ? spanItems[type as keyof typeof spanItems] : undefined;
  const result = (schema ?? countedItem).safeParse(value);
  if (!result.success) {
    context.issues.push({ code: 'custom', message: `item: ${result.error.message}`, input: value });
    return z.NEVER;
  }
  if (schema) return result.data as SpanItem;
  const { type: itemType, id, content } = result.data as z.infer<typeof countedItem>;
  return { type: 'counted', itemType, id, ...(itemType === 'userMessage' && { input: content }) };
});
