import { context, diag, DiagLogLevel, metrics, propagation, trace } from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { NodeTracerProvider, type ReadableSpan, type Sampler, type SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { onTestFinished } from 'vitest';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import type { CodexAnalyticsEvent } from '../../src/events/schema/index.js';
import { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import type { CodexInstrumentationConfig } from '../../src/instrumentation/config.js';
import type { SpanType } from '../../src/session/facts/index.js';
import { factsOf } from '../../src/spans/facts-on-span.js';
import { CodexIdGenerator } from '../../src/spans/ids.js';
import { replayWireLog } from '../../src/replay/wire-log.js';

/** The telemetry of a host, in memory. What a test switches on is switched off after it. */

/** Switched off after the test. */
export function afterThisTest(step: () => void): void {
  onTestFinished(step);
}

/** Whatever was registered with the OpenTelemetry API. */
export function forgetGlobals(): void {
  for (const api of [context, propagation, trace, metrics, logs]) api.disable();
}

/** The host's context manager and propagator, as its SDK registers them. */
export function registerContext(): void {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  afterThisTest(forgetGlobals);
}

/** The warnings and errors in the OpenTelemetry diagnostics. */
export function diagnostics(): string[] {
  const said: string[] = [];
  const say = (...words: unknown[]) => void said.push(words.join(' '));
  diag.setLogger(
    { error: say, warn: say, info: () => {}, debug: () => {}, verbose: () => {} },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  afterThisTest(() => diag.disable());
  return said;
}

export interface ProviderOptions {
  readonly sampler?: Sampler;
  readonly spanProcessors?: readonly SpanProcessor[];
}

/** A tracer provider, and the spans that it ended, in their order. */
export class Traces {
  readonly spans: ReadableSpan[] = [];
  readonly provider: NodeTracerProvider;

  constructor({ sampler, spanProcessors = [] }: ProviderOptions = {}) {
    const collector: SpanProcessor = {
      onStart: () => {},
      onEnd: (span) => void this.spans.push(span),
      forceFlush: async () => {},
      shutdown: async () => {},
    };
    this.provider = new NodeTracerProvider({
      idGenerator: new CodexIdGenerator(),
      spanProcessors: [...spanProcessors, collector],
      ...(sampler && { sampler }),
    });
  }

  ofType(type: SpanType): ReadableSpan[] {
    return this.spans.filter((span) => factsOf(span)?.type === type);
  }

  get names(): string[] {
    return this.spans.map(({ name }) => name);
  }
}

/** An enabled instrumentation with a tracer provider of its own, and the events that it gave. */
export class Observed extends Traces {
  /** Those of finished spans. */
  readonly events: CodexAnalyticsEvent[] = [];
  /** The live ones, which a replay does not make. */
  readonly requested: CodexAnalyticsEvent[] = [];
  readonly codex: CodexInstrumentation;

  constructor(options: CodexInstrumentationConfig = {}, provider: ProviderOptions = {}) {
    super(provider);
    const eventHook = (event: CodexAnalyticsEvent) =>
      (event.event_type === 'codex_review_requested' ? this.requested : this.events).push(event);
    this.codex = new CodexInstrumentation({ eventHook, ...options });
    this.codex.setTracerProvider(this.provider);
    afterThisTest(() => this.codex.disable());
  }

  get types(): string[] {
    return this.events.map(({ event_type: type }) => type);
  }
}

/** The spans and events that a replay of a wire log makes. */
export class Replayed extends Traces {
  readonly events: CodexAnalyticsEvent[];

  static async from(wireLog: string): Promise<Replayed> {
    const events: CodexAnalyticsEvent[] = [];
    const replayed = new Replayed(events);
    await replayWireLog(wireLog, { tracerProvider: replayed.provider });
    return replayed;
  }

  constructor(events: CodexAnalyticsEvent[]) {
    super({ spanProcessors: [new CodexSpanProcessor({ eventHook: (event) => events.push(event) })] });
    this.events = events;
  }

  get types(): string[] {
    return this.events.map(({ event_type: type }) => type);
  }
}

/** All that a span says, as plain data. */
export function told(span: ReadableSpan): object {
  const { name, kind, startTime, endTime, status, attributes, links, parentSpanContext } = span;
  const { traceId, spanId } = span.spanContext();
  const parent = parentSpanContext?.spanId;
  return { name, kind, traceId, spanId, parent, startTime, endTime, status, attributes, links };
}
