import { TraceFlags } from '@opentelemetry/api';
import type { LogRecordProcessor, ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-node';
import type { Outbox } from './outbox.js';

/** Puts the sampled spans of a tracer provider into an outbox. */
export function spanProcessorOf(outbox: Outbox<ReadableSpan>): SpanProcessor {
  return {
    onStart: () => undefined,
    onEnd(span) {
      if ((span.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0) outbox.add(span);
    },
    forceFlush: () => outbox.flush(),
    shutdown: () => outbox.shutdown(),
  };
}

/** Puts the records of a logger provider into an outbox. */
export function logProcessorOf(outbox: Outbox<ReadableLogRecord>): LogRecordProcessor {
  return {
    onEmit: (record) => outbox.add(record),
    forceFlush: () => outbox.flush(),
    shutdown: () => outbox.shutdown(),
  };
}
