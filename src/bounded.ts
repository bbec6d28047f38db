import type { CounterSink } from './counters.js';

/** A map or a set: what was put in first comes first. */
interface Held<K, V> {
  readonly size: number;
  delete(key: K): boolean;
  entries(): Iterable<[K, V]>;
}

/** How much may be held, and who is told of what was given up for it. */
export interface Limit<V> {
  readonly size: number;
  /** What is held, as `state.dropped` counts it. */
  readonly what: string;
  readonly counters: CounterSink;
  /** Called with what was taken out. */
  readonly dropped?: ((oldest: V) => void) | undefined;
}

/**
 * Keeps what is held within its limit: the oldest is taken out and counted, the newest stays whatever the limit. To be
 * called after each addition.
 */
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

/** A set that holds so much and no more: the oldest goes, and is counted. */
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

/** A map that holds so much and no more: the oldest goes, and is counted. */
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
