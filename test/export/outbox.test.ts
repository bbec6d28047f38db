import { context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { ExportResultCode, isTracingSuppressed } from '@opentelemetry/core';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { Outbox, type BatchExporter, type OutboxOptions, type Outcome } from '../../src/export/outbox.js';

const OK: Outcome = { code: ExportResultCode.SUCCESS };
const failed = (message: string, code?: unknown): Outcome => ({
  code: ExportResultCode.FAILED,
  error: Object.assign(new Error(message), code === undefined ? {} : { code }),
});
const BUSY = failed('Export failed with retryable status');
const REFUSED = failed('', 'ECONNREFUSED');

/** Answers each batch in turn with these outcomes, then with success. */
class FakeExporter implements BatchExporter<number> {
  readonly batches: number[][] = [];
  readonly suppressed: boolean[] = [];
  running = 0;
  mostRunning = 0;
  isShutDown = false;

  constructor(readonly outcomes: (Outcome | Error)[] = []) {}

  export(batch: number[], done: (outcome: Outcome) => void): void {
    const outcome = this.outcomes.shift() ?? OK;
    this.suppressed.push(isTracingSuppressed(context.active()));
    if (outcome instanceof Error) throw outcome;
    this.mostRunning = Math.max(this.mostRunning, ++this.running);
    setTimeout(() => {
      this.running -= 1;
      this.batches.push(batch);
      done(outcome);
    }, 1);
  }

  async shutdown(): Promise<void> {
    this.isShutDown = true;
  }
}

const outbox = (exporter: BatchExporter<number>, options: Partial<OutboxOptions> = {}) =>
  new Outbox(exporter, {
    maxBatch: 3,
    maxQueue: Infinity,
    delayMs: 10_000,
    giveUpMs: 10_000,
    givesUpForGood: true,
    ...options,
  });
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const lost = (box: Outbox<number>) => Object.fromEntries(box.lost);

describe('an outbox', () => {
  it('loses nothing of what comes at once: batches go one after the other, in order', async () => {
    const exporter = new FakeExporter();
    const box = outbox(exporter, { maxBatch: 512 });
    for (const number of numbers(50_000)) box.add(number);
    await box.flush();
    expect(exporter.batches.flat()).toEqual(numbers(50_000));
    expect(exporter.batches.map(({ length }) => length).slice(0, -1)).toEqual(Array(97).fill(512));
    expect(exporter.mostRunning).toBe(1);
    expect(box.delivered).toBe(50_000);
  });

  it('is drained when less than a batch waits, and flushed when nothing does', async () => {
    const exporter = new FakeExporter();
    const box = outbox(exporter);
    for (const number of numbers(8)) box.add(number);
    await box.drained();
    expect(exporter.batches).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    await box.flush();
    expect(exporter.batches).toHaveLength(3);
  });

  it('sends a batch that does not fill after its delay', async () => {
    const exporter = new FakeExporter();
    const box = outbox(exporter, { delayMs: 20 });
    box.add(1);
    await sleep(200);
    expect(exporter.batches).toEqual([[1]]);
    expect(box.delivered).toBe(1);
  });

  it('sends again what a receiver could not take, beyond the exporter’s own retries, and so once', async () => {
    const exporter = new FakeExporter([BUSY, BUSY]);
    const box = outbox(exporter);
    box.add(1);
    await box.flush();
    expect(exporter.batches).toEqual([[1], [1], [1]]);
    expect({ delivered: box.delivered, lost: lost(box) }).toEqual({ delivered: 1, lost: {} });
  });

  it('waits for a receiver that went away, but not for one that was never there', async () => {
    const came = outbox(new FakeExporter([OK, REFUSED]));
    for (const number of numbers(6)) came.add(number);
    await came.flush();
    expect(came.delivered).toBe(6);

    const exporter = new FakeExporter([REFUSED]);
    const never = outbox(exporter);
    for (const number of numbers(7)) never.add(number);
    await never.flush();
    never.add(8);
    expect({ tries: exporter.batches.length, lost: lost(never) }).toEqual({
      tries: 1,
      lost: { 'connection refused': 8 },
    });
  });

  it('waits in a live session for a receiver that is not there yet', async () => {
    const box = outbox(new FakeExporter([REFUSED]), { givesUpForGood: false });
    box.add(1);
    await box.flush();
    expect(box.delivered).toBe(1);
  });

  it('gives a batch up when its time is over; in a live session the next one is tried again', async () => {
    const box = outbox(new FakeExporter([BUSY]), { giveUpMs: 0, givesUpForGood: false });
    for (const number of numbers(6)) box.add(number);
    await box.flush();
    expect({ delivered: box.delivered, lost: lost(box) }).toEqual({
      delivered: 3,
      lost: { 'it kept answering 429, 502, 503 or 504': 3 },
    });
  });

  it('goes on after a batch that a receiver does not want', async () => {
    const box = outbox(new FakeExporter([failed('Bad Request', 400), new Error('cannot be written')]));
    for (const number of numbers(9)) box.add(number);
    await box.flush();
    expect({ delivered: box.delivered, lost: lost(box) }).toEqual({
      delivered: 3,
      lost: { 'it answered 400 Bad Request': 3, 'cannot be written': 3 },
    });
  });

  it('counts what a receiver rejects of a batch that it takes', async () => {
    const box = outbox(new FakeExporter([{ ...OK, rejected: { count: 2, why: 'too old' } }]));
    for (const number of numbers(3)) box.add(number);
    await box.flush();
    expect({ delivered: box.delivered, lost: lost(box) }).toEqual({
      delivered: 1,
      lost: { 'it rejected them: too old': 2 },
    });
  });

  it('drops and counts what is over its queue, where the producer does not wait', async () => {
    const box = outbox(new FakeExporter(), { maxQueue: 3 });
    for (const number of numbers(5)) box.add(number);
    await box.shutdown();
    box.add(6);
    expect({ delivered: box.delivered, lost: lost(box) }).toEqual({
      delivered: 3,
      lost: { 'more than 3 were waiting': 2, 'it came after the shutdown': 1 },
    });
  });

  it('tries nothing again in a hurry', async () => {
    const exporter = new FakeExporter(Array<Outcome>(10).fill(BUSY));
    const box = outbox(exporter);
    box.add(1);
    const flushed = box.flush();
    await sleep(100);
    const start = performance.now();
    box.hurry();
    await flushed;
    expect(performance.now() - start).toBeLessThan(300);
    expect(exporter.batches.length).toBeLessThanOrEqual(2);
  });

  it('waits for no answer for long in a hurry, and gives the rest up', async () => {
    const box = outbox({ export: () => undefined, shutdown: async () => {} });
    for (const number of numbers(7)) box.add(number);
    const flushed = box.flush();
    await sleep(50);
    box.hurry();
    await flushed;
    expect(lost(box)).toEqual({ 'no answer before the end': 7 });
  });

  it('flushes and closes its exporter once', async () => {
    const exporter = new FakeExporter();
    const box = outbox(exporter);
    box.add(1);
    await Promise.all([box.shutdown(), box.shutdown()]);
    expect({ batches: exporter.batches, closed: exporter.isShutDown }).toEqual({ batches: [[1]], closed: true });
  });

  describe('in a host that traces', () => {
    afterEach(() => context.disable());

    it('sends under suppressed tracing', async () => {
      context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
      const exporter = new FakeExporter();
      const box = outbox(exporter);
      box.add(1);
      await box.flush();
      expect(exporter.suppressed).toEqual([true]);
    });
  });
});
