import { describe, expect, it } from 'vitest';
import { countLines } from '../../src/session/turns/diff.js';
import { RECORDINGS, sentEvents, wireLines } from '../parity/recordings.js';

const counted = (...lines: string[]) => {
  const { addedLines, deletedLines } = countLines(lines.join('\n'));
  return [addedLines, deletedLines];
};

describe('the lines of a diff', () => {
  it('are those that its hunks announce', () => {
    expect(counted('diff --git a/x b/x', '--- a/x', '+++ b/x', '@@ -1,3 +1,3 @@', ' a', '-b', '+B', ' c', '')).toEqual([
      1, 1,
    ]);
  });

  it('are one where a hunk leaves a length out', () => {
    expect(counted('@@ -1 +1 @@', '-a', '+b', '')).toEqual([1, 1]);
    expect(counted('@@ -0,0 +1 @@', '+made', '')).toEqual([1, 0]);
    expect(counted('@@ -1 +0,0 @@', '-gone', '')).toEqual([0, 1]);
  });

  it('may look like headers, hunks or other diffs', () => {
    expect(
      counted('@@ -1,2 +1,4 @@', '--- a/x', '-- x', '+++ b/x', '++ x', '+@@ -1 +1 @@', '+diff --git a/x b/x'),
    ).toEqual([4, 2]);
  });

  it('end with the hunk, and go on with the next', () => {
    expect(
      counted('@@ -1 +1 @@', '-a', '+b', '+not in a hunk', '-nor this', '@@ -9 +9,2 @@', '-c', '+d', '+e'),
    ).toEqual([3, 2]);
  });

  it('have no newline at the end of a file, or none at all', () => {
    const none = '\\ No newline at end of file';
    expect(counted('@@ -1 +1 @@', '-a', none, '+b', none)).toEqual([1, 1]);
    expect(counted('@@ -1,2 +1,2 @@', ' a', '-b', none, '+c')).toEqual([1, 1]);
  });

  it('may be empty, on either side or both', () => {
    expect(counted('@@ -1,4 +1,4 @@', '', '-', '+', ' ', '')).toEqual([1, 1]);
  });

  it('count nothing where there is no hunk, or none that can be read', () => {
    expect(counted('')).toEqual([0, 0]);
    expect(counted('rename from x', 'rename to y')).toEqual([0, 0]);
    expect(counted('Binary files a/x and b/x differ')).toEqual([0, 0]);
    expect(counted('@@ odd @@', '+a', '-b')).toEqual([0, 0]);
    expect(counted('@@@ -1,2 -1,2 +1,3 @@@', '++a')).toEqual([0, 0]);
  });

  it('are as many as Codex counted, in every recording', () => {
    let compared = 0;
    for (const recording of RECORDINGS) {
      const diffs = new Map<string, string>();
      for (const { msg } of wireLines(recording)) {
        const params = msg?.params as { turnId: string; diff: string } | undefined;
        if (msg?.method === 'turn/diff/updated' && params) diffs.set(params.turnId, params.diff);
      }
      for (const { event_type, event_params } of sentEvents(recording)) {
        if (event_type !== 'codex_accepted_line_fingerprints') continue;
        expect(countLines(diffs.get(String(event_params.turn_id)) ?? ''), recording).toEqual({
          addedLines: event_params.accepted_added_lines,
          deletedLines: event_params.accepted_deleted_lines,
        });
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(2);
  });
});
