import type { CounterSink } from './counters.js';

/** A map or a set. Both iterate in the order of insertion. */
interface Held<K, V> {
  readonly size: number;
  delete(key: K): boolean;
  entries(): Iterable<[K, V]>;
}

/** How many entries a collection may hold, and how evictions are reported. */
export interface Limit<V> {
  /** At least 1: the newest entry always stays. */
  readonly size: number;
  /** The name of one entry: the reason under which `state.dropped` counts evictions. */
  readonly what: string;
  readonly counters: CounterSink;
  /** Called with each evicted value, after its eviction. */
  readonly dropped?: ((oldest: V) => void) | undefined;
}

/** Evicts the oldest entries beyond the limit and counts them. Call it after each addition. */
export function keepWithin<K, V>(held: Held<K, V>, { size, what, counters, dropped }: Limit<V>): void {
  const most = Math.max(1, size);
  if (held.size <= most) return;
  for (const [key, oldest] of held.entries()) {
    held.delete(key);
    counters.add('state.dropped', what);
    dropped?.(oldest);
    if (held.size <= most) return;
  }
}

/** A set with a limit: an addition beyond it evicts the oldest value, which is counted. */
export class BoundedSet<T> extends Set<T> {
  readonly #limit: Limit<T>;

  constructor(limit: Limit<T>) {
    super();
    this.#limit = limit;
  }

  override add(value: T): this {
    super.add(value);
    keepWithin(this, this.#limit);
    return this;
  }
}

/** A map with a limit: an addition beyond it evicts the oldest entry, which is counted. */
export class BoundedMap<K, V> extends Map<K, V> {
  readonly #limit: Limit<V>;

  constructor(limit: Limit<V>) {
    super();
    this.#limit = limit;
  }

  override set(key: K, value: V): this {
    super.set(key, value);
    keepWithin(this, this.#limit);
    return this;
  }
}
