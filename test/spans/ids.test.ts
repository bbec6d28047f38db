import { SpanKind, context, trace, type Attributes, type Context, type Link } from '@opentelemetry/api';
import { NodeTracerProvider, type ReadableSpan, type Span } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it, vi } from 'vitest';
import { SpanFactory } from '../../src/spans/factory.js';
import { CodexIdGenerator, sha256, spanIdOf, traceIdOf, withIds } from '../../src/spans/ids.js';
import { CodexSampler, type Sampler } from '../../src/spans/sampler.js';
import * as given from '../events/facts.js';

const THREAD = '01a2060e-5c18-7110-ba01-ba39efe1673e';
const start = {
  subject: { type: 'goal', eventKind: 'created' },
  startMs: 1e12,
  parent: undefined,
  threadId: THREAD,
} as const;

describe('an id', () => {
  it("of a trace is the thread's id without its dashes, so that a back end finds it", () => {
    expect(traceIdOf(THREAD)).toBe('01a2060e5c187110ba01ba39efe1673e');
    expect(traceIdOf(THREAD.toUpperCase())).toBe('01a2060e5c187110ba01ba39efe1673e');
  });

  it.each(['thread-1', '', '00000000-0000-0000-0000-000000000000', `${THREAD}0`, 'ü'])(
    'of a trace whose thread has no UUID is a hash: %j',
    (thread) => {
      expect(traceIdOf(thread)).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
      expect(traceIdOf(thread)).toBe(traceIdOf(thread));
      expect(traceIdOf(thread)).toBe(sha256(thread).slice(0, 32));
    },
  );

  it('of a span is a hash of what the span is: equal for the same, different for any difference', () => {
    const ids = [
      spanIdOf('turn', THREAD, 'a'),
      spanIdOf('item', THREAD, 'a'),
      spanIdOf('turn', THREAD, 'b'),
      spanIdOf('turn', THREAD, 'a', 1),
      spanIdOf('turn', THREAD, 'a', '1'),
      spanIdOf('turn', THREAD, 'a', null),
      spanIdOf('turn', `${THREAD}a`),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^(?!0{16})[0-9a-f]{16}$/);
    expect(spanIdOf('turn', THREAD, 'a')).toBe(ids[0]);
  });
});

