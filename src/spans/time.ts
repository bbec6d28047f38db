import type { HrTime } from '@opentelemetry/api';

/** What is still open this long after its turn ended, or after its thread lost its last connection, ends. */
export const OPEN_END_MS = 60_000;

/** The start of what took so long until `ms`; a duration from before 1970 on is none. */
export const startOf = (ms: number, durationMs: number | null): number =>
  durationMs === null || durationMs > ms ? ms : ms - durationMs;

/** Unix milliseconds as OpenTelemetry's seconds and nanoseconds: exact, whatever the provider's own clock. */
export function hrTime(ms: number): HrTime {
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
}
