import type { Span as ApiSpan, Tracer } from '@opentelemetry/api';
import { NodeTracerProvider, type ReadableSpan, type Span } from '@opentelemetry/sdk-trace-node';
import { Counters } from '../../src/counters.js';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import type { CodexAnalyticsEvent } from '../../src/events/schema/index.js';
import { Observer, type ObserverOptions } from '../../src/observer.js';
import type { Facts, RequestFacts } from '../../src/session/facts/index.js';
import { SCHEMA_URL } from '../../src/spans/conventions.js';
import { SpanFactory, type Host } from '../../src/spans/factory.js';
import { CodexIdGenerator } from '../../src/spans/ids.js';
import { SCOPE_NAME, VERSION } from '../../src/version.js';

export interface PipelineOptions {
  readonly limits?: ObserverOptions['limits'];
  readonly host?: Host | undefined;
  readonly acceptedLines?: ObserverOptions['acceptedLines'];
  /** Default: no. */
  readonly capturesContent?: boolean;
  /** Default: the SDK's own, with our ids and our processor. */
  readonly tracer?: Tracer | undefined;
  /** Called when a review or a question begins. */
  readonly onRequested?: (facts: RequestFacts, span: ApiSpan | undefined) => void;
  /** Default: nothing of a repository leaves. */
  readonly repository?: 'hash' | 'full' | undefined;
  readonly onStart?: (span: Span) => void;
  /** The host's hook right before the end of a span, when attributes may still be added. */
  readonly beforeEnd?: (span: ApiSpan, facts: Facts) => void;
  readonly onEnd?: (span: ReadableSpan) => void;
  readonly onEvent?: (event: CodexAnalyticsEvent) => void;
}

/** The way from messages to spans and events, as a host sets it up. No other file of these tests builds it. */
export function pipeline({
  tracer,
  capturesContent = false,
  repository,
  limits,
  acceptedLines,
  host,
  beforeEnd,
  ...callbacks
}: PipelineOptions = {}) {
  const { onStart = () => {}, onEnd = () => {}, onEvent = () => {}, onRequested } = callbacks;
  const counters = new Counters();
  const collector = { onStart, onEnd, forceFlush: async () => {}, shutdown: async () => {} };
  const provider = new NodeTracerProvider({
    spanProcessors: [new CodexSpanProcessor({ eventHook: onEvent, counters }), collector],
    idGenerator: new CodexIdGenerator(),
  });
  const used = tracer ?? provider.getTracer(SCOPE_NAME, VERSION, { schemaUrl: SCHEMA_URL });
  const hooks = { beforeEnd, requested: onRequested };
  const spans = new SpanFactory(() => used, { ...hooks, host, counters, limits });
  const observer = new Observer({
    spans,
    counters,
    limits,
    acceptedLines,
    capturesContent: () => capturesContent,
    repository: () => repository,
  });
  return { observer, counters, tracer: used };
}
