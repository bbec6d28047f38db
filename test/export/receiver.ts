import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { eventsOf, spansOf, type ReceivedEvent, type ReceivedSpan } from './otlp.js';
import { decodeRequest } from './protobuf.js';

/** One request, taken or not. */
export interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly items: number;
  readonly status: number;
  /** As it came, decompressed. */
  readonly body: Buffer;
}

/** The answer of a receiver; `undefined` is 200 with an empty response. */
export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delayMs?: number;
  /** Hang up instead of answering, before anything was taken. */
  readonly hangUp?: boolean;
}

/** An OTLP/HTTP receiver on loopback that remembers what it took: exactly what it answered 200 for. */
export class Receiver {
  readonly spans: ReceivedSpan[] = [];
  readonly events: ReceivedEvent[] = [];
  readonly requests: ReceivedRequest[] = [];
  /** Requests of which all but the last byte arrived. */
  cutAtLastByte = 0;
  /** Decides about each request by its number, from 0, within its signal. */
  answer: (path: string, number: number) => Answer | undefined = () => undefined;
  readonly #server = createServer((request, response) => void this.#take(request, response));
  #url = '';
  readonly #numbers = new Map<string, number>();

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    receiver.#url = `http://127.0.0.1:${(receiver.#server.address() as AddressInfo).port}`;
    return receiver;
  }

  get url(): string {
    return this.#url;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const number = this.#numbers.get(path) ?? 0;
    this.#numbers.set(path, number + 1);
    const { status = 200, body, headers = {}, delayMs = 0, hangUp = false } = this.answer(path, number) ?? {};
    const bytes = await bodyOf(request);
    const missing = Number(request.headers['content-length']) - bytes.length;
    if (missing > 0) {
      // The sender went before its request was whole.
      if (missing === 1) this.cutAtLastByte += 1;
      return;
    }
    if (delayMs > 0) await sleep(delayMs);
    if (hangUp) return void request.socket.destroy();

    const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
    const isJson = request.headers['content-type'] === 'application/json';
    const decoded: unknown = isJson ? JSON.parse(plain.toString()) : decodeRequest(path, plain);
    const [spans, events] = [spansOf(decoded), eventsOf(decoded)];
    if (status === 200) {
      this.spans.push(...spans);
      this.events.push(...events);
    }
    const items = spans.length + events.length;
    this.requests.push({ path, headers: request.headers, items, status, body: plain });
    response.writeHead(status, { 'content-type': request.headers['content-type'] ?? '', ...headers });
    response.end(body === undefined ? (isJson ? '{}' : '') : JSON.stringify(body));
  }
}

/** What arrives of a body. Unlike an iteration it does not fail where the sender goes after all of it. */
function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => void chunks.push(chunk));
  request.on('error', () => undefined);
  return new Promise((resolve) =>
    request.on('end', () => resolve(Buffer.concat(chunks))).on('close', () => resolve(Buffer.concat(chunks))),
  );
}
