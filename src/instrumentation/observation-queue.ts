import { context, type Context } from '@opentelemetry/api';
import type { HostGuard } from '../guard.js';

interface Enqueued {
  readonly context: Context;
  readonly observe: () => void;
}

/**
 * Observations that wait for their turn, of all connections of the process, in the order in which the traffic passed. The
 * host gets a chunk before we observe it. What the host does with it at once (an answer, the same message forwarded to a
 * client of its own) passes while the chunk still waits, so it is observed after the chunk. Traffic that a hook of the
 * host causes waits as well: no observation ever starts within another.
 */
export class ObservationQueue {
  readonly #guard: HostGuard;
  readonly #waiting: Enqueued[] = [];
  #isDraining = false;

  constructor(guard: HostGuard) {
    this.#guard = guard;
  }

  /** Whether what is enqueued now has to wait for the end of what runs. */
  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** Runs `observe` at once, in its turn, and then whatever waits; after what runs already, if something does. Never throws. */
  run(observe: () => void): void {
    if (this.#isDraining || this.#waiting.length > 0) {
      this.enqueue(observe);
      this.drain();
      return;
    }
    this.#isDraining = true;
    try {
      observe();
    } catch (error) {
      this.#guard.failed('observation', error);
    }
    this.#isDraining = false;
    if (this.#waiting.length > 0) this.drain();
  }

  /** {@link drain} runs `observe` later, in the context that is active now. */
  enqueue(observe: () => void): void {
    this.#waiting.push({ context: context.active(), observe });
  }

  /** Runs everything that waits, in order. Never throws. */
  drain(): void {
    if (this.#isDraining) return;
    this.#isDraining = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const { context: enqueuedIn, observe } = next;
      this.#guard.run('observation', () =>
        enqueuedIn === context.active() ? observe() : context.with(enqueuedIn, observe),
      );
    }
    this.#isDraining = false;
  }
}
