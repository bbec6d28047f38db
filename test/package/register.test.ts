import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { HostName } from './matrix.js';
import { runNode, wireFile, type ProgramOptions } from './program.js';
import { receive, type ReceivedLog, type ReceivedSpan } from './receiver.js';

const REGISTER = 'opentelemetry-instrumentation-codex/register';
const SESSION = wireFile('approval-accept');
const SPANS = [
  'codex.thread start',
  'codex.review user',
  'execute_tool unified_exec',
  'invoke_agent codex',
  'codex.thread',
];
const EVENTS = [
  'codex.thread_initialized',
  'codex.review.requested',
  'codex.review',
  'codex.command_execution',
  'codex.turn',
];

/** A host without a line of telemetry, in either module format. */
const asEsm = ['--import', REGISTER, 'app.mjs', SESSION];
const asCjs = ['--require', REGISTER, 'app.cjs', SESSION];

const HOSTS: readonly (readonly [host: HostName, format: string, args: readonly string[]])[] = [
  ['sdk2', 'ES modules', asEsm],
  ['sdk2', 'CommonJS', asCjs],
  ['sdk3', 'ES modules', asEsm],
  ['sdk3', 'CommonJS', asCjs],
];

const TO_CONSOLE = { OTEL_TRACES_EXPORTER: 'console', OTEL_LOGS_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' };

describe.skipIf(inject('installed') === undefined)('/register', () => {
  it('ships the same spans and events with the SDK that the host has, whichever it is', async () => {
    const shipped = await Promise.all(HOSTS.map(async ([host, , args]) => ship(host, args)));
    for (const { spans, logs } of shipped) {
      expect(spans.map(({ name }) => name)).toEqual(SPANS);
      expect(logs.map(({ eventName }) => eventName)).toEqual(EVENTS);
      expect(spans.map(comparable(spans))).toEqual(shipped[0]!.spans.map(comparable(shipped[0]!.spans)));
      expect(logs.map(comparableLog)).toEqual(shipped[0]!.logs.map(comparableLog));
    }
  });

  it.each(HOSTS)('%s, %s: prints spans where the console is asked for', async (host, _format, args) => {
    const { stdout, stderr } = await runNode(host, args, { env: TO_CONSOLE });
    expect([...stdout.matchAll(/^ {2}name: '(.*)',$/gm)].map(([, name]) => name)).toEqual(SPANS);
    expect(stdout).toContain('the host is done');
    expect(stderr).toBe('');
  });

  it.each(['sdk2', 'sdk3'] as const)(
    '%s: sends nothing of the host, its process and its user, unless their detectors are asked for',
    async (host) => {
      const byDefault = await runNode(host, asEsm, { env: TO_CONSOLE });
      expect(byDefault.stdout).toContain("'service.name'");
      expect(byDefault.stdout).not.toMatch(/'(host\.|os\.|process\.(?!exit\.code))/);
      const asked = await runNode(host, asEsm, { env: { ...TO_CONSOLE, OTEL_NODE_RESOURCE_DETECTORS: 'host' } });
      expect(asked.stdout).toContain("'host.name'");
      expect(asked.stdout).not.toContain("'process.owner'");
    },
  );

  it.each([asEsm, asCjs])('logs one line where no SDK is installed, and the host runs on (%s)', async (...args) => {
    const { stdout, stderr } = await runNode('none', args);
    expect(stderr).toBe(
      'opentelemetry-instrumentation-codex: no OpenTelemetry SDK is installed beside the main script or this package, ' +
        'so nothing is observed. Install one: npm install @opentelemetry/sdk-node\n',
    );
    expect(stdout).toBe('the host is done\n');
  });

  it('is silent where OTEL_SDK_DISABLED is true', async () => {
    const { stdout, stderr } = await runNode('sdk2', asEsm, { env: { ...TO_CONSOLE, OTEL_SDK_DISABLED: 'true' } });
    expect([stdout, stderr]).toEqual(['the host is done\n', '']);
  });

  it.each([
    ['sdk2', 'before', ['--require', './telemetry.cjs', ...asCjs]],
    ['sdk3', 'before', ['--require', './telemetry.cjs', ...asCjs]],
    ['sdk2', 'in its own code, after this', ['--import', REGISTER, 'own-set-up.mjs', SESSION]],
    ['sdk3', 'in its own code, after this', ['--import', REGISTER, 'own-set-up.mjs', SESSION]],
  ] as const)('%s: adds itself where the host sets OpenTelemetry up %s', async (host, _when, args) => {
    const { spans, logs, output } = await ship(host, args);
    expect(spans.map(({ name }) => name)).toEqual(SPANS);
    expect(logs.map(({ eventName }) => eventName)).toEqual(EVENTS);
    expect(output).toMatchObject({
      stderr:
        'opentelemetry-instrumentation-codex: OpenTelemetry is set up already: only the Codex instrumentation was added.\n',
    });
  });

  it.each(['sdk2', 'sdk3'] as const)(
    '%s: a span of the host, which has no set-up, is shipped as well',
    async (host) => {
      const { spans } = await ship(host, ['--import', REGISTER, 'own-span.mjs', SESSION]);
      expect(spans.map(({ name }) => name).sort()).toEqual(['a request', ...SPANS].sort());
      const spanIdOf = (name: string) => spans.find((span) => span.name === name)?.spanId;
      expect(spans.find(({ name }) => name === 'invoke_agent codex')?.parentSpanId).toBe(spanIdOf('a request'));
    },
  );

  it.each(['sdk2', 'sdk3'] as const)(
    '%s: ships events alone, and says nothing of it, where spans go nowhere',
    async (host) => {
      const { spans, logs, output } = await ship(host, asEsm, { env: { OTEL_TRACES_EXPORTER: 'none' } });
      expect(spans).toEqual([]);
      expect(logs.map(({ eventName }) => eventName)).toEqual(EVENTS);
      expect(output).toMatchObject({ stderr: '' });
    },
  );

  it.each(['sdk2', 'sdk3'] as const)('%s: logs the settings of which the SDK makes nothing', async (host) => {
    const env = { ...TO_CONSOLE, OTEL_TRACES_EXPORTER: 'pigeon', OTEL_PROPAGATORS: 'bottle' };
    const { stdout, stderr } = await runNode(host, asEsm, { env });
    expect(stdout).toBe('the host is done\n');
    const [propagator, exporter] = stderr.split('\n').map((line) => line.split('instrumentation-codex: ')[1]);
    expect(propagator).toContain('"bottle"');
    expect(exporter).toContain('OTEL_TRACES_EXPORTER value: pigeon');
  });
});

describe.skipIf(inject('installed') === undefined)('/register, started in a folder that nobody trusts', () => {
  let checkout: string;

  beforeAll(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'checkout-'));
    for (const name of ['sdk-node', 'api-logs', 'api']) {
      const folder = join(checkout, 'node_modules/@opentelemetry', name);
      await mkdir(folder, { recursive: true });
      await writeFile(
        join(folder, 'index.js'),
        "process.stderr.write('the checkout ran\\n'); exports.NodeSDK = class {};",
      );
    }
    await writeFile(join(checkout, 'script.js'), '');
  });
  afterAll(() => rm(checkout, { recursive: true }));

  const of = (host: HostName | 'none', file: string) => join(inject('installed')!.hosts[host].folder, file);
  const register = (host: HostName | 'none') =>
    of(host, 'node_modules/opentelemetry-instrumentation-codex/dist/cjs/register.js');
  const inCheckout = (host: HostName | 'none', args: readonly string[]) =>
    runNode(host, args, { cwd: checkout, env: TO_CONSOLE });

  it.each(['sdk2', 'sdk3'] as const)('%s: takes the SDK that is installed beside the main script', async (host) => {
    const { stdout, stderr } = await inCheckout(host, ['--require', register(host), of(host, 'app.cjs'), SESSION]);
    expect([...stdout.matchAll(/^ {2}name: '(.*)',$/gm)].map(([, name]) => name)).toEqual(SPANS);
    expect(stderr).toBe('');
  });

  const talk = (host: HostName) =>
    `require(${JSON.stringify(of(host, 'client.cjs'))}).talk(${JSON.stringify(SESSION)})`;

  it.each([
    ['no main script', (host: HostName) => ['-e', talk(host)]],
    ['code with an argument of that folder', (host: HostName) => ['-e', talk(host), join(checkout, 'script.js')]],
    ['printed code', (host: HostName) => ['-p', talk(host), 'script.js']],
  ])('takes the SDK that is installed beside this package if there is %s', async (_what, argsOf) => {
    const asEsModule = pathToFileURL(register('sdk2').replace('/cjs/', '/esm/')).href;
    for (const how of [
      ['--require', register('sdk2')],
      ['--import', asEsModule],
    ]) {
      const { stdout, stderr } = await inCheckout('sdk2', [...how, ...argsOf('sdk2')]);
      expect(stdout).toContain("name: 'invoke_agent codex'");
      expect(stderr).toBe('');
    }
  });

  it('runs none of its code, and takes no SDK from there', async () => {
    const { stdout, stderr } = await inCheckout('none', [
      '--require',
      register('none'),
      of('none', 'app.cjs'),
      SESSION,
    ]);
    expect(stderr).toMatch(/^opentelemetry-instrumentation-codex: no OpenTelemetry SDK is installed/);
    expect(stderr).not.toContain('the checkout ran');
    expect(stdout).toBe('the host is done\n');
  });
});

