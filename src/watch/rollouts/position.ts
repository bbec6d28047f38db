import type { TailedRecord } from './tail.js';

/** A place in a rollout: behind a record. It outlives that the file is moved, compressed, rotated or written anew. */
export interface Position {
  /** Counts the records of a paginated thread; null in a legacy rollout, and where only a time is known. */
  readonly ordinal: number | null;
  /** The number of the record's line; null where only a time is known. */
  readonly line: number | null;
  /** When the record was written, Unix milliseconds. */
  readonly at: number;
}

/** The place before everything that is written at `at` or later. */
export const before = (at: number): Position => ({ ordinal: null, line: null, at: at - 1 });

export const behind = ({ record, line }: TailedRecord): Position => ({
  ordinal: record.ordinal,
  line,
  at: record.at,
});

/**
 * Whether a record lies before a place, or ends at it. Ordinals decide where both have one. Lines do in a legacy rollout
 * that is still the same file. Otherwise times do: the file was written anew, perhaps as a paginated one.
 */
export function isWithin({ record, line }: TailedRecord, position: Position, isSameFile: boolean): boolean {
  if (record.ordinal !== null && position.ordinal !== null) return record.ordinal <= position.ordinal;
  const isSameForm = record.ordinal === null && position.ordinal === null;
  if (isSameForm && isSameFile && position.line !== null) return line <= position.line;
  return record.at <= position.at;
}
