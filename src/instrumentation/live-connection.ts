import { BoundedMap } from '../bounded.js';
import type { CounterSink } from '../counters.js';
import type { HostGuard } from '../guard.js';
import type { Observer } from '../observer.js';
import type { Connection } from '../protocol/observation.js';
import { isSuppressed, untraced } from '../suppression.js';
import { FrameSplitter } from '../wire/frames.js';
import { Members } from '../wire/json-scan.js';
import { DEFAULT_MAX_LINE_BYTES, LineSplitter, type Chunk, type LineSplitterOptions } from '../wire/lines.js';
import type { Sender, Transport, WireRecord } from '../wire/log/format.js';
import type { LiveClock } from './live-clock.js';
import type { ObservationQueue } from './observation-queue.js';

/** A destination of wire records, such as a `WireLogWriter`. */
export interface WireRecorder {
  /** Takes one record. An exception costs the record and nothing else; it is counted. */
  append(record: WireRecord): unknown;
}

export interface ConnectOptions {
  /**
   * The app-server process. Connections to one process share its threads and request ids; another process needs another
   * name.
   * @default a process of its own for each connection
   */
  readonly server?: string | undefined;
  /**
   * `lines`: the bytes are newline-delimited JSON. `websocket`: they are those of a WebSocket as a socket carries them, from
   * the request of its upgrade on. A message of more than 16 MiB is skipped and counted.
   * @default 'lines'
   */
  readonly framing?: 'lines' | 'websocket' | undefined;
  /** @default 'stdio', and 'websocket' where `framing` says so */
  readonly transport?: Transport | undefined;
  /**
   * The observer's clock, Unix milliseconds. A reading that is not a time is replaced by `Date.now()`.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
}

/** The collaborators of all connections. */
interface ConnectionDeps {
  readonly observer: Observer;
  readonly guard: HostGuard;
  readonly queue: ObservationQueue;
  readonly counters: CounterSink;
  readonly clock: LiveClock;
  /** Records the traffic as a wire log. It is asked once a connection. */
  readonly recorder: () => WireRecorder | undefined;
}

/** How many servers keep their number. A server that was evicted gets a new one. */
const MAX_SERVERS = 1_000;

/** Opens live connections, and numbers them and their server processes in the order in which they are first seen. */
export function connectionOpener(deps: ConnectionDeps): (options: ConnectOptions) => LiveConnection {
  const numbers: Map<string, number> = new BoundedMap({
    size: MAX_SERVERS,
    what: 'server number',
    counters: deps.counters,
  });
  let connections = 0;
  let servers = 0;
  return (options) => {
    const { server } = options;
    const id = String(++connections);
    const known = server === undefined ? undefined : numbers.get(server);
    const number = known ?? ++servers;
    if (server !== undefined && known === undefined) numbers.set(server, number);
    return new LiveConnection(deps, options, id, number);
  };
}

/**
 * One live connection: cuts the bytes of both directions into messages and observes them. Traffic that passes in a
 * context that suppresses tracing is ignored. No method throws.
 */
export class LiveConnection {
  readonly connection: Connection;
  readonly #deps: ConnectionDeps;
  readonly #now: () => number;
  readonly #recorder: WireRecorder | undefined;
  readonly #splitters: Record<Sender, LineSplitter | FrameSplitter>;
  /** When the bytes in the splitters passed. */
  #at: number;
  #isClosed = false;

