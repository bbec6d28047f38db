import { setImmediate as nextTurn } from 'node:timers/promises';
import { untraced } from '../../suppression.js';
import type { Clock } from './clock.js';
import type { Sender, SendFailure, SendResult } from './sender.js';

export interface ExportQueueOptions {
  readonly maxBatch: number;
  /** Items beyond so many are dropped and counted; Infinity where the producer waits for `drained`. */
  readonly maxQueue: number;
  /** Milliseconds that something may wait for its batch to fill. */
  readonly delayMs: number;
  /** Milliseconds that the very first item waits. An early answer shows whether a receiver is there. */
  readonly firstDelayMs: number;
  /** Milliseconds that a batch is tried again for. */
  readonly retryBudgetMs: number;
  /**
   * Whether nothing more is sent once a batch was given up, and a receiver that never answered is tried for a second only:
   * a replay does so, because the user waits for it; a live session does not.
   */
  readonly stopsAfterFailure: boolean;
  readonly clock: Clock;
  /** Called when `done` or `settled` has changed; for a batch that is being sent right before its last byte goes. */
  readonly onProgress?: (() => void) | undefined;
}

/** Items that were not delivered for one reason. */
interface Loss {
  readonly reason: string;
  readonly count: number;
  /** The HTTP status, where that was the reason. */
  readonly status: number | undefined;
}

/** An answer that takes longer may be an error. */
const DOUBT_MS = 1_000;
/** Large items that may wait, however many small ones may: two megabytes each. */
const MAX_LARGE = 32;
const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 8_000;
/** Of a replay, where the receiver never answered. */
const UNANSWERED_BUDGET_MS = 1_000;

const ENDED: SendFailure = { isTaken: false, reason: 'no answer before the end', isRetryable: false };

/**
 * Items that wait to be sent, in batches, one at a time and each until it has arrived or is given up. It is the only place
 * that retries. OpenTelemetry's batch processors drop items that end at once (7,440 of 10,000 spans), flush no more than 30
 * batches, give a batch up after 10 seconds, and count no loss.
 *
 * A batch is sent again only where the receiver did not take it, so nothing arrives twice.
 */
export class ExportQueue<T> {
  /** How many were added, also those that were dropped at once. */
  added = 0;
  /** How many were dropped because the queue was full. */
  dropped = 0;
  delivered = 0;
  /**
   * How many, from the first on, the receiver took or refused. It stands still once something was given up that another
   * process may deliver.
   */
  done = 0;
  /** Why the receiver does not take what is sent now; undefined while it does. */
  trouble: string | undefined;
  /** Whether a server ever answered, be it with an error. */
  serverAnswered = false;

  readonly #sender: Sender<T[]>;
  readonly #options: ExportQueueOptions;
  readonly #clock: Clock;
  readonly #isLarge: (item: T) => boolean;
  readonly #items: T[] = [];
  /** How many of the items are large. */
  #large = 0;
  readonly #losses = new Map<string, Loss>();
  /** Aborts when the end was announced: cuts a pause between two tries short. */
  readonly #ending = new AbortController();
  /** Aborts at the end. */
  readonly #end = new AbortController();
  #deadline = Infinity;
  #sending: Promise<void> = Promise.resolve();
  #delay: AbortController | undefined;
  #gaveUp = false;
  /** Items of the batch that was sent and not yet answered. */
  #sent = 0;
  #stopped: SendFailure | undefined;
  #shutdown: Promise<void> | undefined;

  /** @param isLarge whether an item travels alone, with the others in batches around it. */
  constructor(sender: Sender<T[]>, options: ExportQueueOptions, isLarge: (item: T) => boolean = () => false) {
    this.#sender = sender;
    this.#options = options;
    this.#clock = options.clock;
    this.#isLarge = isLarge;
  }

  /** How many may wait. */
  get capacity(): number {
    return this.#options.maxQueue;
  }

  /** How many wait, without the batch that is being sent. */
  get size(): number {
    return this.#items.length;
  }

  /** {@link done} with the batch that is being sent, which is taken back where its answer is late, or an error. */
  get settled(): number {
    return this.done + this.#sent;
  }

  /** How many will never arrive. */
  get lost(): number {
    return this.losses.reduce((sum, { count }) => sum + count, 0);
  }

