import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { skillDocument } from '../../protocol/schema/conversions.js';
import type { CountedItem, Item } from '../../protocol/schema/items.js';
import { flag, id, integer, isObject, label, list, names, object, presence, read, text, whole } from '../fields.js';
import { isTime } from '../../wire/time.js';
import { statesOf } from '../records.js';

// The items of a paginated rollout, brought into the protocol's form: they are the same items, in snake case and with other
// names for their kinds. Of content only its presence or number is read.

/** A name that is empty where none is recorded. */
const name = text.transform((value) => value ?? '');

/** `unified_exec_startup` as the protocol writes it. */
export const camelCase = (word: string): string =>
  word.replace(/[_-]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const word = text.transform((value) => value && camelCase(value));

/** Milliseconds of a Rust duration, rounded down as Codex does. */
export function durationOf(value: unknown): number | null {
  if (!isObject(value) || typeof value['secs'] !== 'number' || typeof value['nanos'] !== 'number') return null;
  const duration = value['secs'] * 1000 + Math.floor(value['nanos'] / 1e6);
  return isTime(duration) ? duration : null;
}
const duration = read(durationOf);

/** A path, or a `file:` URL of one. */
const folder = whole.transform((value) => {
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
    source: word,
    status: word,
    exit_code: integer,
    duration,
    cwd: folder,
    plugin_id: text,
    parsed_cmd: list(z.object({ type: word, path: whole })),
  })
  .transform((item): Item => ({
    type: 'commandExecution',
    ...untimed,
    id: item.id,
    source: item.source ?? 'agent',
    status: item.status,
    exitCode: item.exit_code,
    durationMs: item.duration,
    pluginId: item.plugin_id,
    commandActions: item.parsed_cmd.map(({ type, path: file }) => ({
      type: type ?? 'unknown',
      path: skillDocument(file !== null && item.cwd !== null ? path.posix.resolve(item.cwd, file) : file),
    })),
  }));

const changeKind = z.object({ type: text.transform((type) => type ?? 'update'), move_path: presence });

/** `{path: {type, move_path …}}` */
const changes = read((files) =>
  Object.values(isObject(files) ? files : {}).flatMap((change) => {
    const { data: kind } = changeKind.safeParse(change);
    return kind ? [{ kind }] : [];
  }),
);

export const fileChange = z
  .object({ id, status: word, changes })
  .transform((item): Item => ({ type: 'fileChange', ...untimed, ...item }));

const mcpToolCall = z
  .object({
    id,
    server: name,
    tool: name,
    status: word,
    error: presence,
    duration,
    pluginId: text,
    connectorId: text,
    appName: label,
  })
  .transform(({ duration: durationMs, connectorId, appName, ...item }): Item => ({
    type: 'mcpToolCall',
    ...untimed,
    ...item,
    durationMs,
    appContext: connectorId === null && appName === null ? null : { connectorId, appName },
  }));

const parts = list(z.object({ type: name.transform(camelCase) }));

const dynamicToolCall = z
  .object({
    id,
    tool: name,
    status: word,
    success: flag,
    duration,
    content_items: read((items) => (Array.isArray(items) ? parts.parse(items) : null)),
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
    tool: name.transform(camelCase),
    status: word,
    sender_thread_id: name,
    receiver_thread_ids: names,
    model: text,
    reasoning_effort: text,
    agents_states: read((states) => agentsStates(isObject(states) ? states : {})),
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
    agentsStates: item.agents_states,
  }));

export const agentsStates = (states: Readonly<Record<string, unknown>>): Record<string, { status: string }> =>
  Object.fromEntries(Object.entries(statesOf(states)).map(([thread, state]) => [thread, { status: camelCase(state) }]));

const subAgentActivity = z
  .object({ id, kind: name.transform(camelCase), agent_thread_id: text, model: text, reasoning_effort: text })
  .transform(({ agent_thread_id: agentThreadId, reasoning_effort: reasoningEffort, ...item }): Item => ({
    type: 'subAgentActivity',
    ...untimed,
    ...item,
    agentThreadId,
    reasoningEffort,
  }));

/** The kind of a search, whether it had a query, and how many; the query is content. */
const searchActions = ['search', 'openPage', 'findInPage'] as const;

export const searchAction = object(
  z.object({
    type: name.transform((type) => searchActions.find((known) => known === camelCase(type)) ?? 'other'),
    query: presence,
    queries: read((queries) => (Array.isArray(queries) ? queries.length : null)),
  }),
);

export const query = whole.transform((words) => words !== null && words.trim() !== '');

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

/** An item that its turn only counts. Of a message's parts `name` and `path` are kept for skills and apps. */
const counted = z
  .object({
    type: z.string(),
    id: name,
    content: list(z.object({ type: name.transform(camelCase), name: label, path: whole })),
  })
  .transform(({ type, id: itemId, content }): CountedItem => {
    const itemType = type.charAt(0).toLowerCase() + type.slice(1);
    return { type: 'counted', itemType, id: itemId, ...(itemType === 'userMessage' && { input: content }) };
  });

const kinds = new Map<string, z.ZodType<Item>>(
  Object.entries({
    CommandExecution: commandExecution,
    FileChange: fileChange,
    McpToolCall: mcpToolCall,
    DynamicToolCall: dynamicToolCall,
    CollabAgentToolCall: collabAgentToolCall,
    SubAgentActivity: subAgentActivity,
    WebSearch: webSearch,
    Extension: imageGeneration,
    ContextCompaction: contextCompaction,
  }),
);

/** Reads an item by its `type`; one that is not known, or not as it should be, is an item to count. */
export function itemOf(recorded: unknown): Item | undefined {
  const type = isObject(recorded) ? recorded['type'] : undefined;
  const schema = typeof type === 'string' ? kinds.get(type) : undefined;
  return schema?.safeParse(recorded).data ?? counted.safeParse(recorded).data;
}
