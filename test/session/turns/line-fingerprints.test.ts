import { describe, expect, it } from 'vitest';
import { pathHash } from '../../../src/diff/fingerprint.js';
import { lineHash } from '../../../src/diff/line-hash.js';
import type { Repositories } from '../../../src/session/context.js';
import { openTurn, type SessionOptions } from '../session.js';

const HASH = 'dd21ccab03c5611071e6efee6fe4387f3adbef5c';
const DIFF = [
  'diff --git a/src/new.ts b/src/new.ts',
  '--- /dev/null',
  '+++ b/src/new.ts',
  '@@ -0,0 +1,5 @@',
  '+++ b/no/header.ts',
  '+export const one = 1;\r',
  '+}',
  '+',
  '+\texport  const two = 2;',
  'diff --git a/gone.ts b/gone.ts',
  '--- a/gone.ts',
  '+++ /dev/null',
  '@@ -1 +0,0 @@',
  '-export const gone = 0;',
  'diff --git "a/h\\303\\244.ts" "b/h\\303\\244.ts"',
  '--- "a/h\\303\\244.ts"',
  '+++ "b/h\\303\\244.ts"',
  '@@ -1 +1 @@',
  '-old',
  '+changed line',
  '\\ No newline at end of file',
  '',
].join('\n');

/** A turn that ended with a diff, with fingerprints switched on. */
function ended(diff: string, options: SessionOptions = {}) {
  const { session, turn } = openTurn({
    ...options,
    acceptedLines: { hasFingerprints: () => true, ...options.acceptedLines },
  });
  turn.diff(diff);
  turn.completed();
  return session;
}

const known = (hash: string | null | undefined): Repositories => ({ look: () => undefined, hashOf: () => hash });

describe('fingerprints of accepted lines', () => {
  it('are hashes of the added lines and their files, without lines that hold too little', () => {
    const [event, ...more] = ended(DIFF).params('codex_accepted_line_fingerprints');
    expect(more).toEqual([]);
    expect(event).toMatchObject({ accepted_added_lines: 6, accepted_deleted_lines: 2, repo_hash: null });
    const fingerprint = (path: string, line: string) => ({ path_hash: pathHash(path), line_hash: lineHash(line) });
    expect(event?.line_fingerprints).toEqual([
      fingerprint('src/new.ts', '++ b/no/header.ts'),
      fingerprint('src/new.ts', 'export const one = 1;'),
      fingerprint('src/new.ts', 'export const two = 2;'),
      fingerprint('hä.ts', 'changed line'),
    ]);
  });

  it('are not made unless they are switched on', () => {
    const session = ended(DIFF, { acceptedLines: { hasFingerprints: () => false } });
    expect(session.params('codex_accepted_line_fingerprints')).toMatchObject([{ line_fingerprints: [] }]);
    expect(session.facts('turn')).toMatchObject([{ lineFingerprints: null }]);
  });

  it('stop at the limit of a turn, and each line beyond it is counted', () => {
    const session = ended(DIFF, { limits: { fingerprintsPerTurn: 2 } });
    expect(session.params('codex_accepted_line_fingerprints')[0]?.line_fingerprints).toHaveLength(2);
    expect(session.counters.get('state.dropped', 'line fingerprint')).toBe(4);
  });

  it('have nothing of the lines and the paths in them', () => {
    const session = ended(DIFF);
    const text = JSON.stringify([
      session.events,
      session.facts('turn'),
      session.spans.map(({ attributes }) => attributes),
    ]);
    for (const secret of ['new.ts', 'export', 'changed', 'src', 'gone']) expect(text).not.toContain(secret);
  });
});

describe('the repository of accepted lines', () => {
  it.each([
    ['its hash', HASH, HASH],
    ['null where it has no remote', null, null],
    ['null where nobody has answered', undefined, null],
  ])('is %s', (_name, answer, expected) => {
    const session = ended(DIFF, { acceptedLines: { repositories: known(answer) } });
    expect(session.params('codex_accepted_line_fingerprints')).toMatchObject([{ repo_hash: expected }]);
    expect(session.counters.get('requests.unanswered', 'git remote')).toBe(answer === undefined ? 1 : 0);
  });

  it("is looked for in the thread's folder when the thread starts", () => {
    const folders: string[] = [];
    openTurn({ acceptedLines: { repositories: { look: (folder) => void folders.push(folder), hashOf: () => null } } });
    expect(folders).toEqual(['/home/dev/project']);
  });

  it('is not asked for by a turn that changed nothing', () => {
    const { session, turn } = openTurn({ acceptedLines: { repositories: known(undefined) } });
    turn.completed();
    expect(session.counters.total('requests.unanswered')).toBe(0);
  });
});
