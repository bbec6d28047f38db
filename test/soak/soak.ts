// Runs one scenario and prints a sample of its curves at each of twenty points, a line of JSON each. `scripts/soak.mjs` bundles
// and starts it. Arguments: the scenario, and the part of its steps to run.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { queryObjects } from 'node:v8';
import { LoggerProvider, type ReadableLogRecord } from '@opentelemetry/sdk-logs';
import { NodeTracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { systemClock } from '../../src/export/queue/clock.js';
import { ExportQueue } from '../../src/export/queue/export-queue.js';
import { logProcessorOf, spanProcessorOf } from '../../src/export/queue/queue-processors.js';
import type { Sender } from '../../src/export/queue/sender.js';
import { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import { CodexIdGenerator } from '../../src/spans/ids.js';
import { Connection, Server, Thread, Turn } from '../../src/session/state.js';
import { passedOn } from './client.js';
import { scenarios } from './scenarios.js';

const SAMPLES = 20;
/** So many steps run before the queues may send, as much traffic comes at once. */
const STEPS_AT_ONCE = 20;

/** A receiver that takes everything. */
const receiver = <T>(): Sender<T[]> => ({ send: () => Promise.resolve({ isTaken: true }), close: () => undefined });
const options = {
  maxBatch: 512,
  maxQueue: 65_536,
  delayMs: 50,
  firstDelayMs: 50,
  retryBudgetMs: 1_000,
  stopsAfterFailure: false,
  clock: systemClock,
};

const [, , name = '', part = '1'] = process.argv;
const scenario = scenarios[name];
if (scenario === undefined) throw new Error(`There is no scenario ${name}.`);

// So low that a tenth of the way reaches them.
const codex = new CodexInstrumentation({ limits: { threads: 100, turnsPerThread: 50, endedTurns: 250 } });
const spans = new ExportQueue<ReadableSpan>(receiver(), options);
const events = new ExportQueue<ReadableLogRecord>(receiver(), options);
const tracerProvider = new NodeTracerProvider({
  idGenerator: new CodexIdGenerator(),
  spanProcessors: [codex.spanProcessor, spanProcessorOf(spans)],
});
codex.setTracerProvider(tracerProvider);
codex.setLoggerProvider(new LoggerProvider({ processors: [logProcessorOf(events)] }));

let mostWaiting = 0;
let lastPassedOn = 0;
let busyUs = 0;

/** CPU time: it depends less on what else the machine does. */
const cpuUs = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

function sample(steps: number): void {
  global.gc?.();
  const passed = passedOn() - lastPassedOn;
  lastPassedOn = passedOn();
  const of = (constructor: typeof Server | typeof Connection | typeof Thread | typeof Turn) =>
    queryObjects(constructor, { format: 'count' });
  const [servers, connections, threads, turns] = [of(Server), of(Connection), of(Thread), of(Turn)];
  const values = {
    heap: process.memoryUsage().heapUsed,
    servers,
    connections,
    threads,
    turns,
    waiting: mostWaiting,
  };
  process.stdout.write(`${JSON.stringify({ steps, us: busyUs / Math.max(1, passed), ...values })}\n`);
  mostWaiting = busyUs = 0;
}

const steps = Math.max(SAMPLES * STEPS_AT_ONCE, Math.round(scenario.steps * Number(part)));
const step = scenario.begin(codex);
const every = Math.ceil(steps / SAMPLES);
for (let n = 0; n < steps;) {
  const start = cpuUs();
  for (const until = Math.min(n + STEPS_AT_ONCE, steps); n < until; n++) {
    step(n);
    if ((n + 1) % every === 0 || n + 1 === steps) setImmediate(sample, n + 1);
  }
  busyUs += cpuUs() - start;
  mostWaiting = Math.max(mostWaiting, spans.size + events.size);
  await nextTurn();
}
await nextTurn();
const { counters } = codex;
const ended = { spans: spans.added, events: events.added, lost: spans.lost + events.lost };
const given: Record<string, number> = {};
for (const { name: counter, reason = '', value } of counters) if (counter === 'state.dropped') given[reason] = value;
process.stdout.write(`${JSON.stringify({ what: scenario.what, notifications: passedOn(), ...ended, given })}\n`);
codex.disable();
await tracerProvider.shutdown();
