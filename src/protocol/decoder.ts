import type * as z from 'zod';
import type { CounterSink } from '../counters.js';
import { parseJson } from '../wire/json-parse.js';
import { peek } from '../wire/method.js';
import { requestIdOf, type RequestId } from '../wire/request-id.js';
import { isTime } from '../wire/time.js';
import { contentOf } from './content.js';
import { Correlator, type PendingApproval, type PendingRequest } from './correlator.js';
import type { ApprovalAnswer, Connection, Observation } from './observation.js';
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

/** A JSON-RPC message. The app-server's messages have no `jsonrpc` member; its notifications have `emittedAtMs`. */
interface Message {
  readonly id?: unknown;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
  readonly emittedAtMs?: unknown;
}

type Observations = readonly Observation[];

const NOTHING: Observations = [];

/** Stands for an error that cannot be read: the request was refused, whatever the reason. */
const UNREADABLE_ERROR: RpcError = { code: 0, message: '', data: null };

const USER_INPUT = 'item/tool/requestUserInput';
const isClientMethod = (method: string): method is ClientMethod => Object.hasOwn(clientRequests, method);
const isApproval = (method: string): method is ApprovalMethod => Object.hasOwn(approvalRequests, method);
const isNotification = (method: string): method is NotificationMethod => Object.hasOwn(notifications, method);

/**
 * Turns the messages of all connections into observations. Only messages in use are parsed: the decoder peeks at the
 * method, or at the id of a response, and leaves everything else (deltas, lists, histories) as bytes.
 */
export class Decoder {
  readonly #correlator: Correlator;
  readonly #counters: CounterSink;
  readonly #capturesContent: () => boolean;

  /** @param capturesContent asked at each item: whether its content is read. */
  constructor(counters: CounterSink, capturesContent: () => boolean = () => false) {
    this.#counters = counters;
    this.#capturesContent = capturesContent;
    this.#correlator = new Correlator(counters);
  }

  open(connection: Connection, at: number): Observations {
    this.#correlator.open(connection);
    return [{ type: 'connection opened', connection, at }];
  }

  close(connection: Connection, at: number): Observations {
    const lost = this.#correlator.close(connection).map((request) => this.#unanswered(connection, request, at));
    return [...lost, { type: 'connection closed', connection, at }];
  }

  /** Decodes one message, given as the bytes of its JSON. `at` is when the observer saw it, Unix milliseconds. */
  message(connection: Connection, from: 'client' | 'server', bytes: Uint8Array, at: number): Observations {
    this.#counters.add('messages.seen');
    const head = peek(bytes);
    if (head === undefined) {
      this.#counters.add('lines.broken');
      return NOTHING;
    }
    const { method, id } = head;
    if (method === undefined) {
      if (id === undefined) return this.#skip();
      return from === 'server'
        ? this.#response(connection, id, bytes, at)
        : this.#approvalAnswer(connection, id, bytes, at);
    }
    if (from === 'client') return isClientMethod(method) ? this.#request(connection, method, bytes, at) : this.#skip();
    if (isNotification(method)) return this.#notification(connection, method, bytes, at);
    if (isApproval(method)) return this.#approval(connection, method, bytes, at);
    return method === USER_INPUT ? this.#userInput(connection, bytes, at) : this.#skip();
  }

  #skip(): Observations {
    this.#counters.add('messages.skipped');
    return NOTHING;
  }

  #request(connection: Connection, method: ClientMethod, bytes: Uint8Array, at: number): Observations {
    const message = this.#parse(bytes);
    const id = this.#id(bytes, method);
    const params = message && this.#read(clientRequests[method].params, message.params ?? {}, method);
    if (params === undefined || id === undefined) return NOTHING;
    const request = { method, params, requestedAt: at } as PendingRequest;
    const lost = this.#correlator.request(connection, id, request);
    const requested = { type: 'requested', method, params, request, connection, at } as Observation;
    return lost === undefined ? [requested] : [requested, this.#unanswered(connection, lost, at)];
  }

  #response(connection: Connection, id: RequestId, bytes: Uint8Array, at: number): Observations {
    const request = this.#correlator.respond(connection, id);
    if (request === undefined) return this.#skip();
    const { method, params } = request;
    const message = this.#parse(bytes);
    if (message?.error !== undefined && message.error !== null) {
      const error = this.#read(rpcError, message.error, method) ?? UNREADABLE_ERROR;
      return [{ type: 'refused', method, params, request, error, connection, at } as Observation];
    }
    const result = message && this.#read(clientRequests[method].result, message.result, method);
    if (result === undefined) return [this.#unanswered(connection, request, at)];
    return [{ type: 'answered', method, params, request, result, connection, at } as Observation];
  }

  #unanswered(connection: Connection, request: PendingRequest, at: number): Observation {
    const { method, params } = request;
    this.#counters.add('requests.unanswered', method);
    return { type: 'unanswered', method, params, request, connection, at } as Observation;
  }

  #approval(connection: Connection, method: ApprovalMethod, bytes: Uint8Array, at: number): Observations {
    const message = this.#parse(bytes);
    const id = this.#id(bytes, method);
    const params = message && this.#read(approvalRequests[method].params, message.params, method);
    // Without a start there is no review: Codex drops such a request, too.
    if (params === undefined || id === undefined || params.startedAtMs === null) return NOTHING;
    const approval = { method, params, reviewId: reviewIdOf(id) } as PendingApproval;
    this.#correlator.ask(connection, id, approval);
    return [{ ...approval, type: 'approval requested', connection, at }];
  }

  #userInput(connection: Connection, bytes: Uint8Array, at: number): Observations {
    const params = this.#read(userInputRequest, this.#parse(bytes)?.params, USER_INPUT);
    return params ? [{ type: 'user input requested', connection, at, ...params }] : NOTHING;
  }

  /** A client's response: to an approval, or to a server request that is not followed. */
  #approvalAnswer(connection: Connection, id: RequestId, bytes: Uint8Array, at: number): Observations {
    const approval = this.#correlator.asked(connection, id);
    if (approval === undefined) return this.#skip();
    const message = this.#parse(bytes);
    if (message === undefined) return NOTHING;
    const { threadId, turnId } = approval.params;
    const answer = answerTo(approval, message);
    return [{ type: 'approval answered', connection, at, threadId, turnId, reviewId: approval.reviewId, answer }];
  }

  #notification(connection: Connection, method: NotificationMethod, bytes: Uint8Array, at: number): Observations {
    const message = this.#parse(bytes);
    const params = message && this.#read(notifications[method], message.params, method);
    if (params === undefined) return NOTHING;
    const emittedAt = message?.emittedAtMs;
    const time = isTime(emittedAt) && emittedAt > 0 ? emittedAt : at;
    if ('requestId' in params) {
      const id = requestIdOf(bytes, ['params', 'requestId']);
      return id === undefined ? NOTHING : this.#resolved(connection, id, time);
    }
    const content =
      'item' in params && this.#capturesContent() ? contentOf((message?.params as { item?: unknown }).item) : undefined;
    return [{ type: 'notified', method, params, content, connection, at: time } as Observation];
  }

  #resolved(connection: Connection, id: RequestId, at: number): Observations {
    const approval = this.#correlator.resolve(connection, id);
    if (approval === undefined) return NOTHING;
    const { threadId, turnId } = approval.params;
    return [{ type: 'approval resolved', connection, at, threadId, turnId, reviewId: approval.reviewId }];
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
