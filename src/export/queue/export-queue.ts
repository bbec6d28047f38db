import { setImmediate as nextTurn } from 'node:timers/promises';
import { untraced } from '../../suppression.js';
import type { Clock } from './clock.js';
import { MAX_LARGE, WaitingItems } from './waiting-items.js';
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
const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 8_000;
/** Of a replay, where the receiver never answered. */
const UNANSWERED_BUDGET_MS = 1_000;

const ENDED: SendFailure = {
  isTaken: false,
  reason: 'no answer before the end',
  isRetryable: false,
  serverAnswered: false,
};

/**
 * Items that wait to be sent, in batches, one at a time and each until it has arrived or is given up. It is the only place
 * that retries. OpenTelemetry's batch processors drop items that end at once (7,440 of 10,000 spans), flush no more than 30
 * batches, give a batch up after 10 seconds, and count no loss.
 *
 * A batch is sent again only where the receiver did not take it, so nothing arrives twice.
 */
export class ExportQueue<T> {
  readonly #sender: Sender<T[]>;
  readonly #options: ExportQueueOptions;
  readonly #clock: Clock;
  readonly #losses = new Map<string, Loss>();
  /** Aborts when the end was announced: cuts a pause between two tries short. */
  readonly #ending = new AbortController();
  /** Aborts at the end. */
  readonly #end = new AbortController();
  #deadline = Infinity;
  readonly #queue: WaitingItems<T>;
  #sending: Promise<void> = Promise.resolve();
  #delay: AbortController | undefined;
  #added = 0;
  #dropped = 0;
  #delivered = 0;
  #done = 0;
  #gaveUp = false;
  /** What the receiver, or its absence, says while it takes nothing. */
  #trouble: string | undefined;
  /** Items of the batch that was sent and not yet answered. */
  #sent = 0;
  #serverAnswered = false;
  #stopped: SendFailure | undefined;
  #shutdown: Promise<void> | undefined;

  constructor(sender: Sender<T[]>, options: ExportQueueOptions, travelsAlone: (item: T) => boolean = () => false) {
    this.#sender = sender;
    this.#options = options;
    this.#queue = new WaitingItems(travelsAlone);
    this.#clock = options.clock;
  }

  /** How many were added, also those that were dropped at once. */
  get added(): number {
    return this.#added;
  }

  /** How many were dropped because the queue was full. */
  get dropped(): number {
    return this.#dropped;
  }

  /** How many may wait. */
  get capacity(): number {
    return this.#options.maxQueue;
  }

  /** How many wait, without the batch that is being sent. */
  get size(): number {
    return this.#queue.length;
  }

  get delivered(): number {
    return this.#delivered;
  }

  /**
   * How many, from the first on, the receiver took or refused. It stands still once something was given up that another
   * process may deliver.
   */
  get done(): number {
    return this.#done;
  }

  /**
   * The same with the batch that is being sent, though its answer is not there yet. It is taken back where the answer is
   * late, or an error.
   */
  get settled(): number {
    return this.#done + this.#sent;
  }

  /** How many will never arrive. */
  get lost(): number {
    return this.losses.reduce((sum, { count }) => sum + count, 0);
  }

  get losses(): readonly Loss[] {
    return [...this.#losses.values()];
  }

  /** Why the receiver does not take what is sent now; undefined while it does. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** Whether a server ever answered, be it with an error. */
  get serverAnswered(): boolean {
    return this.#serverAnswered;
  }

  add(item: T): void {
    const { maxBatch, maxQueue } = this.#options;
    this.#added += 1;
    if (this.#shutdown !== undefined) return this.#refuse({ reason: 'it came after the shutdown' });
    if (this.#stopped !== undefined) return this.#refuse(this.#stopped);
    if (this.#queue.length >= maxQueue) {
      this.#dropped += 1;
      return this.#refuse({ reason: `more than ${maxQueue.toLocaleString('en-US')} were waiting` });
    }
    const isLarge = this.#queue.isLarge(item);
    if (isLarge && this.#queue.large >= MAX_LARGE && maxQueue !== Infinity) {
      this.#dropped += 1;
      return this.#refuse({ reason: `more than ${MAX_LARGE} large ones were waiting` });
    }
    this.#queue.push(item);
    if (isLarge || this.#queue.length === maxBatch) void this.#send(maxBatch);
    else if (this.#delay === undefined) this.#sendLater();
  }

  /** Waits until less than a batch is waiting, and nothing large. Never rejects. */
  async drained(): Promise<void> {
    if (this.#queue.length >= this.#options.maxBatch || this.#queue.large > 0) await this.#send(this.#options.maxBatch);
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
    void this.#clock.wait(this.#added === 1 ? firstDelayMs : delayMs, { signal: delay.signal, ref: false }).then(() => {
      if (!delay.signal.aborted) void this.#send(1);
    });
  }

  /** Sends batches, after those that are being sent, as long as there are so many items or a large one. */
  #send(atLeast: number): Promise<void> {
    this.#delay?.abort();
    this.#delay = undefined;
    this.#sending = this.#sending.then(async () => {
      while (this.#queue.length >= atLeast || this.#queue.large > 0) {
        await nextTurn(); // observing goes first
        await this.#deliver(this.#queue.take(this.#options.maxBatch));
      }
      if (this.#queue.length > 0 && this.#delay === undefined) this.#sendLater();
    });
    return this.#sending;
  }

  async #deliver(batch: T[]): Promise<void> {
    const start = this.#clock.now();
    for (let waitMs = FIRST_WAIT_MS; this.#stopped === undefined; waitMs = Math.min(2 * waitMs, MAX_WAIT_MS)) {
      const result = await this.#try(batch);
      this.#sent = 0;
      this.#trouble = result.isTaken ? undefined : result.reason;
      if (result.isTaken) {
        this.#count(batch.length, result);
        return;
      }
      this.#options.onProgress?.();
      this.#serverAnswered ||= result.serverAnswered;
      const pauseMs = Math.max(waitMs, result.retryAfterMs ?? 0);
      if (!this.#mayRetry(result, start, pauseMs)) {
        if (result.isRetryable || result === ENDED) this.#gaveUp = true;
        this.#settle(batch.length);
        this.#lose(batch.length, result);
        if (result === ENDED || (result.isRetryable && this.#stopsAfterFailure())) this.#stopped = result;
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

  #mayRetry({ isRetryable, serverAnswered }: SendFailure, start: number, pauseMs: number): boolean {
    const { retryBudgetMs, stopsAfterFailure } = this.#options;
    if (!isRetryable || (this.#ending.signal.aborted && !serverAnswered)) return false;
    const budgetMs = this.#serverAnswered || !stopsAfterFailure ? retryBudgetMs : UNANSWERED_BUDGET_MS;
    return this.#clock.now() + pauseMs <= Math.min(start + budgetMs, this.#deadline);
  }

  readonly #stopsAfterFailure = (): boolean => this.#options.stopsAfterFailure || this.#ending.signal.aborted;

  #count(size: number, { rejected }: Extract<SendResult, { isTaken: true }>): void {
    this.#serverAnswered = true;
    const refused = Math.min(rejected?.count ?? 0, size);
    this.#delivered += size - refused;
    this.#settle(size);
    if (refused > 0) this.#lose(refused, { reason: `it rejected them: ${rejected?.reason ?? ''}` });
    this.#options.onProgress?.();
  }

  #settle(size: number): void {
    if (!this.#gaveUp) this.#done += size;
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
