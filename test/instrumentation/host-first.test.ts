import {
  context,
  INVALID_SPAN_CONTEXT,
  metrics,
  propagation,
  ROOT_CONTEXT,
  trace,
  type MeterProvider,
  type TracerProvider,
} from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import type { CodexInstrumentationConfig } from '../../src/instrumentation/config.js';
import { randomFrom } from '../wire/random.js';
import { pass, passAll } from './by-hand.js';
import { conversation, methodOf, wireFile } from './conversation.js';
import { CODEX, host } from './host.js';
import { run } from './program.js';
import { diagnostics, Observed, registerContext, Traces } from './telemetry.js';

/** Failures, ours and of the host's own hooks and providers, reach the host by the OpenTelemetry diagnostics only. */

const RECORDING = '0.169.0/approval-accept';
const TYPES = ['codex_thread_initialized', 'codex_review_event', 'codex_command_execution_event', 'codex_turn_event'];

const fail = (): never => {
  throw new Error('no luck');
};

/** An async hook where a plain one is asked for, which types alone do not keep anybody from. */
const rejecting: () => unknown = async () => fail();

const failingProcessor = (method: 'onStart' | 'onEnd'): SpanProcessor => ({
  onStart: () => {},
  onEnd: () => {},
  forceFlush: async () => {},
  shutdown: async () => {},
  [method]: fail,
});

/** A provider whose spans are what the host's is, but for what fails. */
function failingProvider(failing: object): TracerProvider {
  const { provider } = new Traces();
  const tracer = provider.getTracer('host');
  return { getTracer: () => ({ startSpan: () => Object.assign(tracer.startSpan('span'), failing) }) as never };
}

it.each<[what: string, counted: string, arrange: (observed: Observed) => void]>([
  ['a tracer provider', 'tracer provider', ({ codex }) => codex.setTracerProvider({ getTracer: fail })],
  [
    'a tracer',
    'tracer provider',
    ({ codex }) => codex.setTracerProvider({ getTracer: () => ({ startSpan: fail, startActiveSpan: fail }) }),
  ],
  [
    'a span processor, at a start',
    'tracer provider',
    ({ codex }) => codex.setTracerProvider(new Traces({ spanProcessors: [failingProcessor('onStart')] }).provider),
  ],
  [
    'a span processor, at an end',
    'tracer provider',
    ({ codex }) => codex.setTracerProvider(new Traces({ spanProcessors: [failingProcessor('onEnd')] }).provider),
  ],
  [
    'a span',
    'tracer provider',
    ({ codex }) => codex.setTracerProvider(failingProvider({ setAttributes: fail, end: fail })),
  ],
])('%s of the host that fails costs no event, and is logged once', (_what, counted, arrange) => {
  const said = diagnostics();
  const observed = new Observed();
  arrange(observed);
  passAll(observed.codex, RECORDING);
  expect(observed.types).toEqual(TYPES);
  expect(observed.codex.counters.get('hooks.failed', counted)).toBeGreaterThan(1);
  expect(said).toEqual([expect.stringContaining(`${counted} failed: no luck; further failures are only counted`)]);
});

it.each<[what: string, counted: string, options: CodexInstrumentationConfig]>([
  ['spanEndHook that throws', 'spanEndHook', { spanEndHook: fail }],
  ['spanEndHook that rejects', 'spanEndHook', { spanEndHook: rejecting }],
  ['eventHook that throws', 'eventHook', { eventHook: fail }],
  ['eventHook that rejects', 'eventHook', { eventHook: async () => fail() }],
  ['a recorder that throws', 'recorder', { recorder: { append: fail } }],
])('%s costs the host nothing and is logged once', async (_what, counted, options) => {
  const said = diagnostics();
  const observed = new Observed(options);
  await host(RECORDING);
  expect(observed.names.toSorted()).toEqual([
    'codex.review user',
    'codex.thread',
    'codex.thread start',
    'execute_tool unified_exec',
    'invoke_agent codex',
  ]);
  expect(observed.codex.counters.get('hooks.failed', counted)).toBeGreaterThan(1);
  expect(said).toEqual([expect.stringContaining(`${counted} failed`)]);
});

it('a logger provider that throws loses its log records and no other event', async () => {
  const said = diagnostics();
  const observed = new Observed();
  observed.codex.setLoggerProvider({ getLogger: fail });
  await host(RECORDING);
  expect(observed.types).toEqual(TYPES);
  expect(observed.codex.counters.get('events.dropped', 'loggerProvider')).toBe(
    [...observed.types, ...observed.requested].length,
  );
  expect(said).toEqual([expect.stringContaining('loggerProvider failed')]);
});

it.each<[string, MeterProvider]>([
  ['that throws', { getMeter: fail }],
  [
    'whose instruments throw',
    {
      getMeter: () =>
        Object.assign(Object.create(metrics.getMeter('none')) as ReturnType<MeterProvider['getMeter']>, {
          createHistogram: () => ({ record: fail }),
        }),
    },
  ],
])('a meter provider %s loses its measurements and no event', async (_what, provider) => {
  const said = diagnostics();
  const observed = new Observed();
  observed.codex.setMeterProvider(provider);
  await host(RECORDING);
  expect(observed.types).toEqual(TYPES);
  expect(observed.codex.counters.get('hooks.failed', 'metrics')).toBeGreaterThan(0);
  expect(said).toEqual([expect.stringContaining('metrics failed')]);
});

