import { isObject, parseText } from '../../wire/json-parse.js';

/** The events that attribution reads, with the fields that it needs. Both kinds of event files have them. */
export interface AcceptedLinesEvent {
  readonly type: 'accepted lines';
  readonly threadId: string;
  readonly turnId: string;
  readonly model: string | null;
  readonly repoHash: string | null;
  /** Unix seconds. */
  readonly completedAt: number;
  readonly addedLines: number;
  readonly hashes: readonly { readonly path: string; readonly line: string }[];
}

export interface TurnEvent {
  readonly type: 'turn';
  readonly threadId: string;
  readonly turnId: string;
  readonly modelProvider: string | null;
  /** Unix seconds. */
  readonly startedAt: number | null;
}

type AttributionEvent = AcceptedLinesEvent | TurnEvent;

const ACCEPTED_LINES = 'codex_accepted_line_fingerprints';
const TURN = 'codex_turn_event';
const SHA1 = /^[0-9a-f]{40}$/;

type Json = Readonly<Record<string, unknown>>;

/**
 * The events in a line of an event file: one event in the shape that `--events` writes, or an OTLP/JSON request of log records,
 * which is what the Collector's file exporter writes. Undefined for a line that is no JSON.
 */
export function eventsIn(line: Buffer): readonly AttributionEvent[] | undefined {
  if (!line.includes(ACCEPTED_LINES) && !line.includes(TURN)) return line[0] === 0x7b ? [] : undefined;
  const parsed = parseText(line.toString('utf8'));
  return parsed === undefined ? undefined : bodiesIn(parsed).flatMap(({ type, params }) => eventOf(type, params) ?? []);
}

interface Body {
  readonly type: unknown;
  readonly params: Json;
}

function bodiesIn(parsed: unknown): Body[] {
  if (!isObject(parsed)) return [];
  if (parsed['event_type'] !== undefined)
    return [{ type: parsed['event_type'], params: objectOf(parsed['event_params']) }];
  return listOf(parsed['resourceLogs'])
    .flatMap((resource) => listOf(resource['scopeLogs']))
    .flatMap((scope) => listOf(scope['logRecords']))
    .map((record) => ({
      type: fieldsOf(record['attributes'])['codex.event.type'],
      params: objectOf(valueOf(record['body'])),
    }));
}

function eventOf(type: unknown, params: Json): AttributionEvent | undefined {
  const { thread_id: threadId, turn_id: turnId } = params;
  if (typeof threadId !== 'string' || typeof turnId !== 'string') return undefined;
  if (type === TURN)
    return {
      type: 'turn',
      threadId,
      turnId,
      modelProvider: textOf(params['model_provider']),
      startedAt: numberOf(params['started_at']),
    };
  if (type !== ACCEPTED_LINES) return undefined;
  return {
    type: 'accepted lines',
    threadId,
    turnId,
    model: textOf(params['model_slug']),
    repoHash: textOf(params['repo_hash']),
    completedAt: numberOf(params['completed_at']) ?? 0,
    addedLines: numberOf(params['accepted_added_lines']) ?? 0,
    hashes: hashesIn(params['line_fingerprints']),
  };
}

function hashesIn(fingerprints: unknown): AcceptedLinesEvent['hashes'] {
  const hashes: { path: string; line: string }[] = [];
  if (!Array.isArray(fingerprints)) return hashes;
  for (const { path_hash: path, line_hash: line } of fingerprints as readonly Json[])
    if (isHash(path) && isHash(line)) hashes.push({ path, line });
  return hashes;
}

/** The value of an OTLP `AnyValue`. */
function valueOf(any: unknown): unknown {
  if (!isObject(any)) return null;
  const { stringValue, intValue, doubleValue, arrayValue, kvlistValue } = any;
  if (kvlistValue !== undefined) return fieldsOf(objectOf(kvlistValue)['values']);
  if (arrayValue !== undefined) return listOf(objectOf(arrayValue)['values']).map(valueOf);
  return stringValue ?? (intValue === undefined ? (doubleValue ?? null) : Number(intValue));
}

const fieldsOf = (entries: unknown): Json =>
  Object.fromEntries(listOf(entries).map(({ key, value }) => [String(key), valueOf(value)]));

const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as unknown[]).filter(isObject) : []);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown): number | null => (Number.isFinite(value) ? (value as number) : null);
const isHash = (value: unknown): value is string => typeof value === 'string' && SHA1.test(value);
