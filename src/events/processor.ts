import { INVALID_SPAN_CONTEXT, type SpanContext } from '@opentelemetry/api';
import type { Facts, RequestFacts } from '../session/facts/index.js';
import { attachmentOf } from '../spans/facts-on-span.js';
import { hrTime } from '../spans/time.js';
import { uncounted, type CounterSink } from '../counters.js';
import { eventId } from './identity.js';
import { flushOf } from '../flush.js';
import { HostGuard, within } from '../guard.js';
import { logEmitter, type EventLoggerProvider } from './log-record.js';
import { project } from './projection/project.js';
import { reviewRequested } from './projection/review-requested.js';
import { idsOf, type EventExporter, type EventRecord } from './record.js';
import type { CodexAnalyticsEvent, EventType } from './schema/index.js';
import { untraced } from '../suppression.js';
import { validate } from './validate.js';

export interface CodexSpanProcessorOptions {
  /** Where events go as log records. May be given later, with `setLoggerProvider`. Default: nowhere. */
  readonly loggerProvider?: EventLoggerProvider | undefined;
  /**
   * Called with every event. An error that it throws or rejects with is counted and logged once.
   * @example eventHook: (event) => { if (event.event_type === 'codex_turn_event') console.log(event.event_params.status) }
   */
  readonly eventHook?: ((event: CodexAnalyticsEvent, record: EventRecord) => unknown) | undefined;
  /** Further destinations. Default: none. */
  readonly exporters?: readonly EventExporter[] | undefined;
  /**
   * Called when the tracer provider shuts the processor down, before it does: the time to end open spans, so that their
   * events leave. An error is counted and logged once. Default: nothing.
   */
  readonly beforeShutdown?: (() => void) | undefined;
  /** Counts what left and what did not. Default: nobody counts. */
  readonly counters?: CounterSink | undefined;
}

/**
 * The state of the log records of one happening. A host may have a processor of its own beside the instrumentation's, and
 * each event is one log record all the same.
 */
interface Logging {
  isLogged: boolean;
}

/** The logging of requests, whose spans may not have started. Shared by all copies of this package in the process. */
const REQUESTS = Symbol.for('opentelemetry-instrumentation-codex.requests');
const shared = globalThis as { [REQUESTS]?: WeakMap<RequestFacts, Logging> | undefined };
const requests = (shared[REQUESTS] ??= new WeakMap<RequestFacts, Logging>());

function loggingOf(request: RequestFacts): Logging {
  const known = requests.get(request);
  if (known) return known;
  const logging = { isLogged: false };
  requests.set(request, logging);
  return logging;
}

/** How long a host that shuts down waits for an exporter of events. */
const FINISH_MS = 5_000;

/** The part of a span that the processor needs beside the facts on it. Fits the spans of SDK 2.x and 3.x, recording or not. */
export interface FinishedSpan {
  spanContext(): SpanContext;
}

/**
 * An OpenTelemetry span processor, of SDK 2.x and 3.x alike, that turns finished Codex spans into analytics events. A
 * span that is not ours costs one symbol look-up.
 *
 * Fails open: whatever goes wrong with one event or one destination is counted, logged once by the OpenTelemetry
 * diagnostics, and costs neither the host nor the other events and destinations anything.
 */
export class CodexSpanProcessor {
  readonly #options: CodexSpanProcessorOptions;
  readonly #exporters: readonly EventExporter[];
  readonly #counters: CounterSink;
  readonly #guard: HostGuard;
  #log: ((record: EventRecord) => boolean) | undefined;
  #flushLogs: (() => Promise<void>) | undefined;
  #shutdown: Promise<void> | undefined;

  constructor(options: CodexSpanProcessorOptions = {}) {
    this.#options = options;
    this.#exporters = [...(options.exporters ?? [])];
    this.#counters = options.counters ?? uncounted;
    this.#guard = new HostGuard(this.#counters);
    this.setLoggerProvider(options.loggerProvider);
  }

  /** Sends log records there from now on. Span processors are built before any logger provider is. */
  setLoggerProvider(provider: EventLoggerProvider | undefined): void {
    this.#log = provider && logEmitter(provider);
    this.#flushLogs = provider && flushOf(provider);
  }

