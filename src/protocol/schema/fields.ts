import * as z from 'zod';
import { isTime } from '../../wire/time.js';

/**
 * Schemas of single fields. The protocol is read tolerantly: only ids are required, any other field that is missing or has
 * an unexpected type becomes null, unknown members are ignored, and an unknown value of an enumeration costs no message.
 */

/** An id. A message without it does not decode. */
export const id = z.string().min(1);

/** A JSON-RPC id: a number or a string. */
export const requestId = z.union([z.string(), z.number()]);

/** A Unix time or a duration in the unit of its field; null if it is missing or out of range. */
export const time = z.number().refine(isTime).nullable().catch(null);

export const count = z.number().int().nonnegative().nullable().catch(null);
export const integer = z.number().int().nullable().catch(null);
export const text = z.string().nullable().catch(null);

/** One of these values; null if it is missing or a newer version added it. */
export const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values).nullable().catch(null);

export const flag = z.boolean().nullable().catch(null);

const UNREADABLE = Symbol('unreadable');

/** An array without the elements that do not decode; empty if the value is not an array. */
export const list = <T extends z.ZodType>(element: T) =>
  z
    .array(element.or(z.unknown().transform(() => UNREADABLE)))
    .catch([])
    .transform((values) => values.filter((value) => value !== UNREADABLE) as z.output<T>[]);

/** Whether a member is present and not null: for content whose value must not be kept. */
export const presence = z
  .unknown()
  .optional()
  .transform((value) => value !== null && value !== undefined);

/** A setting: missing leaves it unchanged, null resets it, a string sets it. */
export const setting = z.string().nullable().optional().catch(undefined);

/** The members that name a turn. */
export const inTurn = { threadId: id, turnId: id };

/** The params of a message of which only the thread is in use. */
export const threadOnly = z.object({ threadId: id });
