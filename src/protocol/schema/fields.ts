import * as z from 'zod';
import { shortenList } from '../../wire/shorten.js';
import { isTime } from '../../wire/time.js';
import { isPresent, readable, shortenLabel, shortenName, shortenPath, unreadable } from './conversions.js';

/**
 * Schemas of single fields. The protocol is read tolerantly: only ids are required, any other field that is missing or has
 * an unexpected type becomes null, unknown members are ignored, and an unknown value of an enumeration costs no message.
 *
 * No string is longer than its kind allows: state is bounded in bytes, and one name cannot make an export of megabytes.
 */

/** Null if the value is missing or does not decode. */
export const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().catch(null);

/** A setting of an object or of several types: missing leaves it unchanged, null resets it. */
export const settingOf = <T extends z.ZodType>(schema: T) => schema.nullable().optional().catch(undefined);

/** A name: cut at 256 characters. */
export const name = z.string().overwrite(shortenName);

/** An id, cut as a name is. A message without it does not decode. */
export const id = name.min(1);

/** A JSON-RPC id: a number or a string. */
export const requestId = z.union([z.string(), z.number()]);

/** A Unix time or a duration in the unit of its field; null if it is missing or out of range. */
export const time = orNull(z.number().refine(isTime));

export const count = orNull(z.number().int().nonnegative());

/** A number of tokens; 0 if it is none. */
export const tokens = z.number().int().nonnegative().catch(0);

export const integer = orNull(z.number().int());
export const text = orNull(name);

/** Text that a client or a configuration fills as it likes: cut at 128 characters. */
export const someLabel = z.string().overwrite(shortenLabel);
export const label = orNull(someLabel);

/** A path, or a text that holds one: cut at 4,096 characters. It never leaves the process. */
export const path = orNull(z.string().overwrite(shortenPath));

/** One of these values; null if it is missing or a newer version added it. */
export const oneOf = <const T extends readonly string[]>(values: T) => orNull(z.enum(values));

export const flag = orNull(z.boolean());

/** An array without the elements that do not decode; empty if the value is not an array. */
export const wholeList = <T extends z.ZodType>(element: T) =>
  z
    .array(element.or(z.unknown().transform(unreadable)))
    .catch([])
    .transform(readable<z.output<T>>);

/** The first 1,000 of those: for a list that the state keeps. */
export const list = <T extends z.ZodType>(element: T) => wholeList(element).transform(shortenList);

/** Whether a member is present and not null: for content whose value must not be kept. */
export const presence = z.unknown().optional().transform(isPresent);

/** A setting: missing leaves it unchanged, null resets it, a string sets it. */
export const setting = settingOf(name);

/** The members that name a turn. */
export const inTurn = { threadId: id, turnId: id };

/** The params of a message of which only the thread is in use. */
export const threadOnly = z.object({ threadId: id });
