import { keepWithin, BoundedMap } from '../bounded.js';
import type { CounterSink } from '../counters.js';
import type { ApprovalMethod, ApprovalParams, ClientMethod, Params } from './schema/messages.js';
import type { RequestId } from '../wire/request-id.js';
import type { Connection } from './observation.js';

export type PendingRequest = {
  [M in ClientMethod]: { readonly method: M; readonly params: Params<M>; readonly requestedAt: number };
}[ClientMethod];

export type PendingApproval = {
  [M in ApprovalMethod]: { readonly method: M; readonly params: ApprovalParams<M>; readonly reviewId: string };
}[ApprovalMethod];

/** Requests that wait for an answer: per connection and per server at most this many; and servers with such requests. */
const LIMIT = 10_000;

interface Waiting {
  readonly id: RequestId;
  readonly request: PendingRequest;
}

interface Server {
  readonly connections: Set<string>;
  readonly approvals: Map<RequestId, PendingApproval>;
}

/**
 * Pairs answers with requests on both sides. A client's request ids belong to its connection; the server's belong to the
 * server process, so the same approval asked on several connections, or again on a new one, is one.
 *
 * State: a connection's requests go with the connection, a server's approvals with its last connection or when they are
 * resolved; beyond the limit the oldest goes and is counted.
 */
export class Correlator {
  readonly #requests = new Map<string, Set<Waiting>>();
  readonly #servers: Map<string, Server>;
  readonly #counters: CounterSink;

  constructor(counters: CounterSink) {
    this.#counters = counters;
    this.#servers = new BoundedMap({ size: LIMIT, what: 'server', counters });
  }

  open(connection: Connection): void {
    this.#server(connection).connections.add(connection.id);
  }

  /** @param lost told of each request that nobody will answer any more. */
  close(connection: Connection, lost: (request: PendingRequest) => void): void {
    for (const { request } of this.#requests.get(connection.id) ?? []) lost(request);
    this.#requests.delete(connection.id);
    const { connections, approvals } = this.#server(connection);
    connections.delete(connection.id);
    if (connections.size > 0) return;
    // A WebSocket server lives on without clients and asks again those who come back; a stdio server goes with its pipe.
    if (connection.transport !== 'websocket' || approvals.size === 0) this.#servers.delete(connection.server);
  }

  /** @param lost told of a request that waited so long, among so many, that its answer will not be known. */
  request(
    connection: Connection,
    id: RequestId,
    request: PendingRequest,
    lost: (request: PendingRequest) => void,
  ): void {
    const requests = this.#requests.get(connection.id) ?? new Set();
    this.#requests.set(connection.id, requests.add({ id, request }));
    const dropped = (oldest: Waiting) => lost(oldest.request);
    keepWithin(requests, { size: LIMIT, what: 'client request', counters: this.#counters, dropped });
  }

  /** A client may use one id twice at a time: the answers come in the order of the requests. */
  respond(connection: Connection, id: RequestId): PendingRequest | undefined {
    const requests = this.#requests.get(connection.id);
    for (const waiting of requests ?? [])
      if (waiting.id === id) {
        requests?.delete(waiting);
        return waiting.request;
      }
    return undefined;
  }

  ask(connection: Connection, id: RequestId, approval: PendingApproval): void {
    const { approvals } = this.#server(connection);
    if (!approvals.has(id)) approvals.set(id, approval);
  }

  /** The approval under this id, answered or not: only its resolution removes it. */
  asked(connection: Connection, id: RequestId): PendingApproval | undefined {
    return this.#servers.get(connection.server)?.approvals.get(id);
  }

  resolve(connection: Connection, id: RequestId): PendingApproval | undefined {
    const approvals = this.#servers.get(connection.server)?.approvals;
    const approval = approvals?.get(id);
    approvals?.delete(id);
    return approval;
  }

  #server({ server: name }: Connection): Server {
    const known = this.#servers.get(name);
    if (known) return known;
    const approvals = new BoundedMap<RequestId, PendingApproval>({
      size: LIMIT,
      what: 'approval request',
      counters: this.#counters,
    });
    const server = { connections: new Set<string>(), approvals };
    this.#servers.set(name, server);
    return server;
  }
}
