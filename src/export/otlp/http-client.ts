import { request as httpRequest, type Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { HttpConfiguration } from '../destinations.js';
import { systemClock } from '../queue/clock.js';

export interface HttpReply {
  readonly status: number;
  /** Milliseconds that the server asks to wait for. */
  readonly retryAfterMs: number | undefined;
  readonly body: Uint8Array;
}

/** Bytes of an answer that are read. */
const MAX_BODY = 64 * 1024;

const compress = promisify(gzip);

/**
 * Posts to one URL, with the agent, headers and compression of the SDK's configuration. Node's `fetch` takes
 * no client certificate and no certificate authority, which `OTEL_EXPORTER_OTLP_*` can name.
 */
export class HttpClient {
  readonly #config: HttpConfiguration;
  readonly #url: URL;
  #agent: Agent | undefined;

  constructor(config: HttpConfiguration) {
    this.#config = config;
    this.#url = new URL(config.url);
  }

  /**
   * Rejects where no answer came: with the network's error, or with the code `ETIMEDOUT`.
   *
   * @param onSending called right before the last byte goes, when the others are with the operating system.
   */
  async post(body: Uint8Array, signal: AbortSignal, onSending?: () => void): Promise<HttpReply> {
    const { agentFactory, headers, compression, userAgent } = this.#config;
    const isGzip = compression === 'gzip';
    const bytes = isGzip ? await compress(body) : body;
    this.#agent ??= await agentFactory(this.#url.protocol);
    const all: Record<string, string | number> = { ...(await headers()), 'content-length': bytes.length };
    if (userAgent !== undefined) all['user-agent'] = userAgent;
    if (isGzip) all['content-encoding'] = 'gzip';
    return this.#request(bytes, { method: 'POST', agent: this.#agent, headers: all, signal }, onSending);
  }

  /** Closes connections that are kept for another request. */
  close(): void {
    this.#agent?.destroy();
  }

  #request(
    bytes: Uint8Array,
    options: Parameters<typeof httpRequest>[1],
    onSending: (() => void) | undefined,
  ): Promise<HttpReply> {
    const closed = new AbortController();
    return new Promise((resolve, reject) => {
      const request =
        this.#url.protocol === 'https:' ? httpsRequest(this.#url, options) : httpRequest(this.#url, options);
      const { signal } = closed;
      void systemClock.wait(this.#config.timeoutMillis, { signal }).then(() => {
        if (!signal.aborted) request.destroy(noAnswer());
      });
      request.once('response', (response) => void replyOf(response).then(resolve));
      request.once('close', () => closed.abort());
      request.once('error', (error: NodeJS.ErrnoException) => {
        // The server closed a kept connection in the moment when it was used again; a new one may do.
        if (request.reusedSocket && error.code === 'ECONNRESET') resolve(this.#request(bytes, options, onSending));
        else reject(error);
      });
      if (onSending) sendInTwo(request, bytes, onSending);
      else request.end(bytes);
    });
  }
}

/** Holds the last byte back, so that the receiver has the request by one system call, right after `onSending`. */
function sendInTwo(request: ClientRequest, bytes: Uint8Array, onSending: () => void): void {
  request.write(bytes.subarray(0, -1), (error) => {
    if (error) return;
    onSending();
    request.end(bytes.subarray(-1));
  });
}

/** Reads a body as far as it comes: the status alone decides whether the request was taken. */
async function replyOf(response: IncomingMessage): Promise<HttpReply> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MAX_BODY) break;
    }
  } catch {
    // It broke off.
  }
  const { statusCode = 0, headers } = response;
  return { status: statusCode, retryAfterMs: retryAfter(headers['retry-after']), body: Buffer.concat(chunks) };
}

/** `Retry-After` holds seconds or a date. */
function retryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const ms = /^\d+$/.test(value.trim()) ? 1_000 * Number(value) : new Date(value).getTime() - Date.now();
  return ms > 0 ? ms : undefined;
}

function noAnswer(): NodeJS.ErrnoException {
  return Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' });
}
