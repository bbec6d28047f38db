import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import type { ReceivedEvent, ReceivedSpan } from '../export/otlp.js';
import { Receiver } from '../export/receiver.js';
import { NODE_OF, type HostName } from '../package/matrix.js';
import { installHost, installNodes, pack } from '../package/npm.js';
import { PATH_WITH_CODEX } from './codex.js';
import { finish } from './processes.js';

const folder = inject('folder');
const SESSION = new URL('session.mjs', import.meta.url).href;
const COMMAND = new URL('../../dist/cli.js', import.meta.url).pathname;

const PROGRAMS = [
  ['sdk2', 'live.mjs'],
  ['sdk2', 'live.cjs'],
  ['sdk3', 'live.mjs'],
  ['sdk3', 'live.cjs'],
] as const;

interface Shipped {
  readonly spans: readonly ReceivedSpan[];
  readonly events: readonly ReceivedEvent[];
}

describe('the packed package in a host that runs the real Codex', () => {
  const nodes = new Map<HostName, string>();
  let first: unknown;

  beforeAll(async () => {
    const { tarball } = await pack(folder);
    const executables = await installNodes([...new Set(Object.values(NODE_OF))], join(folder, 'nodes'));
    for (const host of ['sdk2', 'sdk3'] as const) {
      nodes.set(host, executables[NODE_OF[host]]!);
      await installHost(host, tarball, join(folder, host), nodes.get(host));
    }
  });

  it.each(PROGRAMS)(
    '%s, %s: what it ships is what a replay of its wire log ships, as on all others',
    async (host, program) => {
      const wireLog = join(folder, `${host} ${program}.wire.jsonl`);
      const live = await shippedBy([nodes.get(host)!, program, SESSION, wireLog], join(folder, host));
      const replayed = await shippedBy([process.execPath, COMMAND, 'replay', wireLog], folder);
      const isLive = ({ eventName }: ReceivedEvent) => eventName === 'codex.review.requested';
      expect(live.events.filter(isLive)).toHaveLength(1);
      expect({ ...live, events: live.events.filter((event) => !isLive(event)) }).toEqual(replayed);
      expect(live.spans).toHaveLength(5);
      expect(live.events).toHaveLength(5);
      expect((first ??= asOnOthers(live))).toEqual(asOnOthers(live));
    },
  );
});

/** What a program ships by OTLP, by the ids of spans and events. */
async function shippedBy(command: readonly string[], cwd: string): Promise<Shipped> {
  const receiver = await Receiver.start();
  onTestFinished(() => receiver.stop());
  await finish(command.join(' '), command, {
    cwd,
    env: {
      PATH: PATH_WITH_CODEX,
      OTEL_SERVICE_NAME: 'host',
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_LOGS_EXPORTER: 'otlp',
      OTEL_METRICS_EXPORTER: 'none',
    },
  });
  const spanId = ({ spanId }: ReceivedSpan) => spanId;
  const eventId = ({ attributes }: ReceivedEvent) => String(attributes['codex.event.id']);
  return { spans: sorted(receiver.spans, spanId), events: sorted(receiver.events, eventId) };
}

const sorted = <T>(items: readonly T[], key: (item: T) => string) =>
  [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));

/** What another run of the same session says alike: ids by their first mention, and no times. */
function asOnOthers({ spans, events }: Shipped): unknown {
  const ids = new Map<string, string>();
  const numbered = (id: string) => ids.get(id) ?? (ids.set(id, `id ${ids.size}`), ids.get(id));
  const ordered = [sorted(spans, ({ name }) => name), sorted(events, ({ eventName }) => eventName)];
  const told: unknown = JSON.parse(JSON.stringify(ordered), (key, value: unknown) =>
    TIMES.test(key) && value !== null ? typeof value : value,
  );
  return JSON.parse(JSON.stringify(told).replace(IDS, (id) => String(numbered(id))));
}

const TIMES = /^(start|end|time|created_at|started_at|completed_at)$|_ms$|_duration$/;
/** UUIDs, and the hexadecimal ids of traces, spans and events. */
const IDS = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b([0-9a-f]{64}|[0-9a-f]{32}|[0-9a-f]{16})\b/g;
