import { BoundedSet } from '../bounded.js';
import type { Answered, Connection } from '../protocol/observation.js';
import type { ClientFacts, RuntimeFacts } from '../session/facts/index.js';
import type { Room } from './room.js';
import type { ThreadState } from './threads.js';
import { isBefore } from './versions.js';

/** One connection: who is at its other end. */
export class ConnectionState {
  readonly id: string;
  readonly transport: Connection['transport'];
  readonly server: ServerState;
  client: ClientFacts | null = null;
  runtime: RuntimeFacts | null = null;
  /** Threads that another connection to the same conversation already tells of; see `mirrors.ts`. */
  readonly mirrored: Set<string>;
  /** Notifications that the client declined. */
  optedOut: ReadonlySet<string> = new Set();

  constructor(connection: Connection, server: ServerState, { limits, counters }: Pick<Room, 'limits' | 'counters'>) {
    this.id = connection.id;
    this.transport = connection.transport;
    this.server = server;
    this.mirrored = new BoundedSet({ size: limits.threads, what: 'mirrored thread', counters });
  }

  /** The first successful `initialize` says who the client is; Codex refuses a second one. */
  initialized({ params, result }: Answered<'initialize'>): void {
    if (this.client !== null) return;
    const name = params.clientInfo?.name ?? null;
    this.runtime = runtimeOf(result.userAgent, result.platformOs);
    this.optedOut = new Set(params.capabilities?.optOutNotificationMethods);
    this.client = {
      productClientId: originatorOf(result.userAgent, name, this.runtime),
      clientName: name,
      clientVersion: params.clientInfo?.version ?? null,
      rpcTransport: this.transport,
      experimentalApiEnabled: params.capabilities?.experimentalApi ?? null,
    };
    this.server.codexHome ??= result.codexHome;
  }
}

/** One app-server process: its connections and the threads that live in it. */
export class ServerState {
  readonly id: string;
  readonly connections = new Set<ConnectionState>();
  readonly threads = new Map<string, ThreadState>();
  /** Where the server keeps its own files: tells a user's skills from a project's. */
  codexHome: string | null = null;

  readonly #forget: (server: ServerState) => void;

  constructor(id: string, forget: (server: ServerState) => void) {
    this.id = id;
    this.#forget = forget;
  }

  /** Nobody is connected and no thread is left: the server can be forgotten. */
  release(): void {
    if (this.connections.size === 0 && this.threads.size === 0) this.#forget(this);
  }
}

/** `originator/0.169.0 (Debian 12.0.0; x86_64) terminal (client; version)`: only its second and third words are fixed. */
const USER_AGENT = /\/(\d+\.\d+\.\d+[^\s(]*) \(([^;)]*?)\s*(Rolling Release(?: \([^)]*\))?|[^\s;)]*); ([^)]+)\)/;

function runtimeOf(userAgent: string | null, platformOs: string | null): RuntimeFacts | null {
  const [, codexVersion, , osVersion, arch] = USER_AGENT.exec(userAgent ?? '') ?? [];
  if (codexVersion === undefined || arch === undefined) return null;
  return { codexVersion, os: platformOs ?? '', osVersion: osVersion ?? '', arch: arch === 'arm64' ? 'aarch64' : arch };
}

/**
 * The originator belongs to the process: the first client's name stays for those that come later, and the user agent
 * begins with it. Older versions name each client in their events by its own name all the same.
 */
function originatorOf(userAgent: string | null, clientName: string | null, runtime: RuntimeFacts | null): string {
  const [, originator] = /^(.+?)\/\d+\.\d+\.\d/.exec(userAgent ?? '') ?? [];
  const own = originator === undefined || isBefore(runtime, 'originator of the process');
  return (own ? clientName : originator) ?? originator ?? '';
}
