import type { Connection } from '../protocol/observation.js';
import type { Observer } from '../spans/observer.js';
import type { Tally } from '../tally.js';
import { LineSplitter } from '../wire/lines.js';
import type { Sender } from '../wire/log.js';
import type { Isolation } from './isolate.js';

/** What a live connection works with. */
export interface Observation {
  readonly observer: Observer;
  readonly isolation: Isolation;
  readonly tally: Tally;
  /** Unix milliseconds. */
  readonly now: () => number;
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
    const { observer, tally } = observation;
    const splitter = (from: Sender) =>
      new LineSplitter((line) => observer.message(connection, from, line, this.#at), { tally });
    this.#lines = { client: splitter('client'), server: splitter('server') };
    observation.isolation.run('observation', () => observer.open(connection, observation.now()));
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
      this.#observation.isolation.run('observation', () => this.#lines[from].push(bytes));
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
    const { observer, isolation, now, settled } = this.#observation;
    isolation.run('observation', () => observer.message(this.#connection, from, bytes, now()));
    settled();
  }

  close(): void {
    if (this.#isClosed) return;
    this.drain();
    this.#isClosed = true;
    const { observer, isolation, now, settled } = this.#observation;
    isolation.run('observation', () => {
      this.#at = now();
      this.#lines.client.end();
      this.#lines.server.end();
      observer.close(this.#connection, this.#at);
    });
    settled();
  }
}
