import type * as z from 'zod';
import type { CounterSink } from '../counters.js';
import { parseJson } from '../wire/json-parse.js';
import { peek } from '../wire/method.js';
import { requestIdOf, type RequestId } from '../wire/request-id.js';
import { isTime } from '../wire/time.js';
import { contentOf } from './content.js';
import { Correlator, type PendingApproval, type PendingRequest } from './correlator.js';
import { grantsAnything } from './permissions.js';
import {
  approvalRequests,
  clientRequests,
  notifications,
  rpcError,
  userInputRequest,
  type ApprovalMethod,
  type ClientMethod,
  type NotificationMethod,
  type RpcError,
} from './schema/messages.js';
import type { ApprovalAnswer, Connection, Observation } from './observation.js';

/** A JSON-RPC message: the app-server's bear no `jsonrpc` member, and notifications the time of their emission. */
interface Message {
  readonly id?: unknown;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
  readonly emittedAtMs?: unknown;
}

/** Whatever it says, it refuses. */
const UNREADABLE_ERROR: RpcError = { code: 0, message: '', data: null };

const USER_INPUT = 'item/tool/requestUserInput';
const isClientMethod = (method: string): method is ClientMethod => Object.hasOwn(clientRequests, method);
const isApproval = (method: string): method is ApprovalMethod => Object.hasOwn(approvalRequests, method);
const isNotification = (method: string): method is NotificationMethod => Object.hasOwn(notifications, method);

/**
 * Turns the messages of all connections into observations. Only messages in use are parsed: the method, or for a
 * response its id, is peeked at first, and what nobody waits for (deltas, lists, histories) stays bytes.
 */
export class Decoder {
  readonly #correlator: Correlator;
  readonly #counters: CounterSink;
  readonly #observe: (observation: Observation) => void;
  readonly #capturesContent: () => boolean;

  /** @param capturesContent asked at each item: whether its content is read. */
  constructor(
    observe: (observation: Observation) => void,
    counters: CounterSink,
    capturesContent: () => boolean = () => false,
  ) {
    this.#capturesContent = capturesContent;
    this.#observe = observe;
    this.#counters = counters;
    this.#correlator = new Correlator(counters);
  }

  open(connection: Connection, at: number): void {
    this.#correlator.open(connection);
    this.#observe({ type: 'connection opened', connection, at });
  }

  close(connection: Connection, at: number): void {
    this.#correlator.close(connection, (request) => this.#unanswered(connection, request, at));
    this.#observe({ type: 'connection closed', connection, at });
  }

  /** One message, as the bytes of its JSON. `at` is when the observer saw it, Unix milliseconds. */
  message(connection: Connection, from: 'client' | 'server', bytes: Uint8Array, at: number): void {
    this.#counters.add('messages.seen');
    const head = peek(bytes);
    if (head === undefined) {
      this.#counters.add('lines.broken');
      return;
    }
    const { method, id } = head;
    if (method === undefined) {
      if (id === undefined) this.#skip();
      else if (from === 'server') this.#response(connection, id, bytes, at);
      else this.#answer(connection, id, bytes, at);
    } else if (from === 'client') {
      if (isClientMethod(method)) this.#request(connection, method, bytes, at);
      else this.#skip();
    } else if (isNotification(method)) this.#notification(connection, method, bytes, at);
    else if (isApproval(method)) this.#approval(connection, method, bytes, at);
    else if (method === USER_INPUT) this.#userInput(connection, bytes, at);
    else this.#skip();
  }

