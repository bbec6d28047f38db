import type { Context } from '@opentelemetry/api';
import type { CounterSink } from '../counters.js';
import type { SpanFactory } from './finish.js';

/** How much state may be held at a time. What is over a limit is ended, the oldest first, and counted. */
export interface Limits {
  /** Connections that are open. */
  readonly connections: number;
  /** Threads in memory. */
  readonly threads: number;
  /** Turns of one thread that are open, or ended less than a minute ago. */
  readonly turnsPerThread: number;
  /** Items of one turn; reviews and hooks likewise. */
  readonly itemsPerTurn: number;
  /** Turns that are over, of all threads: their ids alone are kept, so that nothing said of them later makes them again. */
  readonly endedTurns: number;
}

export const DEFAULT_LIMITS: Limits = {
  connections: 10_000,
  threads: 10_000,
  turnsPerThread: 1_000,
  itemsPerTurn: 10_000,
  endedTurns: 10_000,
};

/** Where a host's own spans come in. Nowhere in a replay, or behind a proxy. */
export interface Host {
  /** The host's active context, at the moment that its request is observed. */
  readonly activeContext: () => Context;
  /** What a turn hangs under where the host has an active span: that span, or the thread all the same. */
  readonly turnParent: () => 'active' | 'thread';
}

/** What every part of the spans room works with. */
export interface Room {
  readonly host: Host | undefined;
  readonly spans: SpanFactory;
  readonly counters: CounterSink;
  readonly limits: Limits;
}
