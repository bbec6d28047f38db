import type { Writable } from 'node:stream';
import { globalErrorHandler } from '@opentelemetry/core';
import { defaultResource, resourceFromAttributes, type Resource } from '@opentelemetry/resources';
import { LoggerProvider } from '@opentelemetry/sdk-logs';
import { MeterProvider, PeriodicExportingMetricReader, type PushMetricExporter } from '@opentelemetry/sdk-metrics';
import { AlwaysOnSampler, NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { CodexIdGenerator } from '../spans/ids.js';
import { consoleLogExporter, consoleMetricExporter, consoleSpanExporter } from './console-exporter.js';
import type { Shipment } from './delivery.js';
import { setDiagnostics } from './diagnostics.js';
import { otlpLogExporter, otlpMetricExporter, otlpSpanExporter } from './otlp-exporter.js';
import { Outbox, type BatchExporter } from './outbox.js';
import { logProcessorOf, spanProcessorOf } from './outbox-processors.js';
import { samplerOf } from './env-sampler.js';
import type { BatchSettings, Settings, SignalSettings } from './settings.js';

export interface SetUpOptions {
  /** `replay`: the producer waits for `drained`, so nothing is dropped. `live`: queues are as long as settings say. */
  readonly pace: 'replay' | 'live';
  /** Span processors of the caller's own, before those that send. */
  readonly spanProcessors: readonly SpanProcessor[];
  /** Where `console` exporters and diagnostics write. */
  readonly output: Writable;
}

/** OpenTelemetry's providers as the settings want them, and what leads out of them. */
export interface Pipeline {
  readonly tracerProvider: NodeTracerProvider;
  /** Undefined where no events are sent as log records. */
  readonly loggerProvider: LoggerProvider | undefined;
  /** Undefined where no metrics are sent; a replay measures nothing. */
  readonly meterProvider: MeterProvider | undefined;
  /** What leaves by OTLP, signal by signal. */
  readonly shipments: readonly Shipment[];
  /** Waits until less than a batch of anything is waiting. Never rejects. */
  drained(): Promise<void>;
  /** Sends what is waiting. Never rejects. */
  flush(): Promise<void>;
  /** Tries nothing again from now on: the user wants an end. */
  hurry(): void;
  /** Sends what is waiting and closes everything, the caller's span processors too. */
  shutdown(): Promise<void>;
}

/** How long a batch is tried by default, beyond the exporter's own retries. */
const GIVE_UP_MS = { replay: 60_000, live: 30_000 };

/** How long the end waits for the last metrics to be taken. */
const LAST_METRICS_MS = 3_000;

/** The limits of a span as the SDK has them, whatever the environment says. */
const SDK_LIMITS = {
  attributeCountLimit: 128,
  attributeValueLengthLimit: Infinity,
  linkCountLimit: 128,
  eventCountLimit: 128,
};

/** Builds what the settings say. For the command alone: the library leaves the OpenTelemetry SDK to its host. */
export function setUp(settings: Settings, { pace, spanProcessors, output }: SetUpOptions): Pipeline {
  setDiagnostics(settings.logLevel, output);
  const resource = defaultResource().merge(resourceFromAttributes(settings.resource));
  const { traces, logs, metrics } = settings;
  const spans = outboxesOf(traces, settings.spans, pace, otlpSpanExporter, () => consoleSpanExporter(output));
  const events = outboxesOf(logs, settings.events, pace, otlpLogExporter, () => consoleLogExporter(output));
  const outboxes: Pick<Outbox<never>, 'drained' | 'flush' | 'hurry'>[] = [...spans, ...events];

  const tracerProvider = new NodeTracerProvider({
    resource,
    idGenerator: new CodexIdGenerator(),
    spanProcessors: [...spanProcessors, ...spans.map(spanProcessorOf)],
    // A replay that sends no spans depends on nothing: the same recording makes the same files everywhere.
    ...(pace === 'replay' && spans.length === 0
      ? { sampler: new AlwaysOnSampler(), spanLimits: SDK_LIMITS }
      : { sampler: samplerOf(settings.sampler) }),
  });
  const { logRecordLimits } = settings;
  const loggerProvider =
    events.length === 0
      ? undefined
      : new LoggerProvider({ resource, logRecordLimits, processors: events.map(logProcessorOf) });
  const meterProvider = pace === 'live' ? meterProviderOf(metrics, resource, output) : undefined;

  const [spanOutbox] = spans;
  const [eventOutbox] = events;
  return {
    tracerProvider,
    loggerProvider,
    meterProvider,
    shipments: [
      ...(traces.otlp && spanOutbox ? [{ noun: 'span', url: traces.otlp.url, outbox: spanOutbox } as const] : []),
      ...(logs.otlp && eventOutbox ? [{ noun: 'event', url: logs.otlp.url, outbox: eventOutbox } as const] : []),
    ],
    async drained() {
      await Promise.all(outboxes.map((outbox) => outbox.drained()));
    },
    async flush() {
      await Promise.all(outboxes.map((outbox) => outbox.flush()));
    },
    hurry() {
      for (const outbox of outboxes) outbox.hurry();
    },
    async shutdown() {
      const metered = meterProvider?.shutdown({ timeoutMillis: LAST_METRICS_MS }).catch(globalErrorHandler);
      await Promise.all([tracerProvider.shutdown(), loggerProvider?.shutdown(), metered]);
    },
  };
}

/** One outbox for each way that a signal leaves; the one by OTLP comes first. */
function outboxesOf<T>(
  { otlp, console }: SignalSettings,
  { giveUpMs: setGiveUpMs, maxQueue, ...batches }: BatchSettings,
  pace: SetUpOptions['pace'],
  otlpExporter: (settings: NonNullable<SignalSettings['otlp']>) => BatchExporter<T>,
  consoleExporter: () => BatchExporter<T>,
): Outbox<T>[] {
  const isReplay = pace === 'replay';
  const giveUpMs = setGiveUpMs ?? GIVE_UP_MS[pace];
  const options = { ...batches, maxQueue: isReplay ? Infinity : maxQueue, giveUpMs, givesUpForGood: isReplay };
  const exporters = [
    ...(otlp ? [otlpExporter({ ...otlp, timeoutMs: Math.min(otlp.timeoutMs, giveUpMs) })] : []),
    ...(console ? [consoleExporter()] : []),
  ];
  return exporters.map((exporter) => new Outbox(exporter, options));
}

function meterProviderOf(
  { otlp, console, intervalMs, timeoutMs, temporality }: Settings['metrics'],
  resource: Resource,
  output: Writable,
): MeterProvider | undefined {
  const exporters: PushMetricExporter[] = [
    ...(otlp ? [otlpMetricExporter(otlp, temporality)] : []),
    ...(console ? [consoleMetricExporter(output)] : []),
  ];
  if (exporters.length === 0) return undefined;
  const reader = (exporter: PushMetricExporter) =>
    new PeriodicExportingMetricReader({
      exporter,
      exportIntervalMillis: intervalMs,
      exportTimeoutMillis: timeoutMs,
    });
  return new MeterProvider({ resource, readers: exporters.map(reader) });
}