  #skip(): void {
    this.#counters.add('messages.skipped');
  }

  #request(connection: Connection, method: ClientMethod, bytes: Uint8Array, at: number): void {
    const message = this.#parse(bytes);
    const id = this.#id(bytes, method);
    const params = message && this.#read(clientRequests[method].params, message.params ?? {}, method);
    if (params === undefined || id === undefined) return;
    const request = { method, params, requestedAt: at } as PendingRequest;
    this.#observe({ ...request, type: 'requested', connection, at });
    this.#correlator.request(connection, id, request, (lost) => this.#unanswered(connection, lost, at));
  }

  #response(connection: Connection, id: RequestId, bytes: Uint8Array, at: number): void {
    const request = this.#correlator.respond(connection, id);
    if (request === undefined) return this.#skip();
    const message = this.#parse(bytes);
    if (message?.error !== undefined && message.error !== null) {
      const error = this.#read(rpcError, message.error, request.method) ?? UNREADABLE_ERROR;
      this.#observe({ ...request, error, type: 'refused', connection, at });
      return;
    }
    const result = message && this.#read(clientRequests[request.method].result, message.result, request.method);
    if (result === undefined) this.#unanswered(connection, request, at);
    else this.#observe({ ...request, result, type: 'answered', connection, at } as Observation);
  }

  /** What a request announced must be taken back also where its answer never comes, or tells nothing. */
  #unanswered(connection: Connection, request: PendingRequest, at: number): void {
    this.#counters.add('requests.unanswered', request.method);
    this.#observe({ ...request, type: 'unanswered', connection, at });
  }

  #approval(connection: Connection, method: ApprovalMethod, bytes: Uint8Array, at: number): void {
    const message = this.#parse(bytes);
    const id = this.#id(bytes, method);
    const params = message && this.#read(approvalRequests[method].params, message.params, method);
    // Without a start there is no review: Codex drops such a request too.
    if (params === undefined || id === undefined || params.startedAtMs === null) return;
    const approval = { method, params, reviewId: reviewIdOf(id) } as PendingApproval;
    this.#correlator.ask(connection, id, approval);
    this.#observe({ ...approval, type: 'approval requested', connection, at });
  }

  #userInput(connection: Connection, bytes: Uint8Array, at: number): void {
    const params = this.#read(userInputRequest, this.#parse(bytes)?.params, USER_INPUT);
    if (params) this.#observe({ type: 'user input requested', connection, at, ...params });
  }

  /** A client's response: to an approval, or to a server request that is not followed. */
  #answer(connection: Connection, id: RequestId, bytes: Uint8Array, at: number): void {
    const approval = this.#correlator.asked(connection, id);
    if (approval === undefined) return this.#skip();
    const message = this.#parse(bytes);
    if (message === undefined) return;
    const { threadId, turnId } = approval.params;
    const answer = answerTo(approval, message);
    this.#observe({ type: 'approval answered', connection, at, threadId, turnId, reviewId: approval.reviewId, answer });
  }

  #notification(connection: Connection, method: NotificationMethod, bytes: Uint8Array, at: number): void {
    const message = this.#parse(bytes);
    const params = message && this.#read(notifications[method], message.params, method);
    if (params === undefined) return;
    const emittedAt = message?.emittedAtMs;
    const time = isTime(emittedAt) && emittedAt > 0 ? emittedAt : at;
    if ('requestId' in params) {
      const id = requestIdOf(bytes, ['params', 'requestId']);
      if (id !== undefined) this.#resolved(connection, id, time);
    } else {
      const content =
        'item' in params && this.#capturesContent()
          ? contentOf((message?.params as { item?: unknown }).item)
          : undefined;
      this.#observe({ type: 'notified', method, params, content, connection, at: time } as Observation);
    }
  }

  #resolved(connection: Connection, id: RequestId, at: number): void {
    const approval = this.#correlator.resolve(connection, id);
    if (approval === undefined) return;
    const { threadId, turnId } = approval.params;
    this.#observe({ type: 'approval resolved', connection, at, threadId, turnId, reviewId: approval.reviewId });
  }

  #parse(bytes: Uint8Array): Message | undefined {
    const message = parseJson(bytes) as Message | undefined;
    if (message === undefined) this.#counters.add('lines.broken');
    return message;
  }

  /** Of a request: from the bytes, because parsing rounds it. */
  #id(bytes: Uint8Array, method: string): RequestId | undefined {
    const id = requestIdOf(bytes);
    if (id === undefined) this.#counters.add('messages.undecodable', method);
    return id;
  }

  #read<T extends z.ZodType>(schema: T, value: unknown, method: string): z.infer<T> | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    this.#counters.add('messages.undecodable', method);
    return undefined;
  }
}

/** Codex's name of a user's review. A string of digits keeps its quotes, or it would be the name of another review. */
const reviewIdOf = (id: RequestId): string =>
  `user:${typeof id === 'string' && /^-?\d+$/.test(id) ? JSON.stringify(id) : String(id)}`;

function answerTo(approval: PendingApproval, { result, error }: Message): ApprovalAnswer {
  if (error !== undefined && error !== null) return { kind: 'error' };
  if (approval.method === 'item/permissions/requestApproval') {
    const grant = approvalRequests[approval.method].result.safeParse(result);
    if (!grant.success) return { kind: 'grant', granted: false, scope: 'turn' };
    const { permissions, scope, strictAutoReview } = grant.data;
    if (strictAutoReview && scope === 'session') return { kind: 'grant', granted: false, scope }; // a contradiction
    const { cwd, permissions: requested } = approval.params;
    const granted = grantsAnything(requested, permissions, cwd);
    const givesOther = !granted && (permissions.network !== null || permissions.fileSystem !== null);
    return { kind: 'grant', granted, ...(givesOther && { givesOther }), scope };
  }
  const answer = approvalRequests[approval.method].result.safeParse(result);
  return answer.success ? { kind: 'decision', decision: answer.data.decision } : { kind: 'unreadable' };
}
