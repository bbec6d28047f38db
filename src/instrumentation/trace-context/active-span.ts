import { context, isSpanContextValid, trace, type Context } from '@opentelemetry/api';

/** The active context if it has a span of the host. The spans of a disabled tracer have no valid ids and do not count. */
export function activeSpanContext(): Context | undefined {
  const active = context.active();
  const span = trace.getSpanContext(active);
  return span !== undefined && isSpanContextValid(span) ? active : undefined;
}
