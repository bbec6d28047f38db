import type { CounterSink } from '../../../counters.js';
import { pathHash } from '../../../diff/fingerprint.js';
import { LineHasher } from '../../../diff/line-hash.js';
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
  const hasher = new LineHasher(diff);
  const files: FileFingerprints[] = [];
  let lineHashes: string[] = [];
  let lastPath: string | null = null;
  let lines = 0;
  for (let start = 0; start < diff.length;) {
    const end = endOfLine(diff, start);
    if (reader.read(diff, start, end) === 'added' && reader.path !== null) {
      const hash = lines < limit ? hasher.hash(start + 1, end) : undefined;
      if (lines >= limit) counters.add('state.dropped', 'line fingerprint');
      if (hash !== undefined) {
        if (reader.path !== lastPath) {
          lastPath = reader.path;
          files.push({ pathHash: pathHash(lastPath), lineHashes: (lineHashes = []) });
        }
        lines += 1;
        lineHashes.push(hash);
      }
    }
    start = end + 1;
  }
  return files;
}

function endOfLine(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  return newline === -1 ? text.length : newline;
}
