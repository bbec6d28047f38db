import { createServer, connect, type ListenOptions, type NetConnectOpts, type Server, type Socket } from 'node:net';
import type { ByHandConnection } from '../../instrumentation/sources/by-hand.js';
import { HttpHeadReader, isUpgrade, withoutHeader } from '../../wire/http-head.js';

/**
 * Offers the app-server to compress messages. Without the offer the frames are plain text, also where the feature is on.
 * Everything else in a request's head passes as it is.
 */
const COMPRESSION_HEADER = 'x-codex-app-server-compression';

export interface RelayOptions {
  /** The address that clients connect to. */
  readonly listen: ListenOptions;
  /** The address of the app-server, asked for at each connection: a client waits for it. Rejects if there is none. */
  readonly upstream: () => Promise<NetConnectOpts>;
  /** Called for each WebSocket that a client opens; gets a copy of its bytes, the heads included. Must not throw. */
  readonly observe: () => ByHandConnection;
}

/**
 * Passes bytes between the clients of an app-server and the app-server, and gives a copy of each WebSocket to an observer.
 * Nothing is joined, cut or held back: a message of any size passes as its sender framed it, a slow reader slows its
 * writer, and each end is closed on its own.
 */
export class Relay {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor({ upstream, observe }: RelayOptions) {
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
      this.#keep(client);
      upstream().then(
        (address) => {
          if (client.destroyed) return;
          const server = connect({ allowHalfOpen: true, noDelay: true, ...address });
          this.#keep(server);
          join(client, server, observe);
        },
        () => client.destroy(),
      );
    });
  }

  /** Listens. Rejects with Node's error where the address cannot be taken. */
  static async start(options: RelayOptions): Promise<Relay> {
    const relay = new Relay(options);
    await new Promise<void>((resolve, reject) => {
      // Also later: a connection that cannot be accepted (too many open files) is its client's trouble alone.
      relay.#server.on('error', reject);
      // Its owner alone may connect to a Unix socket.
      const before = options.listen.path === undefined ? undefined : process.umask(0o177);
      relay.#server.listen(options.listen, resolve);
      if (before !== undefined) process.umask(before);
    });
    return relay;
  }

  /** The TCP port that is listened on; undefined on a Unix socket. */
  get port(): number | undefined {
    const address = this.#server.address();
    return typeof address === 'object' ? address?.port : undefined;
  }

  /** Closes every connection and removes the socket file. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined); // `close` follows
    socket.once('close', () => this.#sockets.delete(socket));
  }
}

/** Puts a client and the app-server together. */
function join(client: Socket, server: Socket, observe: () => ByHandConnection): void {
  let copy: ByHandConnection | undefined;
  for (const [socket, other] of [
    [client, server],
    [server, client],
  ] as const) {
    socket.on('error', () => other.destroy());
    // What was written to the other side before still has to arrive there.
    socket.once('close', () => {
      other.destroySoon();
      copy?.close();
    });
  }
  const begin = (head: Buffer, rest: Buffer, isWebSocket: boolean) => {
    if (isWebSocket) copy = observe();
    server.write(head);
    copy?.fromClient(head);
    if (rest.length > 0) client.unshift(rest);
    client.pipe(server);
    server.pipe(client);
    // Listeners of their own behind those of `pipe`: a chunk is passed on before it is looked at.
    client.on('data', (chunk: Buffer) => copy?.fromClient(chunk));
    server.on('data', (chunk: Buffer) => copy?.fromServer(chunk));
  };
  readHead(client, begin);
}

/** Reads a request's head, without the offer of compression. Bytes that are no request are all passed on. */
function readHead(client: Socket, begin: (head: Buffer, rest: Buffer, isWebSocket: boolean) => void): void {
  const reader = new HttpHeadReader();
  const read = (chunk: Buffer) => {
    const found = reader.push(chunk);
    if (found === undefined) return;
    stop();
    if (found === null) begin(reader.bytes, Buffer.alloc(0), false);
    else begin(withoutHeader(found.head, COMPRESSION_HEADER), found.rest, isUpgrade(found.head));
  };
  const end = () => {
    stop();
    begin(reader.bytes, Buffer.alloc(0), false);
  };
  const stop = () => {
    client.off('data', read).off('end', end);
    client.pause();
  };
  client.on('data', read).once('end', end);
}
