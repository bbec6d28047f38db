import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { isTracingSuppressed, suppressTracing } from '@opentelemetry/core';
import { beforeEach, expect, it, vi } from 'vitest';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import { isSuppressed } from '../../src/suppression.js';
import { pass, passAll } from './by-hand.js';
import { conversation, methodOf, wireFile } from './conversation.js';
import { EventTargetSocket } from './event-target-socket.js';
import { host, play, spawnCodex } from './host.js';
import { Observed, registerContext } from './telemetry.js';
import { playOverWebSockets } from './web-socket-session.js';

/** Nothing is observed under `suppressTracing`. */

const PLAIN = '0.169.0/plain-turn';
const suppressed = suppressTracing(ROOT_CONTEXT);

beforeEach(() => registerContext());

it("isSuppressed() reads the mark of the SDK's suppressTracing", () => {
  expect(isSuppressed()).toBe(false);
  context.with(suppressed, () => {
    expect(isTracingSuppressed(context.active())).toBe(true);
    expect(isSuppressed()).toBe(true);
  });
});

it('an app-server that is spawned while tracing is suppressed is not observed', async () => {
  const observed = new Observed();
  const child = context.with(suppressed, () => spawnCodex(PLAIN));
  expect(Object.hasOwn(child, 'spawn')).toBe(false);
  expect(Object.hasOwn(child.stdin!, 'write')).toBe(false);
  await play(child, PLAIN);
  expect([...observed.codex.counters]).toEqual([]);
});

it('an app-server that is spawned while tracing is not suppressed is observed', async () => {
  const observed = new Observed();
  await host(PLAIN);
  expect(observed.spans).toHaveLength(3);
});

it('a connection by hand that is made while tracing is suppressed is not observed', () => {
  const observed = new Observed();
  context.with(suppressed, () => passAll(observed.codex, PLAIN));
  const connection = context.with(suppressed, () => observed.codex.connect());
  for (const step of conversation(PLAIN)) pass(connection, step);
  connection.close();
  expect([...observed.codex.counters]).toEqual([]);
});

it('a WebSocket that is opened while tracing is suppressed is not observed', async () => {
  vi.stubGlobal('WebSocket', EventTargetSocket);
  const observed = new Observed();
  await playOverWebSockets(wireFile('0.169.0/ws-client-leaves-mid-turn'), {
    connect: (url) => context.with(suppressed, () => new globalThis.WebSocket(url)),
    accepted: (socket) => void context.with(suppressed, () => observed.codex.observeWebSocket(socket)),
  });
  vi.unstubAllGlobals();
  expect([...observed.codex.counters]).toEqual([]);
});

it('a message that passes while tracing is suppressed is not observed, and the others are', () => {
  const observed = new Observed();
  const connection = observed.codex.connect();
  for (const step of conversation(PLAIN)) {
    const isQuiet = methodOf(step) === 'thread/start';
    context.with(isQuiet ? suppressed : ROOT_CONTEXT, () => pass(connection, step));
  }
  connection.close();
  expect(observed.codex.counters.get('messages.seen')).toBe(conversation(PLAIN).length - 1);
  expect(observed.ofType('thread_initialization')).toEqual([]);
  expect(observed.ofType('turn')).toHaveLength(1);
});

it('a WebSocket message that is sent while tracing is suppressed is not observed and carries no trace context', () => {
  const observed = new Observed();
  const sent: unknown[] = [];
  const socket = Object.assign(new EventTarget(), { send: (data: unknown) => void sent.push(data) });
  observed.codex.observeWebSocket(socket);
  const span = observed.provider.getTracer('host').startSpan('GET /');
  const [initialize] = conversation(PLAIN);
  const say = () => (socket.send as (data: string) => void)(initialize!.text);
  context.with(suppressed, say);
  expect(sent).toEqual([initialize!.text]);
  expect([...observed.codex.counters]).toEqual([]);
  say();
  context.with(suppressed, say);
  expect(observed.codex.counters.get('messages.seen')).toBe(1);
  span.end();
});

it('recorders and event exporters run with tracing suppressed', async () => {
  const seen = new Set<string>();
  const note = (what: string) => void seen.add(`${what}: ${isTracingSuppressed(context.active())}`);
  const own = new CodexSpanProcessor({
    exporters: [
      { export: () => note('export'), forceFlush: async () => note('flush'), shutdown: async () => note('shutdown') },
    ],
  });
  const { codex, provider } = new Observed({ recorder: { append: () => note('record') } }, { spanProcessors: [own] });
  passAll(codex, PLAIN);
  await provider.forceFlush();
  await provider.shutdown();
  expect([...seen]).toEqual(['record: true', 'export: true', 'flush: true', 'shutdown: true']);
});

it('hooks of the host run without tracing suppressed', () => {
  const seen = new Set<boolean>();
  const note = () => void seen.add(isTracingSuppressed(context.active()));
  passAll(new Observed({ spanEndHook: note, eventHook: note }).codex, PLAIN);
  expect([...seen]).toEqual([false]);
});
