import { OPEN_END_MS } from './time.js';

interface Deadline {
  readonly at: number;
  readonly expire: () => void;
}

/** What ends when a minute of observed time has passed; one thing for each owner, which takes it along when it goes. */
export class Deadlines {
  /** In order: every deadline is the same minute away. */
  readonly #waiting = new Map<object, Deadline>();
  #now = 0;

  /** Observed time has come to `at`: what is overdue expires. */
  advance(at: number): void {
    this.#now = Math.max(this.#now, at);
    for (const [owner, deadline] of this.#waiting) {
      if (deadline.at > this.#now) return;
      this.#waiting.delete(owner);
      deadline.expire();
    }
  }

  /** When something will be overdue, Unix milliseconds; undefined where nothing waits. */
  get next(): number | undefined {
    const [first] = this.#waiting.values();
    return first?.at;
  }

  /** A minute from now, instead of what the owner waited for before. */
  set(owner: object, expire: () => void): void {
    this.#waiting.delete(owner);
    this.#waiting.set(owner, { at: this.#now + OPEN_END_MS, expire });
  }

  delete(owner: object): void {
    this.#waiting.delete(owner);
  }
}
