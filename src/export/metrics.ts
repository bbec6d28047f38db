import { getNumberFromEnv } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader, type ResourceMetrics } from '@opentelemetry/sdk-metrics';
import { metricExporter } from './otlp/metric-exporter.js';
import type { Sender } from './queue/sender.js';

/** Exports metrics through each sender, until the signal aborts. */
export function meterProviderOf(
  senders: readonly Sender<ResourceMetrics>[],
  { resource, signal }: { readonly resource: Resource; readonly signal: AbortSignal },
): MeterProvider {
  return new MeterProvider({ resource, readers: senders.map((sender) => reader(sender, signal)) });
}

function reader(sender: Sender<ResourceMetrics>, signal: AbortSignal): PeriodicExportingMetricReader {
  const exportIntervalMillis = getNumberFromEnv('OTEL_METRIC_EXPORT_INTERVAL') ?? 60_000;
  const timeoutMs = getNumberFromEnv('OTEL_METRIC_EXPORT_TIMEOUT') ?? 30_000;
  return new PeriodicExportingMetricReader({
    exporter: metricExporter(sender, signal),
    exportIntervalMillis,
    exportTimeoutMillis: Math.min(timeoutMs, exportIntervalMillis),
  });
}
