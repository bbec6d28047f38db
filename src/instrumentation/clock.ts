import type { Observer } from '../spans/observer.js';
import type { Isolation } from './isolate.js';

/** Lets time go on for the observer when nothing is said any more: what is overdue then ends. Keeps no process alive. */
export class Clock {
  readonly #observer: Observer;
  readonly #isolation: Isolation;
  #timer: NodeJS.Timeout | undefined;

  constructor(observer: Observer, isolation: Isolation) {
    this.#observer = observer;
    this.#isolation = isolation;
  }

  /** Wakes up at the observer's next deadline. @param now the observer's clock, Unix milliseconds */
  schedule(now: () => number): void {
    if (this.#timer !== undefined || this.#observer.nextDeadline === undefined) return;
    const wait = Math.max(0, this.#observer.nextDeadline - now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#isolation.run('observation', () => {
        this.#observer.advance(now());
      });
      this.schedule(now);
    }, wait).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
