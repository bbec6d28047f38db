import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { spansOf, type ReceivedSpan } from '../export/otlp.js';
import { eventually, freeAddresses, Running } from './processes.js';

/** Longer than the Collector keeps spans back for a batch. */
const COLLECTOR_BATCH_MS = 700;

const CONFIG = fileURLToPath(new URL('jaeger.yaml', import.meta.url));

/** OTLP's number for a span of the kind SERVER. */
export const SERVER = 2;

/** Where a running Jaeger answers queries and takes OTLP over gRPC. */
export interface JaegerAddress {
  readonly query: string;
  readonly otlp: string;
}

export async function startJaeger(binary: string): Promise<JaegerAddress & { readonly process: Running }> {
  const [http = '', grpc = '', otlp = ''] = await freeAddresses(3);
  const jaeger = new Running('Jaeger', [binary, '--config', CONFIG], {
    env: { JAEGER_HTTP: http, JAEGER_GRPC: grpc, JAEGER_OTLP: otlp },
  });
  const query = `http://${http}`;
  await eventually('Jaeger', () => ask(query, '/api/services'), { process: jaeger });
  return { query, otlp, process: jaeger };
}

/** Undefined where there is no such trace. */
async function ask(query: string, path: string): Promise<unknown> {
  const response = await fetch(query + path);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** A running Jaeger, asked by its query API. */
export class Jaeger {
  readonly #query: string;

  constructor({ query }: JaegerAddress) {
    this.#query = query;
  }

  /** The spans of a trace that have come, by the exact trace id. */
  async spans(traceId: string): Promise<ReceivedSpan[]> {
    const answer = (await ask(this.#query, `/api/v3/traces/${traceId}`)) as { result: unknown } | undefined;
    return answer === undefined ? [] : spansOf(answer.result);
  }

  /** The spans of a trace, when one of them is what is waited for, and what came along with it is there, too. */
  async trace(traceId: string, isAwaited: (span: ReceivedSpan) => boolean): Promise<ReceivedSpan[]> {
    await eventually(`trace ${traceId}`, async () => (await this.spans(traceId)).some(isAwaited) || undefined);
    await sleep(COLLECTOR_BATCH_MS);
    return this.spans(traceId);
  }

  /** The id of the trace with a span of this service that has these tags, as the search page finds it, once it is there. */
  async find(service: string, tags: Readonly<Record<string, string>>): Promise<string> {
    const search = new URLSearchParams({ service, tags: JSON.stringify(tags), lookback: '1h', limit: '20' });
    return eventually(`a trace of ${service} with ${JSON.stringify(tags)}`, async () => {
      const { data } = (await ask(this.#query, `/api/traces?${search.toString()}`)) as {
        data: { traceID: string }[] | null;
      };
      return data?.[0]?.traceID;
    });
  }
}
