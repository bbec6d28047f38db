import { BoundedSet } from '../bounded.js';
import type { Room } from './room.js';

/** A turn waits with the beginnings and the ends of its items, its reviews and its hooks. */
const STEPS_PER_ITEM = 6;

/** What must wait until something is there: steps run at once when it is, else in order as soon as it opens. */
export class Gate {
  #waiting: Set<() => void> | undefined;

  constructor({ limits, counters }: Pick<Room, 'limits' | 'counters'>) {
    this.#waiting = new BoundedSet({ size: STEPS_PER_ITEM * limits.itemsPerTurn, what: 'waiting span', counters });
  }

  when(step: () => void): void {
    if (this.#waiting) this.#waiting.add(step);
    else step();
  }

  open(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const step of waiting) step();
  }
}
