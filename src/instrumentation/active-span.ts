import { context, isSpanContextValid, trace, type Context } from '@opentelemetry/api';

/**
 * The active context where the host has a span in it; a span of a tracer that is switched off has no valid ids and is
 * none.
 */
export function activeSpanContext(): Context | undefined {
  const active = context.active();
  const span = trace.getSpanContext(active);
  return span !== undefined && isSpanContextValid(span) ? active : undefined;
}
