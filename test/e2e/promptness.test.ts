import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { ReceivedSpan } from '../export/otlp.js';
import { EXAMPLES, PATH_WITH_CODEX } from './codex.js';
import { isOfType, spanOfType, toMs, type SpanType } from './expected.js';
import { Jaeger } from './jaeger.js';
import { eventually, Running } from './processes.js';

const { endpoint } = inject('collector');
const jaeger = new Jaeger(inject('jaeger'));

const SESSION = fileURLToPath(new URL('session.mjs', import.meta.url));
const REGISTER = ['--import', 'opentelemetry-instrumentation-codex/register'];
const PROXY = ['codex-otel', 'run', '--', 'codex', 'app-server'];

/** A host whose session goes on when it is told to: before the turn's last message, and before its end. */
function start(nodeArgs: readonly string[], sessionArgs: readonly string[], env = {}): Running {
  const host = new Running('the host', [process.execPath, ...nodeArgs, SESSION, 'wait', ...sessionArgs], {
    cwd: EXAMPLES,
    env: { PATH: PATH_WITH_CODEX, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...env },
  });
  onTestFinished(async () => {
    await host.stop();
  });
  return host;
}

async function printed(host: Running, pattern: RegExp): Promise<string> {
  return eventually(String(pattern), async () => pattern.exec(host.output)?.at(-1), { process: host });
}

const traceIdIn = async (host: Running) => (await printed(host, /^thread (\S+)$/m)).replaceAll('-', '');

/**
 * The spans of these types when they are in Jaeger, and how long after its end each one was. One query at a time: Jaeger's
 * memory mixes a span's tags up where several queries meet that miss its parent.
 */
async function arrivals(host: Running, traceId: string, types: readonly SpanType[]) {
  const arrived = new Map<SpanType, { readonly span: ReceivedSpan; readonly delayMs: number }>();
  const find = async () => {
    const spans = await jaeger.spans(traceId);
    for (const type of types) {
      const span = spans.find(isOfType(type));
      if (span && !arrived.has(type)) arrived.set(type, { span, delayMs: Date.now() - toMs(span.end) });
    }
    return arrived.size === types.length || undefined;
  };
  await eventually(types.join(', '), find, { process: host });
  return types.map((type) => arrived.get(type)!);
}

describe.each([
  ['/register', REGISTER, []],
  ['codex-otel run', [], PROXY],
])('%s', (_name, nodeArgs, sessionArgs) => {
  it('has each span in Jaeger two seconds after its end, tools and reviews while their turn goes on', async () => {
    const host = start(nodeArgs, sessionArgs);
    const traceId = await traceIdIn(host);
    const during = await arrivals(host, traceId, ['thread_initialization', 'review', 'item']);
    expect(host.output).not.toContain('turn completed');
    expect((await jaeger.spans(traceId)).filter(isOfType('turn'))).toEqual([]);

    host.tell('say the last message');
    const [turn] = await arrivals(host, traceId, ['turn']);
    expect(turn!.span.spanId).toBe(during[2]!.span.parentSpanId);
    for (const { delayMs } of [...during, turn!]) expect(delayMs).toBeLessThan(2000);

    host.tell('end');
    await host.ended;
    expect(host.exitCode).toBe(0);
    spanOfType(await jaeger.trace(traceId, isOfType('thread')), 'thread');
  });

  it('waits as long as OTEL_BSP_SCHEDULE_DELAY says, and loses nothing at the end', async () => {
    const host = start(nodeArgs, sessionArgs, { OTEL_BSP_SCHEDULE_DELAY: '600000' });
    const traceId = await traceIdIn(host);
    host.tell('say the last message');
    await printed(host, /^turn completed$/m);
    await sleep(2000);
    expect(await jaeger.spans(traceId)).toEqual([]);

    host.tell('end');
    await host.ended;
    expect(host.exitCode).toBe(0);
    const spans = await jaeger.trace(traceId, isOfType('thread'));
    expect(spans.map(({ name }) => name).sort()).toEqual([
      'codex.review user',
      'codex.thread',
      'codex.thread start',
      'execute_tool unified_exec',
      'invoke_agent codex',
    ]);
  });
});
