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

  /** Runs `step`; undefined where it threw. `what` names the step: from a closed set, never content. */
  run<T>(what: string, step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      this.#tally.count('hooks.failed', what);
      this.once(what, `${what} failed: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  /** Says something once. */
  once(what: string, message: string): void {
    if (this.#said.has(what)) return;
    this.#said.add(what);
    this.#diag.warn(message);
  }
}
