import { diag, DiagLogLevel, type DiagLogger } from '@opentelemetry/api';
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { AlwaysOffSampler, BasicTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CodexSpanProcessor, type FinishedSpan } from '../../src/events/processor.js';
import { project } from '../../src/events/projection/project.js';
import type { EventExporter, EventRecord } from '../../src/events/record.js';
import type { Facts } from '../../src/session/facts/index.js';
import { attachFacts } from '../../src/spans/facts-on-span.js';
import { Counters } from '../../src/counters.js';
import * as given from './facts.js';

let warnings: string[];
let counters: Counters;

beforeEach(() => {
  warnings = [];
  counters = new Counters();
  const warn = (...args: unknown[]) => void warnings.push(args.join(' '));
  const logger: DiagLogger = { error: warn, warn, info: warn, debug: () => {}, verbose: () => {} };
  diag.setLogger(logger, { logLevel: DiagLogLevel.INFO, suppressOverrideMessage: true });
});
afterEach(() => diag.disable());

const spanContext = { traceId: '01a2060e5c187110ba01ba39efe1673e', spanId: '0af7651916cd43dd', traceFlags: 1 };

function spanOf(facts: Facts): FinishedSpan {
  const span = { spanContext: () => spanContext };
  attachFacts(span, facts);
  return span;
}

function collector(): EventExporter & { readonly records: EventRecord[] } {
  const records: EventRecord[] = [];
  return { records, export: (record) => void records.push(record) };
}

const throwing = () => {
  throw new Error('no disk');
};

it("sends a finished span's events to every destination, in order", () => {
  const exporter = collector();
  const logs = new InMemoryLogRecordExporter();
  const seen: unknown[] = [];
  const processor = new CodexSpanProcessor({
    loggerProvider: new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter: logs })] }),
    exporters: [exporter],
    eventHook: (event, record) => seen.push([event, record.id]),
    counters,
  });
  const facts = given.review({ reviewer: 'guardian', reviewId: 'review-1' });
  processor.onEnd(spanOf(facts));

  expect(exporter.records.map(({ event }) => event)).toEqual(project(facts));
  expect(exporter.records[0]).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    spanContext,
    endTime: [1, 42_000_000],
    ids: { threadId: 'thread-1', turnId: 'turn-1', itemId: 'item-1', reviewId: 'review-1' },
  });
  expect(seen).toEqual(exporter.records.map(({ event, id }) => [event, id]));
  expect(logs.getFinishedLogRecords().map(({ eventName }) => eventName)).toEqual([
    'codex.guardian_review',
    'codex.review',
  ]);
  expect(counters.get('events.emitted', 'codex_review_event')).toBe(1);
  expect(counters.get('events.emitted', 'codex_guardian_review')).toBe(1);
});

it('ends an event where its span ended, which is never before its start', () => {
  const exporter = collector();
  new CodexSpanProcessor({ exporters: [exporter] }).onEnd(spanOf(given.review({ startMs: 1042, endMs: 1000 })));
  expect(exporter.records[0]?.endTime).toEqual([1, 42_000_000]);
});

it('knows which turn a steer belongs to', () => {
  const exporter = collector();
  const processor = new CodexSpanProcessor({ exporters: [exporter] });
  processor.onEnd(spanOf(given.steer({ expectedTurnId: 'turn-1', acceptedTurnId: 'turn-2' })));
  processor.onEnd(spanOf(given.steer({ expectedTurnId: 'turn-1', acceptedTurnId: null, result: 'rejected' })));
  expect(exporter.records.map(({ ids }) => ids.turnId)).toEqual(['turn-2', 'turn-1']);
});

it('ignores a foreign span', () => {
  const exporter = collector();
  new CodexSpanProcessor({ exporters: [exporter], counters }).onEnd({ spanContext: throwing });
  expect(exporter.records).toEqual([]);
  expect([...counters]).toEqual([]);
});

it('gives the events of a span that it gets twice only once, wrapped or not', () => {
  const exporter = collector();
  const processor = new CodexSpanProcessor({ exporters: [exporter] });
  const span = spanOf(given.turn());
  processor.onEnd(span);
  processor.onEnd(span);
  processor.onEnd(Object.create(span) as FinishedSpan);
  expect(exporter.records).toHaveLength(1);
});

it('takes a logger provider that comes later', () => {
  const logs = new InMemoryLogRecordExporter();
  const processor = new CodexSpanProcessor();
  processor.onEnd(spanOf(given.turn()));
  processor.setLoggerProvider(new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter: logs })] }));
  processor.onEnd(spanOf(given.hook()));
  expect(logs.getFinishedLogRecords().map(({ eventName }) => eventName)).toEqual(['codex.hook_run']);
});

