/**
 * The analytics events: their zod schemas and types, their JSON Schemas, and the projection from a span's facts.
 */
export type * from '../spans/facts.js';
export { factsOf } from '../spans/facts.js';
export { eventId } from './identity.js';
export { eventName, toLogRecord, type EventLoggerProvider, type EventLogRecord, type LogValue } from './log-record.js';
export { CodexSpanProcessor, type CodexSpanProcessorOptions, type FinishedSpan } from './processor.js';
export { project } from './project.js';
export type { EventExporter, EventIds, EventRecord } from './record.js';
export * from './schema/index.js';
export { validate, type Validation } from './validate.js';
