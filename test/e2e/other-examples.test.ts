import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { EXAMPLES, PATH_WITH_CODEX } from './codex.js';
import { eventsOfThread } from './collector.js';
import { expectEvents, expectThread, expectTurn, isOfType } from './expected.js';
import { Jaeger } from './jaeger.js';
import { finish } from './processes.js';

const folder = inject('folder');
const collector = inject('collector');
const jaeger = new Jaeger(inject('jaeger'));

/** Runs an example as its script does, with the Collector as its back end. */
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  finish(args.join(' '), [process.execPath, ...args], {
    cwd: EXAMPLES,
    env: { PATH: PATH_WITH_CODEX, OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, ...env },
  });

const traceIdOf = (threadId: string) => threadId.replaceAll('-', '');

it('proxy: for a client that knows nothing of OpenTelemetry all is one trace, under the id of the thread', async () => {
  const wireLog = join(folder, 'proxy.wire.jsonl');
  const output = await run(['proxy/client.mjs'], { CODEX_OTEL_RECORD: wireLog });
  const threadId = /^thread (\S+)$/m.exec(output)![1]!;

  const spans = await jaeger.trace(traceIdOf(threadId), isOfType('thread'));
  const initialization = expectThread(spans, wireLog);
  expect(expectTurn(spans, wireLog).parentSpanId).toBe(initialization.spanId);
  const ofCodex = spans.filter(({ service }) => service === 'codex-app-server');
  expect(ofCodex.find(({ name }) => name === 'turn/start')?.parentSpanId).toBe(initialization.spanId);
  await expectEvents(collector, { threadId, wireLog, spans });
});

it('gateway: two WebSocket clients at the same time are two threads, a trace each, and nothing twice', async () => {
  const output = await run(['--import', './gateway/telemetry.mjs', 'gateway/gateway.mjs']);
  const threadIds = [...output.matchAll(/\(thread (\S+)\)/g)].map(([, threadId]) => threadId!);
  expect(threadIds).toHaveLength(2);
  for (const threadId of threadIds) {
    const spans = await jaeger.trace(traceIdOf(threadId), isOfType('thread'));
    const own = spans.filter(({ attributes }) => attributes['codex.thread.id'] === threadId);
    expect(own.map(({ name }) => name).sort()).toEqual([
      'codex.review user',
      'codex.thread',
      'codex.thread start',
      'execute_tool unified_exec',
      'invoke_agent codex',
    ]);
    const events = await eventsOfThread(collector.file, threadId, 5);
    expect(events.map(({ eventName }) => eventName).sort()).toEqual([
      'codex.command_execution',
      'codex.review',
      'codex.review.requested',
      'codex.thread_initialized',
      'codex.turn',
    ]);
  }
});

it('events-to-file: a host without any back end gets its events all the same', async () => {
  const file = join(folder, 'events-to-file.jsonl');
  await run(['events-to-file/main.mjs', file]);
  const events = readFileSync(file, 'utf8').trim().split('\n');
  expect(events.map((line) => (JSON.parse(line) as { event_type: string }).event_type).sort()).toEqual([
    'codex_command_execution_event',
    'codex_review_event',
    'codex_review_requested',
    'codex_thread_initialized',
    'codex_turn_event',
  ]);
});
