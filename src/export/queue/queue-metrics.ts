import type { BatchObservableResult, MeterProvider } from '@opentelemetry/api';
import { SCOPE_NAME, VERSION } from '../../version.js';
import type { ExportQueue } from './export-queue.js';

/** How the semantic conventions (OpenTelemetry SDK metrics) name the component behind a metric. */
const TYPE = 'ExportQueue';
let instances = 0;

/**
 * Measures a queue under the names that the SDK's batch processors use: `otel.sdk.processor.span.queue.size`,
 * `….queue.capacity` and `….processed`, the last with `error.type` for items that were lost. An unused queue is silent.
 */
export function observeQueue(
  provider: MeterProvider,
  noun: 'span' | 'log',
  queue: Pick<ExportQueue<never>, 'added' | 'capacity' | 'delivered' | 'dropped' | 'lost' | 'size'>,
): void {
  const meter = provider.getMeter(SCOPE_NAME, VERSION);
  const name = `otel.sdk.processor.${noun}`;
  const unit = noun === 'span' ? '{span}' : '{log_record}';
  const gauge = (of: string, description: string) =>
    meter.createObservableUpDownCounter(`${name}.queue.${of}`, { unit, description });
  const size = gauge('size', 'Items that wait.');
  const capacity = gauge('capacity', 'Items that may wait.');
  const description = 'Items that were delivered, or lost where there is an error type.';
  const processed = meter.createObservableCounter(`${name}.processed`, { unit, description });
  const attributes = { 'otel.component.type': TYPE, 'otel.component.name': `${TYPE}/${instances++}` };
  const observe = (result: BatchObservableResult) => {
    if (queue.added === 0) return;
    result.observe(size, queue.size, attributes);
    result.observe(capacity, queue.capacity, attributes);
    result.observe(processed, queue.delivered, attributes);
    result.observe(processed, queue.dropped, { ...attributes, 'error.type': 'queue_full' });
    result.observe(processed, queue.lost - queue.dropped, { ...attributes, 'error.type': '_OTHER' });
  };
  meter.addBatchObservableCallback(observe, [size, capacity, processed]);
}
