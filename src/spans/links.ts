import { trace, type Context, type Link, type Span } from '@opentelemetry/api';

/** A link to the span of a context, or to a span; none where there is no span. */
export function linkTo(target: Context | Span | undefined): Link[] {
  if (target === undefined) return [];
  const span = 'spanContext' in target ? target : trace.getSpan(target);
  return span === undefined ? [] : [{ context: span.spanContext() }];
}
