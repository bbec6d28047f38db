// The entry `opentelemetry-instrumentation-codex/wire`: wire logs, read, written and replayed.
export * from './wire/index.js';
export { replayWireLog, type ReplayOptions } from './spans/replay.js';
export type { Limits } from './spans/room.js';
