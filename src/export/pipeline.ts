import type { Writable } from 'node:stream';
import { getNumberFromEnv, globalErrorHandler } from '@opentelemetry/core';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { LoggerProvider, type ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { AlwaysOnSampler, BasicTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { CodexIdGenerator } from '../spans/ids.js';
import { destinationsOf, isDisabled, type Destinations, type Signal } from './destinations.js';
import { setDiagnostics } from './diagnostics.js';
import { envSampler } from './env-sampler.js';
import type { Serializers } from './otlp/otlp-sender.js';
import { printableUrl } from './printable.js';
import type { Shipment } from './queue/delivery-report.js';
import type { Clock } from './queue/clock.js';
import { ExportQueue } from './queue/export-queue.js';
import { queueOptions, type Pace } from './queue/queue-options.js';
import { observeQueue } from './queue/queue-metrics.js';
import { logProcessorOf, spanProcessorOf, type Admission } from './queue/queue-processors.js';
import type { Sender } from './queue/sender.js';
import { SpanCounter } from './span-counter.js';

export interface PipelineOptions {
  readonly pace: Pace;
  /** The receiver's base URL, from the command line: goes before the environment. */
  readonly endpoint?: string | undefined;
  /** Span processors of the caller's own, before those that send. */
  readonly spanProcessors: readonly SpanProcessor[];
  /** Where `console` exporters and diagnostics write. */
  readonly output: Writable;
  /** The time that retries and delays work by. */
  readonly clock: Clock;
  /** Asked of each span and each log record whether it may leave. Default: all may. */
  readonly admits?: Admission | undefined;
  /** Called when a queue delivers something, right before the last byte goes, or failed to. */
  readonly onProgress?: (() => void) | undefined;
}

/** OpenTelemetry's providers as the environment wants them, and the queues that lead out of them. */
export type Pipeline = Awaited<ReturnType<typeof createPipeline>>;

/** The limits of a span as the SDK has them, whatever the environment says. */
const SDK_LIMITS = {
  attributeCountLimit: 128,
  attributeValueLengthLimit: Infinity,
  linkCountLimit: 128,
  eventCountLimit: 128,
};

/**
 * Sets OpenTelemetry up from the environment. For the command alone: the library leaves the SDK to its host. The parts that
 * send and measure are loaded where something is sent or measured.
 */
export async function createPipeline(pipelineOptions: PipelineOptions) {
  const { pace, endpoint, spanProcessors, output, clock, admits, onProgress } = pipelineOptions;
  setDiagnostics(output);
  const isLive = pace !== 'replay';
  const destinations = (signal: Signal) => destinationsOf(signal, { endpoint, isOtlpDefault: isLive });
  const [traces, logs, metrics] = [destinations('traces'), destinations('logs'), destinations('metrics')];
  const isSending = [traces, logs, metrics].some(({ otlp, console }) => otlp !== undefined || console);
  const sending = isSending ? await import('./otlp/senders.js') : undefined;
  const queuesOf = <T>(
    to: Destinations,
    serializers: Serializers<T[]> | undefined,
    prefix: 'BSP' | 'BLRP',
    isLarge?: (item: T) => boolean,
  ): ExportQueue<T>[] => {
    const options = { ...queueOptions(prefix, pace), clock, onProgress };
    const senders = serializers && sending?.sendersOf(to, serializers, output, options.retryBudgetMs);
    return (senders ?? []).map((sender) => new ExportQueue(sender, options, isLarge));
  };
  const spans = queuesOf(traces, sending?.TRACES, 'BSP');
  const events = queuesOf(logs, sending?.LOGS, 'BLRP', hasFingerprints);
  const queues: Pick<ExportQueue<never>, 'drained' | 'flush' | 'stopRetrying'>[] = [...spans, ...events];
  const end = new AbortController();
  const spanCounter = new SpanCounter();

  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'codex-otel' }))
    .merge(detectResources({ detectors: [envDetector] }));
  const tracerProvider = new BasicTracerProvider({
    resource,
    idGenerator: new CodexIdGenerator(),
    spanProcessors: [...spanProcessors, spanCounter, ...spans.map((queue) => spanProcessorOf(queue, admits?.span))],
    // A replay that sends no spans depends on nothing: the same recording makes the same files everywhere.
    ...(!isLive && spans.length === 0
      ? { sampler: new AlwaysOnSampler(), spanLimits: SDK_LIMITS }
      : { sampler: envSampler() }),
  });
  const loggerProvider =
    events.length === 0
      ? undefined
      : new LoggerProvider({
          resource,
          logRecordLimits: logRecordLimits(),
          processors: events.map((queue) => logProcessorOf(queue, admits?.log)),
        });
  const senders = (isLive && sending?.sendersOf(metrics, sending.METRICS, output)) || [];
  const measured = senders.map((sender) => onceStarted(spanCounter, sender));
  const meterProvider =
    measured.length === 0
      ? undefined
      : (await import('./metrics.js')).meterProviderOf(measured, { resource, signal: end.signal });
  if (meterProvider) {
    for (const queue of spans) observeQueue(meterProvider, 'span', queue);
    for (const queue of events) observeQueue(meterProvider, 'log', queue);
  }

  /** Spans and events that leave by OTLP. */
  const shipments: readonly Shipment[] = [
    ...shipmentOf('span', traces, spans[0]),
    ...shipmentOf('event', logs, events[0]),
  ];

  return {
    tracerProvider,
    /** Undefined where no events are sent as log records. */
    loggerProvider,
    /** Undefined where no metrics are sent; a replay measures nothing. */
    meterProvider,
    shipments,
    /** The queues that spans and events leave by; undefined where they leave by none. */
    queues: { spans: spans[0], events: events[0] },
    /** Whether a receiver ever answered, be it with an error. */
    get serverAnswered() {
      return shipments.some(({ queue }) => queue.serverAnswered);
    },
    /** `OTEL_SDK_DISABLED`: nothing is sent anywhere. */
    isDisabled: isDisabled(),
    /** Waits until less than a batch of anything is waiting. Never rejects. */
    async drained() {
      await Promise.all(queues.map((queue) => queue.drained()));
    },
    /** Sends what is waiting. Never rejects. */
    async flush() {
      await Promise.all(queues.map((queue) => queue.flush()));
    },
    /** Gives up, after `ms`, everything that has not arrived: the user or the client waits for the end. */
    stopRetrying(ms: number) {
      for (const queue of queues) queue.stopRetrying(ms);
      void clock.wait(ms, { ref: false }).then(() => end.abort());
    },
    /** Sends what is waiting and closes everything, the caller's span processors too. */
    async shutdown() {
      const metered = meterProvider?.shutdown().catch(globalErrorHandler);
      await Promise.all([tracerProvider.shutdown(), loggerProvider?.shutdown(), metered]);
    },
  };
}