  get losses(): readonly Loss[] {
    return [...this.#losses.values()];
  }

  add(item: T): void {
    const { maxBatch, maxQueue } = this.#options;
    const isLarge = this.#isLarge(item);
    this.added += 1;
    if (this.#shutdown !== undefined) return this.#refuse({ reason: 'it came after the shutdown' });
    if (this.#stopped !== undefined) return this.#refuse(this.#stopped);
    if (this.#items.length >= maxQueue) return this.#drop(`more than ${maxQueue.toLocaleString('en-US')} were waiting`);
    if (isLarge && this.#large >= MAX_LARGE && maxQueue !== Infinity)
      return this.#drop(`more than ${MAX_LARGE} large ones were waiting`);
    this.#items.push(item);
    if (isLarge) this.#large += 1;
    if (isLarge || this.#items.length === maxBatch) void this.#send(maxBatch);
    else if (this.#delay === undefined) this.#sendLater();
  }

  /** Waits until less than a batch is waiting, and nothing large. Never rejects. */
  async drained(): Promise<void> {
    const { maxBatch } = this.#options;
    if (this.#items.length >= maxBatch || this.#large > 0) await this.#send(maxBatch);
  }

  /** Sends everything that waits, now. Never rejects. */
  async flush(): Promise<void> {
    await this.#send(1);
  }

  /**
   * Sets an end, because the user or the client waits for it: items that have not arrived after `ms` are given up. Until
   * then a receiver is only tried again if it answered.
   */
  stopRetrying(ms: number): void {
    this.#deadline = Math.min(this.#deadline, this.#clock.now() + ms);
    this.#ending.abort();
    void this.#clock.wait(ms, { ref: false }).then(() => {
      this.#stopped ??= ENDED;
      this.#end.abort();
    });
  }

  /** Sends what waits, then closes the sender. Never rejects. */
  shutdown(): Promise<void> {
    this.#shutdown ??= this.flush().then(() => this.#sender.close());
    return this.#shutdown;
  }

  #sendLater(): void {
    const delay = (this.#delay = new AbortController());
    const { delayMs, firstDelayMs } = this.#options;
    void this.#clock.wait(this.added === 1 ? firstDelayMs : delayMs, { signal: delay.signal, ref: false }).then(() => {
      if (!delay.signal.aborted) void this.#send(1);
    });
  }

  /** Sends batches, after those that are being sent, as long as there are so many items or a large one. */
  #send(atLeast: number): Promise<void> {
    this.#delay?.abort();
    this.#delay = undefined;
    this.#sending = this.#sending.then(async () => {
      while (this.#items.length >= atLeast || this.#large > 0) {
        await nextTurn(); // observing goes first
        await this.#deliver(this.#take(this.#options.maxBatch));
      }
      if (this.#items.length > 0 && this.#delay === undefined) this.#sendLater();
    });
    return this.#sending;
  }

  /** Takes a large item alone, or the items before the next one. */
  #take(most: number): T[] {
    const large = this.#large === 0 ? -1 : this.#items.slice(0, most).findIndex(this.#isLarge);
    if (large === 0) this.#large -= 1;
    return this.#items.splice(0, large === -1 ? most : Math.max(1, large));
  }

  async #deliver(batch: T[]): Promise<void> {
    const start = this.#clock.now();
    for (let waitMs = FIRST_WAIT_MS; this.#stopped === undefined; waitMs = Math.min(2 * waitMs, MAX_WAIT_MS)) {
      const result = await this.#try(batch);
      this.#sent = 0;
      this.trouble = result.isTaken ? undefined : result.reason;
      if (result.isTaken) {
        this.#count(batch.length, result);
        return;
      }
      this.#options.onProgress?.();
      this.serverAnswered ||= result.status !== undefined;
      const pauseMs = Math.max(waitMs, result.retryAfterMs ?? 0);
      if (!this.#mayRetry(result, start, pauseMs)) {
        if (result.isRetryable || result === ENDED) this.#gaveUp = true;
        this.#settle(batch.length);
        this.#lose(batch.length, result);
        if (
          result === ENDED ||
          (result.isRetryable && (this.#options.stopsAfterFailure || this.#ending.signal.aborted))
        )
          this.#stopped = result;
        return;
      }
      const isEnding = this.#ending.signal.aborted;
      await this.#clock.wait(pauseMs, { signal: isEnding ? this.#end.signal : this.#ending.signal });
    }
    this.#gaveUp = true;
    this.#lose(batch.length, this.#stopped);
  }

  /** Tracing is suppressed: an instrumented host would trace the request that sends its traces. */
  async #try(batch: T[]): Promise<SendResult> {
    const { signal } = this.#end;
    const answered = new AbortController();
    const onSending = () => {
      void this.#clock.wait(DOUBT_MS, { signal: answered.signal, ref: false }).then(() => {
        if (!answered.signal.aborted) this.#setSent(0);
      });
      this.#setSent(batch.length); // last, for the last byte follows
    };
    const send = () => this.#sender.send(batch, signal, this.#options.onProgress && onSending);
    const result = await untraced(send);
    answered.abort();
    return !result.isTaken && signal.aborted ? ENDED : result;
  }

  #setSent(size: number): void {
    this.#sent = size;
    this.#options.onProgress?.();
  }

  #mayRetry({ isRetryable, status }: SendFailure, start: number, pauseMs: number): boolean {
    const { retryBudgetMs, stopsAfterFailure } = this.#options;
    if (!isRetryable || (this.#ending.signal.aborted && status === undefined)) return false;
    const budgetMs = this.serverAnswered || !stopsAfterFailure ? retryBudgetMs : UNANSWERED_BUDGET_MS;
    return this.#clock.now() + pauseMs <= Math.min(start + budgetMs, this.#deadline);
  }

  #count(size: number, { rejected }: Extract<SendResult, { isTaken: true }>): void {
    this.serverAnswered = true;
    const refused = Math.min(rejected?.count ?? 0, size);
    this.delivered += size - refused;
    this.#settle(size);
    if (refused > 0) this.#lose(refused, { reason: `it rejected them: ${rejected?.reason ?? ''}` });
    this.#options.onProgress?.();
  }

  #settle(size: number): void {
    if (!this.#gaveUp) this.done += size;
  }

  #drop(reason: string): void {
    this.dropped += 1;
    this.#refuse({ reason });
  }

  /** Loses an item that never was in the queue. */
  #refuse(loss: Pick<SendFailure, 'reason' | 'status'>): void {
    this.#gaveUp = true;
    this.#lose(1, loss);
  }

  #lose(count: number, { reason, status }: Pick<SendFailure, 'reason' | 'status'>): void {
    const before = this.#losses.get(reason)?.count ?? 0;
    this.#losses.set(reason, { reason, count: before + count, status });
    this.#options.onProgress?.();
  }
}
