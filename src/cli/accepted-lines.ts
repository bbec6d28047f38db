import { UsageError } from './command.js';

/** Reads `--accepted-lines`: whether accepted lines are hashed. Throws a {@link UsageError} where it has another value. */
export function wantsFingerprints(value: string | undefined): boolean {
  if (value === undefined || value === 'counts') return false;
  if (value === 'fingerprints') return true;
  throw new UsageError(`--accepted-lines takes counts or fingerprints, not ${value}.`);
}
