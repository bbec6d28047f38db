import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from './http.mjs';
import { attributesOf, valueOf } from './otlp-json.mjs';
import { eventually, freePorts, start } from './processes.mjs';

const CONFIG = fileURLToPath(new URL('../../collector-config.yaml', import.meta.url));

/** A running Collector with collector-config.yaml; where it listens, sends and writes is told by its variables. */
export async function startCollector(binary, { folder, jaegerEndpoint }) {
  const [grpc, http, health] = (await freePorts(3)).map((port) => `127.0.0.1:${port}`);
  const file = join(folder, 'events.jsonl');
  const process_ = start('the Collector', [binary, '--config', CONFIG], {
    env: {
      OTLP_GRPC_ENDPOINT: grpc,
      OTLP_HTTP_ENDPOINT: http,
      HEALTH_ENDPOINT: health,
      JAEGER_ENDPOINT: jaegerEndpoint,
      CODEX_EVENTS_FILE: file,
    },
  });
  const isHealthy = async () => (await request(`http://${health}`)).status === 200 || undefined;
  await eventually('the Collector', isHealthy, { process: process_ });
  return {
    endpoint: `http://${http}`,
    /** The thread's events in the file, in the order in which they came. */
    async events(threadId) {
      const lines = existsSync(file) ? (await readFile(file, 'utf8')).split('\n').slice(0, -1) : [];
      return lines.flatMap(eventsOf).filter((event) => event.threadId === threadId);
    },
  };
}

/** The events of one line: an OTLP/JSON logs request. */
function eventsOf(line) {
  const records = JSON.parse(line).resourceLogs.flatMap(({ scopeLogs }) =>
    scopeLogs.flatMap(({ logRecords }) => logRecords),
  );
  return records.map((record) => {
    const attributes = attributesOf(record);
    return {
      id: attributes['codex.event.id'],
      type: attributes['codex.event.type'],
      threadId: attributes['codex.thread.id'],
      params: valueOf(record.body),
      traceId: record.traceId,
      spanId: record.spanId,
    };
  });
}
