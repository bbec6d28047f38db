import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { Counters } from '../src/counters.js';
import { HostGuard, within } from '../src/guard.js';

describe('guard of the host', () => {
  it.each([
    ["the host's own", () => Promise.reject(new Error('host'))],
    ['another realm', () => runInNewContext('Promise.reject(new Error("realm"))') as Promise<never>],
    ['a library', () => ({ then: (_: unknown, reject: (error: Error) => void) => reject(new Error('library')) })],
    ['a library, and throws', () => ({ then: () => JSON.parse('{') as never })],
  ])('a promise that rejects is counted and ends nothing, where it is one of %s', async (_, reject) => {
    const counters = new Counters();
    const guarded = new HostGuard(counters).run<unknown>('eventHook', reject);
    await expect(Promise.resolve(guarded)).resolves.toBeUndefined();
    expect(counters.get('hooks.failed', 'eventHook')).toBe(1);
  });
});

describe('within', () => {
  it('rejects when its time is over, and gives back what came before', async () => {
    vi.useFakeTimers();
    try {
      await expect(within(100, Promise.resolve(1))).resolves.toBe(1);
      const late = within(100, new Promise(() => {}));
      const rejected = expect(late).rejects.toThrow('not finished after 100 ms');
      await vi.advanceTimersByTimeAsync(100);
      await rejected;
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
