import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import type { Observer } from '../observer.js';
import { OPEN_END_MS } from '../session/time.js';
import type { HostGuard } from '../guard.js';

/** What is overdue may wait so long: no need to wake up for each by itself, nor for a clock that stands still. */
const SHORTEST_MS = 1_000;

/** Lets time go on for the observer when nothing is said any more: what is overdue then ends. Keeps no process alive. */
export class Clock {
  readonly #observer: Observer;
  readonly #guard: HostGuard;
  #timer: NodeJS.Timeout | undefined;

  constructor(observer: Observer, guard: HostGuard) {
    this.#observer = observer;
    this.#guard = guard;
  }

  /** Wakes up at the observer's next deadline. @param now the observer's clock, Unix milliseconds */
  schedule(now: () => number): void {
    if (this.#timer !== undefined || this.#observer.nextDeadline === undefined) return;
    // Clocks given by hand may be far apart; no deadline is farther away than that on the clock that set it.
    const wait = Math.min(OPEN_END_MS, Math.max(SHORTEST_MS, this.#observer.nextDeadline - now()));
    // A timer keeps the context in which it is made: what is active in the host now has nothing to do with it.
    this.#timer = context.with(ROOT_CONTEXT, () => setTimeout(() => this.#wake(now), wait).unref());
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wake(now: () => number): void {
    this.#timer = undefined;
    this.#guard.run('observation', () => this.#observer.advance(now()));
    this.schedule(now);
  }
}
