import { context, createContextKey } from '@opentelemetry/api';

/**
 * The key under which `suppressTracing` of `@opentelemetry/core` marks a context. A context key is a `Symbol.for` of its
 * name, so it is the same one in every copy of the package, and no SDK is needed to read it.
 */
const SUPPRESS_TRACING = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING');

/** Whether the host wants nothing of what happens now to be traced. */
export function isSuppressed(): boolean {
  return context.active().getValue(SUPPRESS_TRACING) === true;
}

/** Runs what is done for our own sake, such as writing a file: the host's other instrumentations make no spans of it. */
export function untraced<T>(step: () => T): T {
  return context.with(context.active().setValue(SUPPRESS_TRACING, true), step);
}