describe.skipIf(inject('installed') === undefined)('/register, when a signal comes within a turn', () => {
  let folder: string;
  let withinTurn: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'register-'));
    withinTurn = join(folder, 'within-a-turn.jsonl');
    const lines = (await readFile(SESSION, 'utf8')).split('\n');
    const asked = lines.findIndex((line) => line.includes('requestApproval'));
    await writeFile(withinTurn, lines.slice(0, asked + 1).join('\n'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const args = (...how: string[]) => ['--import', REGISTER, 'waits.mjs', withinTurn, ...how];
  const endReasons = (spans: readonly ReceivedSpan[]) =>
    spans.map(({ name, attributes }) => [
      name,
      attributes.find(({ key }) => key === 'codex.end_reason')?.value.stringValue,
    ]);

  it.each(['sdk2', 'sdk3'] as const)(
    '%s: what is open ends, all is sent, and the signal ends the host',
    async (host) => {
      const { spans, logs, output } = await ship(host, args(), { signal: 'SIGTERM' });
      expect(output).toMatchObject({ signal: 'SIGTERM', stderr: '' });
      expect(endReasons(spans)).toEqual([
        ['codex.thread start', undefined],
        ['codex.review user', 'observation_ended'],
        ['invoke_agent codex', 'observation_ended'],
        ['execute_tool shell', 'observation_ended'],
        ['codex.thread', 'observation_ended'],
      ]);
      expect(logs.map(({ eventName }) => eventName)).toEqual(['codex.thread_initialized', 'codex.review.requested']);
    },
  );

  it.each(['sdk2', 'sdk3'] as const)('%s: a host that handles it is observed until its own end', async (host) => {
    const { spans, output } = await ship(host, args('graceful'), { signal: 'SIGTERM' });
    expect(output).toMatchObject({ stdout: 'waiting\n', stderr: '' });
    expect(new Map(endReasons(spans) as [string, string][]).get('invoke_agent codex')).toBe('server_closed');
  });

  it('a receiver that never answers holds it up for seconds at most', async () => {
    const deaf = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(deaf, 'listening');
    const endpoint = `http://127.0.0.1:${(deaf.address() as AddressInfo).port}`;
    let signalledAt = NaN;
    const onSignal = () => (signalledAt = performance.now());
    const output = await within('sdk2', args(), endpoint, { signal: 'SIGTERM', onSignal });
    deaf.close();
    expect(output).toMatchObject({ signal: 'SIGTERM' });
    expect(performance.now() - signalledAt).toBeLessThan(9_000);
  });
});

