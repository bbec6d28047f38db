import type { Observation } from '../protocol/observation.js';
import type { ConnectionState } from './connections.js';
import type { Lifecycle } from './lifecycle.js';

/**
 * One conversation may pass the observer twice: through a proxy inside the host, or at both ends of a connection within
 * one process. It is told once, by the connection nearer to the server: there a response is seen first, and its request
 * last, so the exchange that opened the thread lies within the same exchange on the other connection.
 */
export function isMirrored(connection: ConnectionState, observation: Observation, lifecycle: Lifecycle): boolean {
  const id = threadIdOf(observation);
  if (id === undefined) return false;
  if (connection.mirrored.has(id)) return true;
  if (connection.server.threads.has(id)) return false;
  const first = lifecycle.firstOf(id);
  if (first === undefined || first.server === connection.server) return false;
  const { opening } = first;
  const encloses =
    observation.type === 'answered' &&
    opening !== null &&
    opening.request === observation.method &&
    observation.requestedAt <= opening.startMs &&
    observation.at >= opening.endMs;
  // The threads of subagents announce themselves to nobody: they go with the threads that spawned them.
  const spawned = first.parent !== null && connection.mirrored.has(first.parent.id);
  if (encloses || spawned) connection.mirrored.add(id);
  return encloses || spawned;
}

function threadIdOf(observation: Observation): string | undefined {
  if ('threadId' in observation) return observation.threadId;
  if ('result' in observation && 'thread' in observation.result) return observation.result.thread.id;
  if (!('params' in observation)) return undefined;
  const { params } = observation;
  if ('threadId' in params) return params.threadId ?? undefined;
  return 'thread' in params ? params.thread.id : undefined;
}
