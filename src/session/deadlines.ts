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

  /** Moves observed time on to `at` (Unix milliseconds) and runs what is overdue. */
  advance(at: number): void {
    this.#now = Math.max(this.#now, at);
    for (const waiting of this.#byDelay.values()) this.#expire(waiting);
  }

  /** The next deadline, Unix milliseconds; undefined where nothing waits. */
  get next(): number | undefined {
    let next: number | undefined;
    for (const waiting of this.#byDelay.values())
      for (const { at } of waiting.values()) {
        if (next === undefined || at < next) next = at;
        break;
      }
    return next;
  }

  /** Sets the owner's deadline to `delayMs` from now, in place of an earlier one. */
  set(owner: object, expire: () => void, delayMs = OPEN_END_MS): void {
    this.delete(owner);
    let waiting = this.#byDelay.get(delayMs);
    if (waiting === undefined) this.#byDelay.set(delayMs, (waiting = new Map()));
    waiting.set(owner, { at: this.#now + delayMs, expire });
  }

  delete(owner: object): void {
    for (const waiting of this.#byDelay.values()) waiting.delete(owner);
  }

  #expire(waiting: Map<object, Deadline>): void {
    for (const [owner, deadline] of waiting) {
      if (deadline.at > this.#now) return;
      waiting.delete(owner);
      deadline.expire();
    }
  }
}
