import { BoundedMap } from '../bounded.js';
import type { SessionContext } from './context.js';
import { BYTES, type Holder } from './limits.js';

/** A thread or a turn, which the entries of a memory are charged to. */
export interface Owner extends Holder {
  readonly session: SessionContext;
}

/** Entries that are charged to a thread or a turn. Beyond the limit, the oldest is forgotten and counted as `what`. */
export class Memory<K, V = true> {
  readonly #owner: Owner;
  readonly #what: string;
  readonly #size: number;
  readonly #bytes: number;
  /** Made with the first entry, because most memories stay empty. */
  #entries: BoundedMap<K, V> | undefined;

  /**
   * @param size the limit. Default: that of a turn's items.
   * @param bytes of an entry, as estimated.
   */
  constructor(owner: Owner, what: string, size = owner.session.limits.itemsPerTurn, bytes: number = BYTES.memory) {
    this.#owner = owner;
    this.#what = what;
    this.#size = size;
    this.#bytes = bytes;
  }

  get isEmpty(): boolean {
    return this.#entries === undefined || this.#entries.size === 0;
  }

  has(key: K): boolean {
    return this.#entries?.has(key) ?? false;
  }

  get(key: K): V | undefined {
    return this.#entries?.get(key);
  }

  set(key: K, value: V): void {
    const { budget, counters } = this.#owner.session;
    const entries = (this.#entries ??= new BoundedMap({ size: this.#size, what: this.#what, counters }));
    const before = entries.size;
    entries.set(key, value);
    if (entries.size > before) budget.take(this.#owner, this.#bytes);
  }

  /** Adds a key; false where it is there already. */
  add(this: Memory<K>, key: K): boolean {
    const isNew = !this.has(key);
    if (isNew) this.set(key, true);
    return isNew;
  }

  delete(key: K): void {
    if (this.#entries?.delete(key)) this.#owner.session.budget.take(this.#owner, -this.#bytes);
  }

  /** In the order in which they were added. */
  entries(): Iterable<[K, V]> {
    return this.#entries ?? [];
  }

  keys(): Iterable<K> {
    return this.#entries?.keys() ?? [];
  }

  values(): V[] {
    return [...(this.#entries?.values() ?? [])];
  }
}
