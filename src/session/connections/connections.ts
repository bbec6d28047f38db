import type { Answered, Connection as WireConnection } from '../../protocol/observation.js';
import { MAX_LABEL, shorten } from '../../wire/shorten.js';
import { dialectOf } from '../dialect.js';
import { Connection, Server, type SessionState } from '../state.js';
import { closeThread, endThread, forgetIfEmpty } from '../threads/closing.js';
import { endMirror } from './mirrors.js';
import { readUserAgent } from './user-agent.js';

/** The client of a thread that is observed beside the daemon's clients, or by its rollout: nothing reports it. */
export const UNKNOWN_CLIENT = {
  clientName: null,
  clientVersion: null,
  rpcTransport: null,
  experimentalApiEnabled: null,
};

/** The connection of this id, and its server; both are made at the first message. */
export function ensureConnection(session: SessionState, wire: WireConnection): Connection {
  const existing = session.connections.get(wire.id);
  if (existing) return existing;
  const server = session.servers.get(wire.server) ?? new Server(wire.server, session);
  session.servers.set(wire.server, server);
  const connection = new Connection(wire, server);
  server.connections.add(connection);
  session.connections.set(wire.id, connection);
  return connection;
}

/** A connection closed. A stdio server ends with its connection; a WebSocket server lives on, unless it is the daemon. */
export function closeConnection(connection: Connection, at: number): void {
  const { server, source } = connection;
  server.connections.delete(connection);
  // The daemon's connections end with it: what runs in its successor is reported anew.
  const endsWithServer = connection.transport !== 'websocket' || source === 'daemon';
  const serverIsGone = endsWithServer && server.connections.size === 0;
  for (const thread of serverIsGone ? [...server.threads.values()] : connection.threads) {
    thread.connections.delete(connection);
    thread.reporters.delete(connection);
    const isClientless = thread.connections.size === 0;
    if (isClientless) thread.clientless = { from: at, to: null };
    // A rollout's end is the end of what can be observed: nobody knows of the server.
    if (serverIsGone) endThread(thread, at, source === 'rollout' ? 'observation_ended' : 'server_closed');
    else if (isClientless && thread.closing === null)
      closeThread(thread, at, source === 'rollout' ? 'observation_ended' : 'connection_closed');
  }
  for (const thread of connection.mirrored.values()) endMirror(thread);
  server.session.connections.delete(connection.id);
  forgetIfEmpty(server);
}

/** `initialize` was answered: the first answer names client and server. Codex refuses a second one. */
export function initialized(connection: Connection, { params, result }: Answered<'initialize'>): void {
  if (connection.client !== null) return;
  const clientName = params.clientInfo?.name ?? null;
  const agent = readUserAgent(result.userAgent ?? '', clientName);
  connection.runtime = agent && {
    codexVersion: agent.version,
    os: result.platformOs,
    osVersion: agent.osVersion,
    arch: agent.arch,
  };
  connection.dialect = dialectOf(connection.runtime);
  connection.optedOut = new Set(params.capabilities?.optOutNotificationMethods);
  // The originator belongs to the process: the user agent begins with the first client's name, and later clients keep it.
  const productClientId = shorten(agent?.originator ?? clientName ?? '', MAX_LABEL);
  connection.client = {
    productClientId,
    // Beside the daemon the client is the observer itself.
    ...(connection.source === 'daemon'
      ? UNKNOWN_CLIENT
      : {
          clientName,
          clientVersion: params.clientInfo?.version ?? null,
          rpcTransport: connection.transport,
          experimentalApiEnabled: params.capabilities?.experimentalApi ?? null,
        }),
  };
  connection.server.codexHome ??= result.codexHome;
}
