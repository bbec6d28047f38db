import type { Span } from '@opentelemetry/api';
import { Decoder } from '../protocol/decode.js';
import type { Connection, Observation } from '../protocol/observation.js';
import { isTime } from '../wire/time.js';
import { Tracker, type TrackerOptions } from './tracker.js';

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
  #lastAt = 0;

  constructor(options: ObserverOptions) {
    this.#tracker = new Tracker(options);
    const observe = (observation: Observation) => {
      this.#tracker.observe(observation);
    };
    this.#decoder = new Decoder(observe, options.tally, options.capturesContent);
  }

  open(connection: Connection, at: number): void {
    this.#decoder.open(connection, this.#clock(at));
  }

  /** One JSON-RPC message, as the bytes of its JSON. */
  message(connection: Connection, from: 'client' | 'server', bytes: Uint8Array, at: number): void {
    this.#decoder.message(connection, from, bytes, this.#clock(at));
  }

  close(connection: Connection, at: number): void {
    this.#decoder.close(connection, this.#clock(at));
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
  }

  /** Moves observed time on. What is no time (a log that was written by hand) is taken for the last one that was. */
  #clock(at: number): number {
    if (isTime(at)) this.#lastAt = at;
    this.#tracker.advance(this.#lastAt);
    return this.#lastAt;
  }
}
