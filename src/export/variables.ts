/** The environment that settings are read from, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that cannot be followed. Its message is one line for a person: what is set, and what is supported. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** The value of a variable. An empty one counts as unset, as the OpenTelemetry specification says. */
export function text(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

/** The first of these variables that is set: the specific one goes before the general one. */
export function firstSet(env: Environment, names: readonly string[]): string | undefined {
  return names.find((name) => text(env, name) !== undefined);
}

/** One of a few words, in any case; undefined where the variable is unset. */
export function choice<T extends string>(env: Environment, name: string, choices: readonly T[]): T | undefined {
  const value = text(env, name);
  return value === undefined ? undefined : chosen(name, value, choices);
}

/** A list of a few words, in any case; undefined where the variable is unset. */
export function choiceList<T extends string>(env: Environment, name: string, choices: readonly T[]): T[] | undefined {
  return text(env, name)
    ?.split(',')
    .map((value) => chosen(name, value.trim(), choices));
}

function chosen<T extends string>(name: string, value: string, choices: readonly T[]): T {
  return choices.find((one) => one === value.toLowerCase()) ?? refuse(name, value, `use ${inWords(choices)}`);
}

/** `true` or `false`, in any case; false where the variable is unset. */
export function flag(env: Environment, name: string): boolean {
  const value = text(env, name)?.toLowerCase();
  if (value === undefined || value === 'false') return false;
  return value === 'true' || refuse(name, value, 'use true or false');
}

/** A whole number from `min` on; undefined where the variable is unset. */
export function integer(env: Environment, name: string, min: number): number | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  return number >= min ? number : refuse(name, value, `use a whole number, ${min} or more`);
}

/** `key=value,key=value`, percent-encoded: resource attributes and headers. Values stay out of what is said: secrets. */
export function pairs(env: Environment, name: string): Record<string, string> {
  const found: Record<string, string> = {};
  const entries = (text(env, name) ?? '').split(',').filter((entry) => entry.trim() !== '');
  for (const [index, entry] of entries.entries()) {
    const equals = entry.indexOf('=');
    const key = decoded(entry.slice(0, Math.max(equals, 0)));
    const value = decoded(entry.slice(equals + 1));
    if (!key || value === undefined)
      throw new SettingError(
        `${name}: entry ${index + 1} cannot be read. Write key=value,key=value, with special characters percent-encoded.`,
      );
    found[key] = value;
  }
  return found;
}

export function refuse(name: string, value: string, supported: string): never {
  throw new SettingError(`${name}=${value} is not supported: ${supported}.`);
}

/** `a, b or c` */
function inWords(choices: readonly string[]): string {
  return [choices.slice(0, -1).join(', '), choices.at(-1)].filter(Boolean).join(' or ');
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return undefined;
  }
}
