import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CommandError, UsageError } from '../command.js';

const FORMATS = ['table', 'json', 'csv', 'agent-trace'] as const;

export type AttributionFormat = (typeof FORMATS)[number];

/** The arguments of `codex-otel attribute`. */
export interface AttributeCommandOptions {
  /** Commits as `git log` takes them. Default: `HEAD`. */
  readonly range: readonly string[];
  /** Files, or `-` for standard input. */
  readonly events: readonly string[];
  /** A folder of the repository. Default: the present one. */
  readonly repo: string;
  readonly format: AttributionFormat;
  readonly isSurvival: boolean;
}

/** Throws a {@link UsageError} where the arguments make no sense, a {@link CommandError} where the files do not. */
export function attributeOptions(args: readonly string[]): AttributeCommandOptions {
  const { values, tokens } = parseArgs({
    args: [...args],
    allowPositionals: true,
    tokens: true,
    options: {
      events: { type: 'string', multiple: true },
      repo: { type: 'string' },
      format: { type: 'string' },
      survival: { type: 'boolean' },
    },
  });
  const { repo = '.', format = 'table', survival: isSurvival = false } = values;
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
  for (const [name, value] of Object.entries({ repo, events }))
    if ([value].flat().includes('')) throw new UsageError(`--${name} is empty.`);
  if (events.filter((file) => file === '-').length > 1) throw new UsageError('Standard input can be read once only.');
  if (!isFormat(format)) throw new UsageError(`--format takes ${FORMATS.join(', ')}, not ${format}.`);
  if (isSurvival && format === 'agent-trace') throw new UsageError('--survival has no agent-trace format.');
  for (const file of events)
    if (file !== '-' && statSync(file, { throwIfNoEntry: false }) === undefined)
      throw new CommandError(`Cannot read ${file}: there is no such file.`);
  return { range: range.length === 0 ? ['HEAD'] : range, events, repo, format, isSurvival };
}

const isFile = (name: string) => name === '-' || statSync(name, { throwIfNoEntry: false })?.isFile() === true;
const isFormat = (name: string): name is AttributionFormat => FORMATS.some((format) => format === name);
