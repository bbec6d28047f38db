import * as z from 'zod';
import type { Position } from './position.js';

/** Behind the last record of which everything was delivered, and how many outputs of the one after it were, too. */
export interface Place extends Position {
  readonly outputs: number;
}

/** How far a thread was delivered. */
export interface Mark {
  readonly threadId: string;
  /** Bytes of its file, as it lay on the disk. */
  readonly size: number;
  readonly spans: Place;
  readonly events: Place;
  /** What was delivered and came of no record would come again: the ids of spans, and the beginnings of those of events. */
  readonly spanIds: readonly string[];
  readonly eventIds: readonly string[];
  /** The thread was over for an observer, and all of it was delivered. */
  readonly isClosed: boolean;
}

const count = z.number().nonnegative();
const place = z
  .tuple([count.nullable(), count.nullable(), z.number(), count])
  .transform(([ordinal, line, at, outputs]): Place => ({ ordinal, line, at, outputs }));
const line = z
  .object({
    thread: z.string(),
    size: count,
    spans: place,
    events: place,
    span_ids: z.array(z.string()),
    event_ids: z.array(z.string()),
    closed: z.boolean(),
  })
  .transform(({ thread, size, spans, events, span_ids: spanIds, event_ids: eventIds, closed }): Mark => ({
    threadId: thread,
    size,
    spans,
    events,
    spanIds,
    eventIds,
    isClosed: closed,
  }));

/** One line of a state file, without its line feed. */
export function markLine({ threadId, size, spans, events, spanIds, eventIds, isClosed }: Mark): string {
  const placeOf = ({ ordinal, line: number, at, outputs }: Place) => [ordinal, number, at, outputs];
  return JSON.stringify({
    thread: threadId,
    size,
    spans: placeOf(spans),
    events: placeOf(events),
    span_ids: spanIds,
    event_ids: eventIds,
    closed: isClosed,
  });
}

/** Reads a line of a state file; undefined for what is none, such as a last line that was cut off. */
export function readMark(text: string): Mark | undefined {
  try {
    return line.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
