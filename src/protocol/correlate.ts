import type { Tally } from '../tally.js';
import type { ApprovalMethod, ApprovalParams, ClientMethod, Params } from './messages.js';
import type { Connection } from './observation.js';

/** A JSON-RPC id as a key: 1 and "1" are two ids. */
export type RequestId = string | number;

export type PendingRequest = {
  [M in ClientMethod]: { readonly method: M; readonly params: Params<M>; readonly requestedAt: number };
}[ClientMethod];

export type PendingApproval = {
  [M in ApprovalMethod]: { readonly method: M; readonly params: ApprovalParams<M>; readonly reviewId: string };
}[ApprovalMethod];

/** Requests that wait for an answer: per connection and per server at most this many. */
const LIMIT = 10_000;

const keyOf = (id: RequestId) => `${typeof id === 'number' ? '#' : '$'}${String(id)}`;

/**
 * Pairs answers with requests on both sides. A client's request ids belong to its connection; the server's belong to the
 * server process, so the same approval asked on several connections, or again on a new one, is one.
 *
 * State: a connection's requests go with the connection, a server's approvals with its last connection or when they are
 * resolved; beyond the limit the oldest goes and is counted.
 */
export class Correlator {
  readonly #requests = new Map<string, Map<string, PendingRequest[]>>();
  readonly #approvals = new Map<string, Map<string, PendingApproval>>();
  readonly #connections = new Map<string, Set<string>>();
  readonly #tally: Tally;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  open(connection: Connection): void {
    const connections = this.#connections.get(connection.server) ?? new Set();
    this.#connections.set(connection.server, connections.add(connection.id));
  }

  /** Returns whether it was the server's last connection. */
  close(connection: Connection): boolean {
    this.#requests.delete(connection.id);
    const connections = this.#connections.get(connection.server);
    connections?.delete(connection.id);
    if (connections === undefined || connections.size > 0) return false;
    this.#connections.delete(connection.server);
    // A WebSocket server lives on without clients and asks again those who come back; a stdio server goes with its pipe.
    const pending = this.#approvals.get(connection.server)?.size ?? 0;
    if (connection.transport !== 'websocket' || pending === 0) this.#approvals.delete(connection.server);
    return true;
  }

  /** A client may use one id twice at a time: the answers come in the order of the requests. */
  request(connection: Connection, id: RequestId, pending: PendingRequest): void {
    const requests = this.#requests.get(connection.id) ?? new Map<string, PendingRequest[]>();
    this.#requests.set(connection.id, requests);
    const key = keyOf(id);
    const queue = requests.get(key);
    if (queue && queue.length < LIMIT) queue.push(pending);
    else if (queue) this.#tally.count('state.dropped', 'client request');
    else requests.set(key, [pending]);
    if (requests.size > LIMIT) this.#drop(requests, 'client request');
  }

  awaits(connection: Connection, id: RequestId): boolean {
    return this.#requests.get(connection.id)?.has(keyOf(id)) ?? false;
  }

  respond(connection: Connection, id: RequestId): PendingRequest | undefined {
    const requests = this.#requests.get(connection.id);
    const queue = requests?.get(keyOf(id));
    const pending = queue?.shift();
    if (queue?.length === 0) requests?.delete(keyOf(id));
    return pending;
  }

  ask(connection: Connection, id: RequestId, pending: PendingApproval): void {
    const approvals = this.#approvals.get(connection.server) ?? new Map<string, PendingApproval>();
    this.#approvals.set(connection.server, approvals);
    if (this.#approvals.size > LIMIT) this.#drop(this.#approvals, 'server');
    if (!approvals.has(keyOf(id))) approvals.set(keyOf(id), pending);
    if (approvals.size > LIMIT) this.#drop(approvals, 'approval request');
  }

  /** The approval under this id, answered or not: only its resolution removes it. */
  asked(connection: Connection, id: RequestId): PendingApproval | undefined {
    return this.#approvals.get(connection.server)?.get(keyOf(id));
  }

  resolve(connection: Connection, id: RequestId): PendingApproval | undefined {
    const approvals = this.#approvals.get(connection.server);
    const pending = approvals?.get(keyOf(id));
    approvals?.delete(keyOf(id));
    return pending;
  }

  #drop(map: Map<string, unknown>, reason: string): void {
    const [oldest] = map.keys();
    if (oldest !== undefined) map.delete(oldest);
    this.#tally.count('state.dropped', reason);
  }
}
