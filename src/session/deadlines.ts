import { OPEN_END_MS } from './time.js';

interface Deadline {
  readonly at: number;
  readonly expire: () => void;
}

/** Ends things some time after they were set: by default a minute of observed time. Each owner has one deadline. */
export class Deadlines {
  /** The deadlines of each delay, in order, because all of one delay are the same time away. */
  readonly #byDelay = new Map<number, Map<object, Deadline>>([[OPEN_END_MS, new Map()]]);
  #now = 0;
  /** No deadline is before this time: most messages have nothing to look for. */
  #notBefore = Infinity;

  /**
   * Moves observed time on to `at` (Unix milliseconds) and runs what is overdue, each at its own time: what an overdue
   * deadline sets is overdue as well where its delay has passed by then.
   */
  advance(at: number): void {
    const now = Math.max(this.#now, at);
    if (now < this.#notBefore) {
      this.#now = now;
      return;
    }
    for (let next = this.#next(); next && next[1].at <= now; next = this.#next()) {
      const [owner, { at: due, expire }] = next;
      this.#now = Math.max(this.#now, due);
      this.delete(owner);
      expire();
    }
    this.#now = now;
    this.#notBefore = this.next ?? Infinity;
  }

  /** The next deadline, Unix milliseconds; undefined where nothing waits. */
  get next(): number | undefined {
    return this.#notBefore === Infinity ? undefined : this.#next()?.[1].at;
  }

  /** Sets the owner's deadline to `delayMs` from now, in place of an earlier one. */
  set(owner: object, expire: () => void, delayMs = OPEN_END_MS): void {
    this.delete(owner);
    let waiting = this.#byDelay.get(delayMs);
    if (waiting === undefined) this.#byDelay.set(delayMs, (waiting = new Map<object, Deadline>()));
    const at = this.#now + delayMs;
    waiting.set(owner, { at, expire });
    this.#notBefore = Math.min(this.#notBefore, at);
  }

  delete(owner: object): void {
    for (const waiting of this.#byDelay.values()) waiting.delete(owner);
  }

  #next(): readonly [owner: object, deadline: Deadline] | undefined {
    let next: readonly [object, Deadline] | undefined;
    for (const waiting of this.#byDelay.values())
      for (const entry of waiting) {
        if (next === undefined || entry[1].at < next[1].at) next = entry;
        break;
      }
    return next;
  }
}
