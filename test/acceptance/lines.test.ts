import { describe, expect, it } from 'vitest';
import { START, openThread, openTurn } from './session.js';

/** A unified diff of one file. */
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

describe('the accepted lines of a turn', () => {
  it("are one event right after the turn's, with its model and the moment of its completion (T3)", () => {
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

  it('are one small event however many they are, and none before the turn completes (T44)', () => {
    const { session, turn } = openTurn();
    turn.diff(diffOf(...Array.from({ length: 20_000 }, (_, n) => `+const value${n} = ${n};`)));
    expect(session.types).toEqual(['codex_thread_initialized']);
    turn.completed();
    const [lines, ...more] = session.params('codex_accepted_line_fingerprints');
    expect(more).toEqual([]);
    expect(lines).toMatchObject({ accepted_added_lines: 20_000, accepted_deleted_lines: 0, line_fingerprints: [] });
    expect(JSON.stringify(lines).length).toBeLessThan(1000);
  });

  it('are those of the latest diff (T45)', () => {
    const { session, turn } = openTurn();
    turn.diff(diffOf('+one', '+two', '+three'));
    turn.diff(diffOf('+one'));
    turn.completed();
    expect(session.params('codex_accepted_line_fingerprints')).toMatchObject([{ accepted_added_lines: 1 }]);
  });

  it.each([
    ['lines short and long', diffOf('+fn useful() {', '+}', '+return user.id;', '-old();', ' kept'), 3, 1],
    ['a new file', '--- /dev/null\n+++ b/new.ts\n@@ -0,0 +1 @@\n+made\n', 1, 0],
    ['lines that look like headers', diffOf('--- old value', '+++ new value'), 1, 1],
    ['lines outside of hunks', 'diff --git a/x b/x\n+not a line\n-not a line\n@@ -1 +1 @@\n-a\n+b\n+no more\n', 1, 1],
    ['a file that only moved', 'diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n', 0, 0],
  ])('are counted by what the hunks announce: %s (T46, T47, T48, T49)', (_name, diff, added, deleted) => {
    const { session, turn } = openTurn();
    turn.diff(diff);
    turn.completed();
    expect(
      session
        .params('codex_accepted_line_fingerprints')
        .map((params) => [params.accepted_added_lines, params.accepted_deleted_lines]),
    ).toEqual(added + deleted === 0 ? [] : [[added, deleted]]);
  });

  it.each(['failed', 'interrupted'])('are told of a turn that was %s, too', (status) => {
    const { session, turn } = openTurn();
    turn.diff(diffOf('+one'));
    turn.completed({ status });
    expect(session.params('codex_accepted_line_fingerprints')).toHaveLength(1);
  });

  it('are never told without the event of their turn', () => {
    const { session, client, thread } = openThread();
    const turn = thread.turn();
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    turn.diff(diffOf('+one'));
    turn.completed();
    session.end();
    expect(session.types).toEqual(['codex_thread_initialized']);
  });
});
