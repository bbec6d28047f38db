import { BoundedMap } from '../../bounded.js';
import type { RequestHandle } from '../../protocol/observation.js';
import type { SessionDeps } from '../limits.js';
import { NO_METADATA, type TurnMetadata } from '../turns/requests/metadata.js';

/** Requests whose effect also arrives as a notification, or as a turn that begins. */
export type PendingMethod =
  | 'turn/start'
  | 'thread/compact/start'
  | 'thread/queue/add'
  | 'thread/goal/set'
  | 'thread/archive'
  | 'thread/unarchive'
  | 'thread/revert';

interface Pending {
  readonly method: PendingMethod;
  /** The metadata of a queued message. */
  readonly metadata: TurnMetadata;
}

/** Requests sent for one thread whose effect has not been seen yet, in the order in which they were sent. */
export class PendingRequests {
  readonly #waiting: Map<RequestHandle, Pending>;

  constructor({ limits, counters }: Pick<SessionDeps, 'limits' | 'counters'>) {
    this.#waiting = new BoundedMap({ size: limits.turnsPerThread, what: 'request', counters });
  }

  add(request: RequestHandle, method: PendingMethod, metadata: TurnMetadata = NO_METADATA): void {
    this.#waiting.set(request, { method, metadata });
  }

  /** The effect was seen, or can no longer come. */
  delete(request: RequestHandle): void {
    this.#waiting.delete(request);
  }

  isPending(...methods: PendingMethod[]): boolean {
    for (const { method } of this.#waiting.values()) if (methods.includes(method)) return true;
    return false;
  }

  /** Takes the oldest pending request of this method, because its effect is seen now; undefined where there is none. */
  takeOldest(method: PendingMethod): Pending | undefined {
    for (const [request, pending] of this.#waiting)
      if (pending.method === method) {
        this.#waiting.delete(request);
        return pending;
      }
    return undefined;
  }
}
