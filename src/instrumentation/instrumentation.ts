import {
  ROOT_CONTEXT,
  trace,
  type MeterProvider,
  type Span,
  type Tracer,
  type TracerProvider,
} from '@opentelemetry/api';
import type { EventLoggerProvider } from '../events/log-record.js';
import { CodexSpanProcessor } from '../events/processor.js';
import { BoundedMap } from '../bounded.js';
import type { Connection } from '../protocol/observation.js';
import { SCHEMA_URL } from '../spans/conventions.js';
import type { Facts } from '../session/facts/index.js';
import { SpanFactory } from '../spans/factory.js';
import { Observer } from '../observer.js';
import { Counters } from '../counters.js';
import { SCOPE_NAME, VERSION } from '../version.js';
import type { Sender } from '../wire/log/format.js';
import { isTime } from '../wire/time.js';
import { activeSpanContext } from './active-span.js';
import { Backlog } from './backlog.js';
import { ChildProcesses } from './child-process.js';
import { ChunkEncoder } from './chunk-encoder.js';
import { Clock } from './clock.js';
import { LiveConnection, type Observation } from './connection.js';
import { Injector } from './injector.js';
import { HostGuard } from '../guard.js';
import { Metrics } from './metrics.js';
import { capturesContent, type CodexInstrumentationOptions } from './options.js';
import { isSuppressed } from '../suppression.js';
import type { Release } from './tee.js';
import { watchWebSocket, watchWebSockets, type WebSocketLike, type WebSocketWatch } from './websocket.js';

/** Servers that are known by name at a time; one that was forgotten gets a new number. */
const MAX_SERVERS = 1_000;

/** A connection whose bytes a gateway hands over itself. */
export interface ByHandConnection {
  /** Bytes that the client sent, as they came: any split of newline-delimited JSON. */
  fromClient(chunk: Uint8Array | string): void;
  /** Bytes that the server sent. */
  fromServer(chunk: Uint8Array | string): void;
  /** The connection closed. */
  close(): void;
}

export interface ConnectOptions {
  /**
   * The app-server process: connections to one process share it, another process has another name.
   * @default a process of its own for each connection
   */
  readonly server?: string | undefined;
  /** @default 'stdio' */
  readonly transport?: Connection['transport'] | undefined;
  /** The observer's clock, Unix milliseconds. @default Date.now */
  readonly now?: (() => number) | undefined;
}

export interface ObserveWebSocketOptions {
  /**
   * The app-server behind the socket: sockets to one server share it.
   * @default the socket's URL; where it has none, one server for all
   */
  readonly server?: string | undefined;
  /** Which end of the protocol the host is. @default whoever sends `initialize` is the client */
  readonly side?: 'client' | 'server' | undefined;
}

/**
 * The OpenTelemetry instrumentation of the Codex app-server. Registered, it observes the app-servers that the host runs
 * and talks to: each thread, turn, tool item and review becomes a span, each finished span that means something to
 * analytics an event.
 *
 * It comes first that the host goes on: nothing here throws into it, blocks it, keeps it from exiting or changes its
 * traffic (but for the `trace` member of requests, see `injectTraceContext`).
 *
 * @example registerInstrumentations({ instrumentations: [new CodexInstrumentation()] })
 */
export class CodexInstrumentation {
  readonly instrumentationName = SCOPE_NAME;
  readonly instrumentationVersion = VERSION;
  /**
   * Turns finished spans into events. Installed in the provider's pipeline it sees them there; where it is not, or a span
   * was sampled out, it is handed them, and an event never comes twice.
   */
  readonly spanProcessor: CodexSpanProcessor;
  /** What was seen, passed over, dropped and emitted. */
  readonly counters = new Counters();