it('keeps a destination that throws from the host and from the others, and logs it once', () => {
  const exporter = collector();
  const processor = new CodexSpanProcessor({
    loggerProvider: { getLogger: throwing },
    exporters: [{ export: throwing }, exporter],
    eventHook: throwing,
    counters,
  });
  processor.onEnd(spanOf(given.turn()));
  processor.onEnd(spanOf(given.hook()));
  expect(exporter.records).toHaveLength(2);
  expect(counters.get('events.dropped', 'loggerProvider')).toBe(2);
  expect(counters.get('events.dropped', 'exporter')).toBe(2);
  expect(counters.get('hooks.failed', 'eventHook')).toBe(2);
  expect(warnings).toEqual([
    'opentelemetry-instrumentation-codex loggerProvider failed: no disk; further failures are only counted',
    'opentelemetry-instrumentation-codex exporter failed: no disk; further failures are only counted',
    'opentelemetry-instrumentation-codex eventHook failed: no disk; further failures are only counted',
  ]);
});

it('handles an async eventHook that rejects: it ends no process', async () => {
  const processor = new CodexSpanProcessor({ eventHook: async () => throwing(), counters });
  processor.onEnd(spanOf(given.turn()));
  await new Promise(setImmediate);
  expect(counters.get('hooks.failed', 'eventHook')).toBe(1);
  expect(warnings).toHaveLength(1);
});

it('makes a field null whose value does not fit, counts it, and names it once without its value', () => {
  const exporter = collector();
  const processor = new CodexSpanProcessor({ exporters: [exporter], counters });
  const odd = given.turn({ model: 'lone \ud83d', durationMs: Number.NaN, skills: [given.skill] });
  processor.onEnd(spanOf(odd));
  processor.onEnd(spanOf({ ...odd }));
  expect(exporter.records.map(({ event }) => event.event_params)).toMatchObject([
    { model: null, duration_ms: null, total_tokens: 321 },
    { model_slug: null },
    { model: null, duration_ms: null, total_tokens: 321 },
    { model_slug: null },
  ]);
  expect(counters.get('events.fields_nulled', 'codex_turn_event')).toBe(4);
  expect(counters.get('events.fields_nulled', 'skill_invocation')).toBe(2);
  expect(counters.total('events.dropped')).toBe(0);
  expect(warnings).toEqual([
    'opentelemetry-instrumentation-codex nulled fields of a codex_turn_event ' +
      '(event_params.model: custom, event_params.duration_ms: invalid_type); further ones are only counted',
    'opentelemetry-instrumentation-codex nulled fields of a skill_invocation ' +
      '(event_params.model_slug: custom); further ones are only counted',
  ]);
});

it('drops and counts an event that null cannot mend, names the field without its value, and goes on', () => {
  const exporter = collector();
  const processor = new CodexSpanProcessor({ exporters: [exporter], counters });
  const broken = given.turn({ inputImageCount: Number.NaN, skills: [given.skill] });
  processor.onEnd(spanOf(broken));
  processor.onEnd(spanOf({ ...broken }));
  expect(exporter.records.map(({ event }) => event.event_type)).toEqual(['skill_invocation', 'skill_invocation']);
  expect(counters.get('events.dropped', 'schema')).toBe(2);
  expect(warnings).toEqual([
    'opentelemetry-instrumentation-codex dropped a codex_turn_event: it does not fit its schema ' +
      '(event_params.num_input_images: invalid_type); further ones are only counted',
  ]);
});

it('makes no events of a span where nobody wants them', () => {
  new CodexSpanProcessor({ counters }).onEnd(spanOf(given.turn()));
  expect([...counters]).toEqual([]);
});

it('counts facts that cannot be projected at all', () => {
  const processor = new CodexSpanProcessor({ counters, eventHook: () => undefined });
  processor.onEnd(spanOf({ type: 'turn', task: 'regular', status: 'completed' } as Facts));
  expect(counters.get('events.dropped', 'projection')).toBe(1);
});

it("survives the host's own diagnostics logger", () => {
  const logger = { error: throwing, warn: throwing, info: throwing, debug: throwing, verbose: throwing };
  diag.setLogger(logger, { suppressOverrideMessage: true });
  const processor = new CodexSpanProcessor({ exporters: [{ export: throwing }], counters });
  processor.onEnd(spanOf(given.turn()));
  expect(counters.get('events.dropped', 'exporter')).toBe(1);
});

