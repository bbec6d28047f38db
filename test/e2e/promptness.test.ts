import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { ReceivedSpan } from '../export/otlp.js';
import { EXAMPLES, PATH_WITH_CODEX } from './codex.js';
import { isOfType, spanOfType, toMs } from './expected.js';
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

/** The span when it is in Jaeger, and how long after its end that was. */
async function arrival(traceId: string, isAwaited: (span: ReceivedSpan) => boolean) {
  const span = await eventually('the span', async () => (await jaeger.spans(traceId)).find(isAwaited));
  return { span, delayMs: Date.now() - toMs(span.end) };
}

describe.each([
  ['/register', REGISTER, []],
  ['codex-otel run', [], PROXY],
])('%s', (_name, nodeArgs, sessionArgs) => {
  it('has each span in Jaeger two seconds after its end, tools and reviews while their turn goes on', async () => {
    const host = start(nodeArgs, sessionArgs);
    const traceId = await traceIdIn(host);
    const during = await Promise.all(
      (['thread_initialization', 'review', 'item'] as const).map((type) => arrival(traceId, isOfType(type))),
    );
    expect(host.output).not.toContain('turn completed');
    expect((await jaeger.spans(traceId)).filter(isOfType('turn'))).toEqual([]);

    host.tell('say the last message');
    const turn = await arrival(traceId, isOfType('turn'));
    expect(turn.span.spanId).toBe(during[2]!.span.parentSpanId);
    for (const { delayMs } of [...during, turn]) expect(delayMs).toBeLessThan(2000);

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
