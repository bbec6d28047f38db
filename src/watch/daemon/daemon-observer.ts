import type { Span, TracerProvider } from '@opentelemetry/api';
import type { Counters } from '../../counters.js';
import type { CodexSpanProcessor } from '../../events/processor.js';
import { HostGuard } from '../../guard.js';
import { LiveClock } from '../../instrumentation/live-clock.js';
import type { Metrics } from '../../instrumentation/metrics.js';
import type { Waiting } from '../../instrumentation/waiting-metrics.js';
import { Observer } from '../../observer.js';
import type { Facts, RequestFacts } from '../../session/facts/index.js';
import { SCHEMA_URL } from '../../spans/conventions.js';
import { SpanFactory } from '../../spans/factory.js';
import { SCOPE_NAME, VERSION } from '../../version.js';

export interface DaemonObserverOptions {
  readonly tracerProvider: TracerProvider;
  /** Measure {@link DaemonObserver.waiting}. */
  readonly metrics: Metrics;
  /** Makes the events; it is in the provider's pipeline. */
  readonly processor: CodexSpanProcessor;
  readonly counters: Counters;
  /** Called with every span right before its end, also with those that do not leave. */
  readonly beforeEnd: (span: Span) => void;
  /** Whether items have their content on their spans. */
  readonly capturesContent: boolean;
}

/** One connection to the daemon, as it is observed. */
export interface ObservedConnection {
  /** `isQuiet`: a request that begins is counted, and has no live event. */
  message(from: 'client' | 'server', bytes: Uint8Array, isQuiet?: boolean): void;
  /** The daemon is gone, and everything in it. */
  close(): void;
}

/** Only the traffic has these. Rollouts have the rest, and make the spans of it. */
const ONLY_HERE: ReadonlySet<Facts['type']> = new Set(['review', 'user_input', 'hook']);

/**
 * Makes spans and events of what a daemon reports and no rollout has: reviews, questions and hooks, and who waits. They hang
 * under the spans that the rollouts make, for those have the same ids.
 */
export class DaemonObserver {
  readonly #options: DaemonObserverOptions;
  readonly #guard: HostGuard;
  readonly #observer: Observer;
  readonly #clock: LiveClock;
  #isQuiet = false;
  #connections = 0;
  /** The number of requests that waited when metrics were flushed last. */
  #waited = 0;

  constructor(options: DaemonObserverOptions) {
    const { tracerProvider, metrics, processor, counters, beforeEnd, capturesContent } = options;
    this.#options = options;
    this.#guard = new HostGuard(counters);
    const tracer = tracerProvider.getTracer(SCOPE_NAME, VERSION, { schemaUrl: SCHEMA_URL });
    const spans = new SpanFactory(() => tracer, {
      requested: (facts, span) => this.#requested(facts, span),
      beforeEnd,
      leaves: ({ type }) => ONLY_HERE.has(type),
      afterEnd: (span, facts) => {
        processor.onEnd(span);
        metrics.record(facts);
      },
      counters,
    });
    this.#observer = new Observer({ spans, counters, capturesContent: () => capturesContent });
    this.#clock = new LiveClock(this.#observer, this.#guard);
  }

  /** The requests that wait in the daemon. */
  get waiting(): Waiting {
    return { requests: () => this.#observer.waiting, now: () => this.#clock.now() };
  }

  /** The daemon accepted a connection. */
  open(): ObservedConnection {
    const id = `daemon ${(this.#connections += 1)}`;
    const connection = { id, server: id, transport: 'websocket', source: 'daemon' } as const;
    const observe = (step: (at: number) => void) => {
      this.#guard.run('observation', () => step(this.#clock.read(Date.now)));
      this.#clock.schedule();
      this.#flushChanged();
    };
    observe((at) => this.#observer.open(connection, at));
    return {
      message: (from, bytes, isQuiet = false) => {
        this.#isQuiet = isQuiet;
        observe((at) => this.#observer.message(connection, from, bytes, at));
        this.#isQuiet = false;
      },
      close: () => observe((at) => this.#observer.close(connection, at)),
    };
  }

  /** Observes nothing more. What waits stays open, for the next process to go on with. */
  stop(): void {
    this.#clock.stop();
  }

  #requested(facts: RequestFacts, span: Span | undefined): void {
    this.#options.metrics.began(facts);
    if (!this.#isQuiet) this.#options.processor.onRequest(facts, span);
  }

  /** Somebody is waited for, or no longer: that leaves now, not at the next collection. */
  #flushChanged(): void {
    const { length } = this.#observer.waiting;
    if (length === this.#waited) return;
    this.#waited = length;
    void this.#guard.run('metrics', () => this.#options.metrics.flush());
  }
}
