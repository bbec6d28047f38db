import { BoundedMap } from '../../bounded.js';
import type { RequestHandle } from '../../protocol/observation.js';
import type { SessionDeps } from '../limits.js';

/** Requests whose effect also arrives as a notification, or as a turn that begins. */
export type PendingMethod =
  | 'turn/start'
  | 'thread/compact/start'
  | 'thread/queue/add'
  | 'thread/goal/set'
  | 'thread/archive'
  | 'thread/unarchive'
  | 'thread/revert';

/** Requests sent for one thread whose effect has not been seen yet, in the order in which they were sent. */
export class PendingRequests {
  readonly #waiting: Map<RequestHandle, PendingMethod>;

  constructor({ limits, counters }: Pick<SessionDeps, 'limits' | 'counters'>) {
    this.#waiting = new BoundedMap({ size: limits.turnsPerThread, what: 'request', counters });
  }

  add(request: RequestHandle, method: PendingMethod): void {
    this.#waiting.set(request, method);
  }

  /** The effect was seen, or can no longer come. */
  delete(request: RequestHandle): void {
    this.#waiting.delete(request);
  }

  isPending(...methods: PendingMethod[]): boolean {
    for (const method of this.#waiting.values()) if (methods.includes(method)) return true;
    return false;
  }

  /** Removes the oldest pending request of this method, because its effect is seen now; false where there is none. */
  resolveOldest(method: PendingMethod): boolean {
    for (const [request, waiting] of this.#waiting) if (waiting === method) return this.#waiting.delete(request);
    return false;
  }
}