  constructor(
    deps: ConnectionDeps,
    { framing, server, transport: named, now = () => Date.now() }: ConnectOptions,
    id: string,
    serverNumber: number,
  ) {
    const transport = named ?? (framing === 'websocket' ? 'websocket' : 'stdio');
    this.connection = { id, server: server === undefined ? `process ${id}` : `server ${server}`, transport };
    this.#deps = deps;
    this.#now = now;
    const recorder = (this.#recorder = deps.recorder());
    const Splitter = framing === 'websocket' ? FrameSplitter : LineSplitter;
    const splitter = (from: Sender, options: LineSplitterOptions) =>
      new Splitter((message) => this.#observe(from, message, this.#at), options);
    const { counters, observer } = deps;
    const room = observer.partialMessages;
    const passOver = recorder ? undefined : this.#passOver.bind(this);
    this.#splitters = {
      client: splitter('client', { counters, room }),
      server: splitter('server', { counters, room, passOver }),
    };
    const at = this.now();
    this.#at = at;
    deps.queue.enqueue(() => {
      this.#record({ kind: 'open', at, connection: id, transport, server: serverNumber });
      observer.open(this.connection, at);
    });
    this.drain();
  }

  /**
   * The time of what passes now, in Unix milliseconds. Never throws. It is a method, because V8 keeps the closure that a field
   * held last, and with it the whole session, until a full collection of garbage.
   */
  now(): number {
    return this.#deps.clock.read(this.#now);
  }

  /** Enqueues bytes that pass now; {@link drain} observes them. */
  enqueueBytes(from: Sender, bytes: Uint8Array): void {
    if (this.#isClosed || isSuppressed()) return;
    const at = this.now();
    this.#deps.queue.enqueue(() => {
      this.#push(from, bytes, at);
    });
  }

  /** Observes everything that is enqueued, on all connections. */
  drain(): void {
    this.#deps.queue.drain();
    this.#deps.clock.schedule();
  }

  /**
   * Observes bytes that pass now, of a buffer that the host may use again. So they are copied where they stay, which of
   * lines is the beginning of the next one, and where a recorder gets them.
   */
  bytes(from: Sender, bytes: Uint8Array): void {
    if (this.#isClosed || isSuppressed()) return;
    const { queue, clock } = this.#deps;
    const at = this.now();
    const isInPlace = !queue.isDraining && !this.#recorder && this.#splitters[from] instanceof LineSplitter;
    const kept = isInPlace ? bytes : Buffer.from(bytes);
    queue.run(() => {
      this.#push(from, kept, at, isInPlace);
    });
    clock.schedule();
  }

  /** If the bytes are borrowed, that is within this call. */
  #push(from: Sender, bytes: Uint8Array, at: number, areBorrowed = false): void {
    this.#at = at;
    const splitter = this.#splitters[from];
    if (splitter instanceof LineSplitter) splitter.push(bytes, areBorrowed);
    else splitter.push(bytes);
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
    this.#deps.clock.schedule();
  }

  /** A message passed that is too long to be looked at. */
  oversized(): void {
    this.#deps.counters.add('lines.oversized');
  }

  /** Observes the end of the connection, and before it the last line of each direction if it has no line feed. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { observer, queue } = this.#deps;
    const at = this.now();
    queue.enqueue(() => {
      this.#at = at;
      this.#splitters.client.end();
      this.#splitters.server.end();
      this.#record({ kind: 'close', at, connection: this.connection.id });
      observer.close(this.connection, at);
    });
    this.drain();
  }

  /** A line that fails here is delivered, and fails once more where its failure is counted. */
  #passOver(chunk: Chunk): void {
    try {
      this.#deps.observer.passOver(this.connection, chunk, this.#at);
    } catch {
      // See above.
    }
  }

  /** Each message runs under its own guard: one that fails costs no other message of its chunk. */
  #observe(from: Sender, bytes: Uint8Array, at: number): void {
    const { observer, guard } = this.#deps;
    if (this.#recorder) {
      const connection = this.connection.id;
      if (isObject(bytes)) this.#record({ kind: 'message', at, connection, from, text: bytes });
      else this.#record({ kind: 'raw', at, connection, from, raw: Buffer.from(bytes).toString('utf8') });
    }
    try {
      observer.message(this.connection, from, bytes, at);
    } catch (error) {
      guard.failed('observation', error);
    }
  }

  #record(record: WireRecord): void {
    const recorder = this.#recorder;
    if (recorder) this.#deps.guard.run('recorder', () => untraced(() => recorder.append(record)));
  }
}

/** Whether the bytes are structurally one JSON object, which a wire log records as `msg`; all else is `raw`. */
function isObject(bytes: Uint8Array): boolean {
  const members = new Members(bytes);
  while (members.next()) members.skip();
  return !members.broken;
}
