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
export function spanProcessorOf(
  queue: ExportQueue<ReadableSpan>,
  admits: (span: ReadableSpan) => boolean = all,
): SpanProcessor {
  return {
    onStart: () => undefined,
    onEnd(span) {
      if ((span.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0 && admits(span)) queue.add(span);
    },
    forceFlush: () => queue.flush(),
    shutdown: () => queue.shutdown(),
  };
}

/** Puts the records of a logger provider into a queue. */
export function logProcessorOf(
  queue: ExportQueue<ReadableLogRecord>,
  admits: (record: ReadableLogRecord) => boolean = all,
): LogRecordProcessor {
  return {
    onEmit(record) {
      if (admits(record)) queue.add(record);
    },
    forceFlush: () => queue.flush(),
    shutdown: () => queue.shutdown(),
  };
}
