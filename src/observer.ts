import type { Span } from '@opentelemetry/api';
import { BoundedMap } from './bounded.js';
import { Decoder } from './protocol/decoder.js';
import type { Connection, Observation } from './protocol/observation.js';
import { isTime } from './wire/time.js';
import { DEFAULT_LIMITS } from './spans/room.js';
import { Tracker, type TrackerOptions } from './spans/tracker.js';

export interface ObserverOptions extends TrackerOptions {
  /** Asked at each item: whether its content goes on its span. Default: no. */
  readonly capturesContent?: (() => boolean) | undefined;
}

/**
 * What is observed of app-server connections, as spans: the way from a message to a span in one object. Every method takes
 * the observer's clock in Unix milliseconds and asks none itself.
 */
export class Observer {
  readonly #decoder: Decoder;
  readonly #tracker: Tracker;
  /** Those that are open, by id. */
  readonly #connections: Map<string, Connection>;
  #lastAt = 0;

  constructor(options: ObserverOptions) {
    this.#tracker = new Tracker(options);
    const observe = (observation: Observation) => {
      this.#tracker.observe(observation);
    };
    this.#decoder = new Decoder(observe, options.counters, options.capturesContent);
    this.#connections = new BoundedMap({
      size: options.limits?.connections ?? DEFAULT_LIMITS.connections,
      what: 'connection',
      counters: options.counters,
      dropped: (oldest) => this.#decoder.close(oldest, this.#lastAt),
    });
  }

  /** A connection that opens while it is open had closed before. */
  open(connection: Connection, at: number): void {
    this.close(connection, at);
    this.#connections.set(connection.id, connection);
    this.#decoder.open(connection, this.#lastAt);
  }

  /** The connection of this id, while it is open. */
  connection(id: string): Connection | undefined {
    return this.#connections.get(id);
  }

  /** One JSON-RPC message, as the bytes of its JSON. */
  message(connection: Connection, from: 'client' | 'server', bytes: Uint8Array, at: number): void {
    if (!this.#connections.has(connection.id)) this.open(connection, at);
    this.#decoder.message(connection, from, bytes, this.#clock(at));
  }

  close({ id }: Connection, at: number): void {
    const now = this.#clock(at);
    const connection = this.#connections.get(id);
    if (connection && this.#connections.delete(id)) this.#decoder.close(connection, now);
  }

  /** Time passes though nothing is said: what is overdue ends. */
  advance(at: number): void {
    this.#clock(at);
  }

  /** When {@link advance} has something to do, Unix milliseconds; undefined while nothing waits. */
  get nextDeadline(): number | undefined {
    return this.#tracker.nextDeadline;
  }

  /** The span that a request about a thread belongs to where the host has none: the thread's latest initialisation. */
  initializationOf(connection: Connection, threadId: string): Span | undefined {
    return this.#tracker.initializationOf(connection, threadId);
  }

  /** How many threads and turns are open. */
  get openCounts(): { readonly threads: number; readonly turns: number } {
    return this.#tracker.open;
  }

  /** Ends everything that is open. */
  end(): void {
    this.#tracker.end();
    for (const connection of this.#connections.values()) this.close(connection, this.#lastAt);
  }

  /** Moves observed time on. What is no time (a log that was written by hand) is taken for the last one that was. */
  #clock(at: number): number {
    if (isTime(at)) this.#lastAt = at;
    this.#tracker.advance(this.#lastAt);
    return this.#lastAt;
  }
}
