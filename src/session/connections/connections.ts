import type { Answered, Connection as WireConnection } from '../../protocol/observation.js';
import type { SessionContext } from '../context.js';
import { dialectOf, type Dialect } from '../dialect.js';
import type { RuntimeFacts } from '../facts/index.js';
import { Connection, Server } from '../state.js';
import { closeThread, endThread, forgetIfEmpty } from '../threads/closing.js';

/** The connection of this id, and its server; both are made at the first message. */
export function ensureConnection(context: SessionContext, wire: WireConnection): Connection {
  const existing = context.connections.get(wire.id);
  if (existing) return existing;
  const server = context.servers.get(wire.server) ?? new Server(wire.server);
  context.servers.set(wire.server, server);
  const connection = new Connection(wire, server, context);
  server.connections.add(connection);
  context.connections.set(wire.id, connection);
  return connection;
}

/** A connection closed. A stdio server ends with its connection; a WebSocket server lives on. */
export function closeConnection(context: SessionContext, connection: Connection, at: number): void {
  const { server } = connection;
  server.connections.delete(connection);
  const serverIsGone = connection.transport !== 'websocket' && server.connections.size === 0;
  for (const thread of [...server.threads.values()]) {
    thread.connections.delete(connection);
    const isClientless = thread.connections.size === 0;
    if (isClientless) thread.clientless = { from: at, to: null };
    if (serverIsGone) endThread(context, thread, at, 'server_closed');
    else if (isClientless && thread.closing === null) closeThread(context, thread, at, 'connection_closed');
  }
  context.connections.delete(connection.id);
  forgetIfEmpty(context, server);
}

/** `initialize` was answered: the first answer names client and server. Codex refuses a second one. */
export function initialized(
  _context: SessionContext,
  connection: Connection,
  { params, result }: Answered<'initialize'>,
): void {
  if (connection.client !== null) return;
  const clientName = params.clientInfo?.name ?? null;
  connection.runtime = runtimeOf(result.userAgent, result.platformOs);
  connection.dialect = dialectOf(connection.runtime);
  connection.optedOut = new Set(params.capabilities?.optOutNotificationMethods);
  connection.client = {
    productClientId: originatorOf(result.userAgent, clientName, connection.dialect),
    clientName,
    clientVersion: params.clientInfo?.version ?? null,
    rpcTransport: connection.transport,
    experimentalApiEnabled: params.capabilities?.experimentalApi ?? null,
  };
  connection.server.codexHome ??= result.codexHome;
}

/** `originator/0.169.0 (Debian 12.0.0; x86_64) terminal (client; version)`: only the second and third word are fixed. */
const USER_AGENT = /\/(\d+\.\d+\.\d+[^\s(]*) \(([^;)]*?)\s*(Rolling Release(?: \([^)]*\))?|[^\s;)]*); ([^)]+)\)/;

function runtimeOf(userAgent: string | null, platformOs: string | null): RuntimeFacts | null {
  const [, codexVersion, , osVersion, arch] = USER_AGENT.exec(userAgent ?? '') ?? [];
  if (codexVersion === undefined || arch === undefined) return null;
  return { codexVersion, os: platformOs ?? '', osVersion: osVersion ?? '', arch: arch === 'arm64' ? 'aarch64' : arch };
}

/**
 * The originator belongs to the process: the user agent begins with the first client's name, and later clients keep it.
 * Older versions name each client in their events by its own name.
 */
function originatorOf(userAgent: string | null, clientName: string | null, dialect: Dialect): string {
  const [, originator] = /^(.+?)\/\d+\.\d+\.\d/.exec(userAgent ?? '') ?? [];
  const ofProcess = originator !== undefined && dialect.namesProcessOriginator;
  return (ofProcess ? originator : clientName) ?? originator ?? '';
}
