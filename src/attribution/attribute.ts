import type { Readable } from 'node:stream';
import { repoHash } from '../diff/fingerprint.js';
import { lineHash } from '../diff/line-hash.js';
import type { ReadProgress } from '../wire/source.js';
import { CommitLines } from './commit-lines.js';
import { AcceptedLines } from './matching/accepted-lines.js';
import { LineFilter } from './matching/line-filter.js';
import { Matcher } from './matching/matcher.js';
import type { Attribution, Notes } from './result.js';
import { readCommits, readTree, tipOf, type CommitVisitor } from './sources/commits.js';
import { EventFiles } from './sources/event-files.js';
import { Git } from './sources/git.js';

export interface AttributeOptions {
  /** A folder of the repository. */
  readonly repo: string;
  /** Commits as `git log` takes them. */
  readonly range: readonly string[];
  /** `added`: the lines that each commit adds. `present`: all lines that are there at the last commit, as if it added them. */
  readonly lines: 'added' | 'present';
  /** Files of events, or a stream of one. */
  readonly events: readonly (string | Readable)[];
  /** Called while commits are read, which happens twice: how many were read so far, and how many will be. */
  readonly onCommits?: ((read: number, total: number) => void) | undefined;
  readonly onEvents?: ((progress: ReadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds the lines of commits that turns added before. The commits are read twice, the events once between: of the events
 * only those lines are kept that the commits have, so the memory depends on what is found.
 *
 * Rejects with an `AttributionError` where git or a file fails.
 */
export async function attribute(options: AttributeOptions): Promise<Attribution> {
  const { repo, range, events, onCommits, onEvents, signal } = options;
  const git = new Git(repo);
  const repositories = await remotesOf(git);
  const tip = options.lines === 'present' ? await tipOf(git, range) : undefined;
  const commits =
    tip === undefined ? Number(await git.text('rev-list', '--count', '--end-of-options', ...range, '--')) : 1;
  const read = (visitor: CommitVisitor) =>
    tip === undefined ? readCommits(git, range, visitor, signal) : readTree(git, tip, visitor, signal);
  let done = 0;
  const progress = () => onCommits?.(++done, 2 * commits);

  const present = new LineFilter();
  /** Unix seconds. */
  let lastCommit = 0;
  await read({
    onCommit({ committedAt }) {
      lastCommit = Math.max(lastCommit, committedAt);
      progress();
    },
    onAdded(text) {
      const hash = lineHash(text);
      if (hash !== undefined) present.add(hash);
    },
  });

  const accepted = new AcceptedLines();
  const notes: Notes = { ...NOTHING };
  const files = new EventFiles(accepted, notes, {
    repositories,
    filter: present,
    keepsAllTurns: tip !== undefined,
    onProgress: onEvents,
    signal,
  });
  for (const source of events) await files.read(source);
  notes.ignoresTimes = notes.turns > 0 && files.earliest > lastCommit;

  const matcher = new Matcher(accepted, notes.ignoresTimes);
  const lines = new CommitLines(accepted, matcher, progress);
  await read(lines);
  lines.end();
  notes.everywhere = matcher.finish();
  return { commits: lines.commits, turns: accepted.turns, notes };
}

const NOTHING: Notes = {
  turns: 0,
  otherRepositories: 0,
  noRepository: 0,
  withoutFingerprints: 0,
  brokenLines: 0,
  everywhere: 0,
  ignoresTimes: false,
};

/** The hashes of all remotes: a fork's turns name the fork, or where it comes from. */
async function remotesOf(git: Git): Promise<ReadonlySet<string>> {
  const lines = (await git.text('remote', '-v')).split('\n');
  return new Set(lines.flatMap((line) => /\t(.+) \(\w+\)/.exec(line)?.[1] ?? []).map(repoHash));
}
