// The entry `opentelemetry-instrumentation-codex/wire`: reads, writes and replays recordings.
export { Counters, type CounterSink, type CounterEntry, type CounterName } from './counters.js';
export {
  parseWireRecord,
  type CloseRecord,
  type MessageRecord,
  type OpenRecord,
  type RawRecord,
  type Sender,
  type Transport,
  type WireRecord,
} from './wire/log/format.js';
export { WireLogError, type WireLogErrorCode } from './wire/log/error.js';
export { readWireLog, type ReadProgress, type ReadWireLogOptions } from './wire/log/reader.js';
export { WireLogWriter, type WireLogWriterOptions } from './wire/log/writer.js';
export { replayWireLog, type ReplayOptions } from './replay/wire-log.js';
export type { AcceptedLines, Repositories } from './session/context.js';
export type { Limits } from './session/limits.js';
