import { setTimeout as sleep } from 'node:timers/promises';

/** The time that a queue works by. */
export interface Clock {
  /** Milliseconds that only ever grow. */
  now(): number;
  /**
   * Resolves after `ms` in which the process ran, or at once when `signal` aborts. Never rejects. `ref: false` lets the process
   * end meanwhile.
   */
  wait(ms: number, options?: { readonly signal?: AbortSignal | undefined; readonly ref?: boolean }): Promise<void>;
}

/** However long a process is stopped, no more than this of it counts. An answer that came meanwhile is read after the timers. */
const STEP_MS = 250;

export const systemClock: Clock = {
  now: () => performance.now(),
  async wait(ms, options) {
    let left = ms;
    do await sleep(Math.min(left, STEP_MS), undefined, options).catch(() => undefined);
    while ((left -= STEP_MS) > 0 && !options?.signal?.aborted);
  },
};
