import { logs as logsApi } from '@opentelemetry/api-logs';
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { NodeSDK } from '@opentelemetry/sdk-node';
import {
  AlwaysOffSampler,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TraceIdRatioBasedSampler,
  type Sampler,
} from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import type { CodexAnalyticsEvent } from '../../src/events/schema/index.js';
import { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import { CodexSampler } from '../../src/spans/sampler.js';
import { passAll } from './by-hand.js';
import { host } from './host.js';
import { afterThisTest, forgetGlobals, Observed, Traces } from './telemetry.js';

/** Each event is emitted exactly once, however the processor gets the spans, and whether they are sampled or not. */

const RECORDING = '0.169.0/approval-accept';
const TYPES = ['codex_thread_initialized', 'codex_review_event', 'codex_command_execution_event', 'codex_turn_event'];
const NAMES = ['codex.thread_initialized', 'codex.review', 'codex.command_execution', 'codex.turn'];
/** The instrumentation's own processor has the live event, too. */
const WITH_LIVE = TYPES.toSpliced(1, 0, 'codex_review_requested');
const LOGGED = NAMES.toSpliced(1, 0, 'codex.review.requested');

function logs() {
  const exporter = new InMemoryLogRecordExporter();
  const provider = new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter })] });
  return { provider, names: () => exporter.getFinishedLogRecords().map(({ eventName }) => eventName) };
}

/** An instrumentation whose own processor stands in the provider's pipeline. */
function inPipeline(sampler?: Sampler) {
  const events: CodexAnalyticsEvent[] = [];
  const codex = new CodexInstrumentation({ eventHook: (event) => events.push(event) });
  afterThisTest(() => codex.disable());
  const traces = new Traces({ spanProcessors: [codex.spanProcessor], ...(sampler && { sampler }) });
  codex.setTracerProvider(traces.provider);
  return { codex, traces, types: () => events.map(({ event_type: type }) => type) };
}

describe('each event is emitted once', () => {
  it('if the processor is not in the pipeline', () => {
    const observed = new Observed();
    passAll(observed.codex, RECORDING);
    expect(observed.types).toEqual(TYPES);
  });

  it('if the processor is in the pipeline', () => {
    const { codex, types } = inPipeline();
    passAll(codex, RECORDING);
    expect(types()).toEqual(WITH_LIVE);
  });

  it('as one log record if the host has a processor of its own as well; both call back', () => {
    const { provider, names } = logs();
    const theirs: CodexAnalyticsEvent[] = [];
    const own = new CodexSpanProcessor({ loggerProvider: provider, eventHook: (event) => theirs.push(event) });
    const observed = new Observed({}, { spanProcessors: [own] });
    observed.codex.setLoggerProvider(provider);
    passAll(observed.codex, RECORDING);
    expect(names()).toEqual(LOGGED);
    expect(theirs.map(({ event_type: type }) => type)).toEqual(TYPES);
    expect(observed.types).toEqual(TYPES);
  });

  it('as one log record if several processors have a logger provider, or none', () => {
    const [first, second] = [logs(), logs()];
    const processors = [
      new CodexSpanProcessor(),
      new CodexSpanProcessor({ loggerProvider: first.provider }),
      new CodexSpanProcessor({ loggerProvider: second.provider }),
    ];
    const observed = new Observed({}, { spanProcessors: processors });
    passAll(observed.codex, RECORDING);
    expect(first.names()).toEqual(NAMES);
    expect(second.names()).toEqual([]);
  });

  it('if the first of several logger providers leads nowhere', () => {
    const { provider, names } = logs();
    const own = new CodexSpanProcessor({ loggerProvider: provider });
    const observed = new Observed();
    // As `registerInstrumentations` does where the host has set up no logs.
    observed.codex.setLoggerProvider(logsApi.getLoggerProvider());
    const traces = new Traces({ spanProcessors: [observed.codex.spanProcessor, own] });
    observed.codex.setTracerProvider(traces.provider);
    passAll(observed.codex, RECORDING);
    expect(names()).toEqual(NAMES);
  });

  it('if the processor that would have logged it is shut down', async () => {
    const { provider, names } = logs();
    const gone = new CodexSpanProcessor({ loggerProvider: provider });
    await gone.shutdown();
    const observed = new Observed({}, { spanProcessors: [gone] });
    observed.codex.setLoggerProvider(provider);
    passAll(observed.codex, RECORDING);
    expect(names()).toEqual(LOGGED);
  });

  it('if two instrumentations are in one process', async () => {
    const [first, second] = [new Observed(), new Observed()];
    await host(RECORDING);
    expect([...first.types, ...second.types]).toEqual(TYPES);
    expect(first.spans.length * second.spans.length).toBe(0);
  });

  it('if one of two instrumentations is disabled', async () => {
    const [first, second] = [new Observed(), new Observed()];
    first.codex.disable();
    await host(RECORDING);
    expect([...first.types, ...second.types]).toEqual(TYPES);
  });
});

describe('every event is emitted', () => {
  const dropping: [string, Sampler][] = [
    ['AlwaysOff', new AlwaysOffSampler()],
    ['a ratio of 0', new TraceIdRatioBasedSampler(0)],
  ];

  it.each(dropping)('although %s samples out all spans', (_what, sampler) => {
    const { codex, traces, types } = inPipeline(sampler);
    passAll(codex, RECORDING);
    expect(traces.spans).toEqual([]);
    expect(types()).toEqual(WITH_LIVE);
  });

  it.each(dropping)('through the pipeline of %s if CodexSampler keeps our spans recording', (_what, sampler) => {
    const exporter = new InMemorySpanExporter();
    const events: CodexAnalyticsEvent[] = [];
    const own = new CodexSpanProcessor({ eventHook: (event) => events.push(event) });
    const traces = new Traces({
      sampler: new CodexSampler(sampler),
      spanProcessors: [own, new SimpleSpanProcessor(exporter)],
    });
    const codex = new CodexInstrumentation();
    afterThisTest(() => codex.disable());
    codex.setTracerProvider(traces.provider);
    passAll(codex, RECORDING);
    traces.provider.getTracer('host').startSpan('GET /').end();
    expect(traces.spans).toHaveLength(5);
    expect(exporter.getFinishedSpans()).toEqual([]);
    expect(events.map(({ event_type: type }) => type)).toEqual(TYPES);
  });

  it('if the host has no tracer provider at all', () => {
    const events: CodexAnalyticsEvent[] = [];
    const codex = new CodexInstrumentation({ eventHook: (event) => events.push(event) });
    afterThisTest(() => codex.disable());
    passAll(codex, RECORDING);
    expect(events.map(({ event_type: type }) => type)).toEqual(WITH_LIVE);
  });
});

it('NodeSDK takes it as an instrumentation', async () => {
  const logExporter = new InMemoryLogRecordExporter();
  const exporter = new InMemorySpanExporter();
  const codex = new CodexInstrumentation();
  afterThisTest(() => codex.disable());
  afterThisTest(forgetGlobals);
  const sdk = new NodeSDK({
    instrumentations: [codex],
    spanProcessors: [new SimpleSpanProcessor(exporter)],
    logRecordProcessors: [new SimpleLogRecordProcessor({ exporter: logExporter })],
    metricReaders: [],
    resourceDetectors: [],
  });
  sdk.start();
  await host(RECORDING);
  const names = exporter.getFinishedSpans().map(({ name }) => name);
  const eventNames = logExporter.getFinishedLogRecords().map(({ eventName }) => eventName);
  await sdk.shutdown();
  expect(names).toContain('invoke_agent codex');
  expect(eventNames).toEqual(LOGGED);
});
