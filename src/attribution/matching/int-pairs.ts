import { IntList } from './int-list.js';

/** Numbers pairs of 32-bit integers in the order in which they are added, from 0. A hash table without objects. */
export class IntPairs {
  readonly #first = new IntList();
  readonly #second = new IntList();
  /** Numbers plus one, by the pairs' hashes; 0 is free. At most half of the places are taken. */
  #places = new Int32Array(2_048);

  get size(): number {
    return this.#first.length;
  }

  /** The second integer of a pair. */
  second(number: number): number {
    return this.#second.at(number);
  }

  /** The number of a pair; -1 where it was not added. */
  find(first: number, second: number): number {
    return (this.#places[this.#placeOf(first, second)] as number) - 1;
  }

  /** The number of a pair, which is added unless it is there. */
  add(first: number, second: number): number {
    const place = this.#placeOf(first, second);
    const known = (this.#places[place] as number) - 1;
    if (known !== -1) return known;
    const number = this.#first.push(first);
    this.#second.push(second);
    this.#places[place] = number + 1;
    if (2 * this.size > this.#places.length) this.#grow();
    return number;
  }

  /** The place of a pair, or the free place where it belongs. */
  #placeOf(first: number, second: number): number {
    const mask = this.#places.length - 1;
    let place = mixed(first, second) & mask;
    for (;;) {
      const number = (this.#places[place] as number) - 1;
      if (number === -1 || (this.#first.at(number) === first && this.second(number) === second)) return place;
      place = (place + 1) & mask;
    }
  }

  #grow(): void {
    this.#places = new Int32Array(2 * this.#places.length);
    for (let number = 0; number < this.size; number++)
      this.#places[this.#placeOf(this.#first.at(number), this.second(number))] = number + 1;
  }
}

/** Spreads pairs over all places, also those of small numbers in a row. */
function mixed(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
  return hash ^ (hash >>> 13);
}

/** A SHA-1 as a pair of integers: its first 64 bits, which no two lines of a history share. */
export const pairOf = (hash: string): [number, number] => [
  parseInt(hash.slice(0, 8), 16) | 0,
  parseInt(hash.slice(8, 16), 16) | 0,
];