it('flushes and shuts down its exporters, and never rejects', async () => {
  const calls: string[] = [];
  const good: EventExporter = {
    export: () => {},
    forceFlush: async () => void calls.push('flush'),
    shutdown: async () => void calls.push('shutdown'),
  };
  const bad: EventExporter = {
    export: () => {},
    // The SDK's own providers reject with an array as well.
    forceFlush: async () => {
      // oxlint-disable-next-line typescript/only-throw-error
      throw [new Error('timeout')];
    },
    shutdown: throwing,
  };
  const processor = new CodexSpanProcessor({ exporters: [bad, { export: () => {} }, good], counters });
  await expect(processor.forceFlush()).resolves.toBeUndefined();
  await expect(Promise.all([processor.shutdown(), processor.shutdown()])).resolves.toEqual([undefined, undefined]);
  expect(calls).toEqual(['flush', 'shutdown']);
  expect(counters.get('hooks.failed', 'forceFlush')).toBe(1);
  expect(counters.get('hooks.failed', 'shutdown')).toBe(1);
  expect(warnings).toHaveLength(2);
});

it.each(['forceFlush', 'shutdown'] as const)(
  'gives an exporter that hangs in %s five seconds, and counts it',
  async (method) => {
    vi.useFakeTimers();
    try {
      const hanging: EventExporter = { export: () => {}, [method]: () => new Promise<void>(() => {}) };
      const processor = new CodexSpanProcessor({ exporters: [hanging], counters });
      const finished = processor[method]();
      await vi.advanceTimersByTimeAsync(5_000);
      await expect(finished).resolves.toBeUndefined();
      expect(counters.get('hooks.failed', method)).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  },
);

it('has the events of spans that end before its shutdown, and counts a callback that throws there', async () => {
  const exporter = collector();
  const beforeShutdown = () => {
    processor.onEnd(spanOf(given.turn()));
    throw new Error('the host');
  };
  const processor: CodexSpanProcessor = new CodexSpanProcessor({ exporters: [exporter], counters, beforeShutdown });
  await Promise.all([processor.shutdown(), processor.shutdown()]);
  expect(exporter.records).toHaveLength(1);
  expect(counters.get('hooks.failed', 'beforeShutdown')).toBe(1);
});

it('counts the events that a logger provider takes no more, because it was shut down', async () => {
  const loggerProvider = new LoggerProvider({
    processors: [new SimpleLogRecordProcessor({ exporter: new InMemoryLogRecordExporter() })],
  });
  const processor = new CodexSpanProcessor({ loggerProvider, counters });
  processor.onEnd(spanOf(given.turn()));
  await loggerProvider.shutdown();
  processor.onEnd(spanOf(given.turn()));
  expect(counters.get('events.dropped', 'loggerProvider')).toBe(1);
});

it('drops and counts the events of spans that end after its shutdown', async () => {
  const exporter = collector();
  const processor = new CodexSpanProcessor({ exporters: [exporter], counters });
  await processor.shutdown();
  processor.onEnd(spanOf(given.turn({ diff: { addedLines: 1, deletedLines: 0 } })));
  expect(exporter.records).toEqual([]);
  expect(counters.get('events.dropped', 'shutdown')).toBe(2);
});

it('stands in a real tracer provider', async () => {
  const exporter = collector();
  const processor: CodexSpanProcessor & SpanProcessor = new CodexSpanProcessor({ exporters: [exporter] });
  const provider = new BasicTracerProvider({ spanProcessors: [processor] });
  const span = provider.getTracer('test').startSpan('turn');
  attachFacts(span, given.turn());
  span.end();
  provider.getTracer('test').startSpan('foreign').end();
  await provider.forceFlush();
  await provider.shutdown();
  expect(exporter.records).toHaveLength(1);
  expect(exporter.records[0]?.spanContext).toEqual(span.spanContext());
});

it('takes a span that was sampled out from whoever hands it over', () => {
  const exporter = collector();
  const processor = new CodexSpanProcessor({ exporters: [exporter] });
  const provider = new BasicTracerProvider({ sampler: new AlwaysOffSampler(), spanProcessors: [processor] });
  const span = provider.getTracer('test').startSpan('turn');
  attachFacts(span, given.turn());
  span.end();
  expect(exporter.records).toEqual([]);
  processor.onEnd(span);
  expect(exporter.records).toHaveLength(1);
});
