import { diag } from '@opentelemetry/api';
import type { Tally } from '../tally.js';

/** Keeps our failures from the host: what throws is counted, said once to the OpenTelemetry diagnostics, and over. */
export class Isolation {
  readonly #tally: Tally;
  readonly #said = new Set<string>();
  readonly #diag = diag.createComponentLogger({ namespace: 'opentelemetry-instrumentation-codex' });

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  /**
   * Runs `step`; undefined where it threw. `what` names the step: from a closed set, never content. A promise that
   * rejects is handled as well: an async hook must not end the host.
   */
  run<T>(what: string, step: () => T): T | undefined {
    try {
      const result = step();
      if (result instanceof Promise) result.catch((error: unknown) => this.#failed(what, error));
      return result;
    } catch (error) {
      this.#failed(what, error);
      return undefined;
    }
  }

  /** Says something once. */
  once(what: string, message: string): void {
    if (this.#said.has(what)) return;
    this.#said.add(what);
    try {
      this.#diag.warn(message);
    } catch {
      // The host's diagnostics logger threw: there is nobody left to tell.
    }
  }

  #failed(what: string, error: unknown): void {
    this.#tally.count('hooks.failed', what);
    this.once(what, `${what} failed: ${reasonOf(error)}; further failures are only counted`);
  }
}

/** Anything may be thrown, also what cannot be made a string. */
function reasonOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return 'no reason given';
  }
}