describe('the id generator', () => {
  const host = { generateTraceId: () => 'f'.repeat(32), generateSpanId: () => 'e'.repeat(16) };

  it("leaves the host's spans to the host's generator, or to random ids", () => {
    const ours = new CodexIdGenerator(host);
    expect([ours.generateTraceId(), ours.generateSpanId()]).toEqual(['f'.repeat(32), 'e'.repeat(16)]);
    const random = new CodexIdGenerator();
    const ids = Array.from({ length: 1000 }, () => [random.generateTraceId(), random.generateSpanId()] as const);
    expect(new Set(ids.flat()).size).toBe(2000);
    for (const [traceId, spanId] of ids) {
      expect(traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
      expect(spanId).toMatch(/^(?!0{16})[0-9a-f]{16}$/);
    }
  });

  it('makes no id of zeros alone, which would be none', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const random = new CodexIdGenerator();
    expect(random.generateTraceId()).toBe(`${'0'.repeat(31)}1`);
    expect(random.generateSpanId()).toBe(`${'0'.repeat(15)}1`);
    vi.restoreAllMocks();
  });

  it('gives ids to the one span that starts, once, and takes them back also where the start throws', () => {
    const ours = new CodexIdGenerator(host);
    const ids = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };
    const taken = withIds(ids, () => [ours.generateSpanId(), ours.generateTraceId(), ours.generateSpanId()]);
    expect(taken).toEqual([ids.spanId, ids.traceId, 'e'.repeat(16)]);
    expect(() =>
      withIds(ids, () => {
        throw new Error('the host');
      }),
    ).toThrow('the host');
    expect(ours.generateTraceId()).toBe('f'.repeat(32));
  });

  it("gives none to a span that the host's sampler or processor starts meanwhile", () => {
    const spans: ReadableSpan[] = [];
    let busy = false;
    const startAnother = (name: string) => {
      if (busy) return;
      busy = true;
      tracer.startSpan(name, { root: true }).end();
      busy = false;
    };
    const sampler: Sampler = {
      shouldSample: () => {
        startAnother('from the sampler');
        return { decision: 2 };
      },
      toString: () => 'busy',
    };
    const provider = new NodeTracerProvider({
      idGenerator: new CodexIdGenerator(),
      sampler,
      spanProcessors: [
        {
          onStart: (span: Span) => {
            if (span.name.startsWith('codex')) startAnother('from the processor');
          },
          onEnd: (span: ReadableSpan) => void spans.push(span),
          forceFlush: async () => {},
          shutdown: async () => {},
        },
      ],
    });
    const tracer = provider.getTracer('test');
    const factory = new SpanFactory(() => tracer);
    const root = factory.open();
    root.start({ ...start, identity: [1] }, given.goal());
    factory.open().start({ ...start, parent: root, identity: [2] }, given.goal());
    const ours = spans.filter(({ name }) => name.startsWith('codex'));
    expect(ours.map((span) => span.spanContext().traceId)).toEqual([traceIdOf(THREAD), traceIdOf(THREAD)]);
    expect(spans.length).toBeGreaterThan(4);
    expect(new Set(spans.map((span) => span.spanContext().spanId)).size).toBe(spans.length);
    const theirs = spans.filter(({ name }) => !name.startsWith('codex'));
    expect(theirs.map((span) => span.spanContext().traceId)).not.toContain(traceIdOf(THREAD));
  });

  it('is not needed: without it the ids are the provider’s and everything else stays', () => {
    const spans: ReadableSpan[] = [];
    const onEnd = (span: ReadableSpan) => void spans.push(span);
    const processor = { onStart: () => {}, onEnd, forceFlush: async () => {}, shutdown: async () => {} };
    const tracer = new NodeTracerProvider({ spanProcessors: [processor] }).getTracer('test');
    const factory = new SpanFactory(() => tracer);
    factory.open().start({ ...start, identity: [1] }, given.goal());
    expect(spans[0]?.spanContext().traceId).not.toBe(traceIdOf(THREAD));
    expect(spans[0]?.attributes['codex.thread.id']).toBe('thread-1');
  });
});

describe('the sampler', () => {
  const decide = (decision: 0 | 1 | 2): Sampler => ({
    shouldSample: (_context: Context, _traceId: string, _name: string, _kind: SpanKind, attributes: Attributes) => ({
      decision,
      attributes: { seen: Object.keys(attributes).length },
    }),
    toString: () => `Always${decision}`,
  });
  const sample = (decision: 0 | 1 | 2, attributes: Attributes) =>
    new CodexSampler(decide(decision)).shouldSample(
      context.active(),
      'a'.repeat(32),
      'x',
      SpanKind.INTERNAL,
      attributes,
      [] as Link[],
    );
  const OURS = { 'codex.span.type': 'turn' };

  it("records our spans where the host's sampler drops them, and does not export them", () => {
    expect(sample(0, OURS)).toEqual({ decision: 1, attributes: { seen: 1 } });
  });

  it("leaves every other decision to the host's sampler", () => {
    expect([sample(1, OURS), sample(2, OURS), sample(0, {}), sample(2, {})].map(({ decision }) => decision)).toEqual([
      1, 2, 0, 2,
    ]);
    expect(String(new CodexSampler(decide(0)))).toBe('CodexSampler{Always0}');
  });

  it('lets span processors see the spans of a provider that samples none', () => {
    const spans: ReadableSpan[] = [];
    const processor = {
      onStart: () => {},
      onEnd: (span: ReadableSpan) => void spans.push(span),
      forceFlush: async () => {},
      shutdown: async () => {},
    };
    const provider = new NodeTracerProvider({ spanProcessors: [processor], sampler: new CodexSampler(decide(0)) });
    const tracer = provider.getTracer('test');
    tracer.startSpan('a span of the host').end();
    const factory = new SpanFactory(() => tracer);
    factory.open().start({ ...start, identity: [1] }, given.goal());
    expect(spans.map(({ name }) => name)).toEqual(['codex.goal usage_accounted']);
    expect(trace.isSpanContextValid(spans[0]!.spanContext())).toBe(true);
    expect(spans[0]!.spanContext().traceFlags).toBe(0);
  });
});
