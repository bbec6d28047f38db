import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { UnifiedDiff } from '../../src/diff/unified-diff.js';
import { lineHash } from '../../src/diff/line-hash.js';
import { GitRepository } from '../attribution/git-repository.js';
import { temporaryFolder } from '../temporary-folder.js';
import { codexOtel } from './io.js';

/** A session of the real Codex whose two turns a person committed, with changes, in a repository of which we have a copy. */
const recorded = fileURLToPath(new URL('../recordings/0.171.0/patch-git-committed/', import.meta.url));
const wire = join(recorded, 'wire.jsonl');
const rollout = join(recorded, 'rollouts', readdirSync(join(recorded, 'rollouts'))[0] ?? '');

/** The lines of each turn's patches that nobody changed before they were committed: the person wrote none of the same text. */
const WRITTEN = [
  [
    'export const RATES = { friend: 0.1, staff: 0.3 };',
    'export function discountOf(total, kind) {',
    'const rate = RATES[kind];',
    'return Math.round(total * rate);',
    'let sum = 0;',
    'for (const item of this.items) sum += price(item);',
  ],
  [
    'const cents = Math.round(item.cents);',
    'return Number.isFinite(cents) ? cents : 0;',
    "import { discountOf } from './discount.js';",
    'kind = null;',
  ],
];

const folder = temporaryFolder();
const repo = join(folder, 'repo');
let repository: GitRepository;
beforeAll(() => {
  repository = new GitRepository(repo);
  const input = readFileSync(join(recorded, 'repository.fast-export'));
  execFileSync('git', ['-C', repo, 'fast-import', '--quiet'], { input });
  repository.git('remote', 'add', 'origin', 'https://github.com/Acme/Widgets');
});

/** The ids of the session's turns. */
const turnIds = [
  ...new Set(
    [...readFileSync(wire, 'utf8').matchAll(/"method":"turn\/started".*?"turn":\{"id":"([^"]+)"/g)].map(([, id]) => id),
  ),
];

/** Each line that a branch's commits add, but those without a fingerprint, and the turn that wrote it. */
function* writtenLines(branch: string): Generator<string> {
  for (const commit of repository.git('rev-list', '--reverse', branch).split('\n')) {
    const diff = new UnifiedDiff();
    for (const line of repository.git('show', '--format=', '--unified=0', commit).split('\n')) {
      if (diff.read(line) !== 'added' || lineHash(line.slice(1)) === undefined) continue;
      const turn = WRITTEN.findIndex((texts) => texts.includes(line.slice(1).trim()));
      yield `${commit} ${diff.path}:${diff.lineNumber} ${turnIds[turn] ?? 'person'}`;
    }
  }
}

interface Report {
  readonly commits: readonly {
    readonly commit: string;
    readonly files: readonly {
      readonly path: string;
      readonly turns: readonly { readonly turn_id: string; readonly ranges: readonly (readonly [number, number])[] }[];
    }[];
  }[];
  readonly notes: Readonly<Record<string, unknown>>;
}

/** The accepted lines of a report, in the same words. */
function* acceptedLines({ commits }: Report): Generator<string> {
  for (const { commit, files } of commits)
    for (const { path, turns } of files)
      for (const { turn_id: turn, ranges } of turns)
        for (const [first, last] of ranges)
          for (let line = first; line <= last; line++) yield `${commit} ${path}:${line} ${turn}`;
}

describe.each([
  ['traffic', wire, ['--repo', repo]],
  ['rollout', rollout, []],
])('attribute, with the events of a real session’s %s', (what, source, options) => {
  const events = join(folder, `${what}.jsonl`);
  beforeAll(async () => {
    const args = ['replay', source, '--accepted-lines', 'fingerprints', '--events', events, ...options];
    expect(await codexOtel(args)).toMatchObject({ status: 0 });
  });

  it.each([
    ['commits, a rename, two reverts and a tidy-up', 'main', 18],
    ['a squash of them', 'squashed', 10],
    ['a cherry-pick', 'picked', 4],
  ])('names the right turn of every line: %s', async (_what, branch, count) => {
    const { status, stdout } = await codexOtel([
      ...['attribute', branch, '--events', events, '--repo', repo, '--format', 'json'],
    ]);
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as Report;
    const written = [...writtenLines(branch)].filter((line) => !line.endsWith('person'));
    expect([...acceptedLines(report)].sort()).toEqual(written.sort());
    expect(written).toHaveLength(count);
    expect(report.notes).toMatchObject({ other_repositories: 0, no_repository: 0, without_fingerprints: 0 });
  });
});
