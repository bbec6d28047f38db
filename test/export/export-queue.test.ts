import { context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { isTracingSuppressed } from '@opentelemetry/core';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { ExportQueue, type ExportQueueOptions } from '../../src/export/queue/export-queue.js';
import type { Sender, SendFailure, SendResult } from '../../src/export/queue/sender.js';
import { FakeClock } from './fake-clock.js';

const TAKEN: SendResult = { isTaken: true };
const failed = (reason: string, rest: Partial<SendFailure> = {}): SendFailure => ({
  isTaken: false,
  reason,
  isRetryable: false,
  ...rest,
});
const BUSY = failed('it kept answering 503', { isRetryable: true, status: 503 });
const REFUSED = failed('connection refused', { isRetryable: true });

/** Answers each batch in turn with these results, then takes it. */
class FakeSender implements Sender<number[]> {
  readonly batches: number[][] = [];
  readonly times: number[] = [];
  readonly suppressed: boolean[] = [];
  running = 0;
  mostRunning = 0;
  isClosed = false;

  constructor(
    readonly clock: FakeClock,
    readonly results: SendResult[] = [],
  ) {}

  async send(batch: number[]): Promise<SendResult> {
    this.suppressed.push(isTracingSuppressed(context.active()));
    this.times.push(this.clock.now());
    this.mostRunning = Math.max(this.mostRunning, ++this.running);
    await nextTurn();
    this.running -= 1;
    this.batches.push(batch);
    return this.results.shift() ?? TAKEN;
  }

  close(): void {
    this.isClosed = true;
  }
}

/** Answers nothing until it is told to stop waiting. */
const silentSender: Sender<number[]> = {
  send: (_batch, signal) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(failed('This operation was aborted')))),
  close: () => undefined,
};

function queueOf(results: SendResult[] = [], options: Partial<ExportQueueOptions> = {}) {
  const clock = new FakeClock();
  const sender = new FakeSender(clock, results);
  return { clock, sender, queue: queueTo(sender, clock, options) };
}

