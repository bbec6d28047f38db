import { context } from '@opentelemetry/api';
import { ExportResultCode, suppressTracing, type ExportResult } from '@opentelemetry/core';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { failureOf } from './failure.js';

/** What an exporter says of one batch; `rejected` is what the receiver took the rest without. */
export type Outcome = ExportResult & {
  readonly rejected?: { readonly count: number; readonly why: string } | undefined;
};

/** An exporter of the OpenTelemetry SDK, whatever it exports. */
export interface BatchExporter<T> {
  export(batch: T[], done: (outcome: Outcome) => void): void;
  shutdown(): Promise<void>;
}

export interface OutboxOptions {
  readonly maxBatch: number;
  /** What is added while so many wait is dropped and counted; Infinity where the producer waits for `drained`. */
  readonly maxQueue: number;
  /** Milliseconds that something may wait for its batch to fill. */
  readonly delayMs: number;
  /** Milliseconds after which a batch that a receiver cannot take now is given up, beyond the exporter's own retries. */
  readonly giveUpMs: number;
  /**
   * Whether a receiver that was never there is not waited for, and one that a batch was given up for is not tried again:
   * so for a replay, where somebody waits; not for a live session.
   */
  readonly givesUpForGood: boolean;
}

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 8_000;
/** Milliseconds that an answer is waited for once the user wants an end. */
const HURRIED_MS = 2_000;
const HURRIED: Outcome = { code: ExportResultCode.FAILED, error: new Error('no answer before the end') };

/**
 * What waits to be sent, in batches, one at a time and each until it has arrived or is given up. OpenTelemetry's own batch
 * processors drop what a replay ends at once (7,440 of 10,000 spans), flush no more than 30 batches, and give a batch up
 * after the exporter's 10 seconds; and none of them says how much was lost.
 *
 * A batch is sent again only where the exporter says that it was not taken, so nothing arrives twice.
 */
export class Outbox<T> {
  readonly #exporter: BatchExporter<T>;
  readonly #options: OutboxOptions;
  readonly #lost = new Map<string, number>();
  readonly #hurry = new AbortController();
  #queue: T[] = [];
  #sending: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #delivered = 0;
  #wasAnswered = false;
  #givenUp: string | undefined;
  #shutdown: Promise<void> | undefined;

  constructor(exporter: BatchExporter<T>, options: OutboxOptions) {
    this.#exporter = exporter;
    this.#options = options;
  }

  get delivered(): number {
    return this.#delivered;
  }

  /** How much was not delivered, by the reason in words. */
  get lost(): ReadonlyMap<string, number> {
    return this.#lost;
  }

  add(item: T): void {
    const { maxBatch, maxQueue, delayMs } = this.#options;
    if (this.#shutdown !== undefined) return this.#lose(1, 'it came after the shutdown');
    if (this.#givenUp !== undefined) return this.#lose(1, this.#givenUp);
    if (this.#queue.length >= maxQueue) return this.#lose(1, `more than ${maxQueue} were waiting`);
    this.#queue.push(item);
    if (this.#queue.length === maxBatch) void this.#send(maxBatch);
    else this.#timer ??= setTimeout(() => void this.#send(1), delayMs).unref();
  }

  /** Waits until less than a batch is waiting. Never rejects. */
  async drained(): Promise<void> {
    if (this.#queue.length >= this.#options.maxBatch) await this.#send(this.#options.maxBatch);
  }

  /** Sends everything that waits, now. Never rejects. */
  async flush(): Promise<void> {
    await this.#send(1);
  }

  /** Tries nothing again from now on and waits for no answer for long: the user is waiting for the end. */
  hurry(): void {
    this.#hurry.abort();
  }

  shutdown(): Promise<void> {
    this.#shutdown ??= this.flush().then(async () => {
      const closed = this.#exporter.shutdown().catch(() => undefined);
      // It would wait for the answer that was given up.
      if (this.#givenUp === undefined) await closed;
    });
    return this.#shutdown;
  }

  /** Sends batches, after those that are being sent, as long as there are so many items. */
  #send(atLeast: number): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sending = this.#sending.then(async () => {
      while (this.#queue.length >= atLeast) {
        await nextTurn(); // what is observed goes first
        await this.#deliver(this.#queue.splice(0, this.#options.maxBatch));
      }
    });
    return this.#sending;
  }

  async #deliver(batch: T[]): Promise<void> {
    const { giveUpMs, givesUpForGood } = this.#options;
    const start = performance.now();
    for (let waitMs = FIRST_WAIT_MS; this.#givenUp === undefined; waitMs = Math.min(2 * waitMs, MAX_WAIT_MS)) {
      const outcome = await this.#export(batch);
      const { code, error, rejected } = outcome;
      if (code === ExportResultCode.SUCCESS) {
        this.#wasAnswered = true;
        this.#delivered += batch.length - (rejected?.count ?? 0);
        if (rejected !== undefined) this.#lose(rejected.count, `it rejected them: ${rejected.why}`);
        return;
      }
      const { reason, isPassing, isAnswer } = failureOf(error);
      this.#wasAnswered ||= isAnswer;
      const isHopeless = givesUpForGood && !this.#wasAnswered;
      const isLast = performance.now() - start + waitMs > giveUpMs || this.#hurry.signal.aborted;
      if (!isPassing || isHopeless || isLast) {
        this.#lose(batch.length, reason);
        if ((isPassing && givesUpForGood) || outcome === HURRIED) this.#givenUp = reason;
        return;
      }
      await sleep(waitMs, undefined, { signal: this.#hurry.signal }).catch(() => undefined);
    }
    this.#lose(batch.length, this.#givenUp);
  }

  /** Under suppressed tracing, or an instrumented host would trace what is sent about it, and send that. */
  #export(batch: T[]): Promise<Outcome> {
    return new Promise((resolve) => {
      const { signal } = this.#hurry;
      let timer: NodeJS.Timeout | undefined;
      const hurry = () => (timer = setTimeout(done, HURRIED_MS, HURRIED));
      const done = (outcome: Outcome) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', hurry);
        resolve(outcome);
      };
      if (signal.aborted) hurry();
      else signal.addEventListener('abort', hurry);
      context.with(suppressTracing(context.active()), () => {
        try {
          this.#exporter.export(batch, done);
        } catch (error) {
          done({ code: ExportResultCode.FAILED, error: error as Error });
        }
      });
    });
  }

  #lose(count: number, reason: string): void {
    this.#lost.set(reason, (this.#lost.get(reason) ?? 0) + count);
  }
}
