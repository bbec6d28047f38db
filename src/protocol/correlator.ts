import { BoundedMap, keepWithin } from '../bounded.js';
import type { CounterSink } from '../counters.js';
import type { RequestId } from '../wire/request-id.js';
import type { Connection, RequestHandle } from './observation.js';
import type {
  ApprovalMethod,
  ApprovalParams,
  ClientMethod,
  Params,
  UserInputMethod,
  UserInputParams,
} from './schema/messages.js';

/** A client's request that waits for its answer. The object itself is the request's handle. */
export type PendingRequest = {
  [M in ClientMethod]: RequestHandle & { readonly method: M; readonly params: Params<M> };
}[ClientMethod];

/** A server's approval request that is not resolved yet. The object itself is the request's handle. */
export type PendingApproval = {
  [M in ApprovalMethod]: { readonly method: M; readonly params: ApprovalParams<M>; readonly reviewId: string };
}[ApprovalMethod];

/** A server's other request to a person that is not resolved yet. */
export type PendingUserInput = {
  [M in UserInputMethod]: { readonly method: M; readonly params: UserInputParams<M>; readonly requestId: string };
}[UserInputMethod];

export type PendingUserRequest = PendingApproval | PendingUserInput;

/** Limit of the requests that wait for an answer, per connection and per server, and of the servers that have some. */
const LIMIT = 10_000;

interface Waiting {
  readonly id: RequestId;
  readonly request: PendingRequest;
}

interface Server {
  readonly connections: Set<string>;
  readonly userRequests: Map<RequestId, PendingUserRequest>;
}

/**
 * Pairs responses with requests, in both directions. A client's request ids belong to its connection. A server's request
 * ids belong to its process, so an approval that is asked on several connections, or again on a new one, is one approval.
 *
 * A connection's requests are forgotten when it closes. A server's approvals are forgotten when they are resolved, or with
 * the server's last connection. Beyond the limit the oldest is forgotten and counted.
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

  /** Forgets a connection and returns its requests that were never answered. */
  close(connection: Connection): PendingRequest[] {
    const lost = [...(this.#requests.get(connection.id) ?? [])].map(({ request }) => request);
    this.#requests.delete(connection.id);
    const { connections, userRequests } = this.#server(connection);
    connections.delete(connection.id);
    // A WebSocket server outlives its clients and asks those that return again; a stdio server ends with its pipe.
    if (connections.size === 0 && (connection.transport !== 'websocket' || userRequests.size === 0))
      this.#servers.delete(connection.server);
    return lost;
  }

  /** Remembers a client's request. Returns the oldest request where the limit makes the correlator forget it. */
  request(connection: Connection, id: RequestId, request: PendingRequest): PendingRequest | undefined {
    const requests = this.#requests.get(connection.id) ?? new Set();
    this.#requests.set(connection.id, requests.add({ id, request }));
    let lost: PendingRequest | undefined;
    const dropped = (oldest: Waiting) => (lost = oldest.request);
    keepWithin(requests, { size: LIMIT, what: 'client request', counters: this.#counters, dropped });
    return lost;
  }

  /** Takes the request that a response answers. Where a client uses one id twice, the older request is answered first. */
  respond(connection: Connection, id: RequestId): PendingRequest | undefined {
    const requests = this.#requests.get(connection.id);
    for (const waiting of requests ?? [])
      if (waiting.id === id) {
        requests?.delete(waiting);
        return waiting.request;
      }
    return undefined;
  }

  /**
   * Remembers a server's request to a person and returns it; or the pending request of this id, where the server asks the
   * same again. Request ids begin again when a server restarts, so the same id may be another request.
   */
  ask<T extends PendingUserRequest>(connection: Connection, id: RequestId, request: T): T {
    const { userRequests } = this.#server(connection);
    const pending = userRequests.get(id);
    if (pending !== undefined && isSame(pending, request)) return pending as T;
    userRequests.delete(id);
    userRequests.set(id, request);
    return request;
  }

  /** The request under this id, answered or not: only its resolution removes it. */
  asked(connection: Connection, id: RequestId): PendingUserRequest | undefined {
    return this.#servers.get(connection.server)?.userRequests.get(id);
  }

  /** Takes the request that the server reports as resolved. */
  resolve(connection: Connection, id: RequestId): PendingUserRequest | undefined {
    const userRequests = this.#servers.get(connection.server)?.userRequests;
    const request = userRequests?.get(id);
    userRequests?.delete(id);
    return request;
  }

  #server({ server: name }: Connection): Server {
    const existing = this.#servers.get(name);
    if (existing) return existing;
    const userRequests = new BoundedMap<RequestId, PendingUserRequest>({
      size: LIMIT,
      what: 'approval request',
      counters: this.#counters,
    });
    const server = { connections: new Set<string>(), userRequests };
    this.#servers.set(name, server);
    return server;
  }
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
