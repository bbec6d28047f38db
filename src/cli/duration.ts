const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A duration as a person reads it at a glance: `88 ms`, `0.9 s`, `23.4 s`, `1 m 05 s`, `2 h 03 m`, `4 d 01 h`. */
export function formatDuration(ms: number): string {
  if (ms < 0.1 * SECOND) return `${Math.round(ms)} ms`;
  if (ms < MINUTE - 50) return `${(ms / SECOND).toFixed(1)} s`;
  const seconds = Math.round(ms / SECOND) * SECOND;
  if (seconds < HOUR) return inUnits(seconds, [MINUTE, 'm'], [SECOND, 's']);
  const minutes = Math.round(ms / MINUTE) * MINUTE;
  if (minutes < DAY) return inUnits(minutes, [HOUR, 'h'], [MINUTE, 'm']);
  return inUnits(Math.round(ms / HOUR) * HOUR, [DAY, 'd'], [HOUR, 'h']);
}

type Unit = readonly [ms: number, name: string];

function inUnits(ms: number, [major, majorName]: Unit, [minor, minorName]: Unit): string {
  const rest = String((ms % major) / minor).padStart(2, '0');
  return `${Math.floor(ms / major)} ${majorName} ${rest} ${minorName}`;
}

/** A moment on an axis of which the others are multiples of `step`, in the unit that suits them all. */
export function formatTick(ms: number, step: number): string {
  if (step >= DAY) return `${ms / DAY} d`;
  if (step >= HOUR) return `${ms / HOUR} h`;
  if (step >= MINUTE) return `${ms / MINUTE} m`;
  if (step >= 0.1 * SECOND) return `${ms / SECOND} s`;
  return `${ms} ms`;
}
