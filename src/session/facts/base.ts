/** The client of a connection, as it introduced itself with `initialize`. */
export interface ClientFacts {
  /** The originator: the thread's own where the protocol names one, else `clientInfo.name`. */
  readonly productClientId: string;
  readonly clientName: string | null;
  readonly clientVersion: string | null;
  /** Null for a rollout, which has no member of this but the originator. */
  readonly rpcTransport: 'stdio' | 'websocket' | 'in_process' | null;
  /** `capabilities.experimentalApi`; null where the client sent no capabilities. */
  readonly experimentalApiEnabled: boolean | null;
}

/** The app-server process, read off the `initialize` response. */
export interface RuntimeFacts {
  readonly codexVersion: string;
  /** Null where the server does not name its platform. */
  readonly os: string | null;
  /** Null where the user agent has none. */
  readonly osVersion: string | null;
  /** Null in a rollout. */
  readonly arch: string | null;
}

export type InitializationMode = 'new' | 'resumed' | 'forked';

/** The repository that a thread works in; only where the host switches `repository` on. With `hash`, url and branch are hashes. */
export interface RepositoryFacts {
  /** `https://host/owner/name`, without credentials; null for a remote that names no host. */
  readonly url: string | null;
  readonly branch: string | null;
  /** The commit that the folder was at when the thread was opened. */
  readonly revision: string | null;
}

/** Where a thread comes from: the `thread` of the response that initialised it, or the item that spawned it. */
export interface LineageFacts {
  readonly threadId: string;
  /** Whether a response or a spawn reported the lineage. Without it no event is emitted that needs the thread's context. */
  readonly isComplete: boolean;
  readonly sessionId: string | null;
  readonly threadSource: string | null;
  readonly subagentSource: string | null;
  readonly parentThreadId: string | null;
  readonly forkedFromThreadId: string | null;
  /** Absent unless the host switches it on. */
  readonly repository?: RepositoryFacts;
}

/** Why the observer ended a span, where the protocol reported no end. A closed list. */
export type EndReason =
  /** A minute passed after its turn had ended. */
  | 'turn_ended'
  /** A minute passed after the last connection of its thread had closed. */
  | 'connection_closed'
  /** The thread's next turn began, so this one had ended. */
  | 'superseded'
  /** The app-server went away. */
  | 'server_closed'
  /** The thread was closed, archived or deleted. */
  | 'thread_closed'
  /** A limit on the observer's state was reached. */
  | 'limit_reached'
  /** The observer stopped: a recording's end, or the instrumentation or the tracer provider was shut down. */
  | 'observation_ended';

/** The facts that every span has. */
export interface SpanFacts {
  /** Start of the span in Unix milliseconds. With the ids below it is the span's protocol identity. */
  readonly startMs: number;
  /** End of the span in Unix milliseconds. */
  readonly endMs: number;
  readonly lineage: LineageFacts;
  /** The connection that the span is attributed to; null where that connection was never initialised. */
  readonly client: ClientFacts | null;
  readonly runtime: RuntimeFacts | null;
  /** How the span's connection was observed: by its traffic, by the rollout that Codex wrote, or beside the local daemon's clients. */
  readonly connectionSource: 'wire' | 'rollout' | 'daemon';
  /** Why the span was ended by the observer; null where the protocol ended it. */
  readonly endReason: EndReason | null;
}
