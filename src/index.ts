export { CodexSpanProcessor, type CodexSpanProcessorOptions, type FinishedSpan } from './events/processor.js';
export type { EventExporter, EventIds, EventRecord } from './events/record.js';
export { CodexIdGenerator, type IdGenerator } from './spans/ids.js';
export { CodexSampler, type Sampler, type SamplingResult } from './spans/sampler.js';
export { SCOPE_NAME, VERSION } from './version.js';
