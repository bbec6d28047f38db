import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { destinationsOf } from '../../src/export/destinations.js';
import { HttpClient } from '../../src/export/otlp/http-client.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();
const file = (name: string) => join(folder, name);
const never = new AbortController().signal;
const body = Buffer.from('body');
const servers: Server[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listening(server: Server, protocol: 'http' | 'https' = 'http'): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `${protocol}://localhost:${(server.address() as AddressInfo).port}`;
}

const serving = (listener: RequestListener) => listening(createServer(listener));

function clientOf(endpoint: string, env: Readonly<Record<string, string>> = {}): HttpClient {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(`OTEL_EXPORTER_OTLP_${name}`, value);
  return new HttpClient(destinationsOf('traces', { endpoint, isOtlpDefault: true }).otlp!.http);
}

const reasonOf = (reply: Promise<unknown>) =>
  reply.then(
    () => 'answered',
    (error: unknown) => (error as NodeJS.ErrnoException).code,
  );

describe('an HTTP client', () => {
  it.each([
    ['2', 2_000],
    ['0', undefined],
    ['Thu, 01 Jan 1970 00:00:00 GMT', undefined],
    ['soon', undefined],
  ])('reads Retry-After: %s as %s ms', async (value, expected) => {
    const url = await serving((_, response) => response.writeHead(503, { 'retry-after': value }).end());
    expect(await clientOf(url).post(body, never)).toMatchObject({ status: 503, retryAfterMs: expected });
  });

  it('calls back right before it sends the last byte, when the receiver has all others', async () => {
    let received = Buffer.alloc(0);
    const url = await serving((request, response) => {
      request.on('data', (chunk: Buffer) => (received = Buffer.concat([received, chunk])));
      request.on('end', () => response.end());
    });
    const client = clientOf(url);
    for (let tries = 0; tries < 2; tries += 1) {
      received = Buffer.alloc(0);
      let before: string | undefined;
      const sending = () => {
        // This process is the receiver, too: it reads nothing before this call returns.
        before = received.toString();
      };
      expect(await client.post(body, never, sending)).toMatchObject({ status: 200 });
      expect(before).not.toContain('body');
      expect(received.toString()).toBe('body');
    }
  });

  it('sends no last byte where it is aborted before', async () => {
    const url = await serving(() => undefined);
    const end = new AbortController();
    const reply = clientOf(url).post(body, end.signal, () => {
      throw new Error('the request would be taken');
    });
    end.abort();
    expect(await reasonOf(reply)).toBe('ABORT_ERR');
  });

  it('reads Retry-After as a date', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString();
    const url = await serving((_, response) => response.writeHead(503, { 'retry-after': date }).end());
    const { retryAfterMs } = await clientOf(url).post(body, never);
    expect(retryAfterMs).toBeGreaterThan(50_000);
    expect(retryAfterMs).toBeLessThanOrEqual(60_000);
  });

  it('reads no more than the beginning of an endless body', async () => {
    const url = await serving((_, response) => {
      response.writeHead(200);
      const write = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384)));
      };
      response.on('drain', write);
      write();
    });
    const reply = await clientOf(url).post(body, never);
    expect(reply.status).toBe(200);
    expect(reply.body.length).toBeLessThan(256 * 1024);
  });

  it('takes the status of an answer whose body breaks off', async () => {
    const url = await serving((_, response) => {
      response.writeHead(200, { 'content-length': 10 });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    });
    const reply = await clientOf(url).post(body, never);
    expect({ status: reply.status, body: Buffer.from(reply.body).toString() }).toEqual({ status: 200, body: 'half' });
  });

  it('rejects after its timeout, and when it is aborted', async () => {
    const url = await serving(() => undefined);
    expect(await reasonOf(clientOf(url, { TIMEOUT: '20' }).post(body, never))).toBe('ETIMEDOUT');
    expect(await reasonOf(clientOf(url, { TIMEOUT: '60000' }).post(body, AbortSignal.timeout(20)))).toBe('ABORT_ERR');
  });

  it('sends again on a new connection where the server closed the one that it kept', async () => {
    let requests = 0;
    const url = await serving((request, response) => {
      requests += 1;
      if (requests === 2) request.socket.resetAndDestroy();
      else response.end();
    });
    const client = clientOf(url);
    expect((await client.post(body, never)).status).toBe(200);
    expect((await client.post(body, never)).status).toBe(200);
    expect(requests).toBe(3);
    client.close();
  });
});

describe.skipIf(process.platform === 'win32')('an HTTP client with certificates', () => {
  beforeAll(() => {
    const openssl = (command: string) => execFileSync('openssl', command.split(' '), { stdio: 'pipe', cwd: folder });
    openssl('req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key.pem -out cert.pem -subj /CN=localhost');
  });

  const secured = (requestCert: boolean) => {
    const [key, cert] = [readFileSync(file('key.pem')), readFileSync(file('cert.pem'))];
    const server = createTlsServer({ key, cert, ca: cert, requestCert }, ({ socket }, response) => {
      response.writeHead(!requestCert || (socket instanceof TLSSocket && socket.authorized) ? 200 : 401).end();
    });
    return listening(server, 'https');
  };

  it('refuses a server that no authority vouches for', async () => {
    expect(await reasonOf(clientOf(await secured(false)).post(body, never))).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  });

  it('trusts OTEL_EXPORTER_OTLP_CERTIFICATE and shows OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE', async () => {
    const trusting = { CERTIFICATE: file('cert.pem') };
    const showing = { ...trusting, CLIENT_CERTIFICATE: file('cert.pem'), CLIENT_KEY: file('key.pem') };
    expect((await clientOf(await secured(false), trusting).post(body, never)).status).toBe(200);
    expect((await clientOf(await secured(true), showing).post(body, never)).status).toBe(200);
  });
});
