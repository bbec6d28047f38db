import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { item as readItem } from '../../protocol/readers.js';
import type { Item } from '../../protocol/schema/items.js';
import { isTime } from '../../wire/time.js';
import { statesOf } from '../records.js';
import { isObject } from '../../wire/json-parse.js';

type Recorded = Readonly<Record<string, unknown>>;

/** `unified_exec_startup` as the protocol writes it. */
export const camelCase = (word: string): string =>
  word.replace(/[_-]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const wordOf = (value: unknown): unknown => (typeof value === 'string' ? camelCase(value) : value);

/** An object whose `type` is such a word. */
const typed = (value: unknown): unknown => (isObject(value) ? { ...value, type: wordOf(value['type']) } : value);
const eachTyped = (values: unknown): unknown => (Array.isArray(values) ? values.map(typed) : values);

/** `codex_error_info` in the protocol's form: the names of its variant and of that one's members in camel case. */
export function protocolErrorInfo(info: unknown): unknown {
  if (typeof info === 'string') return camelCase(info);
  if (typeof info !== 'object' || info === null) return info;
  return Object.fromEntries(
    Object.entries(info).map(([name, value]: [string, unknown]) => [
      camelCase(name),
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([member, each]) => [camelCase(member), each as unknown]))
        : value,
    ]),
  );
}

/** Milliseconds of a Rust duration, rounded down as Codex does. */
export function durationOf(value: unknown): number | null {
  if (!isObject(value) || typeof value['secs'] !== 'number' || typeof value['nanos'] !== 'number') return null;
  const duration = value['secs'] * 1000 + Math.floor(value['nanos'] / 1e6);
  return isTime(duration) ? duration : null;
}

/** The folder of a command: a path, or a `file:` URL of one. */
function folderOf(cwd: unknown): string | null {
  if (typeof cwd !== 'string') return null;
  if (!cwd.startsWith('file:')) return cwd;
  try {
    return fileURLToPath(cwd);
  } catch {
    return null;
  }
}

/** The actions of a command, with whole paths. */
function actionsOf(cwd: unknown, commands: unknown): unknown {
  const folder = folderOf(cwd);
  const resolved = (file: unknown) =>
    folder !== null && typeof file === 'string' ? path.posix.resolve(folder, file) : file;
  const actions = Array.isArray(commands) ? commands.map(typed).filter(isObject) : [];
  return actions.map((action) => ({ ...action, path: resolved(action['path']) }));
}

const agentsStates = (states: unknown): Record<string, { status: string }> =>
  Object.fromEntries(Object.entries(statesOf(states)).map(([thread, state]) => [thread, { status: camelCase(state) }]));

/** The members of an item that the protocol has in another form, beside the case of their names, by the item's type. */
const MEMBERS = new Map<unknown, (item: Recorded) => object>(
  Object.entries({
    CommandExecution: ({ cwd, parsed_cmd }: Recorded) => ({ commandActions: actionsOf(cwd, parsed_cmd) }),
    FileChange: ({ changes }: Recorded) => ({
      changes: Object.values(isObject(changes) ? changes : {}).flatMap((kind) => (isObject(kind) ? { kind } : [])),
    }),
    McpToolCall: ({ connectorId, appName }: Recorded) => ({
      appContext: connectorId || appName ? { connectorId, appName } : null,
    }),
    DynamicToolCall: ({ content_items }: Recorded) => ({ contentItems: eachTyped(content_items) }),
    CollabAgentToolCall: ({ tool, agents_states }: Recorded) => ({
      tool: wordOf(tool),
      agentsStates: agentsStates(agents_states),
    }),
    SubAgentActivity: ({ kind }: Recorded) => ({ kind: wordOf(kind) }),
    WebSearch: ({ action }: Recorded) => ({ action: typed(action) }),
    // The only item of an extension.
    Extension: ({ kind }: Recorded) => (kind === 'image_gen.generation' ? { type: 'imageGeneration' } : {}),
    UserMessage: ({ content }: Recorded) => ({ content: eachTyped(content) }),
  }),
);

/** A compaction of which no item is recorded. */
export const COMPACTION: Item = { type: 'contextCompaction', id: '', startedAtMs: null, completedAtMs: null };

/**
 * Reads an item of a paginated rollout: it is the protocol's item, in snake case and with other names for its kinds. One that
 * does not decode is only counted. Undefined where it has no type.
 */
export function itemOf(recorded: unknown): Item | undefined {
  if (!isObject(recorded) || typeof recorded['type'] !== 'string') return undefined;
  const { type, status, source, duration } = recorded;
  const itemType = type.charAt(0).toLowerCase() + type.slice(1);
  const item = readItem({
    ...Object.fromEntries(Object.entries(recorded).map(([name, value]) => [camelCase(name), value])),
    type: itemType,
    status: wordOf(status),
    source: wordOf(source),
    durationMs: durationOf(duration),
    ...MEMBERS.get(type)?.(recorded),
  });
  return item ?? { type: 'counted', itemType, id: '' };
}
