import type { Tracer } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { expect } from 'vitest';
import type { Counters } from '../../src/counters.js';
import type { CodexAnalyticsEvent, EventType } from '../../src/events/schema/index.js';
import type { Observer } from '../../src/observer.js';
import type { Facts, SpanType } from '../../src/session/facts/index.js';
import { factsOf } from '../../src/spans/facts-on-span.js';
import { Client, type ConnectOptions } from './client.js';
import { pipeline, type PipelineOptions } from './pipeline.js';

export { Client, threadOf } from './client.js';
export { Thread, Turn, commandAction, words, writeBuild, type Approval } from './conversation.js';

/**
 * A conversation between clients and an app-server, written down message by message, and what the whole pipeline makes of
 * it: bytes in, spans and events out, through the SDK's own tracer provider.
 *
 * Only `wait` advances the clock. A notification has `emittedAtMs`, as from Codex 0.147 on by default.
 */

/** When every session begins, Unix milliseconds. */
export const START = 1_795_400_000_000;

/** How long open reviews, questions and hooks are waited for after their turn's end, or after their client left. */
export const MINUTE = 60_000;

/** How long open turns and items are waited for after the last client of their thread left. */
export const HOUR = 60 * MINUTE;

export type Event<T extends EventType = EventType> = Extract<CodexAnalyticsEvent, { event_type: T }>;
type FactsOf<T extends SpanType> = Extract<Facts, { type: T }>;

export interface SessionOptions extends Omit<PipelineOptions, 'onStart' | 'onEnd' | 'onEvent'> {
  /** The version in the server's user agent. Default: 0.169.0. */
  readonly version?: string;
}

/** The client of {@link Client.initialize}, as the parameters of an event have it. */
export const CLIENT = {
  product_client_id: 'codex_vscode',
  client_name: 'codex_vscode',
  client_version: '1.2.3',
  rpc_transport: 'stdio',
  experimental_api_enabled: true,
} as const;

/** The server, as the parameters of an event have it. */
export const RUNTIME = {
  codex_rs_version: '0.169.0',
  runtime_os: 'linux',
  runtime_os_version: '12.0.0',
  runtime_arch: 'x86_64',
} as const;

/** An id like the server's own: a UUID of version 7. */
export const uuid = (n: number): string => `01a2060e-5c18-7110-ba01-${n.toString(16).padStart(12, '0')}`;

export class Session {
  readonly events: CodexAnalyticsEvent[] = [];
  /** The spans that ended, in the order of their ends. */
  readonly spans: ReadableSpan[] = [];
  /** How many spans were started. */
  started = 0;
  readonly counters: Counters;
  readonly observer: Observer;
  readonly tracer: Tracer;
  readonly version: string;
  now = START;
  #connections = 0;
  #ids = 0;
  #requests = 0;

  constructor({ version = '0.169.0', ...options }: SessionOptions = {}) {
    this.version = version;
    const { observer, counters, tracer } = pipeline({
      ...options,
      onStart: () => void (this.started += 1),
      onEnd: (span) => void this.spans.push(span),
      onEvent: (event) => void this.events.push(event),
    });
    this.observer = observer;
    this.counters = counters;
    this.tracer = tracer;
  }

  wait(ms: number): this {
    this.now += ms;
    this.observer.advance(this.now);
    return this;
  }

  connect(options: ConnectOptions = {}): Client {
    this.#connections += 1;
    return new Client(this, `c${this.#connections}`, options);
  }

  /** The observer stops: whatever is open ends. */
  end(): this {
    this.observer.end();
    return this;
  }

  nextId(): string {
    this.#ids += 1;
    return uuid(this.#ids);
  }

  nextRequest(): number {
    this.#requests += 1;
    return this.#requests;
  }

  /** The parameters of all events of a type so far. */
  params<T extends EventType>(type: T): Event<T>['event_params'][] {
    const ofType = this.events.filter(({ event_type }) => event_type === type);
    return ofType.map(({ event_params }) => event_params as Event<T>['event_params']);
  }

  /** The types of all events so far, in their order. */
  get types(): EventType[] {
    return this.events.map((event) => event.event_type);
  }

  /** The facts of all ended spans of a type. */
  facts<T extends SpanType>(type: T): FactsOf<T>[] {
    return this.spans.map((span) => factsOf(span)).filter((facts): facts is FactsOf<T> => facts?.type === type);
  }

  /** All ended spans of a type. */
  spansOf(type: SpanType): ReadableSpan[] {
    return this.spans.filter((span) => factsOf(span)?.type === type);
  }

  /** Why the spans of a type ended; null where the protocol ended one. */
  endReasons(type: SpanType): Facts['endReason'][] {
    return this.facts(type).map(({ endReason }) => endReason);
  }

  /** Start and end of the spans of a type, in milliseconds since the session began. */
  offsets(type: SpanType): [start: number, end: number][] {
    return this.spansOf(type).map((span) => offsetsOf(span));
  }

  parentOf(span: ReadableSpan | undefined): ReadableSpan | undefined {
    return this.spans.find((other) => other.spanContext().spanId === span?.parentSpanContext?.spanId);
  }

  /** The names of a span and all of its ancestors. */
  lineage(span: ReadableSpan | undefined): string[] {
    return span === undefined ? [] : [span.name, ...this.lineage(this.parentOf(span))];
  }

  expectEachSpanOnce(): void {
    expect(new Set(this.spans.map((span) => span.spanContext().spanId)).size).toBe(this.spans.length);
  }
}

/** Start and end of a span in milliseconds since the session began. */
export function offsetsOf(span: ReadableSpan): [start: number, end: number] {
  const [start, end] = [span.startTime, span.endTime].map(([s, ns]) => s * 1000 + ns / 1e6 - START);
  return [start!, end!];
}

/** A session with one initialised client and a thread. */
export function openThread(options: SessionOptions & ConnectOptions = {}) {
  const session = new Session(options);
  const client = session.connect(options).initialize();
  return { session, client, thread: client.startThread() };
}

/** The same with a turn that goes on. */
export function openTurn(options: SessionOptions & ConnectOptions = {}) {
  const opened = openThread(options);
  return { ...opened, turn: opened.thread.startTurn() };
}
