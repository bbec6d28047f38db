import { keepWithin } from '../../bounded.js';
import type { Observation } from '../../protocol/observation.js';
import { BYTES, mirroredThreads } from '../limits.js';
import type { Connection, MirroredThread } from '../state.js';

/**
 * Decides whether an observation repeats what another connection reports. One conversation may pass the observer twice:
 * through a proxy inside the host, or at both ends of a connection within one process. The connection nearer to the server
 * reports it: there the response is seen first and the request last, so the exchange that opened the thread lies within the
 * same exchange on the other connection.
 *
 * Any other message about a thread that another server has, and that this one never opened, is about the other server's
 * thread: servers send some notifications to all their clients, also to those that never opened the thread.
 */
export function isMirrored(connection: Connection, observation: Observation): boolean {
  // Where there is one server, no thread is another's.
  if (connection.server.session.servers.size === 1 && connection.mirrored.size === 0) return false;
  const id = threadIdOf(observation);
  if (id === undefined) return false;
  const { mirrored, server } = connection;
  const elsewhere = server.threads.has(id) ? undefined : server.session.threadsById.get(id);
  if ('method' in observation && isOpening(observation.method)) {
    if (observation.type === 'requested') return false;
    if (observation.type === 'answered') {
      const { at } = observation;
      const { requestedAt } = observation.request;
      const isMirror = elsewhere?.recentOpenings.some(
        ({ method, startMs, endMs }) => method === observation.method && requestedAt <= startMs && at >= endMs,
      );
      if (isMirror) beginMirror(connection, id);
      else endMirror(mirrored.get(id));
      return isMirror ?? false;
    }
  }
  if (elsewhere !== undefined) beginMirror(connection, id);
  return mirrored.has(id);
}

function beginMirror(connection: Connection, id: string): void {
  if (connection.mirrored.has(id)) return;
  const { mirrored, budget, limits, counters } = connection.server.session;
  const thread = { connection, id, bytes: 0 };
  connection.mirrored.set(id, thread);
  budget.take(thread, BYTES.memory);
  mirrored.add(thread);
  keepWithin(mirrored, { size: mirroredThreads(limits), what: 'mirrored thread', counters, dropped: endMirror });
}

/** The connection reports this thread from now on, or it has closed. */
export function endMirror(thread: MirroredThread | undefined): void {
  if (thread === undefined) return;
  const { connection, id } = thread;
  const { mirrored, budget } = connection.server.session;
  connection.mirrored.delete(id);
  mirrored.delete(thread);
  budget.release(thread);
}

const isOpening = (method: string) =>
  method === 'thread/start' || method === 'thread/resume' || method === 'thread/fork';

function threadIdOf(observation: Observation): string | undefined {
  if ('result' in observation && 'thread' in observation.result && 'id' in observation.result.thread)
    return observation.result.thread.id;
  if (!('params' in observation)) return undefined;
  const { params } = observation;
  if ('threadId' in params) return params.threadId ?? undefined;
  return 'thread' in params ? params.thread.id : undefined;
}
