import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket as ServerSocket } from 'ws';
import { recordsIn, textOf } from './conversation.js';

/** A WebSocket as a client of either implementation uses it. */
export interface ClientSocket {
  onopen: unknown;
  onclose: unknown;
  onmessage: unknown;
  send(text: string): void;
  close(): void;
}

export interface Ends<C extends ClientSocket> {
  /** Makes the client's end. */
  readonly connect: (url: string) => C;
  /** Told of the server's end before anything passes. */
  readonly accepted?: (socket: ServerSocket) => void;
}

/** Plays all connections of a recorded session over WebSockets on loopback, message by message, in the recorded order. */
export async function playOverWebSockets<C extends ClientSocket>(wireLog: string, ends: Ends<C>): Promise<void> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const connections = new Map<string, Connection<C>>();
  try {
    for (const record of recordsIn(wireLog)) {
      const { connection: id } = record;
      if (record.kind === 'open') connections.set(id, await Connection.open(server, url, ends));
      else if (record.kind === 'close') await connections.get(id)!.close();
      else await connections.get(id)!.pass(record.from, textOf(record));
    }
  } finally {
    for (const socket of server.clients) socket.terminate();
    server.close();
  }
}

class Connection<C extends ClientSocket> {
  readonly #client: C;
  readonly #server: ServerSocket;
  /** What the one that waits is waiting for. */
  #arrived: (text: string) => void = () => {};

  static async open<C extends ClientSocket>(server: WebSocketServer, url: string, ends: Ends<C>) {
    const accepted = new Promise<ServerSocket>((resolve) => {
      server.once('connection', (socket) => {
        ends.accepted?.(socket);
        resolve(socket);
      });
    });
    const client = ends.connect(url);
    const isOpen = new Promise((resolve) => (client.onopen = resolve));
    const connection = new Connection(client, await accepted);
    await isOpen;
    return connection;
  }

  constructor(client: C, server: ServerSocket) {
    this.#client = client;
    this.#server = server;
    server.on('message', (data: Buffer) => this.#arrived(data.toString('utf8')));
    client.onmessage = ({ data }: { data: string }) => this.#arrived(data);
  }

  /** Sends a message and waits until it has arrived, as it was but for what is added to requests. */
  async pass(from: 'client' | 'server', text: string): Promise<void> {
    const arrived = new Promise<string>((resolve) => (this.#arrived = resolve));
    if (from === 'client') this.#client.send(text);
    else this.#server.send(text);
    const heard = (await arrived).replace(/,"trace":\{"traceparent":"[^"]*"\}(?=\}$)/, '');
    if (heard !== text) throw new Error(`sent ${text}, heard ${heard}`);
  }

  async close(): Promise<void> {
    const isClosed = Promise.all([
      once(this.#server, 'close'),
      new Promise((resolve) => (this.#client.onclose = resolve)),
    ]);
    this.#client.close();
    await isClosed;
  }
}
