import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkEndpoint } from '../../export/otel-env.js';
import { CommandError, UsageError } from '../command.js';
import { oneOf, readOptions, sinceOf, wantsFingerprints } from '../options.js';

/**
 * The arguments of `codex-otel replay`; `-` is standard input, or output. Throws a {@link UsageError} or a `SettingError` where
 * they make no sense, a {@link CommandError} where the files do not.
 */
export function replayOptions(args: readonly string[]) {
  const { values, positionals: sources } = readOptions(args, {
    events: { type: 'string' },
    traces: { type: 'string' },
    endpoint: { type: 'string' },
    since: { type: 'string' },
    'accepted-lines': { type: 'string' },
    repo: { type: 'string' },
    from: { type: 'string' },
  });
  if (sources.length === 0)
    throw new UsageError(
      'Which session? Give a wire log, a transcript, a rollout, a folder of rollouts, or - for standard input.',
    );
  const { events, traces, endpoint, repo } = values;
  if (events !== undefined && traces !== undefined && isSame(events, traces))
    throw new UsageError(`--events and --traces cannot both go to ${events}.`);
  if (sources.filter((source) => source === '-').length > 1)
    throw new UsageError('Standard input can be replayed once only.');
  const from = oneOf('from', values.from, ['client', 'server']);
  const since = sinceOf(values.since);
  checkEndpoint(endpoint);
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
