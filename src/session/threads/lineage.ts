import type { ThreadInfo } from '../../protocol/schema/shapes.js';
import { NEWEST_DIALECT, type Dialect } from '../dialect.js';
import type { ClientFacts, SpanFacts } from '../facts/index.js';
import type { Connection, Thread } from '../state.js';
import type { StoredThread } from './records.js';
import { repositoryOf } from './repository.js';
import { NO_USAGE } from '../../protocol/usage.js';

/** The connection that a thread is attributed to. A subagent's thread is attributed as its parent's is. */
export function attributedConnection(thread: Thread): Connection | null {
  if (thread.owner !== null || thread.parent === null) return thread.owner;
  const descendants = new Set<Thread>();
  let ancestor = thread;
  // No thread is its own ancestor, whatever a server reports.
  while (ancestor.owner === null && ancestor.parent !== null && !descendants.has(ancestor.parent)) {
    descendants.add(ancestor);
    ancestor = ancestor.parent;
  }
  return ancestor.owner;
}

/** Whether the thread may have clients that are not observed: a pipe has one client, a WebSocket server any number. */
export function mayHaveOtherClients({ connections }: Thread): boolean {
  for (const { transport } of connections.keys()) if (transport === 'websocket') return true;
  return false;
}

export const dialectOfThread = (thread: Thread): Dialect => attributedConnection(thread)?.dialect ?? NEWEST_DIALECT;

/** The facts of each of the thread's spans, attributed to a connection under the thread's own originator, if it has one. */
export function baseFacts(
  thread: Thread,
  connection: Connection | null = attributedConnection(thread),
): Pick<SpanFacts, 'lineage' | 'client' | 'runtime' | 'connectionSource'> {
  const client = connection?.client ?? null;
  const originator = thread.originator ?? thread.parent?.originator ?? null;
  return {
    lineage: thread.lineage,
    client: client && originator !== null ? withOriginator(client, originator) : client,
    runtime: connection?.runtime ?? null,
    connectionSource: connection?.source ?? 'wire',
  };
}

/** The client under a thread's own originator, which most often is the client's, too: then all facts share one object. */
function withOriginator(client: ClientFacts, productClientId: string): ClientFacts {
  if (client.productClientId === productClientId) return client;
  const { clientName, clientVersion, rpcTransport, experimentalApiEnabled } = client;
  return { productClientId, clientName, clientVersion, rpcTransport, experimentalApiEnabled };
}

/** The stored part of a thread, as it is now. */
export const storedPartOf = (thread: Thread): StoredThread => ({
  settings: thread.settings,
  originator: thread.originator ?? attributedConnection(thread)?.client?.productClientId ?? null,
});

/** The stored part of a thread that this server had, or another; undefined where nothing is known of it. */
export function storedThread({ session, server }: Thread, id: string): StoredThread | undefined {
  for (const thread of [server.threads.get(id), session.threadsById.get(id)])
    if (thread !== undefined && thread.initializations > 0) return storedPartOf(thread);
  return session.storedThreads.get(id);
}

/** Takes in the fields of a `thread` of the protocol. `hadTurns` is null where nobody can know. */
export function describeThread(
  thread: Thread,
  info: ThreadInfo,
  hadTurns: boolean | null = info.turns.length > 0 || info.preview,
): void {
  const { subagentSource, spawnParentThreadId } = info.source;
  const repository = repositoryOf(info, thread.session.options.repository?.());
  thread.lineage = {
    threadId: thread.id,
    isComplete: true,
    sessionId: info.sessionId,
    threadSource: info.threadSource,
    subagentSource,
    parentThreadId: info.parentThreadId ?? spawnParentThreadId,
    forkedFromThreadId: info.forkedFromId,
    ...(repository && { repository }),
  };
  thread.originator = info.originator ?? thread.originator;
  thread.ephemeral = info.ephemeral;
  thread.cwd = info.cwd;
  thread.hadTurns ??= hadTurns;
  if (thread.hadTurns === false) thread.usageTotal ??= NO_USAGE;
}
