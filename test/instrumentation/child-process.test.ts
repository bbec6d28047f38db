import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { trace } from '@opentelemetry/api';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { describe, expect, it } from 'vitest';
import type { CodexAnalyticsEvent } from '../../src/events/schema/index.js';
import { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import { temporaryFolder } from '../temporary-folder.js';
import { conversation, wireFile } from './conversation.js';
import { CODEX, host, play, spawnCodex } from './host.js';
import { afterThisTest, Observed, registerContext, Traces } from './telemetry.js';

const PLAIN = '0.169.0/plain-turn';
const SPANS_OF_PLAIN = ['codex.thread start', 'invoke_agent codex', 'codex.thread'];

const folder = temporaryFolder();
const EVENTS_OF_PLAIN = ['codex_thread_initialized', 'codex_turn_event'];

describe('a host that spawns an app-server', () => {
  it('gets spans, events and log records by registering alone', async () => {
    const traces = new Traces();
    const logs = new InMemoryLogRecordExporter();
    const events: CodexAnalyticsEvent[] = [];
    const unregister = registerInstrumentations({
      instrumentations: [new CodexInstrumentation({ enabled: false, eventHook: (event) => events.push(event) })],
      tracerProvider: traces.provider,
      loggerProvider: new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter: logs })] }),
    });
    afterThisTest(unregister);
    await host(PLAIN);
    expect(traces.names).toEqual(SPANS_OF_PLAIN);
    expect(events.map((event) => event.event_type)).toEqual(EVENTS_OF_PLAIN);
    expect(logs.getFinishedLogRecords().map(({ eventName }) => eventName)).toEqual([
      'codex.thread_initialized',
      'codex.turn',
    ]);
  });

  it('gets spans and events by constructing the instrumentation, from the global tracer provider', async () => {
    registerContext();
    const traces = new Traces();
    trace.setGlobalTracerProvider(traces.provider);
    const events: CodexAnalyticsEvent[] = [];
    const codex = new CodexInstrumentation({ eventHook: (event) => events.push(event) });
    afterThisTest(() => codex.disable());
    await host(PLAIN);
    expect(traces.names).toEqual(SPANS_OF_PLAIN);
    expect(events.map((event) => event.event_type)).toEqual(EVENTS_OF_PLAIN);
  });

  it('gets nothing after it has unregistered', async () => {
    const traces = new Traces();
    const codex = new CodexInstrumentation();
    registerInstrumentations({ instrumentations: [codex], tracerProvider: traces.provider })();
    await host(PLAIN);
    expect(codex.getConfig().enabled).toBe(false);
    expect(traces.names).toEqual([]);
  });

  it('gets the spans of several app-servers at once', async () => {
    const observed = new Observed();
    await Promise.all([host(PLAIN), host('0.169.0/approval-accept')]);
    expect(observed.names.toSorted()).toEqual(
      [...SPANS_OF_PLAIN, ...SPANS_OF_PLAIN, 'execute_tool unified_exec', 'codex.review user'].toSorted(),
    );
  });
});

describe('an app-server', () => {
  it('that is killed ends its open spans with a reason', async () => {
    const observed = new Observed();
    const child = spawnCodex('0.169.0/fault-never-answered');
    const steps = conversation('0.169.0/fault-never-answered');
    const asked = steps.findIndex(({ text }) => text.includes('requestApproval'));
    const isOver = once(child, 'close');
    let heard = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      if (heard.includes('requestApproval')) child.kill('SIGKILL');
    });
    for (const { from, text } of steps.slice(0, asked)) if (from === 'client') child.stdin!.write(`${text}\n`);
    await isOver;
    expect(observed.ofType('turn')[0]?.attributes['codex.end_reason']).toBe('server_closed');
    expect(observed.ofType('review')[0]?.attributes['codex.end_reason']).toBe('server_closed');
  });

  it('that a signal could not be sent to is still observed', async () => {
    const observed = new Observed();
    const child = spawnCodex(PLAIN);
    child.on('error', () => {});
    child.emit('error', new Error('kill EPERM'));
    await play(child, PLAIN);
    expect(observed.names).toEqual(SPANS_OF_PLAIN);
  });
});

it("an app-server's `error` without a listener is thrown into the host as ever", async () => {
  new Observed();
  const child = spawnCodex(PLAIN);
  expect(child.listenerCount('error')).toBe(0);
  expect(() => child.emit('error', new Error('not spawned'))).toThrow('not spawned');
  child.stdin!.end();
  await once(child, 'close');
});

it('detaches from a child that has ended', async () => {
  new Observed();
  const child = spawnCodex(PLAIN);
  await play(child, PLAIN);
  await delay(0);
  expect(Object.hasOwn(child.stdin!, 'write')).toBe(false);
  expect(Object.hasOwn(child.stdout!, 'push')).toBe(false);
  expect(Reflect.ownKeys(child).filter((key) => typeof key === 'symbol' && /codex/.test(String(key)))).toEqual([]);
});

it('observes an app-server that is run by execFile', async () => {
  const observed = new Observed();
  const child = execFile(CODEX, ['app-server'], {
    env: { ...process.env, FAKE_CODEX_RECORDING: wireFile(PLAIN) },
  });
  await play(child, PLAIN);
  expect(observed.names).toEqual(SPANS_OF_PLAIN);
});

it('observes an app-server with an IPC channel beside its standard streams', async () => {
  const observed = new Observed();
  await play(spawnCodex(PLAIN, { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] }), PLAIN);
  expect(observed.names).toEqual(SPANS_OF_PLAIN);
});

it('observes the output of an app-server that has exited, until that output ends', async () => {
  const observed = new Observed();
  // The shell exits at once. The server in its background has its pipes, and starts more slowly than the shell exits.
  const child = spawn('/bin/sh', ['-c', `exec 3<&0; '${CODEX}' app-server <&3 & exit 0`], {
    env: { ...process.env, FAKE_CODEX_RECORDING: wireFile(PLAIN) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for (const { from, text } of conversation(PLAIN)) if (from === 'client') child.stdin.write(`${text}\n`);
  child.stdout.resume();
  await once(child, 'close');
  expect(observed.names).toEqual(SPANS_OF_PLAIN);
  expect(observed.ofType('turn')[0]!.attributes['codex.turn.status']).toBe('completed');
});

it('observes the last message of an app-server that writes 1 MB and exits at once, read by a slow host', async () => {
  const observed = new Observed();
  const steps = conversation(PLAIN);
  const said = (side: string) => steps.filter(({ from }) => from === side).map(({ text }) => `${text}\n`);
  const filler = Array.from({ length: 1_000 }, () => `{"method":"x","params":"${'x'.repeat(1_000)}"}\n`);
  const answers = [...said('server').slice(0, -1), ...filler, ...said('server').slice(-1)];
  await writeFile(join(folder, 'answers.jsonl'), answers.join(''));
  const server = `process.stdin.once('data', () => {
    process.stdout.write(require('node:fs').readFileSync('answers.jsonl'), () => process.exit(0));
  })`;
  await writeFile(join(folder, 'codex.js'), server);
  const child = spawn(process.execPath, ['codex.js', 'app-server'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.write(said('client').join(''));
  child.stdout.on('data', () => {
    child.stdout.pause();
    setImmediate(() => child.stdout.resume());
  });
  await once(child, 'close');
  expect(said('server').at(-1)).toContain('"turn/completed"');
  expect(observed.ofType('turn')[0]!.attributes['codex.turn.status']).toBe('completed');
});
