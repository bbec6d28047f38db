/** Milliseconds for which work may go on after its turn ended, or after its thread lost its last connection. */
export const OPEN_END_MS = 60_000;

/** The start of something that ended at `ms` and took `durationMs`. A duration that begins before 1970 counts as none. */
export const startOf = (ms: number, durationMs: number | null): number =>
  durationMs === null || durationMs > ms ? ms : ms - durationMs;
