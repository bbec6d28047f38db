import type { CounterSink } from '../../../counters.js';
import { lineHash, pathHash } from '../../../diff/fingerprint.js';
import { UnifiedDiff, type ChangedLine } from '../../../diff/unified-diff.js';
import type { DiffFacts, FileFingerprints } from '../../facts/index.js';

/** Counts the added and deleted lines of a unified diff. */
export function countLines(diff: string): DiffFacts {
  let addedLines = 0;
  let deletedLines = 0;
  readChanges(diff, (change) => {
    if (change === 'added') addedLines += 1;
    else deletedLines += 1;
  });
  return { addedLines, deletedLines };
}

/** The hashes of the added lines, by file. Lines that say too little have none; those beyond `limit` are counted as dropped. */
export function lineFingerprints(diff: string, limit: number, counters: CounterSink): FileFingerprints[] {
  const files: FileFingerprints[] = [];
  let lineHashes: string[] = [];
  let lastPath: string | null = null;
  let lines = 0;
  readChanges(diff, (change, path, start, end) => {
    if (change !== 'added' || path === null) return;
    if (lines >= limit) return counters.add('state.dropped', 'line fingerprint');
    const hash = lineHash(diff, start, end);
    if (hash === undefined) return;
    if (path !== lastPath) files.push({ pathHash: pathHash(path), lineHashes: (lineHashes = []) });
    lastPath = path;
    lines += 1;
    lineHashes.push(hash);
  });
  return files;
}

/** The text of a changed line is `diff` from `start` to `end`: a copy of each line would cost as much as its hash. */
type OnChange = (change: NonNullable<ChangedLine>, path: string | null, start: number, end: number) => void;

function readChanges(diff: string, onChange: OnChange): void {
  const reader = new UnifiedDiff();
  for (let start = 0; start < diff.length;) {
    const newline = diff.indexOf('\n', start);
    const end = newline === -1 ? diff.length : newline;
    const change = reader.read(diff, start, end);
    if (change !== undefined) onChange(change, reader.path, start + 1, end);
    start = end + 1;
  }
}
