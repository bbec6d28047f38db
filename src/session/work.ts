import { keepWithin } from '../bounded.js';
import type { RequestFacts } from './facts/index.js';
import { BYTES } from './limits.js';
import type { SpanStart } from './span-sink.js';
import type { Server, Thread, Turn, Work } from './state.js';

/** Where a piece of work lives. */
export interface Workplace<K, W extends Work> {
  /** The turn or the thread that holds the work. */
  readonly holder: Thread | Turn;
  readonly among: Map<K, W>;
  readonly key: K;
  /** The name under which `state.dropped` counts evicted work. */
  readonly what: 'item' | 'review' | 'user input' | 'hook';
  /** Ends the oldest work where the limit is exceeded. */
  readonly evict: (oldest: W) => void;
}

/** Opens an item, a review, a question or a hook: remembers it within the limit and starts its span. */
export function openWork<K, W extends Work>(
  { holder, among, key, what, evict }: Workplace<K, W>,
  work: W,
  start: Omit<SpanStart, 'startMs'>,
): W {
  const { limits, counters, budget } = holder.session;
  budget.take(holder, BYTES.work);
  among.set(key, work);
  keepWithin(among, { size: limits.itemsPerTurn, what, counters, dropped: evict });
  work.span.start({ startMs: work.startMs, ...start });
  return work;
}

/** A review or a question waits for an answer from now on, until it is deleted from {@link Server.waiting}. */
export function awaitAnswer({ session, waiting }: Server, work: Work, facts: RequestFacts): void {
  if (work.hasEnded) return;
  waiting.set(work, facts);
  session.spans.requested(work.span, facts);
}

/**
 * The end of a wait that no answer ended: that of its turn, else the moment at which the thread lost its last client, which
 * is also that of a server's end.
 */
export function waitedUntil(thread: Thread, turn: Turn | null): number {
  const { clientless } = thread;
  const clientLeftMs = clientless?.to === null ? clientless.from : null;
  return turn?.endMs ?? clientLeftMs ?? (turn ?? thread).lastHeard;
}
