/*
 * The steps of the validators that are generated from the events' schemas. They report a misfit as zod does, by its place and
 * by zod's code.
 */

/** A place in a value, as the way out of it. Most places are never asked for, so no list is made for them. */
export interface Place {
  readonly outer: Place | undefined;
  readonly name: PropertyKey;
}

/** The names that lead into a value. */
export type Path = readonly PropertyKey[];

/** A value that does not fit its schema. */
export interface Misfit {
  readonly path: Path;
  readonly code: string;
}

/**
 * Returns the value as a schema reads it, and adds its misfits.
 *
 * @param place where the value stands, or with `name`, where the object stands of which it is a member; undefined for the
 * outermost value.
 */
export type Check = (value: unknown, place: Place | undefined, misfits: Misfit[], name?: string) => unknown;

export const placeOf = (outer: Place | undefined, name: PropertyKey | undefined): Place | undefined =>
  name === undefined ? outer : { outer, name };

function pathOf(place: Place | undefined): Path {
  const path: PropertyKey[] = [];
  for (let at = place; at !== undefined; at = at.outer) path.unshift(at.name);
  return path;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Adds a misfit and returns the value. */
export function misfit<T>(code: string, value: T, place: Place | undefined, misfits: Misfit[], name?: string): T {
  misfits.push({ path: pathOf(placeOf(place, name)), code });
  return value;
}

export const text: Check = (value, place, misfits, name) =>
  typeof value === 'string' && value.isWellFormed()
    ? value
    : misfit(typeof value === 'string' ? 'custom' : 'invalid_type', value, place, misfits, name);

export const boolean: Check = (value, place, misfits, name) =>
  typeof value === 'boolean' ? value : misfit('invalid_type', value, place, misfits, name);

export const count: Check = (value, place, misfits, name) => {
  integer(value, place, misfits, name);
  return Number.isInteger(value) && Number(value) < 0 ? misfit('too_small', value, place, misfits, name) : value;
};

export const integer: Check = (value, place, misfits, name) => {
  if (Number.isSafeInteger(value)) return value;
  const isTooLarge = Number.isInteger(value) && (Number(value) > 0 ? 'too_big' : 'too_small');
  return misfit(isTooLarge || 'invalid_type', value, place, misfits, name);
};

export const oneOf = (values: readonly unknown[]): Check => {
  return (value, place, misfits, name) =>
    values.includes(value) ? value : misfit('invalid_value', value, place, misfits, name);
};

export const matching = (pattern: RegExp): Check => {
  return (value, place, misfits, name) => {
    if (typeof value !== 'string') return misfit('invalid_type', value, place, misfits, name);
    return pattern.test(value) ? value : misfit('invalid_format', value, place, misfits, name);
  };
};

/** The first schema that fits. Of a value that breaks only a rule of its own, the rule is reported. */
export const anyOf = (checks: readonly Check[]): Check => {
  return (value, place, misfits, name) => {
    const tried: Misfit[][] = [];
    for (const check of checks) {
      const found: Misfit[] = [];
      const read = check(value, place, found, name);
      if (found.length === 0) return read;
      tried.push(found);
    }
    const nearly = tried.filter((found) => found.every(({ code }) => code === 'custom'));
    if (nearly.length !== 1) return misfit('invalid_union', value, place, misfits, name);
    misfits.push(...nearly.flat());
    return value;
  };
};

export const listOf = (element: Check): Check => {
  return (value, place, misfits, name) => {
    if (!Array.isArray(value)) return misfit('invalid_type', value, place, misfits, name);
    const list = placeOf(place, name);
    return value.map((each, index) => element(each, { outer: list, name: index }, misfits));
  };
};

/** @param size the number of members, if it is fixed. */
export const recordOf = (key: RegExp, member: Check, size?: number): Check => {
  return (value, place, misfits, name) => {
    if (!isObject(value)) return misfit('invalid_type', value, place, misfits, name);
    const record = placeOf(place, name);
    const found: Misfit[] = [];
    const members = Object.entries(value).map(([each, inner]) => {
      if (!key.test(each)) misfit('invalid_key', inner, record, found, each);
      return [each, member(inner, record, found, each)] as const;
    });
    if (found.length === 0 && size !== undefined && members.length !== size) misfit('custom', value, record, found);
    misfits.push(...found);
    return Object.fromEntries(members);
  };
};

/** Refuses the members of `value` beyond the `count` that `read` has. No member may be absent: without misfits, there are as many. */
export function alone(read: object, count: number, value: object, place: Place | undefined, misfits: Misfit[]): object {
  const names = Object.keys(value);
  const mayHaveOthers = misfits.length > 0 || names.length !== count;
  if (mayHaveOthers && !names.every((name) => Object.hasOwn(read, name)))
    misfit('unrecognized_keys', value, place, misfits);
  return read;
}
