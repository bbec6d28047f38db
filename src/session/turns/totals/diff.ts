import type { CounterSink } from '../../../counters.js';
import { lineHash, pathHash } from '../../../diff/fingerprint.js';
import { UnifiedDiff } from '../../../diff/unified-diff.js';
import type { DiffFacts, FileFingerprints } from '../../facts/index.js';

/** Counts the added and deleted lines of a unified diff. */
export function countLines(diff: string): DiffFacts {
  let addedLines = 0;
  let deletedLines = 0;
  for (const { change } of changedLines(diff)) {
    if (change === 'added') addedLines += 1;
    else deletedLines += 1;
  }
  return { addedLines, deletedLines };
}

/** The hashes of the added lines, by file. Lines that say too little have none; those beyond `limit` are counted as dropped. */
export function lineFingerprints(diff: string, limit: number, counters: CounterSink): FileFingerprints[] {
  const files: (FileFingerprints & { readonly lineHashes: string[] })[] = [];
  let lastPath: string | null = null;
  let lines = 0;
  for (const { change, path, text } of changedLines(diff)) {
    if (change !== 'added' || path === null) continue;
    if (lines >= limit) {
      counters.add('state.dropped', 'line fingerprint');
      continue;
    }
    const hash = lineHash(text);
    if (hash === undefined) continue;
    if (path !== lastPath) files.push({ pathHash: pathHash(path), lineHashes: [] });
    lastPath = path;
    lines += 1;
    files.at(-1)?.lineHashes.push(hash);
  }
  return files;
}

function* changedLines(diff: string) {
  const reader = new UnifiedDiff();
  for (let start = 0; start < diff.length;) {
    const newline = diff.indexOf('\n', start);
    const end = newline === -1 ? diff.length : newline;
    const line = diff.slice(start, end);
    const change = reader.read(line);
    if (change !== undefined) yield { change, path: reader.path, text: line.slice(1) };
    start = end + 1;
  }
}
