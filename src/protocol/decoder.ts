import { unlimited, type Room } from '../bounded.js';
import type { CounterSink } from '../counters.js';
import { parseJson } from '../wire/json-parse.js';
import type { Chunk } from '../wire/lines.js';
import { lineHeadOf, peek, type LineHead } from '../wire/method.js';
import { requestIdOf, type RequestId } from '../wire/request-id.js';
import { takeShortened } from '../wire/shorten.js';
import { isTime } from '../wire/time.js';
import { answerTo, outcomeOf } from './answers.js';
import { contentOf } from './content.js';
import {
  Correlator,
  type PendingApproval,
  type PendingRequest,
  type PendingUserInput,
  type PendingUserRequest,
} from './correlator.js';
import type { Connection, Observation, UserInputRequested } from './observation.js';
import {
  approvalRequests,
  clientRequests,
  notifications,
  rpcError,
  userInputRequests,
  type Reader,
} from './readers.js';
import type { ApprovalMethod, ClientMethod, NotificationMethod, RpcError, UserInputMethod } from './schema/messages.js';

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

const isClientMethod = (method: string): method is ClientMethod => Object.hasOwn(clientRequests, method);
const isApproval = (method: string): method is ApprovalMethod => Object.hasOwn(approvalRequests, method);
const isUserInput = (method: string): method is UserInputMethod => Object.hasOwn(userInputRequests, method);
const isNotification = (method: string): method is NotificationMethod => Object.hasOwn(notifications, method);

/**
 * Turns the messages of all connections into observations. Only messages in use are parsed: the decoder peeks at the
 * method, or at the id of a response, and leaves everything else (deltas, lists, histories) as bytes.
 */
export class Decoder {
  readonly #correlator: Correlator;
  readonly #counters: CounterSink;
  readonly #capturesContent: () => boolean;
  /** The beginning of the last notification that a server sent and nobody wanted: most often, the next one is like it. */
  #unwanted: LineHead | undefined;

  /**
   * @param capturesContent asked at each item: whether its content is read.
   * @param room for the requests that wait for their answers.
   */
  constructor(counters: CounterSink, capturesContent: () => boolean = () => false, room: Room = unlimited) {
    this.#counters = counters;
    this.#capturesContent = capturesContent;
    this.#correlator = new Correlator(counters, room);
  }

  open(connection: Connection, at: number): Observations {
    this.#correlator.open(connection);
    return [{ type: 'connection opened', connection, at }];
  }

  close(connection: Connection, at: number): Observations {
    const lost = this.#correlator.close(connection).map((request) => this.#unanswered(connection, request, at));
    return [...lost, { type: 'connection closed', connection, at }];
  }

