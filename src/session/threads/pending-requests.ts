import { BoundedMap } from '../../bounded.js';
import type { RequestHandle } from '../../protocol/observation.js';
import type { SessionContext } from '../context.js';
import { BYTES } from '../limits.js';
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
  readonly #take: (bytes: number) => void;

  /** @param take charges the bytes of what waits. */
  constructor({ limits, counters }: SessionContext, take: (bytes: number) => void) {
    this.#take = take;
    this.#waiting = new BoundedMap({ size: limits.turnsPerThread, what: 'request', counters });
  }

  add(request: RequestHandle, method: PendingMethod, metadata: TurnMetadata = NO_METADATA): void {
    const before = this.#waiting.size;
    this.#waiting.set(request, { method, metadata });
    this.#take((this.#waiting.size - before) * BYTES.memory);
  }

  /** The effect was seen, or can no longer come. */
  delete(request: RequestHandle): void {
    if (this.#waiting.delete(request)) this.#take(-BYTES.memory);
  }

  isPending(...methods: PendingMethod[]): boolean {
    for (const { method } of this.#waiting.values()) if (methods.includes(method)) return true;
    return false;
  }

  /** Takes the oldest pending request of this method, because its effect is seen now; undefined where there is none. */
  takeOldest(method: PendingMethod): Pending | undefined {
    for (const [request, pending] of this.#waiting)
      if (pending.method === method) {
        this.delete(request);
        return pending;
      }
    return undefined;
  }
}
