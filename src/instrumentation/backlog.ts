import { context, type Context } from '@opentelemetry/api';
import type { HostGuard } from '../guard.js';

interface Passed {
  readonly context: Context;
  readonly look: () => void;
}

/**
 * What has passed and was not looked at yet, on all connections of the process, in its order. A host is given a chunk
 * before it is looked at here, and what it does with it at once (an answer, the same message forwarded to a client of its
 * own) passes while the first is still waiting: each is looked at after what came before it. What a hook of the host's
 * causes meanwhile waits as well, so nothing is ever observed within another observation.
 */
export class Backlog {
  readonly #guard: HostGuard;
  readonly #waiting: Passed[] = [];
  #isDraining = false;

  constructor(guard: HostGuard) {
    this.#guard = guard;
  }

  /** Takes note of something that passes now; {@link drain} looks at it, in the context that is active now. */
  add(look: () => void): void {
    this.#waiting.push({ context: context.active(), look });
  }

  /** Looks at what waits. Never throws. */
  drain(): void {
    if (this.#isDraining) return;
    this.#isDraining = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const { context: passed, look } = next;
      this.#guard.run('observation', () => (passed === context.active() ? look() : context.with(passed, look)));
    }
    this.#isDraining = false;
  }
}
