import * as z from 'zod';
import { parseText } from '../../wire/json-parse.js';

const count = z.number().nonnegative();

/** How far the spans, or the events, of a thread were delivered. */
const reached = z.object({
  /** The place behind the last record of which everything was delivered; see `Position`. */
  ordinal: count.nullable(),
  line: count.nullable(),
  at: z.number(),
  /** How many outputs of the record behind that place were delivered, too. */
  outputs: count,
  /** The beginnings of the ids of what was delivered, came of no record, and would come again. */
  ids: z.array(z.string()),
});
export type Reached = z.infer<typeof reached>;

/** How far a thread was delivered, or that part of it which stands in a file that a revert began. */
const mark = z.object({
  /** The id of its file; see `RolloutFile`. */
  threadId: z.string(),
  /** Bytes of its file, as it lay on the disk. */
  size: count,
  spans: reached,
  events: reached,
  /** The thread was over for an observer, and all of it was delivered. */
  isClosed: z.boolean(),
});
export type Mark = z.infer<typeof mark>;

/** Reads a line of a state file; undefined for what is none, such as a last line that was cut off. */
export function readMark(line: string): Mark | undefined {
  return mark.safeParse(parseText(line)).data;
}
