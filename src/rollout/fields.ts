import * as z from 'zod';
import { isObject } from '../wire/json-parse.js';
import { MAX_LABEL, MAX_NAME, shorten, shortenList } from '../wire/shorten.js';
import { isTime } from '../wire/time.js';

/**
 * How single members of records are read, with the protocol's tolerance: one that is missing or of another kind than
 * expected is null. A rollout has many records, and most of them lack some member: here a lack costs no error.
 */
export const read = <T>(of: (value: unknown) => T) => z.unknown().optional().transform(of);

/** The id of a record or an item. Only ids are required. */
export const id = z
  .string()
  .min(1)
  .overwrite((value) => shorten(value, MAX_NAME));

/** A name, an id or a label, as long as the protocol's. */
export const text = read((value) => (typeof value === 'string' ? shorten(value, MAX_NAME) : null));
export const label = read((value) => (typeof value === 'string' ? shorten(value, MAX_LABEL) : null));
/** A text of any length, from which something is derived. */
export const whole = read((value) => (typeof value === 'string' ? value : null));
export const flag = read((value) => (typeof value === 'boolean' ? value : null));
export const count = read((value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null,
);
/** A Unix time or a duration. */
export const time = read((value) => (isTime(value) ? value : null));
/** Whether a member is there at all, whatever it holds. */
export const presence = read((value) => value !== null && value !== undefined);
/** How many there are. */
export const number = read((value) => (Array.isArray(value) ? value.length : 0));

/** Names that stand in a list, others left out. */
export const names = read((value) =>
  Array.isArray(value)
    ? shortenList(value.filter((name): name is string => typeof name === 'string')).map((name) =>
        shorten(name, MAX_NAME),
      )
    : [],
);

/** An object that may be missing, or be none: null then. */
export const object = <T extends z.ZodType>(schema: T) =>
  read((value): z.output<T> | null => (isObject(value) ? (schema.safeParse(value).data ?? null) : null));

/** The elements of a list that can be read. */
export const list = <T extends z.ZodType>(element: T) =>
  read((value): z.output<T>[] =>
    shortenList<unknown>(Array.isArray(value) ? value : []).flatMap((each) => {
      const { success, data } = element.safeParse(each);
      return success ? [data] : [];
    }),
  );