  get #hasDestination(): boolean {
    return this.#log !== undefined || this.#exporters.length > 0 || this.#options.eventHook !== undefined;
  }

  /** A span that starts means nothing to analytics yet. */
  onStart(_span: unknown, _parentContext: unknown): void {
    return;
  }

  /**
   * Sends the events of a finished span. Never throws: an exception would come out of the host's `span.end()`.
   *
   * Ignore if:
   * - nobody wants events: there is no logger provider, exporter or hook;
   * - the span is not ours;
   * - it was given before: the processor is in a pipeline, and the instrumentation handed the span over, too.
   */
  onEnd(span: FinishedSpan): void {
    if (!this.#hasDestination) return;
    const end = () => {
      const attachment = attachmentOf(span);
      if (attachment === undefined || attachment.processors.includes(this)) return;
      attachment.processors.push(this);
      const { facts } = attachment;
      const events = project(facts, (missing) => this.#counters.add('events.dropped', missing));
      this.#emit(facts, events, span.spanContext(), attachment);
      if (facts.type === 'review' && facts.reviewer === 'user') this.#flush();
    };
    this.#guard.run('projection', end, 'events.dropped');
  }

  /**
   * Sends the live event of a review or a question that begins, soon. The instrumentation calls this; a finished span does
   * not show when its review began to wait. Never throws.
   */
  onRequest(facts: RequestFacts, span: FinishedSpan | undefined): void {
    if (!this.#hasDestination) return;
    const begin = () => {
      this.#emit(facts, [reviewRequested(facts)], span?.spanContext() ?? INVALID_SPAN_CONTEXT, loggingOf(facts));
      this.#flush();
    };
    this.#guard.run('projection', begin, 'events.dropped');
  }

  /**
   * Flushes the exporters. Never rejects: an error of an exporter is counted and logged, and so is an exporter that has not
   * finished after five seconds.
   */
  async forceFlush(): Promise<void> {
    await Promise.all(this.#exporters.map((exporter) => this.#finish('forceFlush', exporter)));
  }

  /**
   * Shuts the exporters down, once, each within five seconds. Never rejects. The events of spans that end later are dropped
   * and counted.
   */
  shutdown(): Promise<void> {
    this.#shutdown ??= this.#shutDown();
    return this.#shutdown;
  }

  /** Spans that end in `beforeShutdown` still have their events. */
  async #shutDown(): Promise<void> {
    this.#guard.run('beforeShutdown', () => this.#options.beforeShutdown?.());
    await Promise.all(this.#exporters.map((exporter) => this.#finish('shutdown', exporter)));
  }

  #emit(
    facts: Facts | RequestFacts,
    events: readonly CodexAnalyticsEvent[],
    spanContext: SpanContext,
    logging: Logging,
  ): void {
    if (this.#shutdown !== undefined) {
      for (const { event_type: type } of events) this.#drop('shutdown', type, 'the processor was shut down');
      return;
    }
    const log = logging.isLogged ? undefined : this.#log;
    events.forEach((projected, n) => {
      const type = projected.event_type;
      const { event, problems } = validate(projected);
      if (event !== undefined && problems.length > 0) this.#nulled(type, problems);
      if (event === undefined) this.#drop('schema', type, `it does not fit its schema (${problems.join(', ')})`);
      else this.#deliver(facts, { event, id: eventId(type, facts, placeOf(events, n)), spanContext }, log, logging);
    });
  }

  #deliver(
    facts: Facts | RequestFacts,
    { event, id, spanContext }: Pick<EventRecord, 'event' | 'id' | 'spanContext'>,
    log: ((record: EventRecord) => boolean) | undefined,
    logging: Logging,
  ): void {
    const endTime = hrTime(Math.max(facts.startMs, 'endMs' in facts ? facts.endMs : facts.startMs));
    const record: EventRecord = { event, id, spanContext, endTime, ids: idsOf(facts) };
    this.#counters.add('events.emitted', event.event_type);
    const toLog = () => {
      if (log?.(record)) logging.isLogged = true;
    };
    if (log) this.#guard.run('loggerProvider', toLog, 'events.dropped');
    for (const exporter of this.#exporters) {
      this.#guard.run('exporter', () => untraced(() => exporter.export(record)), 'events.dropped');
    }
    this.#guard.run('eventHook', () => this.#options.eventHook?.(event, record));
  }

  /** A person waits: what the logger provider holds leaves soon, not with its batch. */
  #flush(): void {
    if (this.#shutdown === undefined) void this.#guard.run('loggerProvider', () => this.#flushLogs?.());
  }

  async #finish(method: 'forceFlush' | 'shutdown', exporter: EventExporter): Promise<void> {
    await this.#guard.run(method, () =>
      within(
        FINISH_MS,
        untraced(() => exporter[method]?.()),
      ),
    );
  }

  #nulled(type: EventType, problems: readonly string[]): void {
    this.#counters.add('events.fields_nulled', type, problems.length);
    const fields = problems.join(', ');
    this.#guard.warnOnce(`fields ${type}`, `nulled fields of a ${type} (${fields}); further ones are only counted`);
  }

  #drop(reason: 'schema' | 'shutdown', type: EventType, why: string): void {
    this.#counters.add('events.dropped', reason);
    this.#guard.warnOnce(`${reason} ${type}`, `dropped a ${type}: ${why}; further ones are only counted`);
  }
}

/** The place of an event among those of its type that one span has. */
function placeOf(events: readonly CodexAnalyticsEvent[], n: number): number {
  let place = 0;
  for (let i = 0; i < n; i++) if (events[i]?.event_type === events[n]?.event_type) place += 1;
  return place;
}
