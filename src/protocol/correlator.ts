import { BoundedMap, keepWithin, unlimited, type Room } from '../bounded.js';
import type { CounterSink } from '../counters.js';
import type { RequestId } from '../wire/request-id.js';
import type { Connection, RequestHandle } from './observation.js';
import type { ClientMethod, Params, UserMethod, UserParams } from './schema/messages.js';

/** A client's request that waits for its answer. The object itself is the request's handle. */
export type PendingRequest = {
  [M in ClientMethod]: RequestHandle & { readonly method: M; readonly params: Params<M> };
}[ClientMethod];

/** A server's request to a person that is not resolved yet, with its id as text. The object itself is the request's handle. */
export type PendingUserRequest = {
  [M in UserMethod]: { readonly method: M; readonly params: UserParams<M>; readonly id: string };
}[UserMethod];

/** Limit of the clients' requests that wait for an answer, of the servers' requests that do, and of the servers. */
const LIMIT = 10_000;

/** A client's request, and the connection that sent it. */
export interface Waiting {
  readonly connection: Connection;
  readonly id: RequestId;
  readonly request: PendingRequest;
  /** As estimated; they are taken of the room. */
  bytes: number;
  /** Whether the client used the id for another request, too, that nobody remembers. */
  sharesId: boolean;
}

interface Asked {
  readonly server: Server;
  readonly id: RequestId;
  readonly request: PendingUserRequest;
  bytes: number;
}

interface Server {
  readonly connections: Set<string>;
  readonly userRequests: Map<RequestId, Asked>;
}

/**
 * Pairs responses with requests, in both directions. A client's request ids belong to its connection. A server's request
 * ids belong to its process, so an approval that is asked on several connections, or again on a new one, is one approval.
 *
 * A connection's requests are forgotten when it closes. A server's approvals are forgotten when they are resolved, or with
 * the server's last connection; those of a WebSocket server, which asks a client that returns again, with the server. Beyond
 * the limit, and where there is no room, the oldest is forgotten and counted.
 */
export class Correlator {
  /** The clients' requests by their ids, the oldest first, of each connection. */
  readonly #requests = new Map<string, Map<RequestId, Waiting[]>>();
  /** The requests of all clients, the oldest first. */
  readonly #waiting = new Set<Waiting>();
  readonly #servers: Map<string, Server>;
  /** The requests of all servers to a person, the oldest first. */
  readonly #asked = new Set<Asked>();
  readonly #counters: CounterSink;
  readonly #room: Room;

  constructor(counters: CounterSink, room = unlimited) {
    this.#counters = counters;
    this.#room = room;
    const dropped = ({ userRequests }: Server) => {
      for (const asked of userRequests.values()) this.#drop(this.#asked, asked);
    };
    this.#servers = new BoundedMap({ size: LIMIT, what: 'server', counters, dropped });
  }

  open(connection: Connection): void {
    this.#server(connection).connections.add(connection.id);
  }

  /** Forgets a connection and returns its requests that were never answered. */
  close(connection: Connection): PendingRequest[] {
    const requests = this.#requests.get(connection.id);
    this.#requests.delete(connection.id);
    const lost: Waiting[] = [];
    for (const sameId of requests?.values() ?? []) lost.push(...sameId);
    for (const waiting of lost) this.#drop(this.#waiting, waiting);
    const { connections, userRequests } = this.#server(connection);
    connections.delete(connection.id);
    // A WebSocket server outlives its clients and asks those that return again; a stdio server ends with its pipe.
    if (connections.size === 0 && (connection.transport !== 'websocket' || userRequests.size === 0))
      this.forget(connection.server);
    return lost.map(({ request }) => request);
  }

  /** Forgets a server, and what it asked: nobody will answer any more. */
  forget(name: string): void {
    const server = this.#servers.get(name);
    if (server === undefined) return;
    this.#servers.delete(name);
    for (const asked of server.userRequests.values()) this.#drop(this.#asked, asked);
  }

