/** What is kept of one notification at most; the oldest goes. */
const LIMIT = 1_000;

interface Seen {
  /** How often it happened. */
  count: number;
  /** When, Unix milliseconds, as far back as it may matter. */
  readonly times: number[];
  /** How much of it each connection told. */
  readonly told: WeakMap<object, number>;
}

/**
 * Tells what happened again from what is only told again. A notification without an id of its own reaches every
 * connection of its thread: the nth of one connection is the nth of the others, counted from when each joined.
 */
export class Occurrences {
  readonly #seen = new Map<string, Seen>();

  /**
   * @param connection that told, and `since` when it hears of the thread.
   * @param at Unix milliseconds of this telling.
   * @returns which occurrence it is, from 0, and whether it is told for the first time.
   */
  next(key: string, connection: object, since: number, at: number): { nth: number; isNew: boolean } {
    const seen = this.#seen.get(key) ?? this.#begin(key);
    const nth = seen.told.get(connection) ?? seen.count - seen.times.filter((time) => time >= since).length;
    seen.told.set(connection, nth + 1);
    const isNew = nth >= seen.count;
    if (isNew) {
      seen.count += 1;
      seen.times.push(at);
      if (seen.times.length > LIMIT) seen.times.shift();
    }
    return { nth, isNew };
  }

  #begin(key: string): Seen {
    const seen: Seen = { count: 0, times: [], told: new WeakMap<object, number>() };
    this.#seen.set(key, seen);
    const [oldest] = this.#seen.keys();
    if (oldest !== undefined && this.#seen.size > LIMIT) this.#seen.delete(oldest);
    return seen;
  }
}