it('a propagator that throws leaves requests unchanged', async () => {
  registerContext();
  propagation.disable();
  propagation.setGlobalPropagator({ inject: fail, extract: fail, fields: () => [] });
  const said = diagnostics();
  const observed = new Observed();
  await host(RECORDING); // which compares what arrives
  expect(observed.types).toEqual(TYPES);
  expect(observed.codex.counters.get('hooks.failed', 'injection')).toBe(1);
  expect(said).toEqual([expect.stringContaining('injection failed')]);
});

describe('a clock of the host', () => {
  it.each<[string, () => number]>([
    ['throws', fail],
    ['gives no number', () => Number.NaN],
    ['gives a time before all times', () => -1],
    ['never ends', () => Number.POSITIVE_INFINITY],
    ['gives a time that OTLP cannot carry', () => 1e14],
  ])('that %s is replaced by the time of day', (_what, now) => {
    diagnostics();
    const observed = new Observed();
    const before = Date.now();
    passAll(observed.codex, RECORDING, { now });
    const [initialization] = observed.ofType('thread_initialization');
    expect(initialization!.startTime[0]).toBeGreaterThanOrEqual(Math.floor(before / 1000));
    expect(observed.types).toEqual(TYPES);
  });
});

it('connect() ignores and counts values that are not a chunk', () => {
  const said = diagnostics();
  const { codex } = new Observed();
  const connection = codex.connect();
  connection.fromClient(null as never);
  connection.fromServer(undefined as never);
  expect(codex.counters.get('hooks.failed', 'connection')).toBe(2);
  expect(said).toHaveLength(1);
});

it('observeWebSocket ignores and counts values that are not a socket', () => {
  const said = diagnostics();
  const { codex } = new Observed();
  expect(codex.observeWebSocket(Object.freeze({}) as never)).toBeTypeOf('function');
  codex.observeWebSocket(undefined as never)();
  expect(codex.counters.get('hooks.failed', 'WebSocket')).toBe(2);
  expect(said).toHaveLength(1);
});

it('a thrown value that has no string form is logged all the same', () => {
  const said = diagnostics();
  const unspeakable: unknown = Object.create(null);
  const observed = new Observed({
    spanEndHook: () => {
      throw unspeakable;
    },
  });
  passAll(observed.codex, RECORDING);
  expect(said).toEqual([expect.stringContaining('spanEndHook failed: no reason given')]);
});

it('an active span of the host whose spanContext() throws costs no event', () => {
  registerContext();
  diagnostics();
  const observed = new Observed();
  const span = Object.assign(trace.wrapSpanContext(INVALID_SPAN_CONTEXT), { spanContext: fail });
  context.with(trace.setSpan(ROOT_CONTEXT, span), () => passAll(observed.codex, RECORDING));
  expect(observed.types).toEqual(TYPES);
  expect(observed.codex.counters.get('hooks.failed', 'active span')).toBe(2);
});

it('a diagnostics logger of the host that throws costs no event', () => {
  diagnostics();
  const observed = new Observed({ spanEndHook: fail });
  const said = diagnostics();
  said.push = fail;
  passAll(observed.codex, RECORDING);
  expect(observed.types).toEqual(TYPES);
});

it('a host process exits although spans are open', async () => {
  const spans = await run('exits', [CODEX, wireFile('0.169.0/plain-turn')]);
  expect(spans).toBe('thread_initialization turn thread thread_initialization turn\n');
});

describe('a message that cannot be observed', () => {
  it('costs no other message of its chunk', () => {
    const said = diagnostics();
    const observed = new Observed();
    const steps = conversation(RECORDING);
    const asked = steps.findIndex((step) => methodOf(step) === 'turn/start') + 1;
    const connection = observed.codex.connect();
    for (const step of steps.slice(0, asked)) pass(connection, step);
    // Asked at each item, and by nothing else.
    observed.codex.setConfig({
      get captureContent() {
        return fail();
      },
    });
    const rest = steps.slice(asked).filter(({ from }) => from === 'server');
    connection.fromServer(rest.map(({ text }) => `${text}\n`).join(''));
    connection.close();
    expect(observed.codex.counters.get('hooks.failed', 'observation')).toBeGreaterThan(1);
    expect(observed.ofType('item')).toEqual([]);
    expect(observed.ofType('turn')[0]?.attributes['codex.turn.status']).toBe('completed');
    expect(said).toEqual([expect.stringContaining('observation failed')]);
  });

  it.each([1, 2, 3])('is counted if it is no message at all, and the rest is observed (seed %i)', (seed) => {
    diagnostics();
    const observed = new Observed();
    const random = randomFrom(seed);
    const connection = observed.codex.connect();
    const noise = () =>
      Buffer.from(Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 256)));
    for (const step of conversation(RECORDING)) {
      connection.fromServer(Buffer.concat([noise(), Buffer.from('\n')]));
      connection.fromClient(`${step.text.slice(0, Math.floor(random() * step.text.length))}\n`);
      connection.fromServer('{"method":"turn/started","params":{"turn":7}}\n{"id":{},"result":[}\n[1,2]\nnull\n""\n');
      pass(connection, step);
    }
    connection.close();
    expect(observed.types).toEqual(TYPES);
    expect(observed.codex.counters.total('hooks.failed')).toBe(0);
    expect(observed.codex.counters.total('lines.broken')).toBeGreaterThan(0);
  });
});
