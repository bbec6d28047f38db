import type { Writable } from 'node:stream';
import { ExportResultCode } from '@opentelemetry/core';
import { JsonLogsSerializer, JsonMetricsSerializer, JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { AggregationTemporality, type PushMetricExporter, type ResourceMetrics } from '@opentelemetry/sdk-metrics';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import type { BatchExporter, Outcome } from './outbox.js';

// What `console` names as an exporter. OpenTelemetry's own write to standard output, which belongs to the app-server's
// messages where this command stands between it and its client; these write lines of OTLP/JSON where they are told to.

export function consoleSpanExporter(output: Writable): BatchExporter<ReadableSpan> {
  return lineExporter(output, (batch) => JsonTraceSerializer.serializeRequest(batch));
}

export function consoleLogExporter(output: Writable): BatchExporter<ReadableLogRecord> {
  return lineExporter(output, (batch) => JsonLogsSerializer.serializeRequest(batch));
}

export function consoleMetricExporter(output: Writable): PushMetricExporter {
  const lines = lineExporter<ResourceMetrics>(
    output,
    ([metrics]) => metrics && JsonMetricsSerializer.serializeRequest(metrics),
  );
  return {
    export: (metrics, done) => lines.export([metrics], done),
    forceFlush: () => Promise.resolve(),
    selectAggregationTemporality: () => AggregationTemporality.CUMULATIVE,
    shutdown: () => lines.shutdown(),
  };
}

function lineExporter<T>(output: Writable, serialize: (batch: T[]) => Uint8Array | undefined) {
  return {
    export(batch: T[], done: (outcome: Outcome) => void): void {
      output.write(`${Buffer.from(serialize(batch) ?? []).toString()}\n`);
      done({ code: ExportResultCode.SUCCESS });
    },
    shutdown: () => Promise.resolve(),
  };
}
