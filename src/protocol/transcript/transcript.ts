import { uncounted, type CounterSink } from '../../counters.js';
import { Members, numberAt } from '../../wire/json-scan.js';
import { WireLogError } from '../../wire/log/error.js';
import type { MessageRecord, Sender, WireRecord } from '../../wire/log/format.js';
import type { ReadWireLogOptions } from '../../wire/log/reader.js';
import { peek } from '../../wire/method.js';
import { readLines } from '../../wire/source.js';
import { isTime } from '../../wire/time.js';
import { Senders } from './senders.js';

/** Members of a message, and of its parameters, that hold the time at which it was sent, Unix milliseconds. */
const TIMES: ReadonlySet<string | undefined> = new Set(['emittedAtMs', 'completedAtMs', 'startedAtMs']);
/** Messages that wait for a time. */
const MAX_UNTIMED = 10_000;

export interface ReadTranscriptOptions extends ReadWireLogOptions {
  /** The sender of messages that neither their method nor their id gives away. Default: they are counted and skipped. */
  readonly from?: Sender | undefined;
}

/**
 * Reads a transcript, that is lines of bare JSON-RPC messages of an app-server, as the records of a wire log. No line has
 * its sender: the method and the ids show it. A message without a time gets that of the next one with a time.
 *
 * Yields and throws as `readWireLog` does.
 */
export async function* readTranscript(
  source: Parameters<typeof readLines>[0],
  { counters = uncounted, onBrokenLine, onProgress, signal, maxLineBytes, from }: ReadTranscriptOptions = {},
): AsyncGenerator<WireRecord[], void, undefined> {
  const transcript = new Transcript(from, counters);
  const read = (line: Buffer, number: number) => {
    const records = transcript.take(line);
    if (records === undefined) {
      counters.add('lines.broken');
      onBrokenLine?.(number);
    }
    return records;
  };
  const name = typeof source === 'string' ? source : 'the stream';
  const failure = (reason: string, cause: unknown) =>
    new WireLogError('ERR_WIRE_LOG_READ', `Cannot read the transcript ${name}: ${reason}`, cause);
  for await (const batch of readLines(source, { read, failure, counters, maxLineBytes, onProgress, signal })) {
    const records = batch.flat();
    if (records.length > 0) yield records;
  }
  const records = transcript.rest();
  if (records.length > 0) yield records;
}

/** Gives messages what a wire log has of them: their sender, their time and their connection. */
class Transcript {
  readonly #from: Sender | undefined;
  readonly #counters: CounterSink;
  #senders: Senders;
  #servers = 1;
  #lastAt = 0;
  #timed: WireRecord[] = [];
  #untimed: Omit<MessageRecord, 'at'>[] = [];

  constructor(from: Sender | undefined, counters: CounterSink) {
    this.#from = from;
    this.#counters = counters;
    this.#senders = new Senders(from, counters);
  }

  /** Takes a line, and returns the records whose time is known with it; undefined for a line that is no message. */
  take(line: Uint8Array): readonly WireRecord[] | undefined {
    const head = peek(line);
    if (head === undefined || (head.method === undefined && head.id === undefined)) return undefined;
    // A server is initialised once: another one follows.
    if (head.method === 'initialize' && this.#senders.isInitialized) this.#restart();
    const from = this.#senders.of(head, line);
    if (from === undefined) {
      this.#counters.add('messages.seen');
      this.#counters.add('messages.skipped', 'of an unknown sender');
      return [];
    }
    const text = Uint8Array.from(line); // it may wait longer than its chunk lives
    this.#untimed.push({ kind: 'message', connection: this.#connection, from, text });
    const at = timeOf(line);
    if (at !== undefined) this.#lastAt = Math.max(at, this.#lastAt);
    return at !== undefined || this.#untimed.length >= MAX_UNTIMED ? this.rest() : [];
  }

  /** All that is left, with the last time. */
  rest(): WireRecord[] {
    this.#stamp();
    const records = this.#timed;
    this.#timed = [];
    return records;
  }

  get #connection(): string {
    return `c${this.#servers}`;
  }

  #stamp(): void {
    for (const message of this.#untimed) this.#timed.push({ ...message, at: this.#lastAt });
    this.#untimed = [];
  }

  #restart(): void {
    this.#stamp();
    const at = this.#lastAt;
    this.#timed.push({ kind: 'close', at, connection: this.#connection });
    this.#servers += 1;
    this.#senders = new Senders(this.#from, this.#counters);
    this.#timed.push({ kind: 'open', at, connection: this.#connection, transport: 'stdio', server: this.#servers });
  }
}

/** When a message was sent, Unix milliseconds; undefined where it has no time. */
function timeOf(message: Uint8Array): number | undefined {
  let times: number | undefined;
  const members = new Members(message);
  while (members.next()) {
    const key = members.key();
    const start = members.valueStart;
    const end = members.skip();
    if (end === -1) return times;
    if (key === 'emittedAtMs') return valid(numberAt(message, start, end)) ?? times;
    if (key === 'params') times = timeIn(message.subarray(start, end));
  }
  return times;
}

function timeIn(params: Uint8Array): number | undefined {
  const members = new Members(params);
  while (members.next()) {
    const isTimeOf = TIMES.has(members.key());
    const start = members.valueStart;
    const end = members.skip();
    const time = isTimeOf && end !== -1 ? valid(numberAt(params, start, end)) : undefined;
    if (time !== undefined) return time;
  }
  return undefined;
}

const valid = (time: number | undefined) => (isTime(time) && time > 0 ? time : undefined);
