import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import type { HostGuard } from '../guard.js';
import type { Observer } from '../observer.js';
import { OPEN_END_MS } from '../spans/time.js';

/** The shortest wait: deadlines that are due at about the same time share one timer. */
const SHORTEST_MS = 1_000;

/** Advances the observer's time while no traffic passes, so that deadlines expire. Its timer keeps no process alive. */
export class LiveClock {
  readonly #observer: Observer;
  readonly #guard: HostGuard;
  #timer: NodeJS.Timeout | undefined;

  constructor(observer: Observer, guard: HostGuard) {
    this.#observer = observer;
    this.#guard = guard;
  }

  /** Sets a timer for the observer's next deadline. @param now the observer's clock, Unix milliseconds */
  schedule(now: () => number): void {
    if (this.#timer !== undefined || this.#observer.nextDeadline === undefined) return;
    // Clocks given by hand may be far apart; no deadline is farther away than that on the clock that set it.
    const wait = Math.min(OPEN_END_MS, Math.max(SHORTEST_MS, this.#observer.nextDeadline - now()));
    // A timer keeps the context that is active when it is made. The host's active span has nothing to do with it.
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