function queueTo(sender: Sender<number[]>, clock: FakeClock, options: Partial<ExportQueueOptions> = {}) {
  const defaults = {
    maxBatch: 3,
    maxQueue: Infinity,
    delayMs: 1_000,
    firstDelayMs: 1_000,
    retryBudgetMs: 60_000,
    stopsAfterFailure: true,
  };
  return new ExportQueue(sender, { ...defaults, clock, ...options });
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const add = (queue: ExportQueue<number>, count: number) => numbers(count).forEach((number) => queue.add(number));
const outcome = ({ delivered, losses }: ExportQueue<number>) => ({
  delivered,
  lost: Object.fromEntries(losses.map(({ reason, count }) => [reason, count])),
});

describe('an export queue', () => {
  it('sends 50,000 items that are added at once in full batches, one after the other and in order', async () => {
    const { sender, queue } = queueOf([], { maxBatch: 512 });
    add(queue, 50_000);
    await queue.flush();
    expect(sender.batches.flat()).toEqual(numbers(50_000));
    expect(sender.batches.map(({ length }) => length).slice(0, -1)).toEqual(Array(97).fill(512));
    expect({ mostRunning: sender.mostRunning, ...outcome(queue) }).toEqual({
      mostRunning: 1,
      delivered: 50_000,
      lost: {},
    });
  });

  it('is drained when less than a batch waits, and flushed when nothing waits', async () => {
    const { sender, queue } = queueOf();
    add(queue, 8);
    await queue.drained();
    expect(sender.batches).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(queue.size).toBe(2);
    await queue.flush();
    expect(sender.batches).toHaveLength(3);
  });

  it('sends a batch that does not fill after its delay', async () => {
    const { clock, sender, queue } = queueOf();
    queue.add(1);
    await clock.advance(999);
    expect(sender.batches).toEqual([]);
    await clock.advance(1);
    expect(sender.batches).toEqual([[1]]);
  });

  it('sends its very first item after a delay of its own', async () => {
    const { clock, sender, queue } = queueOf([], { firstDelayMs: 0 });
    queue.add(1);
    await clock.advance(0);
    queue.add(2);
    await clock.advance(999);
    expect(sender.batches).toEqual([[1]]);
    await clock.advance(1);
    expect(sender.batches).toEqual([[1], [2]]);
  });

  it('sends a batch again, with growing pauses, until the receiver takes it', async () => {
    const { clock, sender, queue } = queueOf([BUSY, BUSY, BUSY]);
    queue.add(1);
    await clock.until(queue.flush());
    expect({ times: sender.times, ...outcome(queue) }).toEqual({ times: [0, 500, 1500, 3500], delivered: 1, lost: {} });
  });

  it('waits as long as the receiver asks for', async () => {
    const { clock, sender, queue } = queueOf([{ ...BUSY, retryAfterMs: 7_000 }]);
    queue.add(1);
    await clock.until(queue.flush());
    expect(sender.times).toEqual([0, 7_000]);
  });

  it('gives a batch up when its time is over, with the status of the last answer', async () => {
    const results = Array<SendResult>(20).fill({ ...BUSY, status: 503 });
    const { clock, sender, queue } = queueOf(results, { retryBudgetMs: 2_000 });
    queue.add(1);
    await clock.until(queue.flush());
    expect(sender.times).toEqual([0, 500, 1500]);
    expect(queue.losses).toEqual([{ reason: 'it kept answering 503', count: 1, status: 503 }]);
  });

  it('goes on after a batch that the receiver does not want', async () => {
    const { queue } = queueOf([failed('it answered 400 Bad Request'), failed('cannot be written')]);
    add(queue, 9);
    await queue.flush();
    expect(outcome(queue)).toEqual({
      delivered: 3,
      lost: { 'it answered 400 Bad Request': 3, 'cannot be written': 3 },
    });
  });

  it('counts the items that a receiver rejects of a batch that it takes, and never more than there were', async () => {
    const rejected = (count: number) => ({ isTaken: true, rejected: { count, reason: 'too old' } }) as const;
    const { queue } = queueOf([rejected(2), rejected(99)]);
    add(queue, 6);
    await queue.flush();
    expect(outcome(queue)).toEqual({ delivered: 1, lost: { 'it rejected them: too old': 5 } });
  });

  it('drops and counts what is over its length, and what comes after its shutdown', async () => {
    const { queue } = queueOf([], { maxQueue: 3 });
    add(queue, 5);
    await queue.shutdown();
    queue.add(6);
    expect(outcome(queue)).toEqual({
      delivered: 3,
      lost: { 'more than 3 were waiting': 2, 'it came after the shutdown': 1 },
    });
    expect({ added: queue.added, dropped: queue.dropped }).toEqual({ added: 6, dropped: 2 });
  });

  it('flushes and closes its sender once', async () => {
    const { sender, queue } = queueOf();
    queue.add(1);
    await Promise.all([queue.shutdown(), queue.shutdown()]);
    expect({ batches: sender.batches, isClosed: sender.isClosed }).toEqual({ batches: [[1]], isClosed: true });
  });
});

describe('an export queue of a replay', () => {
  it('waits for a receiver that went away', async () => {
    const { clock, queue } = queueOf([TAKEN, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED]);
    add(queue, 6);
    expect(await clock.until(queue.flush())).toBeGreaterThan(10_000);
    expect(outcome(queue)).toEqual({ delivered: 6, lost: {} });
  });

  it('gives everything up after a second where no receiver ever answered', async () => {
    const { clock, sender, queue } = queueOf(Array<SendResult>(10).fill(REFUSED));
    add(queue, 7);
    expect(await clock.until(queue.flush())).toBeLessThanOrEqual(1_000);
    queue.add(8);
    expect({ tries: sender.times, ...outcome(queue) }).toEqual({
      tries: [0, 500],
      delivered: 0,
      lost: { 'connection refused': 8 },
    });
    expect(queue.serverAnswered).toBe(false);
  });

  it('sends nothing more once a batch was given up', async () => {
    const { clock, sender, queue } = queueOf(Array<SendResult>(3).fill(BUSY), { retryBudgetMs: 1_000 });
    add(queue, 6);
    await clock.until(queue.flush());
    expect({ tries: sender.batches.length, ...outcome(queue) }).toEqual({
      tries: 2,
      delivered: 0,
      lost: { 'it kept answering 503': 6 },
    });
  });
});

describe('an export queue of a live session', () => {
  const live = { stopsAfterFailure: false };

  it('waits for a receiver that is not there yet', async () => {
    const { clock, queue } = queueOf([REFUSED, REFUSED, REFUSED, REFUSED], live);
    queue.add(1);
    await clock.until(queue.flush());
    expect(outcome(queue)).toEqual({ delivered: 1, lost: {} });
  });

  it('sends the next batch after one that was given up', async () => {
    const { clock, queue } = queueOf([BUSY], { ...live, retryBudgetMs: 0 });
    add(queue, 6);
    await clock.until(queue.flush());
    expect(outcome(queue)).toEqual({ delivered: 3, lost: { 'it kept answering 503': 3 } });
  });
});

describe('an export queue whose end was announced', () => {
  it('tries at once what waits for another try, and again only while there is time', async () => {
    const { clock, sender, queue } = queueOf([BUSY, BUSY, BUSY, BUSY, BUSY], { stopsAfterFailure: false });
    queue.add(1);
    const flushed = queue.flush();
    await clock.advance(1_000); // it waits until 1,500
    queue.stopRetrying(2_500);
    expect(await clock.until(flushed)).toBeLessThanOrEqual(2_500);
    expect({ times: sender.times, ...outcome(queue) }).toEqual({
      times: [0, 500, 1000, 3000],
      delivered: 0,
      lost: { 'it kept answering 503': 1 },
    });
  });

  it('gives everything up at once where the connection is refused', async () => {
    const { clock, sender, queue } = queueOf(Array<SendResult>(5).fill(REFUSED), { stopsAfterFailure: false });
    add(queue, 6);
    queue.stopRetrying(5_000);
    expect(await clock.until(queue.shutdown())).toBe(0);
    expect({ tries: sender.times, ...outcome(queue) }).toEqual({
      tries: [0],
      delivered: 0,
      lost: { 'connection refused': 6 },
    });
  });

  it('waits for no answer beyond the end, and gives the rest up', async () => {
    const clock = new FakeClock();
    const queue = queueTo(silentSender, clock);
    add(queue, 7);
    const flushed = queue.shutdown();
    queue.stopRetrying(250);
    expect(await clock.until(flushed)).toBe(250);
    expect(outcome(queue)).toEqual({ delivered: 0, lost: { 'no answer before the end': 7 } });
  });
});

describe('an export queue in a host that traces', () => {
  afterEach(() => context.disable());

  it('sends under suppressed tracing', async () => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    const { sender, queue } = queueOf();
    queue.add(1);
    await queue.flush();
    expect(sender.suppressed).toEqual([true]);
  });
});

