import { describe, expect, it } from 'vitest';
import { openThread, openTurn, START } from '../session.js';

/** A unified diff of one file with one hunk. */
const diffOf = (...lines: string[]) => {
  const old = lines.filter((line) => !line.startsWith('+')).length;
  const now = lines.filter((line) => !line.startsWith('-')).length;
  const header = [
    'diff --git a/src/user.ts b/src/user.ts',
    'index 1..2 100644',
    '--- a/src/user.ts',
    '+++ b/src/user.ts',
  ];
  return [...header, `@@ -1,${old} +1,${now} @@`, ...lines, ''].join('\n');
};
const NO_NEWLINE = '\\ No newline at end of file';

describe('accepted lines', () => {
  it("the diff of a turn makes one accepted lines event right after the turn event, with the turn's model and end", () => {
    const { session, turn } = openTurn();
    const lines = [...Array<string>(42).fill('+added'), ...Array<string>(40).fill('-deleted')];
    turn.diff(diffOf(...lines));
    session.wait(3500);
    turn.completed();
    expect(session.types.slice(-2)).toEqual(['codex_turn_event', 'codex_accepted_line_fingerprints']);
    expect(session.params('codex_accepted_line_fingerprints')).toEqual([
      {
        event_type: 'codex.accepted_line_fingerprints',
        turn_id: turn.id,
        thread_id: turn.thread.id,
        product_surface: 'codex',
        model_slug: 'gpt-5.5',
        completed_at: START / 1000 + 3,
        repo_hash: null,
        accepted_added_lines: 42,
        accepted_deleted_lines: 40,
        line_fingerprints: [],
      },
    ]);
  });

  it('a diff of 20,000 lines makes one event of less than 1,000 characters, and none before the turn completes', () => {
    const { session, turn } = openTurn();
    turn.diff(diffOf(...Array.from({ length: 20_000 }, (_, n) => `+const value${n} = ${n};`)));
    expect(session.types).toEqual(['codex_thread_initialized']);
    turn.completed();
    const [lines, ...more] = session.params('codex_accepted_line_fingerprints');
    expect(more).toEqual([]);
    expect(lines).toMatchObject({ accepted_added_lines: 20_000, accepted_deleted_lines: 0, line_fingerprints: [] });
    expect(JSON.stringify(lines).length).toBeLessThan(1000);
  });

  it('the last diff of a turn is the one that counts', () => {
    const { session, turn } = openTurn();
    turn.diff(diffOf('+one', '+two', '+three'));
    turn.diff(diffOf('+one'));
    turn.completed();
    expect(session.params('codex_accepted_line_fingerprints')).toMatchObject([{ accepted_added_lines: 1 }]);
  });

  it.each(['failed', 'interrupted'])('a turn that %s has an accepted lines event, too', (status) => {
    const { session, turn } = openTurn();
    turn.diff(diffOf('+one'));
    turn.completed({ status });
    expect(session.params('codex_accepted_line_fingerprints')).toHaveLength(1);
  });

  it('a code review has no accepted lines event', () => {
    const { session, client, thread } = openThread();
    const turn = thread.turn();
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    turn.diff(diffOf('+one'));
    turn.completed();
    session.end();
    expect(session.types).toEqual(['codex_thread_initialized']);
  });

  it.each<[name: string, diff: readonly string[], added: number, deleted: number]>([
    ['short and long lines', [diffOf('+fn useful() {', '+}', '+return user.id;', '-old();', ' kept')], 3, 1],
    ['a new file', ['--- /dev/null', '+++ b/new.ts', '@@ -0,0 +1 @@', '+made', ''], 1, 0],
    ['a hunk without lengths', ['@@ -1 +1 @@', '-a', '+b', ''], 1, 1],
    ['a deleted line', ['@@ -1 +0,0 @@', '-gone', ''], 0, 1],
    ['lines that look like headers', [diffOf('--- old value', '+++ new value')], 1, 1],
    [
      'lines that look like hunks and other diffs',
      ['@@ -1,2 +1,4 @@', '--- a/x', '-- x', '+++ b/x', '++ x', '+@@ -1 +1 @@', '+diff --git a/x b/x'],
      4,
      2,
    ],
    ['lines outside of hunks', ['diff --git a/x b/x', '+no', '-no', '@@ -1 +1 @@', '-a', '+b', '+no more', ''], 1, 1],
    ['two hunks', ['@@ -1 +1 @@', '-a', '+b', '+no', '-no', '@@ -9 +9,2 @@', '-c', '+d', '+e'], 3, 2],
    ['files without a final newline', ['@@ -1 +1 @@', '-a', NO_NEWLINE, '+b', NO_NEWLINE], 1, 1],
    ['a file that gets a final newline', ['@@ -1,2 +1,2 @@', ' a', '-b', NO_NEWLINE, '+c'], 1, 1],
    ['empty lines', ['@@ -1,4 +1,4 @@', '', '-', '+', ' ', ''], 1, 1],
    ['a file that only moved', ['diff --git a/x b/y', 'similarity index 100%', 'rename from x', 'rename to y'], 0, 0],
    ['a binary file', ['Binary files a/x and b/x differ'], 0, 0],
    ['a hunk header that cannot be read', ['@@ odd @@', '+a', '-b'], 0, 0],
    ['a merge', ['@@@ -1,2 -1,2 +1,3 @@@', '++a'], 0, 0],
    ['nothing', [''], 0, 0],
  ])('accepted lines are counted by the lengths in the heads of hunks: %s', (_name, diff, added, deleted) => {
    const { session, turn } = openTurn();
    turn.diff(diff.join('\n'));
    turn.completed();
    expect(session.facts('turn')).toMatchObject([{ diff: { addedLines: added, deletedLines: deleted } }]);
    const expected = { accepted_added_lines: added, accepted_deleted_lines: deleted };
    expect(session.params('codex_accepted_line_fingerprints')).toMatchObject(added + deleted === 0 ? [] : [expected]);
  });
});
