import { describe, expect, it } from 'vitest';
import { project } from '../../src/events/projection/project.js';
import { eventId } from '../../src/events/identity.js';
import type { FileFingerprints } from '../../src/session/facts/index.js';
import * as given from './facts.js';

const hex = (n: number) => n.toString(16).padStart(40, '0');
/** Hashes of so many lines of one file. */
const file = (lines: number, path = 1): FileFingerprints => ({
  pathHash: hex(path),
  lineHashes: Array.from({ length: lines }, (_, line) => hex(line)),
});

const diff = { addedLines: 50_000, deletedLines: 3 };
const turnOf = (...files: FileFingerprints[]) => given.turn({ diff, lineFingerprints: files });
const chunksOf = (...files: FileFingerprints[]) =>
  project(turnOf(...files)).flatMap((event) =>
    event.event_type === 'codex_accepted_line_fingerprints' ? [event.event_params] : [],
  );

/** So many fit into two megabytes less one kilobyte: 112 bytes each, and a comma between two. */
const FULL = 18_549;

describe('the events of accepted lines', () => {
  it('hold the fingerprints of all files in their order', () => {
    expect(chunksOf(file(2, 1), file(1, 2)).map((params) => params.line_fingerprints)).toEqual([
      [
        { path_hash: hex(1), line_hash: hex(0) },
        { path_hash: hex(1), line_hash: hex(1) },
        { path_hash: hex(2), line_hash: hex(0) },
      ],
    ]);
  });

  it.each([
    [FULL, [FULL]],
    [FULL + 1, [FULL, 1]],
    [2 * FULL, [FULL, FULL]],
    [2 * FULL + 1, [FULL, FULL, 1]],
    [0, [0]],
  ])('have %i fingerprints in chunks of %j', (lines, chunks) => {
    const events = chunksOf(file(lines));
    expect(events.map((params) => params.line_fingerprints.length)).toEqual(chunks);
    for (const params of events)
      expect(JSON.stringify(params.line_fingerprints).length).toBeLessThanOrEqual(2 * 1024 * 1024 - 1024);
  });

  it('count the lines in the first chunk only, and repeat everything else', () => {
    const [first, second] = chunksOf(file(FULL + 1));
    expect(first).toMatchObject({ accepted_added_lines: 50_000, accepted_deleted_lines: 3 });
    const others = { accepted_added_lines: 0, accepted_deleted_lines: 0, line_fingerprints: second!.line_fingerprints };
    expect(second).toEqual({ ...first, ...others });
  });

  it('have an id each, by their place', () => {
    const facts = turnOf(file(2));
    const ids = [0, 1, 2].map((place) => eventId('codex_accepted_line_fingerprints', facts, place));
    expect(new Set(ids).size).toBe(3);
  });
});
