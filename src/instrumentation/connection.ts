import type { Connection } from '../protocol/observation.js';
import type { Observer } from '../observer.js';
import type { CounterSink } from '../counters.js';
import { LineSplitter } from '../wire/lines.js';
import type { Sender, WireRecord } from '../wire/log/format.js';
import { Members } from '../wire/json-scan.js';
import type { Backlog } from './backlog.js';
import type { HostGuard } from '../guard.js';
import { isSuppressed, untraced } from '../suppression.js';

/** Something that takes wire records, such as a `WireLogWriter`. */
export interface WireRecorder {
  append(record: WireRecord): unknown;
}

/** What a live connection works with. */
export interface Observation {
  readonly observer: Observer;
  readonly guard: HostGuard;
  readonly backlog: Backlog;
  readonly counters: CounterSink;
  /** Unix milliseconds. Never throws. */
  readonly now: () => number;
  /** Takes down what passes, as a wire log. */
  readonly recorder: WireRecorder | undefined;
  /** The server process as a wire log numbers it. */
  readonly serverNumber: number;
  /** Told after each step, so that time may go on by itself where nothing more is said. */
  readonly settled: () => void;
}

/**
 * One live connection: the bytes of both directions as they pass, cut into messages. What a host passes in a context
 * that suppresses tracing is not looked at. Nothing here throws.
 */
export class LiveConnection {
  readonly #connection: Connection;
  readonly #observation: Observation;
  readonly #lines: Record<Sender, LineSplitter>;
  #at: number;
  #isClosed = false;

  constructor(connection: Connection, observation: Observation) {
    this.#connection = connection;
    this.#observation = observation;
    const splitter = (from: Sender) =>
      new LineSplitter((line) => this.#message(from, line, this.#at), { counters: observation.counters });
    this.#lines = { client: splitter('client'), server: splitter('server') };
    const at = observation.now();
    this.#at = at;
    const { id, transport } = connection;
    observation.backlog.add(() => {
      this.#record({ kind: 'open', at, connection: id, transport, server: observation.serverNumber });
      observation.observer.open(connection, at);
    });
    this.drain();
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** Takes note of bytes that pass now; they are looked at by {@link drain}. */
  announce(from: Sender, bytes: Uint8Array): void {
    if (this.#isClosed || isSuppressed()) return;
    const at = this.#observation.now();
    this.#observation.backlog.add(() => {
      this.#at = at;
      this.#lines[from].push(bytes);
    });
  }

  /** Looks at what was announced, here and elsewhere. */
  drain(): void {
    this.#observation.backlog.drain();
    this.#observation.settled();
  }

  /** Bytes that pass now, looked at at once. */
  pass(from: Sender, bytes: Uint8Array): void {
    this.announce(from, bytes);
    this.drain();
  }

  /** A whole message that passes now, without a line feed: a WebSocket frame. */
  passMessage(from: Sender, bytes: Uint8Array): void {
    if (this.#isClosed || isSuppressed()) return;
    const at = this.#observation.now();
    this.#observation.backlog.add(() => this.#message(from, bytes, at));
    this.drain();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { observer, backlog, now } = this.#observation;
    const at = now();
    backlog.add(() => {
      this.#at = at;
      this.#lines.client.end();
      this.#lines.server.end();
      this.#record({ kind: 'close', at, connection: this.#connection.id });
      observer.close(this.#connection, at);
    });
    this.drain();
  }

  /** Each message by itself: one that fails costs none of those that came with it. */
  #message(from: Sender, bytes: Uint8Array, at: number): void {
    const { observer, guard, recorder } = this.#observation;
    if (recorder) {
      const connection = this.#connection.id;
      if (isObject(bytes)) this.#record({ kind: 'message', at, connection, from, text: bytes });
      else this.#record({ kind: 'raw', at, connection, from, raw: Buffer.from(bytes).toString('utf8') });
    }
    guard.run('observation', () => observer.message(this.#connection, from, bytes, at));
  }

  #record(record: WireRecord): void {
    const { guard, recorder } = this.#observation;
    if (recorder) guard.run('recorder', () => untraced(() => recorder.append(record)));
  }
}

/** Whether the bytes are one JSON object, by its structure: what a wire log's line can hold as a message. */
function isObject(bytes: Uint8Array): boolean {
  const members = new Members(bytes);
  while (members.next()) members.skip();
  return !members.broken;
}
