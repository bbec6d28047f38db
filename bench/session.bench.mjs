// The costs of a session: its set-up, its memory, and a message as long as a file.
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { CodexInstrumentation } from 'opentelemetry-instrumentation-codex';
import { noProcessor } from './spans.mjs';
import { chunksOf, send, Session } from './traffic.mjs';

const SESSIONS = 200;
const ITEMS = 5_000;
const MEGABYTE = 1_000_000;

const opening = chunksOf(new Session().initialize().startThread().lines);
const provider = new NodeTracerProvider({ spanProcessors: [noProcessor] });

function openSession() {
  const codex = new CodexInstrumentation();
  codex.setTracerProvider(provider);
  const connection = codex.connect();
  send(connection, opening);
  connection.close();
  codex.disable();
}

function makeProvider() {
  const made = new NodeTracerProvider({ spanProcessors: [noProcessor] });
  made.getTracer('bench').startSpan('span').end();
  void made.shutdown();
}

const repeated = (step) => ({
  run() {
    for (let n = 0; n < SESSIONS; n++) step();
  },
});

function heapUsed() {
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** The heap that `open` takes for one span, in bytes. */
function heapOf(open) {
  const before = heapUsed();
  const kept = open();
  const bytes = (heapUsed() - before) / ITEMS;
  return { bytes, kept };
}

/** Heap of an open item beyond that of the SDK's own open span. */
function heapBeyondSpans() {
  let bytes = 0;
  return {
    run() {
      const items = heapOf(openItems);
      bytes = items.bytes - heapOf(openSpans).bytes;
      items.kept.codex.disable();
    },
    value: () => bytes,
  };
}

function openItems() {
  const codex = new CodexInstrumentation();
  codex.setTracerProvider(provider);
  const connection = codex.connect();
  const session = new Session().initialize().startThread().beginTurn();
  for (let n = 0; n < ITEMS; n++) session.startCommand(n);
  send(connection, chunksOf(session.lines));
  return { codex, connection };
}

function openSpans() {
  const tracer = provider.getTracer('bench');
  const attributes = { 'codex.span.type': 'item', 'gen_ai.operation.name': 'execute_tool' };
  return Array.from({ length: ITEMS }, () => tracer.startSpan('execute_tool shell', { attributes }));
}

/** One line of so many bytes, a megabyte, in chunks of 64 KiB. */
function longLine(megabytes, repetitions) {
  const codex = new CodexInstrumentation();
  codex.setTracerProvider(provider);
  const connection = codex.connect();
  send(connection, opening);
  const text = JSON.stringify({
    method: 'item/agentMessage/delta',
    params: { delta: 'x'.repeat(megabytes * MEGABYTE) },
  });
  const chunks = chunksOf([{ from: 'server', text }]);
  return {
    run() {
      for (let n = 0; n < repetitions; n++) send(connection, chunks);
    },
    dispose: () => codex.disable(),
  };
}

export const claims = [
  {
    ours: "a session's set-up (instrumentation, connection, `initialize`, `thread/start`, close)",
    baseline: 'a tracer provider with its first span and its shutdown',
    must: 6,
    aim: 4,
    missed:
      'Two spans and six messages of 5 kB are part of it: `JSON.parse` has 23 %, the spans 22 %, the collection of garbage 6 %.',
    count: SESSIONS,
    subject: () => repeated(openSession),
    against: () => repeated(makeProvider),
  },
  {
    ours: 'a line of 50 MB in pieces of 64 KiB',
    baseline: 'ten lines of 5 MB',
    must: 1.3,
    aim: 1,
    subject: () => longLine(50, 1),
    against: () => longLine(5, 10),
  },
  {
    ours: "the heap of an open item beyond the SDK's own open span",
    baseline: 'one byte',
    must: 550,
    aim: 400,
    missed:
      'An item holds what was read of it (176 bytes), its own state (96), its span that may have to wait (64), its times (48), its place in a map (46) and its id (30).',
    unit: 'bytes',
    warmUp: 3,
    subject: heapBeyondSpans,
    against: () => ({ run: () => undefined, value: () => 1 }),
  },
];
