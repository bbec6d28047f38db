import type { CounterSink } from '../../../counters.js';
import { lineHash, pathHash } from '../../../diff/fingerprint.js';
import { UnifiedDiff } from '../../../diff/unified-diff.js';
import type { DiffFacts, FileFingerprints } from '../../facts/index.js';

/** Counts the added and deleted lines of a unified diff. */
export function countLines(diff: string): DiffFacts {
  const reader = new UnifiedDiff();
  let addedLines = 0;
  let deletedLines = 0;
  for (let start = 0; start < diff.length;) {
    const end = endOfLine(diff, start);
    const change = reader.read(diff, start, end);
    if (change === 'added') addedLines += 1;
    else if (change === 'deleted') deletedLines += 1;
    start = end + 1;
  }
  return { addedLines, deletedLines };
}

/** The hashes of the added lines, by file. Lines with too little in them have none; those beyond `limit` are counted as dropped. */
export function lineFingerprints(diff: string, limit: number, counters: CounterSink): FileFingerprints[] {
  const reader = new UnifiedDiff();
  const files: FileFingerprints[] = [];
  let lineHashes: string[] = [];
  let lastPath: string | null = null;
  let lines = 0;
  for (let start = 0; start < diff.length;) {
    const end = endOfLine(diff, start);
    const isAdded = reader.read(diff, start, end) === 'added';
    const { path } = reader;
    // The text is a part of the diff: a copy of each line would cost as much as its hash.
    const hash = isAdded && path !== null && lines < limit ? lineHash(diff, start + 1, end) : undefined;
    if (hash !== undefined) {
      if (path !== null && path !== lastPath) files.push({ pathHash: pathHash(path), lineHashes: (lineHashes = []) });
      lastPath = path;
      lines += 1;
      lineHashes.push(hash);
    } else if (isAdded && path !== null && lines >= limit) counters.add('state.dropped', 'line fingerprint');
    start = end + 1;
  }
  return files;
}

function endOfLine(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  return newline === -1 ? text.length : newline;
}
