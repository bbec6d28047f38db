import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import type { Facts } from '../../../src/session/facts/index.js';
import { attachFacts } from '../../../src/spans/facts-on-span.js';

const traceId = '01a20a514ed57db292aeadceedc8c28a';

/** A finished span of ours, as a span processor receives it. */
export function finishedSpan(facts: Facts, spanId: string, parentSpanId?: string): ReadableSpan {
  const span = {
    spanContext: () => ({ traceId, spanId, traceFlags: 1 }),
    ...(parentSpanId !== undefined && { parentSpanContext: { traceId, spanId: parentSpanId, traceFlags: 1 } }),
  };
  attachFacts(span, facts);
  return span as ReadableSpan;
}
