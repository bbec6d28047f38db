import { describe, expect, it } from 'vitest';
import { UnifiedDiff } from '../../src/diff/unified-diff.js';

/** Each added or deleted line of a diff: its side, file, number and text. */
function read(lines: readonly string[], options?: ConstructorParameters<typeof UnifiedDiff>[0]): string[] {
  const diff = new UnifiedDiff(options);
  return lines.flatMap((line) => {
    const change = diff.read(line);
    return change === undefined ? [] : [`${change} ${diff.path}:${diff.lineNumber} ${line.slice(diff.columns)}`];
  });
}

describe('a unified diff', () => {
  it('has the file and the number of each added line', () => {
    const lines = ['diff --git a/x b/x', '--- a/x', '+++ b/x', '@@ -3,3 +3,4 @@ f()', ' a', '-b', '+B', '+C', ' d'];
    expect(read(lines)).toEqual(['deleted x:3 b', 'added x:4 B', 'added x:5 C']);
  });

  it.each<[name: string, header: string, path: string | null]>([
    ['a plain one', '+++ b/src/a.ts', 'src/a.ts'],
    ['one without a prefix', '+++ src/a.ts', 'src/a.ts'],
    ['one with spaces, after which git writes a tab', '+++ b/two words.txt\t', 'two words.txt'],
    ['one in other letters', '+++ b/häßlich.txt', 'häßlich.txt'],
    ['one that git quotes, in bytes', String.raw`+++ "b/h\303\244\303\237lich.txt"`, 'häßlich.txt'],
    ['one with quotes, a tab and a backslash', String.raw`+++ "b/a\"b\tc\\d"`, 'a"b\tc\\d'],
    ['one in quotes that need none', '+++ "b/plain"', 'plain'],
    ['one in a folder that is called b', '+++ b/b/x', 'b/x'],
    ['that of a deleted file', '+++ /dev/null', null],
  ])('has the name of a file: %s', (_name, header, path) => {
    const diff = new UnifiedDiff();
    for (const line of ['diff --git a/x b/x', '--- a/x', header]) diff.read(line);
    expect(diff.path).toBe(path);
  });

  it('has both names of a file that was moved, until the next file', () => {
    const diff = new UnifiedDiff();
    for (const line of ['diff --git a/a/x b/b/y', 'rename from a/x', String.raw`rename to "b/y\tz"`]) diff.read(line);
    expect([diff.pathBefore, diff.path]).toEqual(['a/x', 'b/y\tz']);
    diff.read('diff --git a/z b/z');
    expect([diff.pathBefore, diff.path]).toEqual([null, null]);
  });

  it('forgets the file at the next one, so a binary or a new mode takes no lines', () => {
    const lines = ['diff --git a/x b/x', '+++ b/x', '@@ -0,0 +1 @@', '+a', 'diff --git a/y b/y', 'old mode 1', '+no'];
    expect(read(lines)).toEqual(['added x:1 a']);
  });

  const MERGE = [
    'diff --cc x',
    '+++ b/x',
    '@@@ -1,2 -1,2 +1,4 @@@',
    '  both',
    ' -his',
    '- mine',
    '++new',
    '+ his',
    ' +mine',
  ];

  it('of a merge has the lines that no parent has, if merges are read', () => {
    const lines = [...MERGE, '@@@ -9,1 -9,1 +10,0 @@@', '--old', 'diff --git a/y b/y'];
    expect(read(lines, { readsMerges: true })).toEqual(['added x:2 new', 'deleted x:9 old']);
  });

  it('of a merge has no lines if merges are not read', () => {
    expect(read(MERGE)).toEqual([]);
  });

  it('has no lines after a hunk header that cannot be read, however long it is', () => {
    expect(read(['@@ odd @@', '+a', `@@ -${'1'.repeat(2_000)} +1 @@`, '+b'])).toEqual([]);
  });
});
