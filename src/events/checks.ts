/*
 * The steps of the validators that are generated from the events' schemas. They report a misfit as zod does, by its place and
 * by zod's code.
 */

export type Path = readonly PropertyKey[];

/** A value that does not fit its schema. */
export interface Misfit {
  readonly path: Path;
  readonly code: string;
}

/**
 * Returns the value as a schema reads it, and adds its misfits.
 *
 * @param path where the value stands, or with `name`, where the object stands of which it is a member.
 */
export type Check = (value: unknown, path: Path, misfits: Misfit[], name?: string) => unknown;

export const placeOf = (path: Path, name: string | undefined): Path => (name === undefined ? path : [...path, name]);

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Adds a misfit and returns the value. */
export function misfit<T>(code: string, value: T, path: Path, misfits: Misfit[], name?: string): T {
  misfits.push({ path: placeOf(path, name), code });
  return value;
}

export const text: Check = (value, path, misfits, name) =>
  typeof value === 'string' && value.isWellFormed()
    ? value
    : misfit(typeof value === 'string' ? 'custom' : 'invalid_type', value, path, misfits, name);

export const boolean: Check = (value, path, misfits, name) =>
  typeof value === 'boolean' ? value : misfit('invalid_type', value, path, misfits, name);

export const count: Check = (value, path, misfits, name) => {
  integer(value, path, misfits, name);
  return Number.isInteger(value) && Number(value) < 0 ? misfit('too_small', value, path, misfits, name) : value;
};

export const integer: Check = (value, path, misfits, name) => {
  if (Number.isSafeInteger(value)) return value;
  const isTooLarge = Number.isInteger(value) && (Number(value) > 0 ? 'too_big' : 'too_small');
  return misfit(isTooLarge || 'invalid_type', value, path, misfits, name);
};

export const oneOf = (values: readonly unknown[]): Check => {
  return (value, path, misfits, name) =>
    values.includes(value) ? value : misfit('invalid_value', value, path, misfits, name);
};

export const matching = (pattern: RegExp): Check => {
  return (value, path, misfits, name) => {
    if (typeof value !== 'string') return misfit('invalid_type', value, path, misfits, name);
    return pattern.test(value) ? value : misfit('invalid_format', value, path, misfits, name);
  };
};

/** The first schema that fits. Of a value that breaks only a rule of its own, the rule is reported. */
export const anyOf = (checks: readonly Check[]): Check => {
  return (value, path, misfits, name) => {
    const tried: Misfit[][] = [];
    for (const check of checks) {
      const found: Misfit[] = [];
      const read = check(value, path, found, name);
      if (found.length === 0) return read;
      tried.push(found);
    }
    const nearly = tried.filter((found) => found.every(({ code }) => code === 'custom'));
    if (nearly.length !== 1) return misfit('invalid_union', value, path, misfits, name);
    misfits.push(...nearly.flat());
    return value;
  };
};

export const listOf = (element: Check): Check => {
  return (value, path, misfits, name) => {
    if (!Array.isArray(value)) return misfit('invalid_type', value, path, misfits, name);
    const place = placeOf(path, name);
    return value.map((each, index) => element(each, [...place, index], misfits));
  };
};

/** @param size the number of members, if it is fixed. */
export const recordOf = (key: RegExp, member: Check, size?: number): Check => {
  return (value, path, misfits, name) => {
    if (!isObject(value)) return misfit('invalid_type', value, path, misfits, name);
    const place = placeOf(path, name);
    const found: Misfit[] = [];
    const members = Object.entries(value).map(([each, inner]) => {
      if (!key.test(each)) found.push({ path: [...place, each], code: 'invalid_key' });
      return [each, member(inner, place, found, each)] as const;
    });
    if (found.length === 0 && size !== undefined && members.length !== size)
      found.push({ path: place, code: 'custom' });
    misfits.push(...found);
    return Object.fromEntries(members);
  };
};

/** Refuses the members of `value` that `read` does not have. No member may be absent: without misfits, there are as many. */
export function alone(read: object, value: object, path: Path, misfits: Misfit[]): object {
  const names = Object.keys(value);
  const mayHaveOthers = misfits.length > 0 || names.length !== Object.keys(read).length;
  if (mayHaveOthers && !names.every((name) => Object.hasOwn(read, name)))
    misfit('unrecognized_keys', value, path, misfits);
  return read;
}
