import type { ChildProcess } from 'node:child_process';
import {
  ROOT_CONTEXT,
  trace,
  type MeterProvider,
  type Span,
  type Tracer,
  type TracerProvider,
} from '@opentelemetry/api';
import { Counters } from '../counters.js';
import type { EventLoggerProvider } from '../events/log-record.js';
import { CodexSpanProcessor, type CodexSpanProcessorOptions } from '../events/processor.js';
import { HostGuard } from '../guard.js';
import { Observer } from '../observer.js';
import type { Facts, RequestFacts } from '../session/facts/index.js';
import { SCHEMA_URL } from '../spans/conventions.js';
import { SpanFactory } from '../spans/factory.js';
import { isSuppressed } from '../suppression.js';
import { SCOPE_NAME, VERSION } from '../version.js';
import { connectByHand, ignoredConnection, type ByHandConnection } from './sources/by-hand.js';
import { ChildProcesses } from './sources/child-process.js';
import { environmentCapturesContent, type CodexInstrumentationConfig } from './config.js';
import { GitRepositories } from './git-repositories.js';
import { LiveClock } from './live-clock.js';
import { connectionOpener, type ConnectOptions, type LiveConnection } from './live-connection.js';
import { Metrics } from './metrics.js';
import { ObservationQueue } from './observation-queue.js';
import { ProviderShutdown } from './provider-shutdown.js';
import { redacted } from './redaction.js';
import type { Release } from './sources/tee.js';
import { activeSpanContext, traceInjector, type InjectTrace } from './trace-context/trace-injector.js';
import {
  watchWebSocket,
  watchWebSockets,
  type ObserveWebSocketOptions,
  type WebSocketLike,
} from './sources/websocket.js';

/** Detaches from nothing. */
const detachNothing = () => undefined;

/**
 * The OpenTelemetry instrumentation of the Codex app-server. Registered, it observes the app-servers that the host spawns
 * and connects to: each thread, turn, tool item and review becomes a span, and each finished span that means something to
 * analytics an event.
 *
 * The host comes first: nothing here throws into it, blocks it, keeps it from exiting or changes its traffic, except for
 * the `trace` member of requests (see `injectTraceContext`).
 *
 * @example registerInstrumentations({ instrumentations: [new CodexInstrumentation()] })
 */
export class CodexInstrumentation {
  readonly instrumentationName: string = SCOPE_NAME;
  readonly instrumentationVersion: string = VERSION;
  /**
   * Turns finished spans into events. If it is in the provider's pipeline, it gets the spans there. If it is not, or a
   * span was sampled out, the instrumentation hands the span over. No event is emitted twice.
   */
  readonly spanProcessor: CodexSpanProcessor;
  /** Counts messages, skipped traffic, drops, events and failures. */
  readonly counters = new Counters();

  #config: CodexInstrumentationConfig;
  /** The span processor reads its hook here at each event. */
  readonly #events: Omit<CodexSpanProcessorOptions, 'eventHook'> & Pick<CodexInstrumentationConfig, 'eventHook'>;
  /** Read once: a look into the environment for each item takes as long as the item. */
  readonly #environmentCaptures = environmentCapturesContent();
  #isEnabled = false;
  #tracer: Tracer | undefined;
  #tracerProvider: TracerProvider | undefined;
  readonly #guard = new HostGuard(this.counters);
  readonly #queue = new ObservationQueue(this.#guard);
  readonly #observer: Observer;
  readonly #clock: LiveClock;
  readonly #inject: InjectTrace;
  readonly #metrics: Metrics;
  readonly #open: (options: ConnectOptions) => LiveConnection;
  readonly #children: ChildProcesses;
  /** Of sockets and of connections by hand. */
  readonly #releases = new Set<Release>();
  #unwatchSockets: Release | undefined;
  readonly #providerShutdown = new ProviderShutdown(() => this.#endOpen());

