import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.js';

type Options = NonNullable<ParseArgsConfig['options']>;
type Config<O extends Options> = { args: string[]; options: O; allowPositionals: true; tokens: true };

/**
 * Reads the arguments of a command by Node's parser. Throws a {@link UsageError} for an option that is empty, and for a second
 * value of an option that takes one.
 */
export function readOptions<const O extends Options>(args: readonly string[], options: O) {
  const parsed = parseArgs<Config<O>>({ args: [...args], options, allowPositionals: true, tokens: true });
  const given = new Set<string>();
  for (const token of parsed.tokens) {
    if (token.kind !== 'option' || token.value === undefined) continue;
    const { name, value } = token;
    if (value === '') throw new UsageError(`--${name} is empty.`);
    if (given.has(name) && options[name]?.multiple !== true) throw new UsageError(`--${name} is given more than once.`);
    given.add(name);
  }
  return parsed;
}

/** Reads an option that takes one of several words; undefined where it is not given. Throws a {@link UsageError} for another word. */
export function oneOf<const T extends string>(
  name: string,
  value: string | undefined,
  words: readonly T[],
): T | undefined {
  const word = words.find((each) => each === value);
  if (value === undefined || word !== undefined) return word;
  const list = `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
  throw new UsageError(`--${name} takes ${list}, not ${value}.`);
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

/** The options of a command that writes an audit file. */
export const AUDIT_OPTIONS = { audit: { type: 'string' }, 'with-content': { type: 'boolean' } } as const;

export interface AuditOptions {
  /** A file for the approvals. */
  readonly audit: string | undefined;
  /** Whether the file also gets the commands, patches and arguments under approval. */
  readonly auditsContent: boolean;
}

/** Throws a {@link UsageError} where the options make no sense. */
export function auditOptions(values: {
  readonly audit?: string | undefined;
  readonly 'with-content'?: boolean | undefined;
}): AuditOptions {
  const { audit, 'with-content': auditsContent = false } = values;
  if (audit === '-') throw new UsageError('--audit takes a file.');
  if (auditsContent && audit === undefined) throw new UsageError('--with-content is for --audit alone.');
  return { audit, auditsContent };
}
