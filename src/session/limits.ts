import type { CounterSink } from '../counters.js';
import type { SpanSink } from './span-sink.js';

/** Limits of the state in memory. Beyond a limit the oldest entry is ended and counted. */
export interface Limits {
  /** Open connections. Default: 10,000. */
  readonly connections: number;
  /** Threads. Default: 10,000. */
  readonly threads: number;
  /** Turns of one thread that are open, ended less than a minute ago, or have open items. Default: 1,000. */
  readonly turnsPerThread: number;
  /** Items of one turn; reviews and hooks likewise. Default: 10,000. */
  readonly itemsPerTurn: number;
  /** Ids of closed turns, over all threads, so that a late message does not open a closed turn again. Default: 10,000. */
  readonly endedTurns: number;
}

export const DEFAULT_LIMITS: Limits = {
  connections: 10_000,
  threads: 10_000,
  turnsPerThread: 1_000,
  itemsPerTurn: 10_000,
  endedTurns: 10_000,
};

/** Where the session's spans and counts go, and how much it may hold. */
export interface SessionDeps {
  readonly spans: SpanSink;
  readonly counters: CounterSink;
  readonly limits: Limits;
}