  /** Remembers a client's request. Returns the oldest requests, which the correlator forgets for it. */
  request(connection: Connection, id: RequestId, request: PendingRequest): Waiting[] {
    let requests = this.#requests.get(connection.id);
    if (requests === undefined) this.#requests.set(connection.id, (requests = new Map<RequestId, Waiting[]>()));
    const waiting: Waiting = { connection, id, request, bytes: bytesOf(request.params), sharesId: false };
    const sameId = requests.get(id);
    if (sameId === undefined) requests.set(id, [waiting]);
    else sameId.push(waiting);
    const lost: Waiting[] = [];
    this.#keep(this.#waiting, waiting, 'client request', (oldest) => {
      this.#take(oldest);
      lost.push(oldest);
    });
    return lost;
  }

  /** A client uses an id for a request that is not remembered, perhaps while another one waits under that id. */
  passOver(connection: Connection, id: RequestId): void {
    for (const waiting of this.#requests.get(connection.id)?.get(id) ?? []) waiting.sharesId = true;
  }

  /**
   * Takes the request that a response answers. Where a client uses one id for several, it is the oldest that the response fits;
   * one that fits none of them answers a request that is not remembered, if there is one.
   *
   * @param oldestFitting finds that request.
   */
  respond(
    connection: Connection,
    id: RequestId,
    oldestFitting: (waiting: readonly Waiting[]) => Waiting | undefined,
  ): PendingRequest | undefined {
    const sameId = this.#requests.get(connection.id)?.get(id);
    const [oldest] = sameId ?? [];
    if (sameId === undefined || oldest === undefined) return undefined;
    const isSure = sameId.length === 1 && !oldest.sharesId;
    const fitting = isSure ? oldest : oldestFitting(sameId);
    if (fitting === undefined && oldest.sharesId) return undefined;
    const waiting = fitting ?? oldest;
    this.#take(waiting);
    this.#drop(this.#waiting, waiting);
    return waiting.request;
  }

  #take(waiting: Waiting): void {
    const requests = this.#requests.get(waiting.connection.id);
    const sameId = requests?.get(waiting.id);
    sameId?.splice(sameId.indexOf(waiting), 1);
    if (sameId?.length === 0) requests?.delete(waiting.id);
  }

  /**
   * Remembers a server's request to a person and returns it; or the pending request of this id, where the server asks the
   * same again. Request ids begin again when a server restarts, so the same id may be another request.
   */
  ask(connection: Connection, id: RequestId, request: PendingUserRequest): PendingUserRequest {
    const server = this.#server(connection);
    const pending = server.userRequests.get(id);
    if (pending !== undefined && isSame(pending.request, request)) return pending.request;
    if (pending !== undefined) this.#drop(this.#asked, pending);
    const asked: Asked = { server, id, request, bytes: bytesOf(request.params) };
    server.userRequests.set(id, asked);
    this.#keep(this.#asked, asked, 'approval request', (oldest) => oldest.server.userRequests.delete(oldest.id));
    return request;
  }

  /** The request under this id, answered or not: only its resolution removes it. */
  asked(connection: Connection, id: RequestId): PendingUserRequest | undefined {
    return this.#servers.get(connection.server)?.userRequests.get(id)?.request;
  }

  /** Takes the request that the server reports as resolved. */
  resolve(connection: Connection, id: RequestId): PendingUserRequest | undefined {
    const userRequests = this.#servers.get(connection.server)?.userRequests;
    const asked = userRequests?.get(id);
    if (asked === undefined) return undefined;
    userRequests?.delete(id);
    this.#drop(this.#asked, asked);
    return asked.request;
  }

  /** Remembers a request; forgets the oldest ones beyond the limit, and while there is no room. The newest always stays. */
  #keep<R extends Waiting | Asked>(held: Set<R>, newest: R, what: string, dropped: (oldest: R) => void): void {
    const counters = this.#counters;
    const release = (oldest: R) => {
      this.#room.release(oldest.bytes);
      dropped(oldest);
    };
    const keepOnly = (size: number) => keepWithin(held, { size, what, counters, dropped: release });
    keepOnly(LIMIT - 1);
    while (!this.#room.take(newest.bytes))
      if (held.size > 1) keepOnly(held.size - 1);
      else newest.bytes = 0;
    held.add(newest);
  }

  #drop<R extends Waiting | Asked>(held: Set<R>, request: R): void {
    if (held.delete(request)) this.#room.release(request.bytes);
  }

  #server({ server: name }: Connection): Server {
    const existing = this.#servers.get(name);
    if (existing) return existing;
    const server: Server = { connections: new Set(), userRequests: new Map() };
    this.#servers.set(name, server);
    return server;
  }
}

/** An estimate of what a request takes in memory, by the strings of its params and the objects around them. */
function bytesOf(params: unknown): number {
  if (typeof params === 'string') return params.length;
  if (typeof params !== 'object' || params === null) return 8;
  let bytes = 128;
  for (const name in params) bytes += bytesOf((params as Readonly<Record<string, unknown>>)[name]);
  return bytes;
}

/** Whether two requests under one id are the same request: about the same turn, item and callback, and of the same time. */
function isSame(pending: PendingUserRequest, request: PendingUserRequest): boolean {
  const keyOf = ({ method, params }: PendingUserRequest) => [
    method,
    params.threadId,
    params.turnId,
    'itemId' in params ? params.itemId : null,
    'approvalId' in params ? params.approvalId : null,
    params.startedAtMs,
  ];
  const [one, other] = [keyOf(pending), keyOf(request)];
  return one.every((part, n) => part === other[n]);
}
