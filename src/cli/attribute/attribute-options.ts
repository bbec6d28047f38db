import { statSync } from 'node:fs';
import { CommandError, UsageError } from '../command.js';
import { oneOf, readOptions } from '../options.js';

/**
 * The arguments of `codex-otel attribute`. Throws a {@link UsageError} where they make no sense, a {@link CommandError} where the
 * files do not.
 */
export function attributeOptions(args: readonly string[]) {
  const { values, tokens } = readOptions(args, {
    events: { type: 'string', multiple: true },
    repo: { type: 'string' },
    format: { type: 'string' },
    survival: { type: 'boolean' },
  });
  const { repo = '.', survival: isSurvival = false } = values;
  const format = oneOf('format', values.format, ['table', 'json', 'csv', 'agent-trace']) ?? 'table';
  const events = [...(values.events ?? [])];
  const range: string[] = [];
  let follows = false;
  // `--events a.jsonl b.jsonl`: the files that a shell makes of a pattern follow the first one.
  for (const token of tokens) {
    if (token.kind === 'option') follows = token.name === 'events';
    else if (token.kind === 'positional') (follows && isFile(token.value) ? events : range).push(token.value);
  }
  if (events.length === 0)
    throw new UsageError('Which events? Give --events FILE, as codex-otel or a Collector wrote it.');
  if (events.filter((file) => file === '-').length > 1) throw new UsageError('Standard input can be read once only.');
  if (isSurvival && format === 'agent-trace') throw new UsageError('--survival has no agent-trace format.');
  for (const file of events)
    if (file !== '-' && statSync(file, { throwIfNoEntry: false }) === undefined)
      throw new CommandError(`Cannot read ${file}: there is no such file.`);
  return { range: range.length === 0 ? ['HEAD'] : range, events, repo, format, isSurvival };
}

const isFile = (name: string) => name === '-' || statSync(name, { throwIfNoEntry: false })?.isFile() === true;
