import { describe, expect, inject, it } from 'vitest';
import type { HostName } from './matrix.js';
import { runNode, wireFile } from './program.js';
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
const EVENTS = ['codex.thread_initialized', 'codex.review', 'codex.command_execution', 'codex.turn'];

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

  it.each([asEsm, asCjs])('says one line where no SDK is installed, and the host runs on (%s)', async (...args) => {
    const { stdout, stderr } = await runNode('none', args);
    expect(stderr).toBe(
      'opentelemetry-instrumentation-codex: no OpenTelemetry SDK is installed here, so nothing is observed. ' +
        'Install one: npm install @opentelemetry/sdk-node\n',
    );
    expect(stdout).toBe('the host is done\n');
  });

  it('is silent where OTEL_SDK_DISABLED is true', async () => {
    const { stdout, stderr } = await runNode('sdk2', asEsm, { env: { ...TO_CONSOLE, OTEL_SDK_DISABLED: 'true' } });
    expect([stdout, stderr]).toEqual(['the host is done\n', '']);
  });

  it.each(['sdk2', 'sdk3'] as const)('%s: adds itself where the host has set OpenTelemetry up', async (host) => {
    const { stdout, stderr } = await runNode(host, ['--require', './telemetry.cjs', ...asCjs], { env: TO_CONSOLE });
    expect([...stdout.matchAll(/^ {2}name: '(.*)',$/gm)].map(([, name]) => name)).toEqual(SPANS);
    expect(stderr).toContain('OpenTelemetry is set up already');
  });
});

async function ship(host: HostName, args: readonly string[]) {
  return receive((endpoint) =>
    runNode(host, args, {
      env: {
        OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
        OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
        OTEL_LOGS_EXPORTER: 'otlp',
        OTEL_METRICS_EXPORTER: 'none',
      },
    }),
  );
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
