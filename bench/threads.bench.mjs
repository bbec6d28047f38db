// Many threads in one process: none may make another slower.
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { CodexInstrumentation } from 'opentelemetry-instrumentation-codex';
import { noProcessor } from './spans.mjs';
import { chunksOf, send, Session, threadId } from './traffic.mjs';

const [MANY, FEW] = [100_000, 10];
const provider = new NodeTracerProvider({ spanProcessors: [noProcessor] });
const limits = { threads: 2 * MANY, bytes: 2 ** 40 };

/** The chunks that open threads on one connection. */
function opening(count, first) {
  const session = new Session(first).initialize();
  for (let n = 0; n < count; n++) session.startThread(threadId(first + n));
  return chunksOf(session.lines);
}

/** An instrumentation whose server has so many open threads of one connection. */
function withThreads(count) {
  const codex = new CodexInstrumentation({ limits });
  codex.setTracerProvider(provider);
  const connection = codex.connect({ server: 'one', transport: 'websocket' });
  send(connection, opening(count, 1));
  return codex;
}

/** Turns of one more thread. */
function messages(count) {
  const codex = withThreads(count);
  const connection = codex.connect({ server: 'one', transport: 'websocket' });
  const session = new Session().initialize().startThread();
  for (let n = 0; n < 30; n++) session.workTurn();
  send(connection, chunksOf(session.lines.splice(0, 4)));
  const chunks = chunksOf(session.lines);
  return { run: () => send(connection, chunks), dispose: () => codex.disable() };
}

/** Closing connections of ten threads each. */
function closing(count) {
  const codex = withThreads(count);
  let connections = [];
  return {
    prepare() {
      connections = Array.from({ length: 20 }, (_, n) => {
        const connection = codex.connect({ server: 'one', transport: 'websocket' });
        send(connection, opening(FEW, MANY + 100 + n * FEW));
        return connection;
      });
    },
    run: () => connections.forEach((connection) => connection.close()),
    dispose: () => codex.disable(),
  };
}

/** Closing connections with so many threads of their own, a thread. */
function closingOwn(threads, connections) {
  const chunks = opening(threads, 1);
  let open = [];
  let codex;
  return {
    prepare() {
      codex?.disable();
      codex = new CodexInstrumentation({ limits });
      codex.setTracerProvider(provider);
      open = Array.from({ length: connections }, (_, n) => {
        const connection = codex.connect({ server: `server ${n}`, transport: 'stdio' });
        send(connection, chunks);
        return connection;
      });
    },
    run: () => open.forEach((connection) => connection.close()),
    dispose: () => codex.disable(),
  };
}

export const claims = [
  {
    ours: 'a lifecycle message at 100,000 open threads',
    baseline: 'at 10',
    must: 1.3,
    aim: 1,
    missed: 'Nothing is searched among the threads; the collection of garbage passes more objects.',
    subject: () => messages(MANY),
    against: () => messages(FEW),
  },
  {
    ours: 'closing a connection beside 100,000 threads of others',
    baseline: 'beside 10',
    must: 1.5,
    aim: 1,
    missed: 'Nothing is searched among the threads; the collection of garbage passes more objects.',
    count: 20,
    subject: () => closing(MANY),
    against: () => closing(FEW),
  },
  {
    ours: 'closing a connection with 100,000 threads of its own, a thread',
    baseline: 'a thread of 10',
    must: 2,
    aim: 1.3,
    warmUp: 2,
    count: MANY,
    // Half as many on both sides: there may be 10,000 connections.
    subject: () => closingOwn(MANY / 2, 1),
    against: () => closingOwn(FEW, MANY / FEW / 2),
  },
];
