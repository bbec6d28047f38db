import type { RequestHandle } from '../../protocol/observation.js';
import { Memory } from '../memory.js';
import type { TurnMetadata } from '../turns/requests/metadata.js';

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
  readonly metadata: TurnMetadata | undefined;
}

/** Requests sent for one thread whose effect has not been seen yet, in the order in which they were sent. */
export class PendingRequests extends Memory<RequestHandle, Pending> {
  isPending(...methods: PendingMethod[]): boolean {
    for (const [, { method }] of this.entries()) if (methods.includes(method)) return true;
    return false;
  }

  /** Takes the oldest pending request of this method, because its effect is seen now; undefined where there is none. */
  takeOldest(method: PendingMethod): Pending | undefined {
    for (const [request, pending] of this.entries())
      if (pending.method === method) {
        this.delete(request);
        return pending;
      }
    return undefined;
  }
}
