import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CommandError, UsageError } from '../command.js';

/** The arguments of `codex-otel replay`. `-` is standard input, or output. */
export interface ReplayCommandOptions {
  readonly source: string;
  readonly events?: string | undefined;
  readonly traces?: string | undefined;
  readonly endpoint?: string | undefined;
}

/** Throws a {@link UsageError} where the arguments make no sense, a {@link CommandError} where the files do not. */
export function replayOptions(args: readonly string[]): ReplayCommandOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { events: { type: 'string' }, traces: { type: 'string' }, endpoint: { type: 'string' } },
  });
  const [source, surplus] = positionals;
  if (source === undefined)
    throw new UsageError('Which wire log? Give a file such as wire.jsonl, or - for standard input.');
  if (surplus !== undefined) throw new UsageError(`One wire log at a time: ${surplus} is one too many.`);
  const empty = Object.entries(values).find(([, value]) => value === '');
  if (empty) throw new UsageError(`--${empty[0]} is empty.`);
  if (values.events !== undefined && values.traces !== undefined && isSame(values.events, values.traces))
    throw new UsageError(`--events and --traces cannot both go to ${values.events}.`);
  checkSource(source);
  for (const output of [values.events, values.traces])
    if (output !== undefined && source !== '-' && output !== '-' && isSame(source, output))
      throw new CommandError(`${output} is the wire log itself: give another file for the output.`);
  return { source, ...values };
}

/** Runs before any output is opened: a mistyped name must not empty a file. */
function checkSource(source: string): void {
  if (source === '-') return;
  const entry = statSync(source, { throwIfNoEntry: false });
  const problem = entry === undefined ? 'there is no such file' : entry.isDirectory() ? 'it is a directory' : undefined;
  if (problem !== undefined)
    throw new CommandError(
      `Cannot read the wire log ${source}: ${problem}. Give a file such as wire.jsonl or wire.jsonl.gz, or - for standard input.`,
    );
}

/** Whether two names are one file, also by a link. Devices such as /dev/null may be named twice. */
function isSame(a: string, b: string): boolean {
  if (a === '-' || b === '-') return a === b;
  const [left, right] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  if (left === undefined || right === undefined) return resolve(a) === resolve(b);
  return left.isFile() && left.dev === right.dev && left.ino === right.ino;
}
