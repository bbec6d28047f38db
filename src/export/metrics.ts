import { ExportResultCode, getNumberFromEnv } from '@opentelemetry/core';
import { OTLPMetricExporterBase } from '@opentelemetry/exporter-metrics-otlp-http';
import type { Resource } from '@opentelemetry/resources';
import {
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
  type ResourceMetrics,
} from '@opentelemetry/sdk-metrics';
import { untraced } from '../suppression.js';
import type { Sender } from './queue/sender.js';

/** Exports metrics through each sender, until the signal aborts. */
export function meterProviderOf(
  senders: readonly Sender<ResourceMetrics>[],
  { resource, signal }: { readonly resource: Resource; readonly signal: AbortSignal },
): MeterProvider {
  const exportIntervalMillis = getNumberFromEnv('OTEL_METRIC_EXPORT_INTERVAL') ?? 60_000;
  const timeoutMs = getNumberFromEnv('OTEL_METRIC_EXPORT_TIMEOUT') ?? 30_000;
  const exportTimeoutMillis = Math.min(timeoutMs, exportIntervalMillis);
  const readers = senders
    .map((sender) => metricExporter(sender, signal))
    .map((exporter) => new PeriodicExportingMetricReader({ exporter, exportIntervalMillis, exportTimeoutMillis }));
  return new MeterProvider({ resource, readers });
}

/**
 * Exports metrics through a sender, one try each: the next export, a minute later, holds the same sums. The SDK's base class
 * reads the temporality from the environment.
 */
function metricExporter(sender: Sender<ResourceMetrics>, signal: AbortSignal): PushMetricExporter {
  return new OTLPMetricExporterBase({
    export(metrics, done) {
      void untraced(() => sender.send(metrics, signal)).then((result) => {
        if (result.isTaken) done({ code: ExportResultCode.SUCCESS });
        else done({ code: ExportResultCode.FAILED, error: new Error(result.reason) });
      });
    },
    forceFlush: () => Promise.resolve(),
    shutdown() {
      sender.close();
      return Promise.resolve();
    },
    setMetrics: () => undefined,
  });
}
