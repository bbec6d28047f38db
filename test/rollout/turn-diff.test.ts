import { createTwoFilesPatch, diffArrays } from 'diff';
import { describe, expect, it } from 'vitest';
import { TurnDiff } from '../../src/rollout/turn/turn-diff.js';
import { countLines } from '../../src/session/turns/totals/diff.js';
import { randomFrom } from '../wire/random.js';

const add = (content: string) => ({ type: 'add', content });
const remove = (content: string) => ({ type: 'delete', content });
const update = (unified: string, movePath: string | null = null) => ({
  type: 'update',
  unified_diff: unified,
  move_path: movePath,
});

/** The unified diff that Codex records of a change of a file. */
function patch(before: string, after: string, context = 1): string {
  const whole = createTwoFilesPatch('a', 'a', before, after, '', '', { context });
  return whole.slice(whole.indexOf('@@'));
}

/** Added and deleted lines of a turn of these patches; null where the diff is not known or empty. */
function counted(...patches: Record<string, unknown>[]): [number, number] | null {
  const diff = new TurnDiff();
  for (const changes of patches) diff.apply(changes);
  const text = diff.textFrom('/project');
  if (text === undefined) return null;
  const { addedLines, deletedLines } = countLines(text);
  return [addedLines, deletedLines];
}

describe('TurnDiff', () => {
  it('equals the diff of a single patch', () => {
    expect(counted({ a: add('x\ny\n') })).toEqual([2, 0]);
    expect(counted({ a: remove('x\ny\n') })).toEqual([0, 2]);
    expect(counted({ a: update('@@ -1,3 +1,4 @@\n one\n-two\n+TWO\n+two and a half\n three\n') })).toEqual([2, 1]);
    expect(counted({ a: add('x'), b: update('@@ -5 +5 @@\n-p\n+q\n') })).toEqual([2, 1]);
  });

  it('leaves out lines that a later patch undid', () => {
    const there = update('@@ -2,2 +2,2 @@\n b\n-c\n+C\n');
    const back = update('@@ -2,2 +2,2 @@\n b\n-C\n+c\n');
    expect(counted({ a: there }, { a: back })).toEqual([0, 0]);
    expect(counted({ a: add('x\n') }, { a: remove('x\n') })).toEqual([0, 0]);
    expect(counted({ a: remove('x\ny\n') }, { a: add('x\ny\nz\n') })).toEqual([1, 0]);
  });

  it('has a line once that was changed twice', () => {
    expect(counted({ a: update('@@ -1 +1 @@\n-a\n+b\n') }, { a: update('@@ -1 +1 @@\n-b\n+c\n') })).toEqual([1, 1]);
  });

  it('follows a file that is moved', () => {
    const moved = { 'old.txt': update('@@ -1 +1 @@\n-a\n+b\n', 'new.txt') };
    expect(counted(moved)).toEqual([1, 1]);
    expect(counted(moved, { 'new.txt': update('@@ -1 +1 @@\n-b\n+a\n') })).toEqual([0, 0]);
    expect(counted({ 'old.txt': update('', 'new.txt') }, { 'old.txt': add('fresh\n') })).toEqual([1, 0]);
  });

  it('treats lines that look like headers as lines', () => {
    expect(counted({ a: add('@@ -1 +1 @@\n+++ b/x\n--- a/x\ndiff --git a/x b/x\n\\ No newline\n') })).toEqual([5, 0]);
    expect(counted({ a: update('@@ -1 +1 @@\n--- x\n+++ y\n') })).toEqual([1, 1]);
  });

  it('distinguishes a last line with a newline from one without', () => {
    const none = '\\ No newline at end of file\n';
    expect(counted({ a: update(`@@ -1 +1 @@\n-x\n${none}+x\n`) })).toEqual([1, 1]);
    expect(counted({ a: remove('x') }, { a: add('x\n') })).toEqual([1, 1]);
    expect(counted({ a: remove('x') }, { a: add('x') })).toEqual([0, 0]);
  });

  it('is undefined where a patch cannot be read or is too large', () => {
    expect(counted({ a: update('@@ -1,9 +1,9 @@\n nothing of the kind\n') })).toBeNull();
    expect(counted({ a: { type: 'rename' } })).toBeNull();
    expect(counted({ a: add('x'.repeat(65 * 1024 * 1024)) })).toBeNull();
  });

  it('is undefined where the comparison of two thousand reordered lines would take too long', () => {
    const lines = Array.from({ length: 2_000 }, (_, index) => `${index}\n`);
    const shuffled = [...lines].sort((a, b) => (a.length === b.length ? (a < b ? 1 : -1) : 0));
    const both = [{ a: remove(lines.join('')) }, { a: add(shuffled.reverse().join('')) }];
    expect(counted(...both)).toBeNull();
  });

  it('compares a rewritten file of 20,000 lines', () => {
    const [before, after] = ['x', 'y'].map((name) =>
      Array.from({ length: 20_000 }, (_, i) => `${name}${i}\n`).join(''),
    );
    expect(counted({ a: remove(before!) }, { a: add(after!) })).toEqual([20_000, 20_000]);
  });

  it('equals the diff between the first and the last state for random patches', () => {
    const random = randomFrom(20_261_128);
    const word = () => `${Math.floor(random() * 40)}\n`;
    for (let round = 0; round < 200; round++) {
      const original = Array.from({ length: 3 + Math.floor(random() * 30) }, (_, line) => `${line} ${word()}`);
      let now = original;
      const patches: Record<string, unknown>[] = [];
      for (let step = 0; step < 4; step++) {
        const at = Math.floor(random() * (now.length + 1));
        const gone = Math.floor(random() * 4);
        const written = Array.from({ length: Math.floor(random() * 4) }, word);
        const next = [...now.slice(0, at), ...written, ...now.slice(at + gone)];
        if (next.join('') === now.join('')) continue;
        patches.push({ a: update(patch(now.join(''), next.join(''), Math.floor(random() * 3))) });
        now = next;
      }
      const expected = [0, 0];
      for (const { added, removed, count } of diffArrays(original, now)) {
        if (added) expected[0]! += count;
        if (removed) expected[1]! += count;
      }
      if (patches.length > 0) expect(counted(...patches), `round ${round}`).toEqual(expected);
    }
  });
});
