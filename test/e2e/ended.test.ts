import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { ReceivedSpan } from '../export/otlp.js';
import { EXAMPLES, PATH_WITH_CODEX } from './codex.js';
import { startCollector } from './collector.js';
import { isOfType } from './expected.js';
import { Jaeger } from './jaeger.js';
import { eventually, killCodexBelow, Running } from './processes.js';

/** A session with the real Codex that ends in the middle of something: every open span is in the back end, with its reason. */

const { endpoint } = inject('collector');
const jaeger = new Jaeger(inject('jaeger'));

const SESSION = fileURLToPath(new URL('session.mjs', import.meta.url));
const STANDARD_HANDLER = fileURLToPath(new URL('preload/standard-handler.mjs', import.meta.url));
const APP_SERVER = ['codex', 'app-server'];
const RUN = ['codex-otel', 'run'];

interface HostOptions {
  readonly nodeArgs?: readonly string[];
  /** What the host starts as its app-server. */
  readonly command?: readonly string[];
  /** Where the session waits: `ask` at an approval, `wait` before the turn's last message and before its end. */
  readonly mode: 'ask' | 'wait';
  readonly endpoint?: string;
}

/** A host with one session; it ends with the test. */
function start({ nodeArgs = [], command = [], mode, endpoint: receiver = endpoint }: HostOptions): Running {
  const host = new Running('the host', [process.execPath, ...nodeArgs, SESSION, mode, ...command], {
    cwd: EXAMPLES,
    env: { PATH: PATH_WITH_CODEX, OTEL_EXPORTER_OTLP_ENDPOINT: receiver },
  });
  onTestFinished(async () => {
    await host.stop();
  });
  return host;
}

const printed = (host: Running, pattern: RegExp) =>
  eventually(String(pattern), async () => pattern.exec(host.output)?.at(-1), { process: host });

const traceIdIn = async (host: Running) => (await printed(host, /^thread (\S+)$/m)).replaceAll('-', '');

const reasonsOf = (spans: readonly ReceivedSpan[]): Record<string, unknown> =>
  Object.fromEntries(
    spans.map(({ attributes }) => [String(attributes['codex.span.type']), attributes['codex.end_reason']]),
  );

/** Why each span of the trace ended, when its thread's span is there. */
const reasonsIn = async (traceId: string) => reasonsOf(await jaeger.trace(traceId, isOfType('thread')));

/** The spans of a session whose server has gone while an approval waits. */
const SERVER_GONE = {
  thread_initialization: undefined,
  thread: 'connection_closed',
  turn: 'server_closed',
  item: 'server_closed',
  review: 'server_closed',
};

/** The spans of a session that came to its end. */
const COMPLETED = {
  thread_initialization: undefined,
  thread: 'connection_closed',
  turn: undefined,
  item: undefined,
  review: undefined,
};

describe('codex-otel run', () => {
  const command = [...RUN, '--', ...APP_SERVER];

  it('sends what is open when the app-server is killed while an approval waits', async () => {
    const host = start({ command, mode: 'ask' });
    const traceId = await traceIdIn(host);
    await printed(host, /^asked (\d+)$/m);
    killCodexBelow(host.pid!);
    expect(await reasonsIn(traceId)).toEqual(SERVER_GONE);
  });

  it('sends what is open when its client is killed while an approval waits', async () => {
    const host = start({ command, mode: 'ask' });
    const traceId = await traceIdIn(host);
    await printed(host, /^asked (\d+)$/m);
    process.kill(host.pid!, 'SIGKILL');
    const { review, turn, item, ...rest } = await reasonsIn(traceId);
    // Codex may still interrupt its turn, or just go.
    for (const reason of [review, turn, item]) expect([undefined, 'server_closed', 'turn_ended']).toContain(reason);
    expect(rest).toEqual({ thread_initialization: undefined, thread: 'connection_closed' });
  });

  it('loses nothing if the Collector stops in mid-turn and is started again before the end', async () => {
    const options = { file: join(inject('folder'), 'stopped-collector.jsonl'), jaegerEndpoint: inject('jaeger').otlp };
    let collector = await startCollector(inject('collectorBinary'), options);
    const host = start({ command, mode: 'wait', endpoint: collector.endpoint });
    const traceId = await traceIdIn(host);
    await collector.process.stop();
    host.tell('say the last message');
    await printed(host, /^turn completed$/m);
    collector = await startCollector(inject('collectorBinary'), { ...options, endpoint: collector.endpoint });
    host.tell('end');
    await host.ended;
    expect(host.exitCode).toBe(0);
    expect(await reasonsIn(traceId)).toEqual(COMPLETED);
    await collector.process.stop();
  });

  it.skipIf(process.platform !== 'linux')(
    'observes all of a session whose --record meets a full disk, and says so',
    async () => {
      const host = start({ command: [...RUN, '--record', '/dev/full', '--', ...APP_SERVER], mode: 'wait' });
      const traceId = await traceIdIn(host);
      host.tell('say the last message');
      host.tell('end');
      await host.ended;
      expect(host.exitCode).toBe(0);
      expect(host.output).toContain('codex-otel: Cannot write the wire log /dev/full:');
      expect(await reasonsIn(traceId)).toEqual(COMPLETED);
    },
  );
});

it("a host that OpenTelemetry's handler of SIGTERM ends while an approval waits has sent what was open", async () => {
  const host = start({ nodeArgs: ['--import', STANDARD_HANDLER], mode: 'ask' });
  const traceId = await traceIdIn(host);
  await printed(host, /^asked (\d+)$/m);
  process.kill(host.pid!, 'SIGTERM');
  await host.ended;
  expect(host.exitCode).toBe(0);
  const open = { thread: 'observation_ended', turn: 'observation_ended', item: 'observation_ended' };
  expect(await reasonsIn(traceId)).toEqual({ ...open, review: 'observation_ended', thread_initialization: undefined });
});
