import type { Observation } from '../protocol/observation.js';
import type { ConnectionState } from './connections.js';
import type { Lifecycle } from './lifecycle.js';

/**
 * One conversation may pass the observer twice: through a proxy inside the host, or at both ends of a connection within
 * one process. It is told once, by the connection nearer to the server: there a response is seen first, and its request
 * last, so the exchange that opened the thread lies within the same exchange on the other connection.
 *
 * Whatever else is said of a thread that another server has, and this one never opened, is said of the other's: servers
 * tell all their clients of some things, also those who never asked for the thread, and of a subagent nobody asks.
 */
export function isMirrored(connection: ConnectionState, observation: Observation, lifecycle: Lifecycle): boolean {
  const id = threadIdOf(observation);
  if (id === undefined) return false;
  const { mirrored, server } = connection;
  const elsewhere = server.threads.has(id) ? undefined : lifecycle.firstOf(id);
  if ('method' in observation && isOpening(observation.method)) {
    if (observation.type === 'requested') return false;
    if (observation.type === 'answered') {
      const { method, requestedAt, at } = observation;
      const isMirror = elsewhere?.exchanges.some(
        ({ request, startMs, endMs }) => request === method && requestedAt <= startMs && at >= endMs,
      );
      if (isMirror) mirrored.add(id);
      else mirrored.delete(id);
      return isMirror ?? false;
    }
  }
  if (elsewhere !== undefined) mirrored.add(id);
  return mirrored.has(id);
}

const isOpening = (method: string) => /^thread\/(?:start|resume|fork)$/.test(method);

function threadIdOf(observation: Observation): string | undefined {
  if ('threadId' in observation) return observation.threadId;
  if ('result' in observation && 'thread' in observation.result) return observation.result.thread.id;
  if (!('params' in observation)) return undefined;
  const { params } = observation;
  if ('threadId' in params) return params.threadId ?? undefined;
  return 'thread' in params ? params.thread.id : undefined;
}
