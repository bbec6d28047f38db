import type { HostGuard } from '../../guard.js';
import { isSuppressed } from '../../suppression.js';
import type { Sender } from '../../wire/log/format.js';
import { DEFAULT_MAX_LINE_BYTES } from '../../wire/lines.js';
import { peek } from '../../wire/method.js';
import type { LiveConnection } from '../live-connection.js';
import { claim, wrap, type Release } from './tee.js';
import type { InjectTrace } from '../trace-context/trace-injector.js';

/** A WebSocket by its shape: Node's own `WebSocket`, and the sockets of the package `ws`, at either end. */
export interface WebSocketLike {
  readonly url?: string;
  readonly readyState?: number;
  // The parameters of the various implementations have nothing in common that could be named.
  send(...args: never[]): void;
  addEventListener(...args: never[]): void;
  removeEventListener(...args: never[]): void;
}

export interface ObserveWebSocketOptions {
  /**
   * The app-server behind the socket. Sockets to one server share its threads and request ids.
   * @default the socket's URL; sockets without one share one server
   */
  readonly server?: string | undefined;
  /** The end of the protocol that the host is at. @default the end that sends `initialize` is the client */
  readonly side?: Sender | undefined;
}

interface WebSocketDeps {
  readonly guard: HostGuard;
  readonly open: () => LiveConnection;
  readonly inject: InjectTrace;
  readonly side?: Sender | undefined;
}

type Listener = (data: unknown) => void;

/** `readyState`, the same in all implementations. */
const OPEN = 1;
const CLOSED = 3;

/**
 * Observes one WebSocket. If the host's side is not known and the first message is no `initialize`, the socket is
 * released at once. `released` is called at the end, whatever the cause.
 *
 * Ignore if:
 * - it is closed;
 * - tracing is suppressed;
 * - another copy of this package, or the host by hand, observes it.
 */
export function watchWebSocket(socket: WebSocketLike, deps: WebSocketDeps, released: () => void): Release | undefined {
  if (socket.readyState === CLOSED || isSuppressed()) return undefined;
  const unclaim = claim(socket);
  if (unclaim === undefined) return undefined;
  const { guard, open, inject } = deps;
  let host = deps.side;
  let connection = host && open();

  /** The connection of a message. The first message decides whether there is one. */
  const connectionOf = (bytes: Uint8Array, isSent: boolean): LiveConnection | undefined => {
    if (connection !== undefined) return connection;
    if (isSuppressed()) return undefined;
    if (peek(bytes)?.method !== 'initialize') {
      release();
      return undefined;
    }
    host = isSent ? 'client' : 'server';
    connection = open();
    return connection;
  };
  /** A frame that is too long is not made bytes. A first message of that length is no `initialize`. */
  const ignoreOversized = (data: unknown): boolean => {
    if (lengthOf(data) <= DEFAULT_MAX_LINE_BYTES) return false;
    if (connection === undefined) release();
    else connection.oversized();
    return true;
  };
  const unwrap = wrap(socket, 'send', (send, self, args) => {
    const [data, ...rest] = args;
    // A message that the socket refuses never passes.
    const passes = (socket.readyState ?? OPEN) === OPEN && !ignoreOversized(data);
    const bytes = passes ? frameOf(data) : undefined;
    const live = bytes && guard.run('WebSocket', () => connectionOf(bytes, true));
    if (bytes === undefined || live === undefined) return send.apply(self, args);
    const other = host === 'client' ? inject(live, bytes, true) : undefined;
    const text = other && typeof data === 'string' ? Buffer.from(other).toString('utf8') : other;
    // The bytes may pass another observed connection within `send`; an exchange there lies within the one here.
    const at = live.now();
    const result = send.call(self, text ?? data, ...rest);
    live.message(host === 'server' ? 'server' : 'client', bytes, at);
    return result;
  });
  const received = (data: unknown) => {
    const bytes = ignoreOversized(data) ? undefined : frameOf(data);
    const live = bytes && guard.run('WebSocket', () => connectionOf(bytes, false));
    if (bytes && live) live.message(host === 'server' ? 'client' : 'server', bytes);
  };
  let isReleased = false;
  const release = () => {
    if (isReleased) return;
    isReleased = true;
    unwrap();
    unlisten();
    connection?.close();
    unclaim();
    released();
  };
  const unlisten = listen(socket, received, release);
  return release;
}

/**
 * Listens before the host does, so that the host's immediate answer to a message comes after the message. Sockets of `ws`
 * are event emitters, which take a listener in front of others. An event target does not: it must be observed from its
 * start.
 */
function listen(socket: WebSocketLike, message: Listener, close: () => void): Release {
  const isEmitter = 'prependListener' in socket && 'off' in socket;
  const [add, remove] = isEmitter
    ? (['prependListener', 'off'] as const)
    : (['addEventListener', 'removeEventListener'] as const);
  const target = socket as unknown as Record<typeof add | typeof remove, (type: string, listener: Listener) => void>;
  const received = (event: unknown) => message(isEmitter ? event : (event as { data?: unknown }).data);
  target[add]('message', received);
  target[add]('close', close);
  return () => {
    target[remove]('message', received);
    target[remove]('close', close);
  };
}

/** The bytes of a message, at least: a text has one a character or more. */
function lengthOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  if (Array.isArray(data)) return data.reduce<number>((sum, part) => sum + lengthOf(part), 0);
  return data instanceof Uint8Array || data instanceof ArrayBuffer ? data.byteLength : 0;
}

/** The bytes of a message in any form that a socket uses, except a Blob, whose bytes are not there at once. */
function frameOf(data: unknown): Uint8Array | undefined {
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  if (data instanceof Uint8Array) return data;
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (Array.isArray(data) && data.every((part) => part instanceof Uint8Array)) return Buffer.concat(data);
  return undefined;
}

/** Node's own WebSocket class, as far as it is replaced. */
type WebSocketClass = new (...args: unknown[]) => WebSocketLike;

/**
 * Replaces Node's own `WebSocket` by a proxy of the class that hands over each new socket. `instanceof`, statics and
 * subclasses work as before.
 *
 * Reading the class loads it, once, in 15 ms. From Node 22 on it is a lazy data property: only reading it distinguishes it from a
 * class that the host put there, which must not be lost.
 */
export function watchWebSockets(created: (socket: WebSocketLike) => void): Release {
  const holder = globalThis as { WebSocket?: WebSocketClass };
  const original = holder.WebSocket;
  if (original === undefined) return () => undefined;
  let released = false;
  const proxy = new Proxy(original, {
    construct(target, args: unknown[], newTarget) {
      const socket = Reflect.construct(target, args, newTarget) as WebSocketLike;
      if (!released) created(socket);
      return socket;
    },
  });
  holder.WebSocket = proxy;
  return () => {
    released = true;
    if (holder.WebSocket === proxy) holder.WebSocket = original;
  };
}
