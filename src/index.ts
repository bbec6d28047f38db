// The entry `opentelemetry-instrumentation-codex`: the instrumentation, and what is put into a pipeline of one's own.
export { CodexInstrumentation } from './instrumentation/instrumentation.js';
export type { ByHandConnection } from './instrumentation/sources/by-hand.js';
export type { CodexInstrumentationConfig, ProcessInfo } from './instrumentation/config.js';
export type { ContentAttribute, RedactContent } from './instrumentation/redaction.js';
export type { ConnectOptions, WireRecorder } from './instrumentation/live-connection.js';
export type { ObserveWebSocketOptions, WebSocketLike } from './instrumentation/sources/websocket.js';
export { CodexSpanProcessor, type CodexSpanProcessorOptions, type FinishedSpan } from './events/processor.js';
export type { EventLoggerProvider, EventLogRecord, LogValue } from './events/log-record.js';
export type { EventExporter, EventIds, EventRecord } from './events/record.js';
export type { CodexAnalyticsEvent, EventType } from './events/schema/index.js';
export { FileEventExporter, type FileEventExporterOptions } from './export/files/file-event-exporter.js';
export { FileWriteError } from './export/files/line-sink.js';
export { CodexIdGenerator, type IdGenerator } from './spans/ids.js';
export { CodexSampler, type Sampler, type SamplingResult } from './spans/sampler.js';
export type { Limits } from './session/limits.js';
export type * from './session/facts/index.js';
export type { CounterEntry, CounterName, Counters, CounterSink } from './counters.js';
export type {
  CloseRecord,
  MessageRecord,
  OpenRecord,
  RawRecord,
  Sender,
  Transport,
  WireRecord,
} from './wire/log/format.js';
