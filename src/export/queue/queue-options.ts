import { getNumberFromEnv } from '@opentelemetry/core';
import type { ExportQueueOptions } from './export-queue.js';

/**
 * - `live`: queues are as long as settings say, and what does not fit is dropped.
 * - `replay`: the producer waits for `drained`, so nothing is dropped. A receiver that takes nothing ends the sending.
 * - `follow`: the producer waits here, too. Items are sent at once, and a receiver that is down is waited for.
 * - `once`: follows what is there, and ends as a replay does.
 */
export type Pace = 'live' | 'replay' | 'follow' | 'once';

interface PaceSettings extends Pick<ExportQueueOptions, 'retryBudgetMs' | 'stopsAfterFailure'> {
  /**
   * How long something waits for its batch to fill. A turn should be seen while it goes on: a second at most, where the
   * specification lets spans wait for five.
   */
  readonly delayMs: number;
  /** Whether the first item is sent at once. An early answer shows whether a receiver is there. */
  readonly asksEarly: boolean;
  readonly isBounded: boolean;
}

const ENDS = { retryBudgetMs: 60_000, stopsAfterFailure: true, delayMs: 1_000, asksEarly: false, isBounded: false };
const PACES: Readonly<Record<Pace, PaceSettings>> = {
  live: { retryBudgetMs: 30_000, stopsAfterFailure: false, delayMs: 1_000, asksEarly: true, isBounded: true },
  replay: ENDS,
  follow: { retryBudgetMs: Infinity, stopsAfterFailure: false, delayMs: 50, asksEarly: true, isBounded: false },
  once: ENDS,
};

/** The specification's default of 2,048 loses more than half of 5,000 items that end at once. */
const MAX_QUEUE = 16_384;
const MAX_BATCH = 512;

/** How spans (`BSP`) or log records (`BLRP`) are gathered and sent: as the user says, else at the pace. */
export function queueOptions(prefix: 'BSP' | 'BLRP', pace: Pace): Omit<ExportQueueOptions, 'clock' | 'onProgress'> {
  const { retryBudgetMs, stopsAfterFailure, delayMs, asksEarly, isBounded } = PACES[pace];
  const number = (name: string) => getNumberFromEnv(`OTEL_${prefix}_${name}`);
  const batch = number('MAX_EXPORT_BATCH_SIZE');
  const maxQueue = number('MAX_QUEUE_SIZE') ?? Math.max(MAX_QUEUE, batch ?? 0);
  const delay = number('SCHEDULE_DELAY');
  return {
    maxBatch: batch ?? Math.min(MAX_BATCH, maxQueue),
    maxQueue: isBounded ? maxQueue : Infinity,
    delayMs: delay ?? delayMs,
    firstDelayMs: delay ?? (asksEarly ? 0 : delayMs),
    retryBudgetMs: number('EXPORT_TIMEOUT') ?? retryBudgetMs,
    stopsAfterFailure,
  };
}
