import { setImmediate as nextTurn } from 'node:timers/promises';
import { systemClock, type Clock } from '../../src/export/queue/clock.js';

interface Waiting {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that a test moves on. */
export class FakeClock implements Clock {
  #now = 0;
  readonly #waiting = new Set<Waiting>();

  now(): number {
    return this.#now;
  }

  wait(ms: number, { signal }: { signal?: AbortSignal | undefined } = {}): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const waiting = {
        at: this.#now + ms,
        wake: () => {
          this.#waiting.delete(waiting);
          resolve();
        },
      };
      this.#waiting.add(waiting);
      signal?.addEventListener('abort', waiting.wake);
    });
  }

  /** Lets `ms` pass. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (let next = this.#next(); next !== undefined && next.at <= end; next = this.#next()) {
      this.#now = next.at;
      next.wake();
      await settle();
    }
    this.#now = end;
  }

  /** Lets time pass until this has settled; resolves with the milliseconds that took. */
  async until(promise: Promise<unknown>): Promise<number> {
    const start = this.#now;
    const settled = promise.then(
      () => true,
      () => true,
    );
    const isSettled = () => Promise.race([settled, settle().then(() => false)]);
    while (!(await isSettled())) {
      const next = this.#next();
      if (next === undefined) continue;
      this.#now = next.at;
      next.wake();
    }
    return this.#now - start;
  }

  #next(): Waiting | undefined {
    return [...this.#waiting].sort((a, b) => a.at - b.at)[0];
  }
}

/** Everything that needs no time has happened after this. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await nextTurn();
}

/** A clock whose waits take a hundredth of their time, for tests with servers that answer in real time. */
export const hastyClock: Clock = {
  now: () => systemClock.now(),
  wait: (ms, options) => systemClock.wait(ms / 100, options),
};
