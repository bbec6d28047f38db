import type { CounterSink } from '../../counters.js';
import { Members } from '../../wire/json-scan.js';
import { takeShortened } from '../../wire/shorten.js';
import { isTime } from '../../wire/time.js';
import { schemas, type RecordKind, type RolloutRecord } from '../records.js';
import { isObject, parseText } from '../../wire/json-parse.js';

/** The kind of record by a line's `type`, or by the `type` of its payload. */
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

/**
 * Reads one line, without its newline. Lines that are not in use are not parsed: messages, and the history in a
 * compaction's record, are the longest parts of a rollout.
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
  const line = kind === 'compacted' ? withoutHistory(bytes) : parseText(textOf(bytes));
  if (!isObject(line) || !isObject(line['payload'])) return 'broken';
  const { success, data } = schemas[kind].safeParse(line['payload']);
  const shortened = takeShortened();
  if (shortened > 0) counters.add('values.shortened', kind, shortened);
  if (!success) {
    counters.add('messages.undecodable', kind);
    return undefined;
  }
  const ordinal = typeof line['ordinal'] === 'number' ? line['ordinal'] : null;
  return { kind, at: timeOf(line['timestamp']) ?? lastAt, ordinal, payload: data } as RolloutRecord;
}

/** Reads the lines of one rollout, in their order. Broken ones are counted, and `onBroken` is called with their numbers. */
export function recordReader(counters: CounterSink, onBroken?: (line: number) => void) {
  let lastAt = 0;
  return (line: Uint8Array, number: number): RolloutRecord | undefined => {
    const record = readRecord(line, lastAt, counters);
    if (record === 'broken') {
      counters.add('lines.broken');
      onBroken?.(number);
      return undefined;
    }
    lastAt = record?.at ?? lastAt;
    return record;
  };
}

/** Unix milliseconds of an RFC 3339 time; undefined for what is none. */
export function timeOf(timestamp: unknown): number | undefined {
  const at = typeof timestamp === 'string' ? Date.parse(timestamp) : undefined;
  return isTime(at) ? at : undefined;
}

/** The payload's `type` where the line is an event or a response item, else its own; undefined for what is no record. */
function typeOf(bytes: Uint8Array): string | undefined {
  let type: string | undefined;
  let payload: Uint8Array | undefined;
  const members = new Members(bytes);
  while (members.next()) {
    const key = members.key();
    if (key === 'payload') payload = bytes.subarray(members.valueStart);
    else if (key === 'type') type = members.text();
    if (payload !== undefined && type !== undefined) break;
    if (members.skip() === -1) return undefined;
  }
  if (payload === undefined) return undefined;
  return type === 'event_msg' || type === 'response_item' ? typeOfPayload(payload) : type;
}

/** As a rule the first member of a payload. */
function typeOfPayload(payload: Uint8Array): string | undefined {
  const members = new Members(payload);
  return members.find('type') ? members.text() : undefined;
}

function messageKind(bytes: Uint8Array): RecordKind | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MESSAGE_HEAD_BYTES));
  return head.includes(USER_SHELL_COMMAND) ? 'user_shell_command' : undefined;
}

/** A compaction's record holds the whole history of its thread: it is passed over, not parsed. */
function withoutHistory(bytes: Uint8Array): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const members = new Members(bytes);
  while (members.next()) {
    const key = members.key();
    const start = members.valueStart;
    const end = members.skip();
    if (end === -1) break;
    const value = bytes.subarray(start, end);
    if (key === 'payload') found[key] = withoutHistory(value);
    else if (key !== undefined && !/^replacement_history|^retained/.test(key)) found[key] = parseText(textOf(value));
  }
  return found;
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
