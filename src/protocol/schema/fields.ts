import * as z from 'zod';
import { isTime } from '../../wire/time.js';

/**
 * How single fields are read. The protocol is read tolerantly: only the ids that name a thing are required, every other
 * field that is missing or of another kind than expected becomes null, unknown members pass, and enumerations are open.
 */

/** An id: the one kind of field that a message cannot do without. */
export const id = z.string().min(1);

/** A JSON-RPC id: a number or a string. */
export const requestId = z.union([z.string(), z.number()]);

/** A Unix time or a duration; one that is missing, or cannot be true, is null. */
export const time = z.number().refine(isTime).nullable().catch(null);

export const count = z.number().int().nonnegative().nullable().catch(null);
export const integer = z.number().int().nullable().catch(null);
export const text = z.string().nullable().catch(null);
export const flag = z.boolean().nullable().catch(null);

/** An array whose elements are read one by one, without those that cannot be read; what is no array is empty. */
export const list = <T extends z.ZodType>(element: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((values): z.output<T>[] =>
      values.flatMap((value) => {
        const { success, data } = element.safeParse(value);
        return success ? [data] : [];
      }),
    );

/** Whether a member is there at all, whatever it holds: for content that must be told of and not kept. */
export const presence = z
  .unknown()
  .optional()
  .transform((value) => value !== null && value !== undefined);

/** A member that may be missing (unchanged), null (reset) or a string (set). */
export const setting = z.string().nullable().optional().catch(undefined);

/** The members that name a turn, of messages about what happens in one. */
export const inTurn = { threadId: id, turnId: id };

/** The params of a message that is about a thread and needs nothing else of it. */
export const threadOnly = z.object({ threadId: id });
