import { ExportResultCode, type ExportResult } from '@opentelemetry/core';
import { OTLPMetricExporterBase } from '@opentelemetry/exporter-metrics-otlp-http';
import type { PushMetricExporter, ResourceMetrics } from '@opentelemetry/sdk-metrics';
import { untraced } from '../../suppression.js';
import type { Sender } from '../queue/sender.js';

/**
 * Exports metrics through a sender, one try each: the next export, a minute later, holds the same sums. The SDK's base class
 * reads the temporality from the environment.
 */
export function metricExporter(sender: Sender<ResourceMetrics>, signal: AbortSignal): PushMetricExporter {
  const exported = async (metrics: ResourceMetrics): Promise<ExportResult> => {
    const result = await untraced(() => sender.send(metrics, signal));
    if (result.isTaken) return { code: ExportResultCode.SUCCESS };
    return { code: ExportResultCode.FAILED, error: new Error(result.reason) };
  };
  return new OTLPMetricExporterBase({
    export(metrics, done) {
      void exported(metrics).then(done);
    },
    forceFlush: () => Promise.resolve(),
    shutdown() {
      sender.close();
      return Promise.resolve();
    },
    setMetrics: () => undefined,
  });
}