describe('an export queue with large items', () => {
  const large = (item: number) => item >= 100;
  const queueWith = (options: Partial<ExportQueueOptions> = {}, results: SendResult[] = []) => {
    const clock = new FakeClock();
    const sender = new FakeSender(clock, results);
    const defaults = { maxBatch: 3, maxQueue: Infinity, delayMs: 1_000, firstDelayMs: 1_000, retryBudgetMs: 60_000 };
    return {
      clock,
      sender,
      queue: new ExportQueue(sender, { ...defaults, stopsAfterFailure: true, clock, ...options }, large),
    };
  };

  it('sends each of them alone, and the others in order around it', async () => {
    const { sender, queue } = queueWith();
    for (const item of [1, 2, 100, 101, 3, 4, 5, 6, 102, 7]) queue.add(item);
    await queue.flush();
    expect(sender.batches).toEqual([[1, 2], [100], [101], [3, 4, 5], [6], [102], [7]]);
    expect(queue.delivered).toBe(10);
  });

  it('sends them at once, and lets the others fill their batch', async () => {
    const { clock, sender, queue } = queueWith();
    for (const item of [1, 100, 2]) queue.add(item);
    await queue.drained();
    expect(sender.batches).toEqual([[1], [100]]);
    await clock.advance(1_000);
    expect(sender.batches).toEqual([[1], [100], [2]]);
  });

  it('sends one again that the receiver did not take', async () => {
    const { clock, sender, queue } = queueWith({}, [BUSY]);
    queue.add(100);
    queue.add(1);
    const flushed = queue.flush();
    await clock.advance(500);
    await flushed;
    expect(sender.batches).toEqual([[100], [100], [1]]);
  });

  it('drops those that would make more than 32 wait, and counts them', async () => {
    const { sender, queue } = queueWith({ maxQueue: 1_000 });
    for (let item = 0; item < 40; item++) queue.add(100 + item);
    queue.add(1);
    await queue.flush();
    expect(sender.batches.map(([item]) => item)).toEqual([...Array.from({ length: 32 }, (_, n) => 100 + n), 1]);
    expect(outcome(queue)).toEqual({ delivered: 33, lost: { 'more than 32 large ones were waiting': 8 } });
  });
});
