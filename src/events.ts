/**
 * The analytics events: the processor that makes them of finished spans, their zod schemas, types and JSON Schemas, and
 * the facts that a span carries.
 */
export type { CounterName, CounterSink } from './counters.js';
export { eventName, type EventLoggerProvider, type EventLogRecord, type LogValue } from './events/log-record.js';
export { CodexSpanProcessor, type CodexSpanProcessorOptions, type FinishedSpan } from './events/processor.js';
export { EVENT_VERSION, type EventExporter, type EventIds, type EventRecord } from './events/record.js';
export {
  codexAnalyticsEvent,
  eventSchemas,
  toJsonSchemas,
  type CodexAnalyticsEvent,
  type EventOf,
  type EventSchema,
  type EventType,
  type SchemaOf,
} from './events/schema/index.js';
export type * from './session/facts/index.js';
export { factsOf } from './spans/facts-on-span.js';
