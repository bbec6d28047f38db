import { createServer, type Server as HttpServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';

/** A WebSocket server on a Unix socket, which keeps the heads and messages that it was sent. */
export class FakeServer {
  readonly heads: NodeJS.Dict<string | string[]>[] = [];
  readonly messages: string[] = [];
  readonly sockets: WebSocket[] = [];
  readonly #http: HttpServer;
  readonly path: string;

  private constructor(path: string, answer: (message: string) => string | undefined) {
    this.path = path;
    this.#http = createServer((_request, response) => response.end('ready'));
    const server = new WebSocketServer({ server: this.#http, maxPayload: 0 });
    server.on('connection', (socket, request) => {
      this.heads.push(request.headers);
      this.sockets.push(socket);
      socket.on('error', () => undefined);
      socket.on('message', (data: Buffer) => {
        this.messages.push(data.toString());
        const text = answer(data.toString());
        if (text !== undefined) socket.send(text);
      });
    });
  }

  /** @param answer returns the answer to a message; the message itself by default. */
  static async start(
    path: string,
    answer: (message: string) => string | undefined = (text) => text,
  ): Promise<FakeServer> {
    const server = new FakeServer(path, answer);
    await new Promise<void>((resolve) => server.#http.listen(path, resolve));
    return server;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    await new Promise((resolve) => this.#http.close(resolve));
  }
}

/** A client of a WebSocket on a Unix socket, once it is open. */
export async function openClient(path: string, headers: Record<string, string> = {}): Promise<WebSocket> {
  const client = new WebSocket(`ws+unix://${path}:/rpc`, { headers, perMessageDeflate: false, maxPayload: 0 });
  await new Promise((resolve, reject) => client.once('open', resolve).once('error', reject));
  return client;
}

/** The next message. */
export const nextMessage = (client: WebSocket) =>
  new Promise<string>((resolve) => client.once('message', (data: Buffer) => resolve(data.toString())));
