import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { eventsOf, type ReceivedEvent } from '../export/otlp.js';
import { eventually, freeAddresses, Running } from './processes.js';

const CONFIG = fileURLToPath(new URL('../../collector-config.yaml', import.meta.url));

/** Where a running Collector takes OTLP over HTTP and shows metrics, and the file into which it writes events. */
export interface CollectorAddress {
  readonly endpoint: string;
  readonly file: string;
  /** What Prometheus would scrape. */
  readonly metrics: string;
}

export interface CollectorOptions {
  readonly file: string;
  /** Where spans go, by gRPC. */
  readonly jaegerEndpoint: string;
  /** That of one that was stopped. Default: a free one. */
  readonly endpoint?: string;
}

/** A Collector with collector-config.yaml; where it listens, sends and writes is told by its variables. */
export async function startCollector(
  binary: string,
  { file, jaegerEndpoint, endpoint }: CollectorOptions,
): Promise<CollectorAddress & { readonly process: Running }> {
  const [grpc = '', anyHttp = '', health = '', prometheus = ''] = await freeAddresses(4);
  const http = endpoint === undefined ? anyHttp : new URL(endpoint).host;
  const collector = new Running('the Collector', [binary, '--config', CONFIG], {
    env: {
      OTLP_GRPC_ENDPOINT: grpc,
      OTLP_HTTP_ENDPOINT: http,
      HEALTH_ENDPOINT: health,
      PROMETHEUS_ENDPOINT: prometheus,
      JAEGER_ENDPOINT: jaegerEndpoint,
      CODEX_EVENTS_FILE: file,
    },
  });
  const isHealthy = async () => (await fetch(`http://${health}`)).ok || undefined;
  await eventually('the Collector', isHealthy, { process: collector });
  return { endpoint: `http://${http}`, file, metrics: `http://${prometheus}/metrics`, process: collector };
}

/** The thread's events in the Collector's file, once there are as many as are waited for. */
export async function eventsOfThread(file: string, threadId: string, atLeast: number): Promise<ReceivedEvent[]> {
  return eventually(`${atLeast} events of thread ${threadId}`, async () => {
    const lines = existsSync(file) ? (await readFile(file, 'utf8')).split('\n').slice(0, -1) : [];
    const events = lines.flatMap((line) => eventsOf(JSON.parse(line)));
    const own = events.filter(({ attributes }) => attributes['codex.thread.id'] === threadId);
    return own.length >= atLeast ? own : undefined;
  });
}
