import type { Connection } from '../protocol/observation.js';
import type { Observer } from '../spans/observer.js';
import type { Tally } from '../tally.js';
import { LineSplitter } from '../wire/lines.js';
import type { Sender, WireRecord } from '../wire/log.js';
import { peek } from '../wire/peek.js';
import type { Isolation } from './isolate.js';

/** Something that takes wire records, such as a `WireLogWriter`. */
export interface WireRecorder {
  append(record: WireRecord): unknown;
}

/** What a live connection works with. */
export interface Observation {
  readonly observer: Observer;
  readonly isolation: Isolation;
  readonly tally: Tally;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Takes down what passes, as a wire log. */
  readonly recorder: WireRecorder | undefined;
  /** The server process as a wire log numbers it. */
  readonly serverNumber: number;
  /** Told after each step, so that time may go on by itself where nothing more is said. */
  readonly settled: () => void;
}

interface Chunk {
  readonly from: Sender;
  readonly bytes: Uint8Array;
  readonly at: number;
}

/**
 * One live connection: the bytes of both directions as they pass, cut into messages. Chunks are taken in the order in
 * which they were announced, so a host may be given a chunk before it is looked at here, and whatever the host answers at
 * once still comes after it.
 */
export class LiveConnection {
  readonly #connection: Connection;
  readonly #observation: Observation;
  readonly #chunks: Chunk[] = [];
  readonly #lines: Record<Sender, LineSplitter>;
  #at = 0;
  #isDraining = false;
  #isClosed = false;

  constructor(connection: Connection, observation: Observation) {
    this.#connection = connection;
    this.#observation = observation;
    const splitter = (from: Sender) =>
      new LineSplitter((line) => this.#message(from, line, this.#at), { tally: observation.tally });
    this.#lines = { client: splitter('client'), server: splitter('server') };
    const at = observation.now();
    const { id, transport } = connection;
    this.#record({ kind: 'open', at, connection: id, transport, server: observation.serverNumber });
    observation.isolation.run('observation', () => observation.observer.open(connection, at));
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** Takes note of bytes that pass now; they are looked at by {@link drain}. */
  announce(from: Sender, bytes: Uint8Array): void {
    if (!this.#isClosed) this.#chunks.push({ from, bytes, at: this.#observation.now() });
  }

  /** Looks at what was announced. Never throws. */
  drain(): void {
    if (this.#isDraining) return;
    this.#isDraining = true;
    for (let chunk = this.#chunks.shift(); chunk !== undefined; chunk = this.#chunks.shift()) {
      const { from, bytes, at } = chunk;
      this.#at = at;
      this.#lines[from].push(bytes);
    }
    this.#isDraining = false;
    this.#observation.settled();
  }

  /** Bytes that pass now, looked at at once. */
  pass(from: Sender, bytes: Uint8Array): void {
    this.announce(from, bytes);
    this.drain();
  }

  /** A whole message that passes now, without a line feed: a WebSocket frame. */
  passMessage(from: Sender, bytes: Uint8Array): void {
    if (this.#isClosed) return;
    this.#message(from, bytes, this.#observation.now());
    this.#observation.settled();
  }

  close(): void {
    if (this.#isClosed) return;
    this.drain();
    this.#isClosed = true;
    const { observer, isolation, now, settled } = this.#observation;
    this.#at = now();
    this.#lines.client.end();
    this.#lines.server.end();
    this.#record({ kind: 'close', at: this.#at, connection: this.#connection.id });
    isolation.run('observation', () => observer.close(this.#connection, this.#at));
    settled();
  }

  #message(from: Sender, bytes: Uint8Array, at: number): void {
    const { observer, isolation, recorder } = this.#observation;
    if (recorder) {
      const connection = this.#connection.id;
      if (peek(bytes) === undefined)
        this.#record({ kind: 'raw', at, connection, from, raw: Buffer.from(bytes).toString('utf8') });
      else this.#record({ kind: 'message', at, connection, from, text: bytes });
    }
    isolation.run('observation', () => observer.message(this.#connection, from, bytes, at));
  }

  #record(record: WireRecord): void {
    const { isolation, recorder } = this.#observation;
    if (recorder) isolation.run('recorder', () => recorder.append(record));
  }
}
