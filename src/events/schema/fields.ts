import * as z from 'zod';

/**
 * The kinds of values that events are made of. Whatever passes them has one canonical JSON text (RFC 8785): numbers are
 * safe integers, strings are well-formed Unicode, and object keys are names of the schemas' own.
 */

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Any text. A lone surrogate has no UTF-8 and so no canonical JSON; no message of Codex can hold one. */
export const text = z.string().refine((value) => !LONE_SURROGATE.test(value), 'lone surrogate');

/** Any text, or null where the traffic did not report it. */
export const optionalText = text.nullable();

/** Whether something is so, or null where the traffic did not report it. */
export const optionalFlag = z.boolean().nullable();

/** A number of things. */
export const count = z.int().min(0);

/** Unix time in milliseconds. */
export const unixMilliseconds = count.meta({ description: 'Unix time in milliseconds.' });

/** Unix time in seconds. */
export const unixSeconds = count.meta({ description: 'Unix time in seconds.' });

/** A duration in milliseconds, null where unknown or where it would be negative. */
export const durationMilliseconds = count.nullable().meta({ description: 'Milliseconds; null where unknown.' });

/**
 * A name that the protocol gives to a variant or to its detail. Starting with a letter it is never an integer-like key
 * nor `__proto__`, which have no stable place in canonical JSON.
 */
export const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/);

/** An event as Codex sends it: its type, then its parameters. */
export function event<Type extends string, Params extends z.core.$ZodLooseShape>(
  type: Type,
  description: string,
  params: Params,
) {
  return z
    .strictObject({ event_type: z.literal(type), event_params: z.strictObject(params) })
    .meta({ title: type, description });
}
