import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wantsFingerprints } from '../accepted-lines.js';
import type { Sender } from '../../wire/log/format.js';
import { CommandError, UsageError } from '../command.js';
import { timeOf } from '../since.js';

/** The arguments of `codex-otel replay`. `-` is standard input, or output. */
export interface ReplayCommandOptions {
  /** Files and folders. */
  readonly sources: readonly string[];
  /** Unix milliseconds: of folders, what was written to since. */
  readonly since?: number | undefined;
  readonly events?: string | undefined;
  readonly traces?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly hasFingerprints: boolean;
  /** The sender of bare messages of which nothing says it; with it, standard input has bare messages. */
  readonly from?: Sender | undefined;
  /** A folder of the repository that the sessions worked in. */
  readonly repo?: string | undefined;
}

/** Throws a {@link UsageError} where the arguments make no sense, a {@link CommandError} where the files do not. */
export function replayOptions(args: readonly string[]): ReplayCommandOptions {
  const { values, positionals: sources } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      events: { type: 'string' },
      traces: { type: 'string' },
      endpoint: { type: 'string' },
      since: { type: 'string' },
      'accepted-lines': { type: 'string' },
      repo: { type: 'string' },
      from: { type: 'string' },
    },
  });
  if (sources.length === 0)
    throw new UsageError(
      'Which session? Give a wire log, a transcript, a rollout, a folder of rollouts, or - for standard input.',
    );
  const empty = Object.entries(values).find(([, value]) => value === '');
  if (empty) throw new UsageError(`--${empty[0]} is empty.`);
  const { events, traces, endpoint, repo, from } = values;
  if (from !== undefined && from !== 'client' && from !== 'server')
    throw new UsageError('--from takes client or server.');
  if (events !== undefined && traces !== undefined && isSame(events, traces))
    throw new UsageError(`--events and --traces cannot both go to ${events}.`);
  if (sources.filter((source) => source === '-').length > 1)
    throw new UsageError('Standard input can be replayed once only.');
  const since = values.since === undefined ? undefined : timeOf(values.since);
  for (const source of sources) {
    checkSource(source);
    for (const output of [events, traces])
      if (output !== undefined && source !== '-' && output !== '-' && isSame(source, output))
        throw new CommandError(`${output} is the recording itself: give another file for the output.`);
  }
  if (repo !== undefined && statSync(repo, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CommandError(`--repo ${repo} is no folder.`);
  const hasFingerprints = wantsFingerprints(values['accepted-lines']);
  return { sources, since, events, traces, endpoint, hasFingerprints, repo, from };
}

/** Runs before any output is opened: a mistyped name must not empty a file. */
function checkSource(source: string): void {
  if (source === '-' || statSync(source, { throwIfNoEntry: false }) !== undefined) return;
  throw new CommandError(
    `Cannot read ${source}: there is no such file. Give a wire log, a rollout, a folder of rollouts, or - for standard input.`,
  );
}

/** Whether two names are one file, also by a link. Devices such as /dev/null may be named twice. */
function isSame(a: string, b: string): boolean {
  if (a === '-' || b === '-') return a === b;
  const [left, right] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  if (left === undefined || right === undefined) return resolve(a) === resolve(b);
  return left.isFile() && left.dev === right.dev && left.ino === right.ino;
}