/** Runs a host that sends to this endpoint; also where a signal ends it. */
const within = (host: HostName, args: readonly string[], endpoint: string, { env, ...options }: ProgramOptions = {}) =>
  runNode(host, args, {
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
      OTEL_LOGS_EXPORTER: 'otlp',
      OTEL_METRICS_EXPORTER: 'none',
      ...env,
    },
    ...options,
  }).catch((error: unknown) => error as { stdout: string; stderr: string; signal: string });

async function ship(host: HostName, args: readonly string[], options?: ProgramOptions) {
  let output: object = {};
  const received = await receive(async (endpoint) => {
    output = await within(host, args, endpoint, options);
  });
  return { ...received, output };
}

/** What the observer's clock tells of is another each time: when a thread was asked for, when a review was answered. */
const isTimedByProtocol = ({ name }: ReceivedSpan) => /^(invoke_agent|execute_tool) /.test(name);

function comparable(spans: readonly ReceivedSpan[]) {
  const names = new Map(spans.map(({ spanId, name }) => [spanId, name]));
  return (span: ReceivedSpan) => ({
    ...span,
    parentSpanId: names.get(span.parentSpanId ?? ''),
    ...(!isTimedByProtocol(span) && { spanId: null, startTimeUnixNano: null, endTimeUnixNano: null }),
  });
}

/** An event's time is its span's end, its id is also made of the start; a review ends when its answer was observed. */
function comparableLog(log: ReceivedLog) {
  const observed = log.eventName === 'codex.review' ? ['completed_at_ms', 'duration_ms'] : [];
  return {
    ...log,
    spanId: null,
    timeUnixNano: null,
    observedTimeUnixNano: null,
    attributes: log.attributes.filter(({ key }) => key !== 'codex.event.id'),
    body: log.body.kvlistValue.values.filter(({ key }) => !observed.includes(key)),
  };
}
