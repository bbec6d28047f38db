import { metrics, trace } from '@opentelemetry/api';
import { ExportResultCode } from '@opentelemetry/core';
import { BatchSpanProcessor, NodeTracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import type { CodexAnalyticsEvent } from '../../src/events/schema/index.js';
import { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import { pass } from './by-hand.js';
import { conversation } from './conversation.js';
import { afterThisTest, forgetGlobals } from './telemetry.js';

/** OpenTelemetry's own shutdown, as its set-ups call it on SIGTERM, while a turn runs and a review waits. */

const RECORDING = '0.169.0/approval-accept';

/** An exporter behind OpenTelemetry's batch processor, which takes no more spans once it shuts down. */
function batch() {
  const spans: ReadableSpan[] = [];
  const processor = new BatchSpanProcessor({
    export: (batch, done) => {
      spans.push(...batch);
      done({ code: ExportResultCode.SUCCESS });
    },
    shutdown: async () => {},
  });
  return { processor, reasons: () => spans.map(({ name, attributes }) => [name, attributes['codex.end_reason']]) };
}

function instrumentation() {
  const events: CodexAnalyticsEvent[] = [];
  const codex = new CodexInstrumentation({ eventHook: (event) => events.push(event) });
  afterThisTest(() => codex.disable());
  return { codex, types: () => events.map(({ event_type: type }) => type) };
}

/** A client asks for a turn, and the server for an approval, which nobody answers. */
function untilApproval(codex: CodexInstrumentation): void {
  const connection = codex.connect();
  const steps = conversation(RECORDING);
  const asked = steps.findIndex(({ text }) => text.includes('requestApproval'));
  for (const step of steps.slice(0, asked + 1)) pass(connection, step);
}

const ENDED = [
  ['codex.thread start', undefined],
  ['codex.review user', 'observation_ended'],
  ['invoke_agent codex', 'observation_ended'],
  ['execute_tool shell', 'observation_ended'],
  ['codex.thread', 'observation_ended'],
];

describe('shutdown of the tracer provider', () => {
  it.each(['after the batch processor', 'before the batch processor', 'nowhere'])(
    'ends what is open, and it leaves, with the processor of the instrumentation %s in the pipeline',
    async (place) => {
      const { codex, types } = instrumentation();
      const { processor, reasons } = batch();
      const own = place === 'nowhere' ? [] : [codex.spanProcessor];
      const spanProcessors = place.startsWith('before') ? [...own, processor] : [processor, ...own];
      const provider = new NodeTracerProvider({ spanProcessors });
      codex.setTracerProvider(provider);
      untilApproval(codex);
      await provider.shutdown();
      expect(reasons().map(([, reason]) => reason)).toEqual(ENDED.map(([, reason]) => reason));
      expect(types()).toEqual(['codex_thread_initialized', 'codex_review_requested']);
      expect(codex.counters.total('events.dropped')).toBe(0);
    },
  );

  it("ends what is open where the provider was set behind the API's proxy, and after the instrumentation", async () => {
    const { codex } = instrumentation();
    afterThisTest(forgetGlobals);
    codex.setTracerProvider(trace.getTracerProvider());
    codex.setMeterProvider(metrics.getMeterProvider());
    const { processor, reasons } = batch();
    const provider = new NodeTracerProvider({ spanProcessors: [processor] });
    trace.setGlobalTracerProvider(provider);
    untilApproval(codex);
    await provider.shutdown();
    expect(reasons()).toHaveLength(ENDED.length);
  });

  it('ends what is open where the provider takes no property and our processor is the first', async () => {
    const { codex } = instrumentation();
    const { processor, reasons } = batch();
    const provider = new NodeTracerProvider({ spanProcessors: [codex.spanProcessor, processor] });
    const frozen = Object.freeze({ getTracer: provider.getTracer.bind(provider), shutdown: () => provider.shutdown() });
    codex.setTracerProvider(frozen);
    untilApproval(codex);
    await frozen.shutdown();
    expect(reasons()).toHaveLength(ENDED.length);
    expect(codex.counters.total('hooks.failed')).toBe(0);
  });

  it.each(['disabled', 'given another provider'])('has its own method back when the instrumentation is %s', (what) => {
    const { codex } = instrumentation();
    const provider = new NodeTracerProvider();
    codex.setTracerProvider(provider);
    untilApproval(codex);
    expect(Object.hasOwn(provider, 'shutdown')).toBe(true);
    if (what === 'disabled') codex.disable();
    else {
      codex.setTracerProvider(new NodeTracerProvider());
      untilApproval(codex);
    }
    expect(Object.hasOwn(provider, 'shutdown')).toBe(false);
  });
});

describe('instrumentation that was constructed disabled', () => {
  it('observes from enable() on, and disable() ends what is open', () => {
    const events: CodexAnalyticsEvent[] = [];
    const codex = new CodexInstrumentation({ enabled: false, eventHook: (event) => events.push(event) });
    afterThisTest(() => codex.disable());
    untilApproval(codex);
    expect([...codex.counters]).toEqual([]);
    codex.disable();
    codex.enable();
    const { processor, reasons } = batch();
    codex.setTracerProvider(new NodeTracerProvider({ spanProcessors: [processor] }));
    untilApproval(codex);
    codex.disable();
    return processor.forceFlush().then(() => {
      expect(reasons()).toHaveLength(ENDED.length);
      expect(events.map(({ event_type: type }) => type)).toEqual([
        'codex_thread_initialized',
        'codex_review_requested',
      ]);
    });
  });
});
