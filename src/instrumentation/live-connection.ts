import type { CounterSink } from '../counters.js';
import type { HostGuard } from '../guard.js';
import type { Observer } from '../observer.js';
import type { Connection } from '../protocol/observation.js';
import { isSuppressed, untraced } from '../suppression.js';
import { FrameSplitter } from '../wire/frames.js';
import { Members } from '../wire/json-scan.js';
import { DEFAULT_MAX_LINE_BYTES, LineSplitter, type Chunk, type LineSplitterOptions } from '../wire/lines.js';
import type { OpenRecord, Sender, WireRecord } from '../wire/log/format.js';
import type { ObservationQueue } from './observation-queue.js';

/** A destination of wire records, such as a `WireLogWriter`. */
export interface WireRecorder {
  /** Takes one record. An exception costs the record and nothing else; it is counted. */
  append(record: WireRecord): unknown;
}

/** The way that messages stand in the bytes of a connection: a line each, or as frames of a WebSocket with its HTTP heads. */
export type Framing = 'lines' | 'websocket';

/** The collaborators of a {@link LiveConnection}. */
export interface ConnectionDeps {
  readonly observer: Observer;
  readonly guard: HostGuard;
  readonly queue: ObservationQueue;
  readonly counters: CounterSink;
  /** Unix milliseconds. Never throws. */
  readonly now: () => number;
  /** Records the traffic as a wire log. */
  readonly recorder: WireRecorder | undefined;
  /** The number of the server process in the wire log. */
  readonly serverNumber: number;
  /** Called whenever the queue was drained: deadlines may have changed. */
  readonly onDrained: () => void;
}

/**
 * One live connection: cuts the bytes of both directions into messages and observes them. Traffic that passes in a
 * context that suppresses tracing is ignored. No method throws.
 */
export class LiveConnection {
  readonly #connection: Connection;
  readonly #deps: ConnectionDeps;
  readonly #splitters: Record<Sender, LineSplitter | FrameSplitter>;
  /** When the bytes in the splitters passed. */
  #at: number;
  #isClosed = false;

  constructor(
    connection: Connection & { readonly transport: OpenRecord['transport'] },
    deps: ConnectionDeps,
    framing: Framing = 'lines',
  ) {
    this.#connection = connection;
    this.#deps = deps;
    const Splitter = framing === 'websocket' ? FrameSplitter : LineSplitter;
    const splitter = (from: Sender, options: LineSplitterOptions) =>
      new Splitter((message) => this.#observe(from, message, this.#at), options);
    const { counters, recorder, observer } = deps;
    const room = observer.partialMessages;
    const passesOver = recorder ? undefined : this.#passesOver.bind(this);
    this.#splitters = {
      client: splitter('client', { counters, room }),
      server: splitter('server', { counters, room, passesOver }),
    };
    const at = deps.now();
    this.#at = at;
    const { id, transport } = connection;
    deps.queue.enqueue(() => {
      this.#record({ kind: 'open', at, connection: id, transport, server: deps.serverNumber });
      deps.observer.open(connection, at);
    });
    this.drain();
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** Enqueues bytes that pass now; {@link drain} observes them. */
  enqueueBytes(from: Sender, bytes: Uint8Array): void {
    if (this.#isClosed || isSuppressed()) return;
    const at = this.#deps.now();
    this.#deps.queue.enqueue(() => {
      this.#push(from, bytes, at);
    });
  }

  /** Observes everything that is enqueued, on all connections. */
  drain(): void {
    this.#deps.queue.drain();
    this.#deps.onDrained();
  }

  /**
   * Observes bytes that pass now, of a buffer that the host may use again. So they are copied where they stay, which of
   * lines is the beginning of the next one, and where a recorder gets them.
   */
  bytes(from: Sender, bytes: Uint8Array): void {
    if (this.#isClosed || isSuppressed()) return;
    const { queue, recorder, now, onDrained } = this.#deps;
    const at = now();
    const isInPlace = !queue.isDraining && !recorder && this.#splitters[from] instanceof LineSplitter;
    const kept = isInPlace ? bytes : Buffer.from(bytes);
    queue.run(() => {
      this.#push(from, kept, at, isInPlace);
    });
    onDrained();
  }

  /** If the bytes are borrowed, that is within this call. */
  #push(from: Sender, bytes: Uint8Array, at: number, areBorrowed = false): void {
    this.#at = at;
    const splitter = this.#splitters[from];
    if (splitter instanceof LineSplitter) splitter.push(bytes, areBorrowed);
    else splitter.push(bytes);
  }

  /** The time of what passes now, Unix milliseconds. */
  now(): number {
    return this.#deps.now();
  }

  /**
   * Observes a whole message, without a line feed: a WebSocket frame. It passes now if no other time is given, and may be
   * as long as a line.
   */
  message(from: Sender, bytes: Uint8Array, at = this.now()): void {
    if (this.#isClosed || isSuppressed()) return;
    if (bytes.length > DEFAULT_MAX_LINE_BYTES) return this.oversized();
    this.#deps.queue.run(() => {
      this.#observe(from, bytes, at);
    });
    this.#deps.onDrained();
  }

  /** A message passed that is too long to be looked at. */
  oversized(): void {
    this.#deps.counters.add('lines.oversized');
  }

  /** Observes the end of the connection, and before it the last line of each direction if it has no line feed. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { observer, queue, now } = this.#deps;
    const at = now();
    queue.enqueue(() => {
      this.#at = at;
      this.#splitters.client.end();
      this.#splitters.server.end();
      this.#record({ kind: 'close', at, connection: this.#connection.id });
      observer.close(this.#connection, at);
    });
    this.drain();
  }

  /** A line that fails here is delivered, and fails once more where its failure is counted. */
  #passesOver(chunk: Chunk, start: number, end: number): boolean {
    try {
      return this.#deps.observer.passesOver(this.#connection, chunk, start, end, this.#at);
    } catch {
      return false;
    }
  }

  /** Each message runs under its own guard: one that fails costs no other message of its chunk. */
  #observe(from: Sender, bytes: Uint8Array, at: number): void {
    const { observer, guard, recorder } = this.#deps;
    if (recorder) {
      const connection = this.#connection.id;
      if (isObject(bytes)) this.#record({ kind: 'message', at, connection, from, text: bytes });
      else this.#record({ kind: 'raw', at, connection, from, raw: Buffer.from(bytes).toString('utf8') });
    }
    try {
      observer.message(this.#connection, from, bytes, at);
    } catch (error) {
      guard.failed('observation', error);
    }
  }

  #record(record: WireRecord): void {
    const { guard, recorder } = this.#deps;
    if (recorder) guard.run('recorder', () => untraced(() => recorder.append(record)));
  }
}

/** Whether the bytes are structurally one JSON object, which a wire log records as `msg`; all else is `raw`. */
function isObject(bytes: Uint8Array): boolean {
  const members = new Members(bytes);
  while (members.next()) members.skip();
  return !members.broken;
}
