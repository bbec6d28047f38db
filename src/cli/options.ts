import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.js';

type Options = NonNullable<ParseArgsConfig['options']>;
type Config<O extends Options> = { args: string[]; options: O; allowPositionals: true; tokens: true };

/** Reads the arguments of a command by Node's parser. Throws a {@link UsageError} for an option that is empty. */
export function readOptions<const O extends Options>(args: readonly string[], options: O) {
  const parsed = parseArgs<Config<O>>({ args: [...args], options, allowPositionals: true, tokens: true });
  const empty = Object.entries(parsed.values).find(([, value]) => [value].flat().includes(''));
  if (empty) throw new UsageError(`--${empty[0]} is empty.`);
  return parsed;
}

/** Reads an option that takes one of several words, the first of which is the default. Throws a {@link UsageError} otherwise. */
export function oneOf<const T extends string>(name: string, value: string | undefined, words: readonly [T, ...T[]]): T {
  const word = value === undefined ? words[0] : words.find((each) => each === value);
  if (word !== undefined) return word;
  const list = `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
  throw new UsageError(`--${name} takes ${list}, not ${value ?? ''}.`);
}

/** Whether `--accepted-lines` asks for hashes of accepted lines. Throws a {@link UsageError} where it has another value. */
export const wantsFingerprints = (value: string | undefined): boolean =>
  oneOf('accepted-lines', value, ['counts', 'fingerprints']) === 'fingerprints';

/** `--since`: a day or a moment, such as 2026-11-28 or 2026-11-28T08:00Z, as Unix milliseconds. Throws a {@link UsageError} otherwise. */
export function sinceOf(since: string | undefined): number | undefined {
  if (since === undefined) return undefined;
  const time = /^\d{4}-\d\d-\d\d/.test(since) ? Date.parse(since) : NaN;
  if (Number.isNaN(time)) throw new UsageError(`--since ${since} is no date such as 2026-11-28 or 2026-11-28T08:00Z.`);
  return time;
}
