import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { destinationsOf } from '../../src/export/destinations.js';
import { otlpSender, TRACES } from '../../src/export/otlp/otlp-sender.js';

const never = new AbortController().signal;
const servers: ReturnType<typeof createServer>[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

/** Sends an empty request to a receiver that takes it with this body. */
async function sentTo(body: string | Buffer, protocol: 'http/json' | 'http/protobuf') {
  const server = createServer((_, response) => response.setHeader('connection', 'close').end(body));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('OTEL_EXPORTER_OTLP_PROTOCOL', protocol);
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { otlp } = destinationsOf('traces', { endpoint, isOtlpDefault: true });
  return otlpSender(otlp!, TRACES).send([], never);
}

/** `ExportTraceServiceResponse { partial_success { rejected_spans: 3, error_message: "old" } }` */
const PARTIAL = Buffer.from('0a07080312036f6c64', 'hex');

describe('an OTLP sender', () => {
  it.each([
    ['protobuf', PARTIAL, 'http/protobuf'],
    ['JSON', '{"partialSuccess":{"rejectedSpans":"3","errorMessage":"old"}}', 'http/json'],
  ] as const)('reads from %s how many spans a receiver rejected', async (_name, body, protocol) => {
    expect(await sentTo(body, protocol)).toEqual({ isTaken: true, rejected: { count: 3, reason: 'old' } });
  });

  it.each([
    ['is empty', '', 'http/json'],
    ['rejects nothing', '{"partialSuccess":{}}', 'http/json'],
    ['has a number that is none', '{"partialSuccess":{"rejectedSpans":"many"}}', 'http/json'],
    ['is not JSON', '<html>', 'http/json'],
    ['is not protobuf', Buffer.from('ff', 'hex'), 'http/protobuf'],
    ['is null', 'null', 'http/json'],
  ] as const)('takes a successful answer for what it is where its body %s', async (_what, body, protocol) => {
    expect(await sentTo(body, protocol)).toEqual({ isTaken: true });
  });

  it('gives up a request that cannot be encoded', async () => {
    const { otlp } = destinationsOf('traces', { endpoint: 'http://127.0.0.1:1', isOtlpDefault: true });
    const serializer = {
      serializeRequest() {
        throw new TypeError('no such attribute');
      },
      deserializeResponse: () => ({}),
    };
    const sender = otlpSender(otlp!, { 'http/json': serializer, 'http/protobuf': serializer });
    expect(await sender.send([], never)).toMatchObject({
      isTaken: false,
      reason: 'no such attribute',
      isRetryable: false,
    });
  });
});
