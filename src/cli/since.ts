import { UsageError } from './command.js';

/** A day or a moment, such as 2026-11-28 or 2026-11-28T08:00Z, as Unix milliseconds. Throws a {@link UsageError} otherwise. */
export function timeOf(since: string): number {
  const time = /^\d{4}-\d\d-\d\d/.test(since) ? Date.parse(since) : NaN;
  if (Number.isNaN(time)) throw new UsageError(`--since ${since} is no date such as 2026-11-28 or 2026-11-28T08:00Z.`);
  return time;
}
