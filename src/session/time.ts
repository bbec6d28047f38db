/** Milliseconds for which work may go on after its turn ended, or after its thread lost its last connection. */
export const OPEN_END_MS = 60_000;

/** Milliseconds for which turns and items may go on after their thread lost its last connection. */
export const CLIENTLESS_MS = 3_600_000;

/**
 * A turn's duration stands still while the machine sleeps. A turn whose end is reported this much later than start
 * plus duration ended when it was reported.
 */
export const SLEEP_MS = 5_000;

/** The start of something that ended at `ms` and took `durationMs`. A duration that begins before 1970 counts as none. */
export const startOf = (ms: number, durationMs: number | null): number =>
  durationMs === null || durationMs > ms ? ms : ms - durationMs;
