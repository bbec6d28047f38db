export { Counters, noTally, type Tally, type TallyEntry, type TallyName } from '../tally.js';
export { DEFAULT_MAX_LINE_BYTES, LineSplitter, type LineSplitterOptions } from './lines.js';
export { peek, type Peek } from './peek.js';
export {
  parseWireRecord,
  type CloseRecord,
  type MessageRecord,
  type OpenRecord,
  type RawRecord,
  type Sender,
  type Transport,
  type WireRecord,
} from './log.js';
export { readWireLog, type ReadProgress, type ReadWireLogOptions } from './log-reader.js';
export { WireLogWriter, type WireLogWriterOptions } from './log-writer.js';
