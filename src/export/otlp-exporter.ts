import { OTLPLogExporter as JsonLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPLogExporter as ProtobufLogExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import {
  AggregationTemporalityPreference,
  OTLPMetricExporter as JsonMetricExporter,
} from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPMetricExporter as ProtobufMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter as JsonTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import type { ExportResult } from '@opentelemetry/core';
import { SCOPE_NAME, VERSION } from '../version.js';
import { takeRejection, type Rejectable } from './diagnostics.js';
import type { OtlpSettings } from './otlp-settings.js';
import type { BatchExporter } from './outbox.js';
import type { Settings } from './settings.js';

const TRACES = { 'http/json': JsonTraceExporter, 'http/protobuf': ProtobufTraceExporter };
const LOGS = { 'http/json': JsonLogExporter, 'http/protobuf': ProtobufLogExporter };
const METRICS = { 'http/json': JsonMetricExporter, 'http/protobuf': ProtobufMetricExporter };

export function otlpSpanExporter(settings: OtlpSettings): BatchExporter<ReadableSpan> {
  return noting(new TRACES[settings.protocol](configOf(settings)), 'rejectedSpans');
}

export function otlpLogExporter(settings: OtlpSettings): BatchExporter<ReadableLogRecord> {
  return noting(new LOGS[settings.protocol](configOf(settings)), 'rejectedLogRecords');
}

export function otlpMetricExporter(
  settings: OtlpSettings,
  temporality: Settings['metrics']['temporality'],
): PushMetricExporter {
  const preference = temporality.toUpperCase() as Uppercase<typeof temporality>;
  return new METRICS[settings.protocol]({
    ...configOf(settings),
    temporalityPreference: AggregationTemporalityPreference[preference],
  });
}

/**
 * OpenTelemetry's exporter, with the retries it has: up to five within the timeout, on 429, 502, 503, 504 and failures of
 * the network. Of what a receiver rejects out of a request it only tells the diagnostics; this tells its caller.
 */
function noting<T>(
  exporter: { export(batch: T[], done: (result: ExportResult) => void): void; shutdown(): Promise<void> },
  what: Rejectable,
): BatchExporter<T> {
  return {
    export(batch, done) {
      exporter.export(batch, (result) => done({ ...result, rejected: takeRejection(what) }));
    },
    shutdown: () => exporter.shutdown(),
  };
}

function configOf({ url, headers, timeoutMs, compression, tls }: OtlpSettings) {
  return {
    url,
    headers: { ...headers },
    timeoutMillis: timeoutMs,
    compression: compression as never, // an enumeration of the exporters' own, by its values
    concurrencyLimit: 1, // an outbox sends one batch at a time
    httpAgentOptions: { keepAlive: true, ...tls },
    userAgent: `${SCOPE_NAME}/${VERSION}`,
  };
}
