import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { count, flag, id, integer, list, presence, text } from '../../protocol/schema/fields.js';
import type { CountedItem, Item } from '../../protocol/schema/items.js';
import { statesOf } from '../records.js';

/**
 * The items of a paginated rollout, brought into the protocol's form: they are the same items, in snake case and with other
 * names for their kinds. Of content only its presence or number is read.
 */

/** `unified_exec_startup` as the protocol writes it. */
export const camelCase = (name: string): string =>
  name.replace(/[_-]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const word = z.string().transform(camelCase).nullable().catch(null);

/** Milliseconds of a Rust duration, rounded down as Codex does. */
export const duration = z
  .object({ secs: count, nanos: count })
  .nullable()
  .catch(null)
  .transform((value) => value && (value.secs ?? 0) * 1000 + Math.floor((value.nanos ?? 0) / 1e6));

/** A path, or a `file:` URL of one. */
const folder = text.transform((value) => {
  if (value?.startsWith('file:') !== true) return value;
  try {
    return fileURLToPath(value);
  } catch {
    return null;
  }
});

/** Times stand beside the item, not in it. */
const untimed = { startedAtMs: null, completedAtMs: null };

const commandExecution = z
  .object({
    id,
    source: z.string().catch('agent').transform(camelCase),
    status: word,
    exit_code: integer,
    duration,
    cwd: folder,
    plugin_id: text,
    script_path: text,
    parsed_cmd: list(z.object({ type: z.string().catch('unknown').transform(camelCase), path: text })),
  })
  .transform((item): Item => ({
    type: 'commandExecution',
    ...untimed,
    id: item.id,
    source: item.source,
    status: item.status,
    exitCode: item.exit_code,
    durationMs: item.duration,
    pluginId: item.plugin_id,
    scriptPath: item.script_path,
    commandActions: item.parsed_cmd.map(({ type, path: file }) => ({
      type,
      path: file !== null && item.cwd !== null ? path.posix.resolve(item.cwd, file) : file,
    })),
  }));

/** `{path: {type, move_path …}}` */
const changes = z
  .record(z.string(), z.object({ type: z.string().catch('update'), move_path: presence }))
  .catch({})
  .transform((files) => Object.values(files).map((kind) => ({ kind })));

export const fileChange = z
  .object({ id, status: word, changes })
  .transform((item): Item => ({ type: 'fileChange', ...untimed, ...item }));

const mcpToolCall = z
  .object({
    id,
    server: z.string().catch(''),
    tool: z.string().catch(''),
    status: word,
    error: presence,
    duration,
    pluginId: text,
    connectorId: text,
    appName: text,
  })
  .transform(({ duration: durationMs, connectorId, appName, ...item }): Item => ({
    type: 'mcpToolCall',
    ...untimed,
    ...item,
    durationMs,
    appContext: connectorId === null && appName === null ? null : { connectorId, appName },
  }));

const dynamicToolCall = z
  .object({
    id,
    tool: z.string().catch(''),
    status: word,
    success: flag,
    duration,
    content_items: z
      .array(z.object({ type: z.string().transform(camelCase) }))
      .nullable()
      .catch(null),
  })
  .transform(({ duration: durationMs, content_items: contentItems, ...item }): Item => ({
    type: 'dynamicToolCall',
    ...untimed,
    ...item,
    durationMs,
    contentItems,
  }));

const collabAgentToolCall = z
  .object({
    id,
    tool: z.string().catch('').transform(camelCase),
    status: word,
    sender_thread_id: z.string().catch(''),
    receiver_thread_ids: list(z.string()),
    model: text,
    reasoning_effort: text,
    agents_states: z.record(z.string(), z.unknown()).catch({}),
  })
  .transform((item): Item => ({
    type: 'collabAgentToolCall',
    ...untimed,
    id: item.id,
    tool: item.tool,
    status: item.status,
    senderThreadId: item.sender_thread_id,
    receiverThreadIds: item.receiver_thread_ids,
    model: item.model,
    reasoningEffort: item.reasoning_effort,
    agentsStates: agentsStates(item.agents_states),
  }));

export const agentsStates = (states: Readonly<Record<string, unknown>>): Record<string, { status: string }> =>
  Object.fromEntries(Object.entries(statesOf(states)).map(([thread, state]) => [thread, { status: camelCase(state) }]));

const subAgentActivity = z
  .object({
    id,
    kind: z.string().catch('').transform(camelCase),
    agent_thread_id: text,
    model: text,
    reasoning_effort: text,
  })
  .transform(({ agent_thread_id: agentThreadId, reasoning_effort: reasoningEffort, ...item }): Item => ({
    type: 'subAgentActivity',
    ...untimed,
    ...item,
    agentThreadId,
    reasoningEffort,
  }));

/** What was searched for is content: whether something was, and how much. */
export const searchAction = z
  .object({
    type: z.string().transform(camelCase),
    query: presence,
    queries: z
      .array(z.unknown())
      .nullable()
      .catch(null)
      .transform((queries) => queries?.length ?? null),
  })
  .nullable()
  .catch(null);

export const query = z
  .string()
  .catch('')
  .transform((words) => words.trim() !== '');

const webSearch = z
  .object({ id, query, action: searchAction })
  .transform((item): Item => ({ type: 'webSearch', ...untimed, ...item }));

/** The only item of an extension, and the only one in camel case. */
const imageGeneration = z
  .object({
    id,
    kind: z.literal('image_gen.generation'),
    status: word,
    revisedPrompt: presence,
    savedPath: presence,
    transparentBackground: flag,
    generationId: text,
  })
  .transform(({ kind: _, ...item }): Item => ({ type: 'imageGeneration', ...untimed, ...item }));

const contextCompaction = z
  .object({ id })
  .transform((item): Item => ({ type: 'contextCompaction', ...untimed, ...item }));

const counted = z
  .object({
    type: z.string(),
    id: z.string().catch(''),
    content: list(z.object({ type: z.string().catch('').transform(camelCase), name: text, path: text })),
  })
  .transform(({ type, id: itemId, content }): CountedItem => {
    const itemType = type.charAt(0).toLowerCase() + type.slice(1);
    return { type: 'counted', itemType, id: itemId, ...(itemType === 'userMessage' && { input: content }) };
  });

const kinds: Readonly<Record<string, z.ZodType<Item>>> = {
  CommandExecution: commandExecution,
  FileChange: fileChange,
  McpToolCall: mcpToolCall,
  DynamicToolCall: dynamicToolCall,
  CollabAgentToolCall: collabAgentToolCall,
  SubAgentActivity: subAgentActivity,
  WebSearch: webSearch,
  Extension: imageGeneration,
  ContextCompaction: contextCompaction,
};

/** Reads an item by its `type`; one that is not known, or not as it should be, is an item to count. */
export function itemOf(recorded: unknown): Item | undefined {
  const type = z.object({ type: z.string() }).safeParse(recorded).data?.type;
  const schema = type !== undefined && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  return schema?.safeParse(recorded).data ?? counted.safeParse(recorded).data;
}