  #options: CodexInstrumentationOptions;
  #tracer: Tracer | undefined;
  #tracerProvider: TracerProvider | undefined;
  #serial = 0;
  #servers = 0;
  readonly #serverNumbers: Map<string, number> = new BoundedMap({
    size: MAX_SERVERS,
    what: 'server number',
    counters: this.counters,
  });
  readonly #guard = new HostGuard(this.counters);
  readonly #backlog = new Backlog(this.#guard);
  readonly #observer: Observer;
  readonly #clock: Clock;
  readonly #injector: Injector;
  readonly #metrics: Metrics;
  readonly #children: ChildProcesses;
  /** Sockets, and connections by hand. */
  readonly #releases = new Set<Release>();
  #unwatchSockets: Release | undefined;
  #isEnabled = false;

  constructor(options: CodexInstrumentationOptions = {}) {
    this.#options = options;
    this.spanProcessor = new CodexSpanProcessor({
      counters: this.counters,
      onEvent: (event, record) => this.#options.onEvent?.(event, record),
    });
    this.#observer = new Observer({
      spans: new SpanFactory(() => this.#currentTracer(), {
        beforeEnd: (span, facts) => this.#guard.run('onSpan', () => this.#options.onSpan?.(span, facts)),
        afterEnd: (span, facts) => {
          this.#ended(span, facts);
        },
        runHostCode: (step) => this.#guard.run('tracer provider', step),
        host: {
          activeContext: () => this.#guard.run('active span', activeSpanContext) ?? ROOT_CONTEXT,
          turnParent: () => this.#options.turnParent ?? 'active',
        },
        counters: this.counters,
        itemsPerTurn: options.limits?.itemsPerTurn,
      }),
      counters: this.counters,
      limits: options.limits,
      capturesContent: () => capturesContent(this.#options),
    });
    this.#clock = new Clock(this.#observer, this.#guard);
    this.#injector = new Injector(this.#observer, this.#guard, () => this.#options.injectTraceContext ?? true);
    this.#metrics = new Metrics({ counters: this.counters, open: () => this.#observer.openCounts });
    this.#children = new ChildProcesses({
      guard: this.#guard,
      observeProcess: (info) => this.#options.observeProcess?.(info),
      connect: () => this.#connect({ transport: 'stdio' }),
      inject: this.#injector.inject,
    });
    if (options.enabled !== false) this.enable();
  }

  /** Observes the app-servers that the host starts, and the WebSockets that it opens, from now on. */
  enable(): void {
    if (this.#isEnabled) return;
    this.#isEnabled = true;
    this.#guard.run('enable', () => {
      this.#children.enable();
      this.#unwatchSockets = watchWebSockets((socket) => void this.observeWebSocket(socket));
    });
  }

  /** Lets go of everything that is observed, also by hand; what is open ends with a reason. */
  disable(): void {
    if (!this.#isEnabled) return;
    this.#isEnabled = false;
    // First, or what is let go of would look as if it had closed.
    this.#backlog.add(() => this.#observer.end());
    this.#backlog.drain();
    this.#guard.run('disable', () => {
      this.#unwatchSockets?.();
      this.#children.disable();
      for (const release of [...this.#releases]) release();
    });
    this.#clock.stop();
  }

  setTracerProvider(provider: TracerProvider): void {
    this.#tracerProvider = provider;
    this.#tracer = undefined;
  }

  setMeterProvider(provider: MeterProvider): void {
    this.#guard.run('metrics', () => {
      this.#metrics.setMeterProvider(provider);
    });
  }

  /** Where events go as log records. */
  setLoggerProvider(provider: EventLoggerProvider): void {
    this.spanProcessor.setLoggerProvider(provider);
  }

  /** Replaces the options; `enabled` and `limits` count at construction only. */
  setConfig(options: CodexInstrumentationOptions = {}): void {
    this.#options = options;
  }

  /** `enabled` is never undefined here: the interface of OpenTelemetry's instrumentations does not take it. */
  getConfig(): CodexInstrumentationOptions & { enabled: boolean } {
    return { ...this.#options, enabled: this.#isEnabled };
  }

  /**
   * Observes a WebSocket of the host: Node's own (which are observed by themselves), or one of the package `ws`, client's
   * or server's. Call it as soon as there is a socket, before the first message. Returns what lets go again.
   */
  observeWebSocket(socket: WebSocketLike, options: ObserveWebSocketOptions = {}): () => void {
    const release = this.#guard.run('WebSocket', () => {
      const server = options.server ?? (socket.url || 'websocket');
      const watch: WebSocketWatch = {
        guard: this.#guard,
        connect: () => this.#connect({ transport: 'websocket', server }),
        inject: this.#injector.inject,
        side: options.side,
      };
      return watchWebSocket(socket, watch, () => {
        if (release) this.#releases.delete(release);
      });
    });
    if (release === undefined) return () => undefined;
    this.#releases.add(release);
    return release;
  }

  /**
   * A connection by hand, for a gateway that holds the streams itself. It can be had while the instrumentation is
   * disabled; disabling it closes the connections that are there.
   */
  connect(options: ConnectOptions = {}): ByHandConnection {
    if (isSuppressed()) return { fromClient: () => undefined, fromServer: () => undefined, close: () => undefined };
    const connection = this.#connect(options);
    const encoders = { client: new ChunkEncoder(), server: new ChunkEncoder() };
    const pass = (from: Sender, chunk: Uint8Array | string) => {
      const bytes = this.#guard.run('connection', () => encoders[from].encode(chunk));
      if (bytes) connection.pass(from, bytes);
    };
    const close = () => {
      this.#releases.delete(close);
      connection.close();
    };
    this.#releases.add(close);
    return {
      fromClient: (chunk) => pass('client', chunk),
      fromServer: (chunk) => pass('server', chunk),
      close,
    };
  }

  #connect({ transport = 'stdio', server, now = () => Date.now() }: ConnectOptions): LiveConnection {
    this.#serial += 1;
    const id = String(this.#serial);
    const clock = () => this.#timeOf(now);
    const observation: Observation = {
      observer: this.#observer,
      guard: this.#guard,
      backlog: this.#backlog,
      counters: this.counters,
      recorder: this.#options.recorder,
      serverNumber: this.#serverNumber(server),
      now: clock,
      settled: () => this.#clock.schedule(clock),
    };
    const name = server === undefined ? `process ${id}` : `server ${server}`;
    return new LiveConnection({ id, server: name, transport }, observation);
  }

  /**
   * A clock of the host's may fail, and a time that is none would reach the spans. Whole milliseconds, as a wire log has
   * them: what is recorded and replayed makes the same spans.
   */
  #timeOf(now: () => number): number {
    const at = this.#guard.run('now', now);
    return isTime(at) ? Math.floor(at) : Date.now();
  }

  /** Numbers the server processes in the order in which they are met. */
  #serverNumber(server: string | undefined): number {
    const known = server === undefined ? undefined : this.#serverNumbers.get(server);
    if (known !== undefined) return known;
    this.#servers += 1;
    if (server === undefined) return this.#servers;
    this.#serverNumbers.set(server, this.#servers);
    return this.#servers;
  }

  #currentTracer(): Tracer {
    this.#tracer ??= (this.#tracerProvider ?? trace.getTracerProvider()).getTracer(SCOPE_NAME, VERSION, {
      schemaUrl: SCHEMA_URL,
    });
    return this.#tracer;
  }

  #ended(span: Span, facts: Facts): void {
    this.spanProcessor.onEnd(span);
    this.#guard.run('metrics', () => {
      this.#metrics.record(facts);
    });
  }
}
