import { TraceFlags } from '@opentelemetry/api';
import type { LogRecordProcessor, ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { ExportQueue } from './export-queue.js';

/** Decides what may leave. */
export interface Admission {
  readonly span: (span: ReadableSpan) => boolean;
  readonly log: (record: ReadableLogRecord) => boolean;
}

const all = () => true;

/** Puts the sampled spans of a tracer provider into a queue. */
export const spanProcessorOf = (queue: ExportQueue<ReadableSpan>, admits: Admission['span'] = all): SpanProcessor => ({
  onStart: () => undefined,
  onEnd(span) {
    if ((span.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0 && admits(span)) queue.add(span);
  },
  ...endOf(queue),
});

/** Puts the records of a logger provider into a queue. */
export const logProcessorOf = (
  queue: ExportQueue<ReadableLogRecord>,
  admits: Admission['log'] = all,
): LogRecordProcessor => ({
  onEmit(record) {
    if (admits(record)) queue.add(record);
  },
  ...endOf(queue),
});

const endOf = (queue: Pick<ExportQueue<never>, 'flush' | 'shutdown'>) => ({
  forceFlush: () => queue.flush(),
  shutdown: () => queue.shutdown(),
});
