import type { Writable } from 'node:stream';
import { getNumberFromEnv, globalErrorHandler } from '@opentelemetry/core';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { LoggerProvider } from '@opentelemetry/sdk-logs';
import type { MeterProvider } from '@opentelemetry/sdk-metrics';
import { AlwaysOnSampler, BasicTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { CodexIdGenerator } from '../spans/ids.js';
import { batchOptions, destinationsOf, isDisabled, type BatchOptions, type Destinations } from './destinations.js';
import { setDiagnostics } from './diagnostics.js';
import { envSampler } from './env-sampler.js';
import { afterFirstSpan, FirstSpan } from './first-span.js';
import { printableUrl } from './printable.js';
import type { Shipment } from './queue/delivery-report.js';
import type { Clock } from './queue/clock.js';
import { ExportQueue, type ExportQueueOptions } from './queue/export-queue.js';
import { observeQueue } from './queue/queue-metrics.js';
import { logProcessorOf, spanProcessorOf } from './queue/queue-processors.js';
import type { Sender } from './queue/sender.js';

export interface PipelineOptions {
  /** `replay`: the producer waits for `drained`, so nothing is dropped. `live`: queues are as long as settings say. */
  readonly pace: 'replay' | 'live';
  /** The receiver's base URL, from the command line: goes before the environment. */
  readonly endpoint?: string | undefined;
  /** Span processors of the caller's own, before those that send. */
  readonly spanProcessors: readonly SpanProcessor[];
  /** Where `console` exporters and diagnostics write. */
  readonly output: Writable;
  /** The time that retries and delays work by. */
  readonly clock: Clock;
}

/** OpenTelemetry's providers as the environment wants them, and the queues that lead out of them. */
export interface Pipeline {
  readonly tracerProvider: BasicTracerProvider;
  /** Undefined where no events are sent as log records. */
  readonly loggerProvider: LoggerProvider | undefined;
  /** Undefined where no metrics are sent; a replay measures nothing. */
  readonly meterProvider: MeterProvider | undefined;
  /** Spans and events that leave by OTLP. */
  readonly shipments: readonly Shipment[];
  /** Whether a receiver ever answered, be it with an error. */
  readonly serverAnswered: boolean;
  /** `OTEL_SDK_DISABLED`: nothing is sent anywhere. */
  readonly isDisabled: boolean;
  /** Waits until less than a batch of anything is waiting. Never rejects. */
  drained(): Promise<void>;
  /** Sends what is waiting. Never rejects. */
  flush(): Promise<void>;
  /** Gives up, after `ms`, everything that has not arrived: the user or the client waits for the end. */
  stopRetrying(ms: number): void;
  /** Sends what is waiting and closes everything, the caller's span processors too. */
  shutdown(): Promise<void>;
}

/** How long a batch is tried where `OTEL_BSP_EXPORT_TIMEOUT` and its twin do not say. */
const RETRY_BUDGET_MS = { replay: 60_000, live: 30_000 };

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
export async function createPipeline({
  pace,
  endpoint,
  spanProcessors,
  output,
  clock,
}: PipelineOptions): Promise<Pipeline> {
  setDiagnostics(output);
  const where = { endpoint, isOtlpDefault: pace === 'live' };
  const [traces, logs, metrics] = [
    destinationsOf('traces', where),
    destinationsOf('logs', where),
    destinationsOf('metrics', where),
  ];
  const options = (prefix: 'BSP' | 'BLRP') => ({ ...queueOptions(batchOptions(prefix), pace), clock });
  const isSending = [traces, logs, metrics].some(({ otlp, console }) => otlp !== undefined || console);
  const sending = isSending ? await import('./otlp/senders.js') : undefined;
  const spanOptions = options('BSP');
  const eventOptions = options('BLRP');
  const spans = queuesOf(sending?.sendersOf(traces, sending.TRACES, output, spanOptions.retryBudgetMs), spanOptions);
  const events = queuesOf(sending?.sendersOf(logs, sending.LOGS, output, eventOptions.retryBudgetMs), eventOptions);
  const queues: Pick<ExportQueue<never>, 'drained' | 'flush' | 'stopRetrying'>[] = [...spans, ...events];
  const end = new AbortController();
  const firstSpan = new FirstSpan();

  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'codex-otel' }))
    .merge(detectResources({ detectors: [envDetector] }));
  const tracerProvider = new BasicTracerProvider({
    resource,
    idGenerator: new CodexIdGenerator(),
    spanProcessors: [...spanProcessors, firstSpan, ...spans.map(spanProcessorOf)],
    // A replay that sends no spans depends on nothing: the same recording makes the same files everywhere.
    ...(pace === 'replay' && spans.length === 0
      ? { sampler: new AlwaysOnSampler(), spanLimits: SDK_LIMITS }
      : { sampler: envSampler() }),
  });
  const loggerProvider =
    events.length === 0
      ? undefined
      : new LoggerProvider({ resource, logRecordLimits: logRecordLimits(), processors: events.map(logProcessorOf) });
  const senders = (pace === 'live' && sending?.sendersOf(metrics, sending.METRICS, output)) || [];
  const measured = senders.map((sender) => afterFirstSpan(firstSpan, sender));
  const meterProvider =
    measured.length === 0
      ? undefined
      : (await import('./metrics.js')).meterProviderOf(measured, { resource, signal: end.signal });
  if (meterProvider) {
    for (const queue of spans) observeQueue(meterProvider, 'span', queue);
    for (const queue of events) observeQueue(meterProvider, 'log', queue);
  }

  const shipments = [...shipmentOf('span', traces, spans[0]), ...shipmentOf('event', logs, events[0])];

  return {
    tracerProvider,
    loggerProvider,
    meterProvider,
    shipments,
    get serverAnswered() {
      return shipments.some(({ queue }) => queue.serverAnswered);
    },
    isDisabled: isDisabled(),
    async drained() {
      await Promise.all(queues.map((queue) => queue.drained()));
    },
    async flush() {
      await Promise.all(queues.map((queue) => queue.flush()));
    },
    stopRetrying(ms) {
      for (const queue of queues) queue.stopRetrying(ms);
      void clock.wait(ms, { ref: false }).then(() => end.abort());
    },
    async shutdown() {
      const metered = meterProvider?.shutdown().catch(globalErrorHandler);
      await Promise.all([tracerProvider.shutdown(), loggerProvider?.shutdown(), metered]);
    },
  };
}

function queuesOf<T>(senders: readonly Sender<T[]>[] = [], options: ExportQueueOptions): ExportQueue<T>[] {
  return senders.map((sender) => new ExportQueue(sender, options));
}

function queueOptions(batches: BatchOptions, pace: PipelineOptions['pace']): Omit<ExportQueueOptions, 'clock'> {
  const isReplay = pace === 'replay';
  return {
    ...batches,
    maxQueue: isReplay ? Infinity : batches.maxQueue,
    firstDelayMs: isReplay ? batches.delayMs : batches.firstDelayMs,
    retryBudgetMs: batches.retryBudgetMs ?? RETRY_BUDGET_MS[pace],
    stopsAfterFailure: isReplay,
  };
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
