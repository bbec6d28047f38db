import type { Span } from '@opentelemetry/api';
import { BoundedMap, type Room } from './bounded.js';
import type { CounterSink } from './counters.js';
import { Decoder } from './protocol/decoder.js';
import type { Connection, Observation } from './protocol/observation.js';
import type { AcceptedLines, SessionOptions } from './session/context.js';
import type { RequestFacts } from './session/facts/index.js';
import { limitsOf, type Limits } from './session/limits.js';
import { Session } from './session/session.js';
import type { SpanFactory } from './spans/factory.js';
import type { Chunk } from './wire/lines.js';
import { isTime } from './wire/time.js';

export interface ObserverOptions {
  readonly spans: SpanFactory;
  readonly counters: CounterSink;
  readonly limits?: Partial<Limits> | undefined;
  /** Asked at each item: whether its content goes on its span. Default: no. */
  readonly capturesContent?: (() => boolean) | undefined;
  readonly repository?: SessionOptions['repository'];
  /** Default: they are counted. */
  readonly acceptedLines?: AcceptedLines | undefined;
}

/**
 * The way from bytes to spans in one object: a message is decoded into observations, and the session makes spans of them.
 * Every method takes the observer's clock in Unix milliseconds; the observer has no clock of its own.
 */
export class Observer {
  readonly #decoder: Decoder;
  readonly #session: Session;
  readonly #spans: SpanFactory;
  /** The open connections, by id. */
  readonly #connections: Map<string, Connection>;
  #lastAt = 0;

  constructor({ spans, counters, limits, capturesContent, repository, acceptedLines }: ObserverOptions) {
    this.#spans = spans;
    const serverForgotten = (server: string) => this.#decoder.forget(server);
    this.#session = new Session({ spans, counters, limits, repository, acceptedLines, serverForgotten });
    this.#decoder = new Decoder(counters, capturesContent, this.#session.rooms.requests);
    this.#connections = new BoundedMap({
      size: limitsOf(limits).connections,
      what: 'connection',
      counters,
      dropped: (oldest) => this.#observe(this.#decoder.close(oldest, this.#lastAt)),
    });
  }

  /** Opens a connection. One that is open under the same id closes first. */
  open(connection: Connection, at: number): void {
    this.close(connection, at);
    this.#connections.set(connection.id, connection);
    this.#observe(this.#decoder.open(connection, this.#lastAt));
  }

  /** The open connection of this id. */
  connection(id: string): Connection | undefined {
    return this.#connections.get(id);
  }

  /** One JSON-RPC message, as the bytes of its JSON. */
  message(connection: Connection, from: 'client' | 'server', bytes: Uint8Array, at: number): void {
    if (!this.#connections.has(connection.id)) this.open(connection, at);
    this.#observe(this.#decoder.message(connection, from, bytes, this.#clock(at)));
  }

  /** Passes over a server's messages that nobody wants, in their chunk, up to the first that must be looked at as a message. */
  passOver(connection: Connection, chunk: Chunk, at: number): void {
    if (!this.#decoder.isUnwanted(chunk) || !this.#connections.has(connection.id)) return;
    this.#clock(at);
    this.#decoder.passOver(chunk);
  }

  close({ id }: Connection, at: number): void {
    const now = this.#clock(at);
    const connection = this.#connections.get(id);
    if (connection && this.#connections.delete(id)) this.#observe(this.#decoder.close(connection, now));
  }

  /** Time passes without a message: what is overdue ends. `at` may be later than a span's last possible time: no span gets it. */
  advance(at: number): void {
    if (isTime(at)) this.#lastAt = at;
    if (Number.isFinite(at)) this.#session.advance(at);
  }

  /** When {@link advance} has something to do, Unix milliseconds; undefined while nothing waits. */
  get nextDeadline(): number | undefined {
    return this.#session.nextDeadline;
  }

  /** The span that a request about a thread belongs to where the host has no span: the thread's latest initialisation. */
  initializationOf(connection: Connection, threadId: string): Span | undefined {
    return this.#spans.spanOf(this.#session.initializationOf(connection, threadId));
  }

  /** Room for messages of which only a part has arrived, within the budget of all state. */
  get partialMessages(): Room {
    return this.#session.rooms.partialMessages;
  }

  /** The numbers of open threads and turns. */
  get openCounts(): { readonly threads: number; readonly turns: number } {
    return this.#session.openCounts;
  }

  /** The reviews and questions that wait for an answer. */
  get waiting(): RequestFacts[] {
    return this.#session.waiting;
  }

  /** Ends everything that is open. */
  end(): void {
    this.#session.end();
    for (const connection of this.#connections.values()) this.close(connection, this.#lastAt);
  }

  #observe(observations: readonly Observation[]): void {
    for (const observation of observations) this.#session.observe(observation);
  }

  /** Moves observed time on. A value that is no time (in a recording written by hand) counts as the last time. */
  #clock(at: number): number {
    if (isTime(at)) this.#lastAt = at;
    this.#session.advance(this.#lastAt);
    return this.#lastAt;
  }
}
