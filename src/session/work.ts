import { keepWithin } from '../bounded.js';
import type { EndReason, RequestFacts } from './facts/index.js';
import { BYTES } from './limits.js';
import type { OpenSpan, SpanStart } from './span-sink.js';
import type { Thread, Turn, Work } from './state.js';
import { parentForChildren } from './threads/opening.js';

/** How work is remembered, and how its span starts. */
interface Opening<K, W extends Work> extends Pick<SpanStart, 'subject' | 'identity'> {
  readonly among: Map<K, W>;
  readonly key: K;
  /** The name under which `state.dropped` counts evicted work. */
  readonly what: 'item' | 'review' | 'user input' | 'hook';
  /** Ends the oldest work where the limit is exceeded. */
  readonly close: (oldest: W, endMs: number, endReason: EndReason) => void;
  /** Default: the span of the turn, or of the thread. */
  readonly parent?: OpenSpan | undefined;
}

/** Opens an item, a review, a question or a hook: remembers it within the limit and starts its span. */
export function openWork<K, W extends Work>(work: W, opening: Opening<K, W>): W {
  const { thread, turn, startMs } = work;
  const { among, key, what, close, subject, identity, parent = turn?.span ?? parentForChildren(thread) } = opening;
  const { limits, counters, budget } = thread.session;
  budget.take(turn ?? thread, BYTES.work);
  among.set(key, work);
  const dropped = (oldest: W) => close(oldest, oldest.thread.lastSeenMs, 'limit_reached');
  keepWithin(among, { size: limits.itemsPerTurn, what, counters, dropped });
  work.span.start({ subject, startMs, parent, threadId: thread.id, identity });
  return work;
}

/** A review or a question waits for an answer from now on, until it is deleted from `Server.waiting`. */
export function awaitAnswer(work: Work, facts: RequestFacts): void {
  if (work.hasEnded) return;
  const { server, session } = work.thread;
  server.waiting.set(work, facts);
  session.spans.requested(work.span, facts);
}

/**
 * The end of a wait that no answer ended: that of its turn, else the moment at which the thread lost its last client, which
 * is also that of a server's end.
 */
export function waitedUntil(thread: Thread, turn: Turn | null): number {
  const { clientless } = thread;
  const clientLeftMs = clientless?.to === null ? clientless.from : null;
  return turn?.endMs ?? clientLeftMs ?? (turn ?? thread).lastSeenMs;
}
