import type { AttributedFile } from '../result.js';

/** A line that a commit adds to a file, or deletes from it, and that a turn added somewhere. */
export interface ChangedLine {
  /** Numbers of {@link AcceptedLines}. */
  readonly line: number;
  readonly path: number;
  /** Null for a deleted line. */
  readonly added: {
    readonly file: AttributedFile;
    readonly lineNumber: number;
    /** Whether its text is long enough to be recognised in another file. */
    readonly isLong: boolean;
  } | null;
}