  /** Forgets what a server asked: neither it nor its clients are there any more. */
  forget(server: string): void {
    this.#correlator.forget(server);
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
        : this.#userAnswer(connection, id, bytes, at);
    }
    if (from === 'client')
      return isClientMethod(method) ? this.#request(connection, method, id, bytes, at) : this.#skip();
    // Beside the daemon only the status shows that a person is waited for; elsewhere the request itself is seen.
    if (method === 'thread/status/changed' && connection.source !== 'daemon') return this.#skip();
    if (isNotification(method)) return this.#notification(connection, method, bytes, at);
    if (isApproval(method)) return this.#approval(connection, method, id, bytes, at);
    if (isUserInput(method)) return this.#userInput(connection, method, id, bytes, at);
    this.#unwanted = lineHeadOf(method);
    return this.#skip();
  }

  /** Whether a server's message, somewhere in its chunk, is of the same method as the last one that nobody wanted. */
  isUnwanted(chunk: Chunk, start: number, end: number): boolean {
    return this.#unwanted?.begins(chunk, start, end) ?? false;
  }

  /** Counts a message that was passed over, without a look at the rest of it. */
  passOver(): void {
    this.#counters.add('messages.seen');
    this.#counters.add('messages.skipped');
  }

  #skip(): Observations {
    this.#counters.add('messages.skipped');
    return NOTHING;
  }

  #request(
    connection: Connection,
    method: ClientMethod,
    peeked: RequestId | undefined,
    bytes: Uint8Array,
    at: number,
  ): Observations {
    const message = this.#parse(bytes);
    const id = message && (peeked ?? this.#id(bytes, method));
    if (id === undefined) return NOTHING;
    const params = this.#read(clientRequests[method].params, message?.params ?? {}, method);
    if (params === undefined) return NOTHING;
    const request = { method, params, requestedAt: at } as PendingRequest;
    const lost = this.#correlator.request(connection, id, request);
    const requested = { type: 'requested', method, params, request, connection, at } as Observation;
    return [requested, ...lost.map(({ connection: of, request: oldest }) => this.#unanswered(of, oldest, at))];
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

  #approval(
    connection: Connection,
    method: ApprovalMethod,
    peeked: RequestId | undefined,
    bytes: Uint8Array,
    at: number,
  ): Observations {
    const message = this.#parse(bytes);
    const id = message && (peeked ?? this.#id(bytes, method));
    if (id === undefined) return NOTHING;
    const params = this.#read(approvalRequests[method].params, message?.params, method);
    if (params === undefined) return NOTHING;
    const approval = { method, params, reviewId: reviewIdOf(id) } as PendingApproval;
    const request = this.#correlator.ask(connection, id, approval);
    const { threadId, turnId } = params;
    const { reviewId } = request;
    const requested = {
      type: 'approval requested',
      method,
      params,
      reviewId,
      threadId,
      turnId,
      request,
      connection,
      at,
    };
    return [requested as Observation];
  }

  #userInput(
    connection: Connection,
    method: UserInputMethod,
    peeked: RequestId | undefined,
    bytes: Uint8Array,
    at: number,
  ): Observations {
    const message = this.#parse(bytes);
    const id = message && (peeked ?? this.#id(bytes, method));
    if (id === undefined) return NOTHING;
    const params = this.#read(userInputRequests[method].params, message?.params, method);
    if (params === undefined) return NOTHING;
    const question = { method, params, requestId: nameOf(id) } as PendingUserInput;
    const request = this.#correlator.ask(connection, id, question);
    return [{ type: 'user input requested', ...outlineOf(request), request, connection, at }];
  }

  /** A client's response: to a request to a person, or to a server request that is not followed. */
  #userAnswer(connection: Connection, id: RequestId, bytes: Uint8Array, at: number): Observations {
    const request = this.#correlator.asked(connection, id);
    if (request === undefined) return this.#skip();
    const message = this.#parse(bytes);
    if (message === undefined) return NOTHING;
    if (!('reviewId' in request)) {
      const { threadId, turnId } = request.params;
      const outcome = outcomeOf(request, message);
      return [{ type: 'user input answered', connection, at, request, threadId, turnId, outcome }];
    }
    const { threadId, turnId } = request.params;
    const answer = answerTo(request, message);
    return [{ type: 'approval answered', connection, at, request, threadId, turnId, answer }];
  }

  #notification(connection: Connection, method: NotificationMethod, bytes: Uint8Array, at: number): Observations {
    const message = this.#parse(bytes);
    const params = message && this.#read(notifications[method], message.params, method);
    if (message === undefined || params === undefined) return NOTHING;
    const emittedAt = message.emittedAtMs;
    const time = isTime(emittedAt) && emittedAt > 0 ? emittedAt : at;
    if ('requestId' in params) {
      const id = this.#id(bytes, method, ['params', 'requestId']);
      return id === undefined ? NOTHING : this.#resolved(connection, id, time);
    }
    const content =
      'item' in params && this.#capturesContent() ? contentOf((message.params as { item?: unknown }).item) : undefined;
    return [{ type: 'notified', method, params, content, connection, at: time } as Observation];
  }

  #resolved(connection: Connection, id: RequestId, at: number): Observations {
    const request: PendingUserRequest | undefined = this.#correlator.resolve(connection, id);
    if (request === undefined) return this.#skip();
    if (!('reviewId' in request)) {
      const { threadId, turnId } = request.params;
      return [{ type: 'user input resolved', connection, at, request, threadId, turnId }];
    }
    const { threadId, turnId } = request.params;
    return [{ type: 'approval resolved', connection, at, request, threadId, turnId }];
  }

  #parse(bytes: Uint8Array): Message | undefined {
    const message = parseJson(bytes) as Message | undefined;
    if (message === undefined) this.#counters.add('lines.broken');
    return message;
  }

  /** The id of a request or a resolution, from the bytes, because parsing rounds it. */
  #id(bytes: Uint8Array, method: string, place?: readonly string[]): RequestId | undefined {
    const id = requestIdOf(bytes, place);
    if (id === undefined) this.#counters.add('messages.undecodable', method);
    return id;
  }

  #read<R extends Reader<unknown>>(read: R, value: unknown, method: string): ReturnType<R> {
    const result = read(value) as ReturnType<R>;
    const shortened = takeShortened();
    if (shortened > 0) this.#counters.add('values.shortened', method, shortened);
    if (result === undefined) this.#counters.add('messages.undecodable', method);
    return result;
  }
}

/** A request's id as text. A string of digits keeps its quotes, or it would be the name of another request. */
const nameOf = (id: RequestId): string =>
  typeof id === 'string' && /^-?\d+$/.test(id) ? JSON.stringify(id) : String(id);

/** Codex's name of a user's review. */
const reviewIdOf = (id: RequestId): string => `user:${nameOf(id)}`;

type InputOutline = Omit<UserInputRequested, 'type' | 'request' | 'connection' | 'at'>;

function outlineOf(request: PendingUserInput): InputOutline {
  const { requestId } = request;
  const { threadId, turnId, startedAtMs } = request.params;
  const common = { requestId, threadId, turnId, startedAtMs };
  if (request.method === 'item/tool/requestUserInput')
    return { ...common, kind: 'question', itemId: request.params.itemId, mcpTool: null };
  const { serverName: server, _meta: meta } = request.params;
  const isApproval = meta?.codex_approval_kind === 'mcp_tool_call';
  return {
    ...common,
    kind: isApproval ? 'mcp_approval' : 'elicitation',
    itemId: null,
    mcpTool: isApproval && server !== null ? { server, tool: meta.tool_name } : null,
  };
}
