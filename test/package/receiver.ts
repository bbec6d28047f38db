import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One span as it came, of the fields that are looked at here. */
export interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}

export interface ReceivedLog {
  readonly eventName: string;
  readonly body: { readonly kvlistValue: { readonly values: readonly { readonly key: string }[] } };
  readonly attributes: readonly { readonly key: string }[];
}

interface Traces {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly ReceivedSpan[] }[] }[];
}
interface Logs {
  readonly resourceLogs: readonly { readonly scopeLogs: readonly { readonly logRecords: readonly ReceivedLog[] }[] }[];
}

/** Takes OTLP/JSON over HTTP on the loopback interface while `send` runs, which is given the endpoint. */
export async function receive(send: (endpoint: string) => Promise<unknown>) {
  const spans: ReceivedSpan[] = [];
  const logs: ReceivedLog[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      if (request.url === '/v1/traces') {
        const { resourceSpans } = JSON.parse(body) as Traces;
        spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      } else if (request.url === '/v1/logs') {
        const { resourceLogs } = JSON.parse(body) as Logs;
        logs.push(...resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap((scope) => scope.logRecords)));
      }
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await send(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
  return { spans, logs };
}
