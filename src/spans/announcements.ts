import { BoundedMap } from '../bounded.js';
import type { Room } from './room.js';

/** Requests of which the server tells by more than their answers: by turns that begin, by notifications. */
export type Announcement =
  | 'turn/start'
  | 'thread/compact/start'
  | 'thread/queue/add'
  | 'thread/goal/set'
  | 'thread/archive'
  | 'thread/unarchive'
  | 'thread/revert';

/** What was asked for of a thread and has not come about. */
export class Announcements {
  /** The methods of the requests by their parameters, with which their answers come, too. */
  readonly #waiting: Map<object, Announcement>;

  constructor({ limits, counters }: Room) {
    this.#waiting = new BoundedMap({ size: limits.turnsPerThread, what: 'request', counters });
  }

  add(params: object, method: Announcement): void {
    this.#waiting.set(params, method);
  }

  /** The request came about, or nothing is expected of it any more. */
  delete(params: object): void {
    this.#waiting.delete(params);
  }

  /** Whether one of these was asked for. */
  has(...methods: Announcement[]): boolean {
    return [...this.#waiting.values()].some((method) => methods.includes(method));
  }

  /** What the oldest such request asked for comes about now; false where there is none. */
  take(method: Announcement): boolean {
    const [params] = [...this.#waiting].find(([, waiting]) => waiting === method) ?? [];
    return params !== undefined && this.#waiting.delete(params);
  }
}
