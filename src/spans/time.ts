import type { HrTime } from '@opentelemetry/api';

/** Unix milliseconds as OpenTelemetry's seconds and nanoseconds: exact, whatever the provider's own clock. */
export function hrTime(ms: number): HrTime {
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
}
