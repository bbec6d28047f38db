import { setTimeout as sleep } from 'node:timers/promises';

/** The time that a queue works by. */
export interface Clock {
  /** Milliseconds that only ever grow. */
  now(): number;
  /** Resolves after `ms`, or at once when `signal` aborts. Never rejects. `ref: false` lets the process end meanwhile. */
  wait(ms: number, options?: { readonly signal?: AbortSignal | undefined; readonly ref?: boolean }): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wait: (ms, options) => sleep(ms, undefined, options).catch(() => undefined),
};
