import { createOtlpHttpExportDelegate, httpAgentFactoryFromOptions } from '@opentelemetry/otlp-exporter-base/node-http';
import { AggregationTemporalityPreference, OTLPMetricExporterBase } from '@opentelemetry/exporter-metrics-otlp-http';
import {
  JsonLogsSerializer,
  JsonMetricsSerializer,
  JsonTraceSerializer,
  LogsExporterMetricsHelper,
  MetricsExporterMetricsHelper,
  ProtobufLogsSerializer,
  ProtobufMetricsSerializer,
  ProtobufTraceSerializer,
  TraceExporterMetricsHelper,
  type IExporterMetricsHelper,
  type ISerializer,
} from '@opentelemetry/otlp-transformer';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { SCOPE_NAME, VERSION } from '../version.js';
import type { OtlpSettings } from './otlp-settings.js';
import type { BatchExporter, Outcome } from './outbox.js';
import type { Settings } from './settings.js';

/** The two encodings of one signal. */
interface Serializers<Request, Response> {
  readonly 'http/json': ISerializer<Request, Response>;
  readonly 'http/protobuf': ISerializer<Request, Response>;
}

/** What a receiver says that took a request only in part. */
interface PartialSuccess {
  readonly count: number | string | undefined;
  readonly errorMessage: string | undefined;
}

export function otlpSpanExporter(settings: OtlpSettings): BatchExporter<ReadableSpan> {
  return otlpExporter(
    settings,
    { 'http/json': JsonTraceSerializer, 'http/protobuf': ProtobufTraceSerializer },
    TraceExporterMetricsHelper,
    ({ partialSuccess }) => ({ count: partialSuccess?.rejectedSpans, errorMessage: partialSuccess?.errorMessage }),
  );
}

export function otlpLogExporter(settings: OtlpSettings): BatchExporter<ReadableLogRecord> {
  return otlpExporter(
    settings,
    { 'http/json': JsonLogsSerializer, 'http/protobuf': ProtobufLogsSerializer },
    LogsExporterMetricsHelper,
    ({ partialSuccess }) => ({ count: partialSuccess?.rejectedLogRecords, errorMessage: partialSuccess?.errorMessage }),
  );
}

export function otlpMetricExporter(
  settings: OtlpSettings,
  temporality: Settings['metrics']['temporality'],
): PushMetricExporter {
  const serializer = settings.protocol === 'http/json' ? JsonMetricsSerializer : ProtobufMetricsSerializer;
  const options = httpOptions(settings);
  const delegate = createOtlpHttpExportDelegate(options, serializer, KIND, MetricsExporterMetricsHelper, undefined);
  const preference = temporality.toUpperCase() as Uppercase<typeof temporality>;
  return new OTLPMetricExporterBase(delegate, { temporalityPreference: AggregationTemporalityPreference[preference] });
}

/** Names the exporter in metrics about itself, which nobody reads here. */
const KIND = 'otlp_http_exporter';

/**
 * OpenTelemetry's OTLP/HTTP exporter, with the retries it has: up to five within the timeout, on 429, 502, 503, 504 and
 * failures of the network. It only logs what the receiver rejected of a request; this tells its caller.
 */
function otlpExporter<T, Response>(
  settings: OtlpSettings,
  serializers: Serializers<T[], Response>,
  helper: IExporterMetricsHelper<T[]>,
  partialSuccessOf: (response: Response) => PartialSuccess,
): BatchExporter<T> {
  const serializer = serializers[settings.protocol];
  let rejected: Outcome['rejected'];
  const noting: ISerializer<T[], Response> = {
    serializeRequest: (batch) => serializer.serializeRequest(batch),
    deserializeResponse(bytes) {
      const response = serializer.deserializeResponse(bytes);
      const { count, errorMessage } = partialSuccessOf(response);
      if (Number(count) > 0) rejected = { count: Number(count), why: errorMessage ?? 'it does not say why' };
      return response;
    },
  };
  const delegate = createOtlpHttpExportDelegate(httpOptions(settings), noting, KIND, helper, undefined);
  return {
    export(batch, done) {
      rejected = undefined;
      delegate.export(batch, (result) => done({ ...result, rejected }));
    },
    shutdown: () => delegate.shutdown(),
  };
}

function httpOptions({ url, protocol, headers, timeoutMs, compression, tls }: OtlpSettings) {
  const contentType = protocol === 'http/json' ? 'application/json' : 'application/x-protobuf';
  return {
    url,
    headers: () => Promise.resolve({ ...headers, 'Content-Type': contentType }),
    timeoutMillis: timeoutMs,
    compression,
    concurrencyLimit: 1, // an outbox sends one batch at a time
    agentFactory: httpAgentFactoryFromOptions({ keepAlive: true, ...tls }),
    userAgent: `${SCOPE_NAME}/${VERSION}`,
  };
}
