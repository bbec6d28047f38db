import * as z from 'zod';
import type { CounterSink } from '../../counters.js';
import { integer, text } from '../../protocol/schema/fields.js';
import { Members } from '../../wire/json-scan.js';
import { isTime } from '../../wire/time.js';
import { jsonOf, schemas, type RecordKind, type RolloutRecord } from '../records.js';

/** What a line's `type`, or the `type` of its payload, is read as. */
const KINDS = new Map<string, RecordKind>([
  ...(Object.keys(schemas) as RecordKind[])
    .filter((kind) => kind !== 'call' && kind !== 'call_output' && kind !== 'user_shell_command')
    .map((kind) => [kind, kind] as const),
  ['function_call', 'call'],
  ['custom_tool_call', 'call'],
  ['local_shell_call', 'call'],
  ['web_search_call', 'call'],
  ['function_call_output', 'call_output'],
  ['custom_tool_call_output', 'call_output'],
]);

/** How a legacy rollout holds a command that the user ran in the thread: as a message that begins with this. */
const USER_SHELL_COMMAND = '<user_shell_command>';
const MESSAGE_HEAD_BYTES = 400;

const lineMembers = z.object({
  timestamp: text,
  ordinal: integer,
  type: z.string(),
  payload: z.record(z.string(), z.unknown()),
});

/**
 * Reads one line, without its end. What is not in use is not parsed: messages, and the history in a compaction's record,
 * are the longest lines of a rollout.
 *
 * @param lastAt the time of the record before: a record without a time has that one's.
 * @returns undefined for a line that is not in use or does not decode, which is counted.
 */
export function readRecord(
  bytes: Uint8Array,
  lastAt: number,
  counters: CounterSink,
): RolloutRecord | 'broken' | undefined {
  counters.add('messages.seen');
  const type = typeOf(bytes);
  if (type === undefined) return 'broken';
  const kind = type === 'message' ? messageKind(bytes) : KINDS.get(type);
  if (kind === undefined) {
    counters.add('messages.skipped');
    return undefined;
  }
  const members = lineMembers.safeParse(kind === 'compacted' ? withoutHistory(bytes) : jsonOf(textOf(bytes)));
  if (!members.success) return 'broken';
  const { timestamp, ordinal, payload } = members.data;
  const { success, data } = schemas[kind].safeParse(payload);
  if (success) return { kind, at: timeOf(timestamp) ?? lastAt, ordinal, payload: data } as RolloutRecord;
  counters.add('messages.undecodable', kind);
  return undefined;
}

/** Unix milliseconds of an RFC 3339 time; undefined for what is none. */
export function timeOf(timestamp: string | null): number | undefined {
  const at = timestamp === null ? undefined : Date.parse(timestamp);
  return isTime(at) ? at : undefined;
}

/** The payload's `type` where the line is an event or a response item, else its own; undefined for what is no record. */
function typeOf(bytes: Uint8Array): string | undefined {
  const members = new Members(bytes);
  let type: string | undefined;
  while (members.next()) {
    const key = textOf(bytes.subarray(members.keyStart, members.keyEnd));
    const start = members.valueStart;
    if (key === 'payload' && type !== undefined)
      return type === 'event_msg' || type === 'response_item' ? typeOfPayload(bytes.subarray(start)) : type;
    const end = members.skip();
    if (end === -1) return undefined;
    if (key === 'type') type = nameOf(bytes.subarray(start, end));
  }
  return undefined;
}

/** The `type` of a payload is its first member. */
function typeOfPayload(bytes: Uint8Array): string | undefined {
  const members = new Members(bytes);
  while (members.next()) {
    const isType = textOf(bytes.subarray(members.keyStart, members.keyEnd)) === 'type';
    const start = members.valueStart;
    const end = members.skip();
    if (end === -1) return undefined;
    if (isType) return nameOf(bytes.subarray(start, end));
  }
  return undefined;
}

function messageKind(bytes: Uint8Array): RecordKind | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MESSAGE_HEAD_BYTES));
  return head.includes(USER_SHELL_COMMAND) ? 'user_shell_command' : undefined;
}

/** A compaction's record holds the whole history of its thread: it is passed over, not parsed. */
function withoutHistory(bytes: Uint8Array): unknown {
  const wanted = new Set(['timestamp', 'ordinal', 'type', 'window_number', 'compaction_response_id']);
  return membersOf(bytes, (key, value) =>
    key === 'payload'
      ? membersOf(value, (name, part) => (wanted.has(name) ? jsonOf(textOf(part)) : undefined))
      : wanted.has(key)
        ? jsonOf(textOf(value))
        : undefined,
  );
}

function membersOf(bytes: Uint8Array, read: (key: string, value: Uint8Array) => unknown): Record<string, unknown> {
  const members = new Members(bytes);
  const found: Record<string, unknown> = {};
  while (members.next()) {
    const key = textOf(bytes.subarray(members.keyStart, members.keyEnd));
    const start = members.valueStart;
    const end = members.skip();
    if (end === -1) break;
    found[key] = read(key, bytes.subarray(start, end));
  }
  return found;
}

function nameOf(json: Uint8Array): string | undefined {
  const name = jsonOf(textOf(json));
  return typeof name === 'string' ? name : undefined;
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
