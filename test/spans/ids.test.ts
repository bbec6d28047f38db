import { NodeTracerProvider, type ReadableSpan, type Span } from '@opentelemetry/sdk-trace-node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CodexIdGenerator, sha256, spanIdOf, traceIdOf, withIds } from '../../src/spans/ids.js';
import type { Sampler } from '../../src/spans/sampler.js';
import { openTurn } from '../session/session.js';

const THREAD = '01a2060e-5c18-7110-ba01-ba39efe1673e';

describe('trace id', () => {
  it("a trace id is the thread's id without its dashes, so that a back end finds it", () => {
    expect(traceIdOf(THREAD)).toBe('01a2060e5c187110ba01ba39efe1673e');
    expect(traceIdOf(THREAD.toUpperCase())).toBe('01a2060e5c187110ba01ba39efe1673e');
  });

  it.each(['thread-1', '', '00000000-0000-0000-0000-000000000000', `${THREAD}0`, 'ü'])(
    'a trace id is a hash when the thread id is no UUID: %j',
    (thread) => {
      expect(traceIdOf(thread)).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
      expect(traceIdOf(thread)).toBe(sha256(thread).slice(0, 32));
    },
  );
});

describe('span id', () => {
  it('a span id is equal for an equal type, thread and identity, and different for any difference', () => {
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

describe('id generator', () => {
  const host = { generateTraceId: () => 'f'.repeat(32), generateSpanId: () => 'e'.repeat(16) };
  const pass = async () => {};

  afterEach(() => void vi.restoreAllMocks());

  it("the host's spans get ids of the host's generator, or random ids without one", () => {
    const ours = new CodexIdGenerator(host);
    expect([ours.generateTraceId(), ours.generateSpanId()]).toEqual(['f'.repeat(32), 'e'.repeat(16)]);
    const random = new CodexIdGenerator();
    const ids = Array.from({ length: 100 }, () => [random.generateTraceId(), random.generateSpanId()] as const);
    expect(new Set(ids.flat()).size).toBe(200);
    for (const [traceId, spanId] of ids) {
      expect(traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
      expect(spanId).toMatch(/^(?!0{16})[0-9a-f]{16}$/);
    }
  });

  it('a random id never consists of zeros alone, because that would be invalid', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const random = new CodexIdGenerator();
    expect(random.generateTraceId()).toBe(`${'0'.repeat(31)}1`);
    expect(random.generateSpanId()).toBe(`${'0'.repeat(15)}1`);
  });

  it('given ids are used once, by the span that starts, and taken back when its start throws', () => {
    const ours = new CodexIdGenerator(host);
    const ids = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };
    const taken = withIds(ids, () => [ours.generateSpanId(), ours.generateTraceId(), ours.generateSpanId()]);
    expect(taken).toEqual([ids.spanId, ids.traceId, 'e'.repeat(16)]);
    const failing = () => {
      throw new Error('the host');
    };
    expect(() => withIds(ids, failing)).toThrow('the host');
    expect(ours.generateTraceId()).toBe('f'.repeat(32));
  });

  it("a span that the host's sampler or processor starts meanwhile gets none of our ids", () => {
    const spans: ReadableSpan[] = [];
    let isBusy = false;
    const startAnother = (name: string) => {
      if (isBusy) return;
      isBusy = true;
      tracer.startSpan(name, { root: true }).end();
      isBusy = false;
    };
    const sampler: Sampler = {
      shouldSample: () => {
        startAnother('from the sampler');
        return { decision: 2 };
      },
      toString: () => 'busy',
    };
    const processor = {
      onStart: ({ name }: Span) => {
        if (name.startsWith('codex')) startAnother('from the processor');
      },
      onEnd: (span: ReadableSpan) => void spans.push(span),
      forceFlush: pass,
      shutdown: pass,
    };
    const provider = new NodeTracerProvider({
      idGenerator: new CodexIdGenerator(),
      sampler,
      spanProcessors: [processor],
    });
    const tracer = provider.getTracer('test');
    const { session, thread } = openTurn({ tracer });
    session.end();
    const isTheirs = ({ name }: ReadableSpan) => name.startsWith('from');
    const traceIds = (of: readonly ReadableSpan[]) => new Set(of.map((span) => span.spanContext().traceId));
    expect(traceIds(spans.filter((span) => !isTheirs(span)))).toEqual(new Set([traceIdOf(thread.id)]));
    expect(new Set(spans.filter(isTheirs).map(({ name }) => name)).size).toBe(2);
    expect(traceIds(spans.filter(isTheirs))).not.toContain(traceIdOf(thread.id));
    expect(new Set(spans.map((span) => span.spanContext().spanId)).size).toBe(spans.length);
  });

  it("without our generator spans have the provider's ids and everything else", () => {
    const spans: ReadableSpan[] = [];
    const onEnd = (span: ReadableSpan) => void spans.push(span);
    const processor = { onStart: () => {}, onEnd, forceFlush: pass, shutdown: pass };
    const tracer = new NodeTracerProvider({ spanProcessors: [processor] }).getTracer('test');
    const { session, thread, turn } = openTurn({ tracer });
    turn.completed();
    session.end();
    const attributes = (name: string) => spans.find((span) => span.name === name)?.attributes;
    expect(spans.map(({ name }) => name)).toEqual(['codex.thread start', 'invoke_agent codex', 'codex.thread']);
    expect(attributes('invoke_agent codex')).toMatchObject({ 'codex.thread.id': thread.id });
    for (const span of spans) expect(span.spanContext().traceId).not.toBe(traceIdOf(thread.id));
  });
});
