import { BoundedSet } from '../../bounded.js';
import type { CounterSink } from '../../counters.js';
import { parseJson } from '../../wire/json-parse.js';
import type { Sender } from '../../wire/log/format.js';
import type { Peek } from '../../wire/method.js';
import type { RequestId } from '../../wire/request-id.js';
import { userRequests } from '../readers.js';

/** The requests that a server sends; every other one is a client's. */
const SERVER_REQUESTS: ReadonlySet<string> = new Set([
  ...Object.keys(userRequests),
  'item/tool/call',
  'account/chatgptAuthTokens/refresh',
  'attestation/generate',
  'applyPatchApproval',
  'execCommandApproval',
]);
const CLIENT_NOTIFICATION = 'initialized';
/** Members of a client's answers, one of which each of them has. */
const ANSWERS = ['decision', 'answers', 'action', 'permissions', 'contentItems'];
/** Requests whose answers are awaited. */
const PENDING = 10_000;

/** Finds out who sent the messages of one connection, where the lines do not have their senders. */
export class Senders {
  readonly #pending: Readonly<Record<Sender, Set<RequestId>>>;
  readonly #fallback: Sender | undefined;
  /** Whether the client has initialised the connection. */
  isInitialized = false;

  /** @param fallback the sender of messages whose sender is not known. */
  constructor(fallback: Sender | undefined, counters: CounterSink) {
    const pending = () => new BoundedSet<RequestId>({ size: PENDING, what: 'request', counters });
    this.#pending = { client: pending(), server: pending() };
    this.#fallback = fallback;
  }

  /** The sender of the next message; undefined where it is not known. */
  of({ method, id }: Peek, message: Uint8Array): Sender | undefined {
    if (method === undefined) return this.#ofResponse(id, message);
    if (id === undefined) return method === CLIENT_NOTIFICATION ? 'client' : 'server';
    const sender = SERVER_REQUESTS.has(method) ? 'server' : 'client';
    this.#pending[sender].add(id);
    this.isInitialized ||= method === 'initialize';
    return sender;
  }

  #ofResponse(id: RequestId | undefined, message: Uint8Array): Sender | undefined {
    if (id === undefined) return this.#fallback;
    const { client, server } = this.#pending;
    // Both sides may have a request of this id.
    const isOfClient = server.has(id) && (!client.has(id) || isAnswer(message));
    if (isOfClient) return server.delete(id) ? 'client' : undefined;
    return client.delete(id) ? 'server' : this.#fallback;
  }
}

function isAnswer(message: Uint8Array): boolean {
  const { result } = (parseJson(message) ?? {}) as { readonly result?: unknown };
  return typeof result === 'object' && result !== null && ANSWERS.some((member) => member in result);
}
