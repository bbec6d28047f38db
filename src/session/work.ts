import { keepWithin } from '../bounded.js';
import type { SessionDeps } from './limits.js';
import type { SpanStart } from './span-sink.js';
import type { Work } from './state.js';

/** Where a piece of work lives. */
export interface Workplace<W extends Work> {
  readonly among: Map<string, W>;
  readonly key: string;
  /** The name under which `state.dropped` counts evicted work. */
  readonly what: 'item' | 'review' | 'hook';
  /** Ends the oldest work where the limit is exceeded. */
  readonly evict: (oldest: W) => void;
}

/** Opens an item, a review or a hook: remembers it within the limit and starts its span under `start.parent`. */
export function openWork<W extends Work>(
  { limits, counters }: SessionDeps,
  { among, key, what, evict }: Workplace<W>,
  work: W,
  start: Omit<SpanStart, 'startMs'>,
): W {
  among.set(key, work);
  keepWithin(among, { size: limits.itemsPerTurn, what, counters, dropped: evict });
  work.span.start({ ...start, startMs: work.startMs });
  return work;
}
