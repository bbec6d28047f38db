import type { CounterSink } from './counters.js';

/** A map or a set. Both iterate in the order of insertion. */
interface Held<K, V> {
  readonly size: number;
  delete(key: K): boolean;
  entries(): IterableIterator<[K, V]>;
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

/** An iterator at the oldest entry of a collection: all entries before it are deleted. */
interface Cursor {
  readonly entries: Iterator<[unknown, unknown]>;
  /** Additions since the last eviction. */
  idle: number;
}

// A new iterator over a full map passes the place of every deleted entry before it reaches the oldest one, which makes
// each eviction cost as much as the limit is large. So an iterator is kept from one eviction to the next. It keeps old
// tables of its map alive, and is dropped when it was not in use for as many additions as the limit.
const cursors = new WeakMap<object, Cursor>();

/** Evicts the oldest entries beyond the limit and counts them. Call it after each addition. */
export function keepWithin<K, V>(held: Held<K, V>, { size, what, counters, dropped }: Limit<V>): void {
  const most = Math.max(1, size);
  let cursor = cursors.get(held);
  if (held.size <= most) {
    if (cursor !== undefined && ++cursor.idle > most) cursors.delete(held);
    return;
  }
  if (cursor === undefined) {
    cursor = { entries: held.entries(), idle: 0 };
    cursors.set(held, cursor);
  }
  cursor.idle = 0;
  while (held.size > most) {
    const next = cursor.entries.next();
    if (next.done === true) return void cursors.delete(held);
    const [key, oldest] = next.value as [K, V];
    held.delete(key);
    counters.add('state.dropped', what);
    dropped?.(oldest);
  }
}

/** Bytes that may be held for one purpose. */
export interface Room {
  /** False where there is no room for so many bytes; nothing is taken then. */
  take(bytes: number): boolean;
  /** Gives bytes back that were taken. */
  release(bytes: number): void;
}

/** Room for everything. */
export const unlimited: Room = { take: () => true, release: () => undefined };

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
