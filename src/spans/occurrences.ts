/**
 * Tells what happened again from what is only told again. A notification without an id of its own reaches every
 * connection of its thread: the nth of one connection is the nth of the others, counted from when each joined.
 */
export class Occurrences {
  readonly #seen = new Map<string, { readonly times: number[]; readonly told: Map<object, number> }>();

  /**
   * @param connection that told, and `since` when it hears of the thread.
   * @param at Unix milliseconds of this telling.
   * @returns which occurrence it is, from 0, and whether it is told for the first time.
   */
  next(key: string, connection: object, since: number, at: number): { nth: number; isNew: boolean } {
    const seen = this.#seen.get(key) ?? { times: [], told: new Map<object, number>() };
    this.#seen.set(key, seen);
    const nth = seen.told.get(connection) ?? seen.times.filter((time) => time < since).length;
    seen.told.set(connection, nth + 1);
    const isNew = nth >= seen.times.length;
    if (isNew) seen.times.push(at);
    return { nth, isNew };
  }
}
