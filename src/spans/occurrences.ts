import { BoundedMap } from '../bounded.js';
import type { CounterSink } from '../counters.js';
import { OPEN_END_MS } from './time.js';

/** Notifications that are kept apart, and occurrences of one within a minute. */
const LIMIT = 1_000;

interface Seen {
  /** How often it happened. */
  count: number;
  /** When the last of them happened, Unix milliseconds, by their numbers. */
  readonly times: Map<number, number>;
  /** How much of it each connection told. */
  readonly told: WeakMap<object, number>;
}

/**
 * Tells what happened again from what is only told again. A notification without an id of its own reaches every
 * connection of its thread, and soon: the nth of one connection is the nth of the others, counted from when each joined.
 */
export class Occurrences {
  readonly #counters: CounterSink;
  readonly #seen: Map<string, Seen>;

  constructor(counters: CounterSink) {
    this.#counters = counters;
    this.#seen = new BoundedMap({ size: LIMIT, what: 'notification', counters });
  }

  /**
   * @param connection that told, and `since` when it hears of the thread.
   * @param at Unix milliseconds of this telling.
   * @returns which occurrence it is, from 0, and whether it is told for the first time.
   */
  next(key: string, connection: object, since: number, at: number): { nth: number; isNew: boolean } {
    const seen = this.#seen.get(key) ?? this.#begin(key);
    const nth = seen.told.get(connection) ?? seen.count - countSince(seen.times, since);
    seen.told.set(connection, nth + 1);
    const isNew = nth >= seen.count;
    if (isNew) {
      for (const [number, time] of seen.times) {
        if (time >= at - OPEN_END_MS) break;
        seen.times.delete(number);
      }
      seen.times.set(seen.count, at);
      seen.count += 1;
    }
    return { nth, isNew };
  }

  #begin(key: string): Seen {
    const times = new BoundedMap<number, number>({ size: LIMIT, what: 'occurrence', counters: this.#counters });
    const seen: Seen = { count: 0, times, told: new WeakMap() };
    this.#seen.set(key, seen);
    return seen;
  }
}

function countSince(times: ReadonlyMap<number, number>, since: number): number {
  let count = 0;
  for (const time of times.values()) if (time >= since) count += 1;
  return count;
}
