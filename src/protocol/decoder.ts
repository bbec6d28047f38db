import { unlimited, type Room } from '../bounded.js';
import type { CounterSink } from '../counters.js';
import { parseJson } from '../wire/json-parse.js';
import type { Chunk } from '../wire/lines.js';
import { lineHeadOf, peek, type LineHead } from '../wire/method.js';
import { requestIdOf, type RequestId } from '../wire/request-id.js';
import { takeShortened } from '../wire/shorten.js';
import { isTime } from '../wire/time.js';
import { answerTo } from './answers.js';
import { contentOf } from './content.js';
import { Correlator, type PendingRequest, type PendingUserRequest, type Waiting } from './correlator.js';
import type { Connection, Observation } from './observation.js';
import { clientRequests, notifications, rpcError, userRequests, type Reader } from './readers.js';
import type { ClientMethod, NotificationMethod, RpcError, UserMethod } from './schema/messages.js';

/** A JSON-RPC message. The app-server's messages have no `jsonrpc` member; its notifications have `emittedAtMs`. */
interface Message {
  readonly id?: unknown;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
  readonly emittedAtMs?: unknown;
}

/** The bytes of one message, with its connection, and the id that was seen at its head. */
interface Line {
  readonly connection: Connection;
  readonly id: RequestId | undefined;
  readonly bytes: Uint8Array;
  readonly at: number;
}

type Observations = readonly Observation[];

const NOTHING: Observations = [];

/** Stands for an error that cannot be read: the request was refused, whatever the reason. */
const UNREADABLE_ERROR: RpcError = { code: 0, message: '', data: null };

const clientMethods: ReadonlySet<string> = new Set(Object.keys(clientRequests));
const userMethods: ReadonlySet<string> = new Set(Object.keys(userRequests));
const notificationMethods: ReadonlySet<string> = new Set(Object.keys(notifications));

const isClientMethod = (method: string): method is ClientMethod => clientMethods.has(method);
const isUserMethod = (method: string): method is UserMethod => userMethods.has(method);
const isNotification = (method: string): method is NotificationMethod => notificationMethods.has(method);

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
    const line: Line = { connection, id, bytes, at };
    if (method === undefined) {
      if (id === undefined) return this.#skip();
      return from === 'server' ? this.#response(line, id) : this.#userAnswer(line, id);
    }
    if (from === 'client') {
      if (isClientMethod(method)) return this.#request(line, method);
      if (id !== undefined) this.#correlator.passOver(connection, id);
      return this.#skip();
    }
    // Beside the daemon only the status shows that a person is waited for; elsewhere the request itself is seen.
    if (method === 'thread/status/changed' && connection.source !== 'daemon') return this.#skip();
    if (isNotification(method)) return this.#notification(line, method);
    if (isUserMethod(method)) return this.#userRequest(line, method);
    this.#unwanted = lineHeadOf(method);
    return this.#skip();
  }

  /** Whether the server's message that a chunk is at is of the same method as the last one that nobody wanted. */
  isUnwanted(chunk: Chunk): boolean {
    return this.#unwanted?.begins(chunk) ?? false;
  }

  /** Passes over such messages, and counts them, without a look at the rest of them. */
  passOver(chunk: Chunk): void {
    this.#unwanted?.passOver(chunk);
    const { passed } = chunk;
    if (passed === 0) return;
    this.#counters.add('messages.seen', undefined, passed);
    this.#counters.add('messages.skipped', undefined, passed);
  }

  #skip(): Observations {
    this.#counters.add('messages.skipped');
    return NOTHING;
  }

  #request(line: Line, method: ClientMethod): Observations {
    const { connection, at } = line;
    const { id, params } = this.#requestOf(line, method, clientRequests[method].params);
    if (id === undefined || params === undefined) return NOTHING;
    const request = { method, params, requestedAt: at } as PendingRequest;
    const lost = this.#correlator.request(connection, id, request);
    const requested = { type: 'requested', method, params, request, connection, at } as Observation;
    return [requested, ...lost.map(({ connection: of, request: oldest }) => this.#unanswered(of, oldest, at))];
  }

  #response({ connection, bytes, at }: Line, id: RequestId): Observations {
    const request = this.#correlator.respond(connection, id, (waiting) => oldestFitting(waiting, bytes));
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

  #userRequest(line: Line, method: UserMethod): Observations {
    const { connection, at } = line;
    const { id, params } = this.#requestOf(line, method, userRequests[method].params);
    if (id === undefined || params === undefined) return NOTHING;
    const asked = { method, params, id: nameOf(id) } as PendingUserRequest;
    const request = this.#correlator.ask(connection, id, asked);
    return [{ type: 'user requested', method, params, id: request.id, request, connection, at } as Observation];
  }

  /** A client's response: to a request to a person, or to a server request that is not followed. */
  #userAnswer({ connection, bytes, at }: Line, id: RequestId): Observations {
    const request = this.#correlator.asked(connection, id);
    if (request === undefined) return this.#skip();
    const message = this.#parse(bytes);
    if (message === undefined) return NOTHING;
    const { method, params } = request;
    const answer = answerTo(request, message);
    return [{ type: 'user answered', method, params, request, answer, connection, at } as Observation];
  }

  #notification({ connection, bytes, at: seenAt }: Line, method: NotificationMethod): Observations {
    const message = this.#parse(bytes);
    const params = message && this.#read(notifications[method], message.params, method);
    if (message === undefined || params === undefined) return NOTHING;
    const emittedAt = message.emittedAtMs;
    const at = isTime(emittedAt) && emittedAt > 0 ? emittedAt : seenAt;
    if ('requestId' in params) {
      const id = this.#id(bytes, method, ['params', 'requestId']);
      return id === undefined ? NOTHING : this.#resolved(connection, id, at);
    }
    const content =
      'item' in params && this.#capturesContent() ? contentOf((message.params as { item?: unknown }).item) : undefined;
    return [{ type: 'notified', method, params, content, connection, at } as Observation];
  }

  #resolved(connection: Connection, id: RequestId, at: number): Observations {
    const request = this.#correlator.resolve(connection, id);
    if (request === undefined) return this.#skip();
    const { method, params } = request;
    return [{ type: 'user resolved', method, params, request, connection, at } as Observation];
  }

  /** The id and the params of a request, as far as they can be read. */
  #requestOf<R extends Reader<unknown>>({ id: peeked, bytes }: Line, method: string, read: R) {
    const message = this.#parse(bytes);
    const id = message && (peeked ?? this.#id(bytes, method));
    return { id, params: id === undefined ? undefined : this.#read(read, message?.params ?? {}, method) };
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

/** The oldest of these requests that a response may be the answer to: an error may be that to any. */
function oldestFitting(waiting: readonly Waiting[], bytes: Uint8Array): Waiting | undefined {
  const { result, error } = (parseJson(bytes) ?? {}) as Message;
  if (error !== undefined && error !== null) return waiting[0];
  const methods = new Set(waiting.map(({ request }) => request.method));
  const fitting = new Set([...methods].filter((method) => clientRequests[method].result(result) !== undefined));
  takeShortened();
  return waiting.find(({ request }) => fitting.has(request.method));
}

/** A request's id as text. A string of digits keeps its quotes, or it would be the name of another request. */
const nameOf = (id: RequestId): string =>
  typeof id === 'string' && /^-?\d+$/.test(id) ? JSON.stringify(id) : String(id);
