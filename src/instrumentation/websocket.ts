import type { Sender } from '../wire/log.js';
import { peek } from '../wire/peek.js';
import type { LiveConnection } from './connection.js';
import type { Isolation } from './isolate.js';
import { wrap, type Release } from './tee.js';

/** A WebSocket by its shape: Node's own `WebSocket`, and the sockets of the package `ws`, at either end. */
export interface WebSocketLike {
  readonly url?: string;
  // The parameters of the various implementations have nothing in common that could be named.
  send(...args: never[]): void;
  addEventListener(...args: never[]): void;
  removeEventListener(...args: never[]): void;
}

export interface WebSocketWatch {
  readonly isolation: Isolation;
  readonly connect: () => LiveConnection;
  /** Other bytes for a message that the host sends: a request with trace context. */
  readonly inject: (connection: LiveConnection, bytes: Uint8Array, startsLine: boolean) => Uint8Array | undefined;
  /** Which end of the protocol the host is; by default whoever sends `initialize` is the client. */
  readonly side?: Sender | undefined;
}

type Listener = (data: unknown) => void;

/** A socket that some copy of this package observes already. */
const OBSERVED = Symbol.for('opentelemetry-instrumentation-codex.observed');

/**
 * Watches one WebSocket: what the host sends through it and what it is sent. A socket whose first message is no
 * `initialize` is none of ours and is let go at once. `released` is told of the end, whatever the cause.
 */
export function watchWebSocket(socket: WebSocketLike, watch: WebSocketWatch, released: () => void): Release {
  if (OBSERVED in socket) return () => undefined;
  Object.defineProperty(socket, OBSERVED, { value: true, configurable: true });
  const { isolation, connect, inject } = watch;
  let host = watch.side;
  let connection = host && connect();

  const passed = (data: unknown, isSent: boolean): Uint8Array | undefined => {
    const bytes = frameOf(data);
    if (bytes === undefined) return undefined;
    if (connection === undefined) {
      if (peek(bytes)?.method !== 'initialize') {
        release();
        return undefined;
      }
      host = isSent ? 'client' : 'server';
      connection = connect();
    }
    const from = isSent === (host === 'client') ? 'client' : 'server';
    const other = isSent && from === 'client' ? inject(connection, bytes, true) : undefined;
    connection.passMessage(from, bytes);
    return other;
  };
  const unwrap = wrap(
    socket,
    'send',
    (send) =>
      function (data, ...rest) {
        const other = isolation.run('WebSocket', () => passed(data, true));
        if (other === undefined) return send.call(this, data, ...rest);
        return send.call(this, typeof data === 'string' ? Buffer.from(other).toString('utf8') : other, ...rest);
      },
  );
  const unlisten = listen(
    socket,
    (data) => void isolation.run('WebSocket', () => passed(data, false)),
    () => {
      release();
    },
  );
  const release = () => {
    unwrap();
    unlisten();
    connection?.close();
    Reflect.deleteProperty(socket, OBSERVED);
    released();
  };
  return release;
}

/**
 * Hears of messages before the host does, so that what the host answers at once comes after what it answers. Sockets of
 * `ws` are event emitters and let a listener go first; an event target does not, so it must be watched from the start.
 */
function listen(socket: WebSocketLike, message: Listener, close: () => void): Release {
  if ('prependListener' in socket && 'off' in socket) {
    const emitter = socket as unknown as Record<'prependListener' | 'off', (type: string, listener: Listener) => void>;
    emitter.prependListener('message', message);
    emitter.prependListener('close', close);
    return () => {
      emitter.off('message', message);
      emitter.off('close', close);
    };
  }
  const target = socket as unknown as Record<
    'addEventListener' | 'removeEventListener',
    (type: string, listener: (event: { data?: unknown }) => void) => void
  >;
  const received = ({ data }: { data?: unknown }) => {
    message(data);
  };
  target.addEventListener('message', received);
  target.addEventListener('close', close);
  return () => {
    target.removeEventListener('message', received);
    target.removeEventListener('close', close);
  };
}

/** The bytes of a message, in whatever form the socket gives it; a Blob would have to be waited for. */
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
 * Puts a class in front of Node's own `WebSocket` that hands over each new socket. Nothing else is changed: it is a proxy
 * of the class, so `instanceof`, statics and subclasses go on.
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