/** Sends no metrics before a span: where nothing of Codex was seen, such as in `codex --version`, nothing is sent. */
function onceStarted<Request>(spans: SpanCounter, sender: Sender<Request>): Sender<Request> {
  return {
    send: (...request) => (spans.started > 0 ? sender.send(...request) : Promise.resolve({ isTaken: true })),
    close: () => sender.close(),
  };
}

/**
 * Whether a log record is an event with fingerprints, which takes up to two megabytes. With others in one request it would reach
 * the limit of many receivers. Codex sends such an event alone, too.
 */
function hasFingerprints({ attributes, body }: ReadableLogRecord): boolean {
  if (attributes['codex.event.type'] !== 'codex_accepted_line_fingerprints') return false;
  return (body as unknown as { readonly line_fingerprints: readonly unknown[] }).line_fingerprints.length > 0;
}

function shipmentOf(
  noun: Shipment['noun'],
  { otlp }: Destinations,
  queue: Shipment['queue'] | undefined,
): readonly Shipment[] {
  return otlp && queue ? [{ noun, url: printableUrl(otlp.http.url), queue }] : [];
}

/** Reads the limits of log records: the logs SDK itself reads no variable. */
function logRecordLimits() {
  const limit = (what: string) =>
    getNumberFromEnv(`OTEL_LOGRECORD_ATTRIBUTE_${what}_LIMIT`) ?? getNumberFromEnv(`OTEL_ATTRIBUTE_${what}_LIMIT`);
  return {
    attributeCountLimit: limit('COUNT') ?? 128,
    attributeValueLengthLimit: limit('VALUE_LENGTH') ?? Infinity,
  };
}
