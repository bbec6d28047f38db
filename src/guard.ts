import { diag } from '@opentelemetry/api';
import type { CounterSink, CounterName } from './counters.js';
import { SCOPE_NAME } from './version.js';

/** Keeps our failures from the host: an error is counted, logged once by the OpenTelemetry diagnostics, and over. */
export class HostGuard {
  readonly #counters: CounterSink;
  readonly #warned = new Set<string>();
  readonly #diag = diag.createComponentLogger({ namespace: SCOPE_NAME });

  constructor(counters: CounterSink) {
    this.#counters = counters;
  }

  /**
   * Runs `step`; undefined where it threw. `what` names the step: from a closed set, never content. A promise, of whatever
   * realm or library, is given back as one that never rejects, but resolves to undefined: an async hook must not end the
   * host.
   */
  run<T>(what: string, step: () => T, counter: CounterName = 'hooks.failed'): T | undefined {
    try {
      const result = step();
      if (!isThenable(result)) return result;
      return Promise.resolve(result).catch((error: unknown) => this.failed(what, error, counter)) as T;
    } catch (error) {
      this.failed(what, error, counter);
      return undefined;
    }
  }

  /** Logs something that a person asks for with `OTEL_LOG_LEVEL=debug`. */
  debug(message: string): void {
    try {
      this.#diag.debug(message);
    } catch {
      // As below.
    }
  }

  /** Takes the error of a step that ran in a `try` of its own, because it runs for every message. */
  failed(what: string, error: unknown, counter: CounterName = 'hooks.failed'): void {
    this.#counters.add(counter, what);
    this.warnOnce(what, `${what} failed: ${reasonOf(error)}; further failures are only counted`);
  }

  /** Logs a warning once for each `what`. */
  warnOnce(what: string, message: string): void {
    if (this.#warned.has(what)) return;
    this.#warned.add(what);
    try {
      this.#diag.warn(message);
    } catch {
      // The host's diagnostics logger threw: no place is left to log to.
    }
  }
}

/** Waits for a promise of the host's, but no longer than `ms`: rejects then. Its timer keeps no process alive. */
export async function within<T>(ms: number, promise: PromiseLike<T> | T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not finished after ${String(ms)} ms`)), ms).unref();
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

/** Anything may be thrown, also what cannot be made a string. */
function reasonOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return 'no reason given';
  }
}
