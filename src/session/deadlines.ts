import { OPEN_END_MS } from './time.js';

interface Deadline {
  readonly at: number;
  readonly expire: () => void;
}

/** Ends things a minute of observed time after they were set. Each owner has one deadline. */
export class Deadlines {
  /** In order, because every deadline is the same minute away. */
  readonly #waiting = new Map<object, Deadline>();
  #now = 0;

  /** Moves observed time on to `at` (Unix milliseconds) and runs what is overdue. */
  advance(at: number): void {
    this.#now = Math.max(this.#now, at);
    for (const [owner, deadline] of this.#waiting) {
      if (deadline.at > this.#now) return;
      this.#waiting.delete(owner);
      deadline.expire();
    }
  }

  /** The next deadline, Unix milliseconds; undefined where nothing waits. */
  get next(): number | undefined {
    const [first] = this.#waiting.values();
    return first?.at;
  }

  /** Sets the owner's deadline to a minute from now, in place of an earlier one. */
  set(owner: object, expire: () => void): void {
    this.#waiting.delete(owner);
    this.#waiting.set(owner, { at: this.#now + OPEN_END_MS, expire });
  }

  delete(owner: object): void {
    this.#waiting.delete(owner);
  }
}
