const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A duration as a person reads it at a glance: `88 ms`, `0.9 s`, `23.4 s`, `1 m 05 s`, `2 h 03 m`. */
export function formatDuration(ms: number): string {
  if (ms < 0.1 * SECOND) return `${Math.round(ms)} ms`;
  if (ms < MINUTE - 50) return `${(ms / SECOND).toFixed(1)} s`;
  if (ms < HOUR - SECOND / 2) return inUnits(Math.round(ms / SECOND), 'm', 's');
  return inUnits(Math.round(ms / MINUTE), 'h', 'm');
}

function inUnits(count: number, major: string, minor: string): string {
  return `${Math.floor(count / 60)} ${major} ${String(count % 60).padStart(2, '0')} ${minor}`;
}

/** `1 tool call`, `1,204 tool calls` */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `1,204` */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** `321 tokens`, `18.3K tokens`, `2.5M tokens` */
export function formatTokens(tokens: number): string {
  return `${compact.format(tokens)} tokens`;
}
