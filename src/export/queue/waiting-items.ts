/** Large items that may wait, however many small ones may: two megabytes each. */
export const MAX_LARGE = 32;

/** Items that wait to be sent, in their order. Those that are large travel alone, and the others batch around them. */
export class WaitingItems<T> {
  readonly #isLarge: (item: T) => boolean;
  readonly #items: T[] = [];
  #large = 0;

  constructor(isLarge: (item: T) => boolean) {
    this.#isLarge = isLarge;
  }

  get length(): number {
    return this.#items.length;
  }

  /** How many of them are large. */
  get large(): number {
    return this.#large;
  }

  isLarge(item: T): boolean {
    return this.#isLarge(item);
  }

  push(item: T): void {
    this.#items.push(item);
    if (this.#isLarge(item)) this.#large += 1;
  }

  /** Takes a large item alone, or the items before the next one. */
  take(most: number): T[] {
    const large = this.#large === 0 ? -1 : this.#items.slice(0, most).findIndex(this.#isLarge);
    if (large === 0) this.#large -= 1;
    return this.#items.splice(0, large === -1 ? most : Math.max(1, large));
  }
}
