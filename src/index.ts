export {
  CodexInstrumentation,
  type ByHandConnection,
  type ConnectOptions,
  type ObserveWebSocketOptions,
} from './instrumentation/instrumentation.js';
export type { CodexInstrumentationOptions, ProcessInfo } from './instrumentation/options.js';
export type { WebSocketLike } from './instrumentation/websocket.js';
export { CodexSpanProcessor, type CodexSpanProcessorOptions, type FinishedSpan } from './events/processor.js';
export type { EventExporter, EventIds, EventRecord } from './events/record.js';
export { FileEventExporter, type FileEventExporterOptions } from './export/files/file-event-exporter.js';
export { CodexIdGenerator, type IdGenerator } from './spans/ids.js';
export { CodexSampler, type Sampler, type SamplingResult } from './spans/sampler.js';
export { SCOPE_NAME, VERSION } from './version.js';
