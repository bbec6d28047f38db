import { Memory, type Owner } from '../memory.js';
import { BYTES } from '../limits.js';
import { OPEN_END_MS } from '../time.js';

/** Limit of the notifications that are kept for comparison, and of the occurrences of one within a minute. */
const LIMIT = 1_000;

interface Seen {
  count: number;
  /** When each of the latest occurrences happened, Unix milliseconds, by its number. */
  readonly times: Memory<number, number>;
  /** How many occurrences each connection has reported. */
  readonly reported: WeakMap<object, number>;
}

/**
 * Distinguishes a repeated event from the same event delivered on several connections. A notification without an id of its
 * own reaches every connection of its thread, and soon: the nth of one connection is the nth of the others, counted from
 * the time when each connection joined.
 */
export class Occurrences {
  readonly #owner: Owner;
  readonly #seen: Memory<string, Seen>;

  constructor(owner: Owner) {
    this.#owner = owner;
    this.#seen = new Memory(owner, 'notification', LIMIT);
  }

  /**
   * Counts a notification.
   *
   * @param connection that delivered it, and `since` when it has seen the thread.
   * @param at Unix milliseconds of this delivery.
   * @returns the number of the occurrence, from 0, and whether this is its first delivery.
   */
  next(key: string, connection: object, since: number, at: number): { nth: number; isNew: boolean } {
    const seen = this.#seen.get(key) ?? this.#begin(key);
    const nth = seen.reported.get(connection) ?? seen.count - countSince(seen.times, since);
    seen.reported.set(connection, nth + 1);
    const isNew = nth >= seen.count;
    if (isNew) {
      for (const [number, time] of seen.times.entries()) {
        if (time >= at - OPEN_END_MS) break;
        seen.times.delete(number);
      }
      seen.times.set(seen.count, at);
      seen.count += 1;
    }
    return { nth, isNew };
  }

  #begin(key: string): Seen {
    const times = new Memory<number, number>(this.#owner, 'occurrence', LIMIT, BYTES.time);
    const seen: Seen = { count: 0, times, reported: new WeakMap() };
    this.#seen.set(key, seen);
    return seen;
  }
}

function countSince(times: Memory<number, number>, since: number): number {
  let count = 0;
  for (const [, time] of times.entries()) if (time >= since) count += 1;
  return count;
}
