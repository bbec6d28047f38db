/**
 * The analytics events: their zod schemas and types, their JSON Schemas, and the projection from a span's facts.
 */
export type { CounterName, CounterSink } from './counters.js';
export type * from './session/facts/index.js';
export { factsOf } from './spans/facts-on-span.js';
export {
  eventName,
  toLogRecord,
  type EventLoggerProvider,
  type EventLogRecord,
  type LogValue,
} from './events/log-record.js';
export { CodexSpanProcessor, type CodexSpanProcessorOptions, type FinishedSpan } from './events/processor.js';
export { project } from './events/projection/project.js';
export type { EventExporter, EventIds, EventRecord } from './events/record.js';
export * from './events/schema/index.js';
export { validate, type Validation } from './events/validate.js';