  constructor(config: CodexInstrumentationConfig = {}) {
    this.#config = config;
    const { eventHook } = config;
    this.#events = { counters: this.counters, eventHook, beforeShutdown: () => this.#endOpen() };
    this.spanProcessor = new CodexSpanProcessor(this.#events);
    const hasFingerprints = () => this.#config.acceptedLines === 'fingerprints';
    this.#observer = new Observer({
      spans: new SpanFactory(() => this.#currentTracer(), {
        requested: (facts, span) => this.#requested(facts, span),
        beforeEnd: (span, facts) => {
          if (this.#config.spanEndHook === undefined) return;
          this.#guard.run('spanEndHook', () => this.#config.spanEndHook?.(span, facts));
        },
        afterEnd: (span, facts) => this.#ended(span, facts),
        runHostCode: (step) => this.#guard.run('tracer provider', step),
        redact: (text, attribute) => {
          const { redactContent } = this.#config;
          return redactContent === undefined
            ? text
            : this.#guard.run('redactContent', () => redacted(redactContent, text, attribute));
        },
        host: {
          activeContext: () => this.#guard.run('active span', activeSpanContext) ?? ROOT_CONTEXT,
          turnParent: () => this.#config.turnParent ?? 'active',
        },
        counters: this.counters,
        limits: config.limits,
      }),
      counters: this.counters,
      limits: config.limits,
      capturesContent: () => this.#config.captureContent ?? this.#environmentCaptures,
      repository: () => this.#config.repository,
      acceptedLines: { hasFingerprints, repositories: new GitRepositories(this.counters, hasFingerprints) },
    });
    this.#clock = new LiveClock(this.#observer, this.#guard);
    this.#inject = traceInjector(this.#observer, this.#guard, () => this.#config.injectTraceContext ?? true);
    this.#metrics = new Metrics({
      counters: this.counters,
      open: () => this.#observer.openCounts,
      waiting: { requests: () => this.#observer.waiting, now: () => this.#clock.now() },
    });
    this.#open = connectionOpener({
      observer: this.#observer,
      guard: this.#guard,
      queue: this.#queue,
      counters: this.counters,
      clock: this.#clock,
      recorder: () => this.#config.recorder,
    });
    this.#children = new ChildProcesses({
      guard: this.#guard,
      isAppServer: (info) => this.#config.isAppServerHook?.(info),
      open: this.#open,
      inject: this.#inject,
    });
    if (config.enabled !== false) this.enable();
  }

  /** Observes from now on the app-servers that the host spawns, the WebSockets that it opens, and what it hands over. */
  enable(): void {
    if (this.#isEnabled) return;
    this.#isEnabled = true;
    this.#guard.run('enable', () => {
      this.#children.enable();
      this.#unwatchSockets = watchWebSockets((socket) => void this.observeWebSocket(socket));
    });
  }

  /** Detaches from everything that is observed, also from what was handed over by hand. Open spans end with a reason. */
  disable(): void {
    if (!this.#isEnabled) return;
    this.#isEnabled = false;
    // End open spans before detaching. Detaching closes the connections, and spans would get end_reason=connection_closed.
    this.#endOpen();
    this.#providerShutdown.release();
    this.#guard.run('disable', () => {
      this.#unwatchSockets?.();
      this.#children.disable();
      for (const release of [...this.#releases]) release();
    });
    this.#clock.stop();
  }

  /**
   * Observes a child process as an app-server on its standard streams, whatever its command line; the WebSocket that a
   * `codex app-server proxy` carries there, too. Call it right after
   * `spawn`, before the first byte is written. A child that is observed already is not observed twice.
   *
   * Nothing is observed while the instrumentation is disabled or tracing is suppressed, of a child that could not be
   * spawned, and without both pipes (`stdio: ['pipe', 'pipe', …]`).
   *
   * @returns detaches from the child. Its own `close` detaches, too.
   */
  observeChildProcess(child: ChildProcess): () => void {
    return (this.#isEnabled && this.#guard.run('child process', () => this.#children.observe(child))) || detachNothing;
  }

  /**
   * Observes a WebSocket of the host: one of the package `ws`, client's or server's. Node's own are observed by themselves.
   * Call it as soon as there is a socket, before the first message. A socket that is observed already is not observed
   * twice, and nothing is observed while the instrumentation is disabled or tracing is suppressed.
   *
   * @returns detaches from the socket.
   */
  observeWebSocket(socket: WebSocketLike, { server, side }: ObserveWebSocketOptions = {}): () => void {
    if (!this.#isEnabled) return detachNothing;
    const release = this.#guard.run('WebSocket', () => {
      const name = server ?? (socket.url || 'websocket');
      const deps = {
        guard: this.#guard,
        open: () => this.#open({ transport: 'websocket', server: name }),
        inject: this.#inject,
        side,
      };
      return watchWebSocket(socket, deps, () => {
        if (release) this.#releases.delete(release);
      });
    });
    if (release === undefined) return detachNothing;
    this.#releases.add(release);
    return release;
  }

  /**
   * A connection by hand, for a gateway that holds the streams itself. Disabling the instrumentation closes it. A
   * connection that is made while the instrumentation is disabled, or tracing is suppressed, ignores its chunks for good.
   */
  connect(options: ConnectOptions = {}): ByHandConnection {
    if (!this.#isEnabled || isSuppressed()) return ignoredConnection;
    const connection = this.#open(options);
    const close = () => {
      this.#releases.delete(close);
      connection.close();
    };
    this.#releases.add(close);
    return connectByHand(connection, this.#guard, close);
  }

  setTracerProvider(provider: TracerProvider): void {
    this.#tracerProvider = provider;
    this.#tracer = undefined;
  }

  setMeterProvider(provider: MeterProvider): void {
    this.#guard.run('metrics', () => this.#metrics.setMeterProvider(provider));
  }

  /** The provider that gets events as log records. */
  setLoggerProvider(provider: EventLoggerProvider): void {
    this.spanProcessor.setLoggerProvider(provider);
  }

  /** Replaces the configuration. `enabled` and `limits` count at construction only. */
  setConfig(config: CodexInstrumentationConfig = {}): void {
    this.#config = config;
    this.#events.eventHook = config.eventHook;
  }

  /** The configuration as it was set. `enabled` is the present state. */
  getConfig(): CodexInstrumentationConfig {
    return { ...this.#config, enabled: this.#isEnabled };
  }

  /** Ends everything that is open, with a reason. */
  #endOpen(): void {
    this.#queue.enqueue(() => this.#observer.end());
    this.#queue.drain();
  }

  #currentTracer(): Tracer {
    const provider = this.#tracerProvider ?? trace.getTracerProvider();
    this.#providerShutdown.watch(provider);
    this.#tracer ??= provider.getTracer(SCOPE_NAME, VERSION, { schemaUrl: SCHEMA_URL });
    return this.#tracer;
  }

  #requested(facts: RequestFacts, span: Span | undefined): void {
    this.spanProcessor.onRequest(facts, span);
    this.#metrics.began(facts);
    if (asksPerson(facts)) this.#flushMetrics();
  }

  #ended(span: Span, facts: Facts): void {
    this.spanProcessor.onEnd(span);
    this.#guard.run('metrics', () => this.#metrics.record(facts));
    if (asksPerson(facts)) this.#flushMetrics();
  }

  #flushMetrics(): void {
    void this.#guard.run('metrics', () => this.#metrics.flush());
  }
}

/** Whether a person, and no guardian, is asked. */
function asksPerson(facts: Facts | RequestFacts): boolean {
  return facts.type === 'review' ? facts.reviewer === 'user' : facts.type === 'user_input' || facts.type === 'waiting';
}
