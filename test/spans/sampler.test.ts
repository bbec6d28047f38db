import { ROOT_CONTEXT, SpanKind, context, trace, type Attributes, type Context, type Link } from '@opentelemetry/api';
import { NodeTracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { CodexSampler, type Sampler } from '../../src/spans/sampler.js';
import { command } from '../session/items.js';
import { openTurn } from '../session/session.js';

const DROP = 0;
const RECORD = 1;
const SAMPLE = 2;

/** A sampler that always decides the same. */
const always = (decision: 0 | 1 | 2): Sampler => ({
  shouldSample: (_context: Context, _traceId: string, _name: string, _kind: SpanKind, attributes: Attributes) => ({
    decision,
    attributes: { seen: Object.keys(attributes).length },
  }),
  toString: () => `Always${decision}`,
});

function provider(sampler: Sampler) {
  const spans: ReadableSpan[] = [];
  const processor = {
    onStart: () => {},
    onEnd: (span: ReadableSpan) => void spans.push(span),
    forceFlush: async () => {},
    shutdown: async () => {},
  };
  return { spans, tracer: new NodeTracerProvider({ spanProcessors: [processor], sampler }).getTracer('test') };
}

describe('CodexSampler', () => {
  const sample = (decision: 0 | 1 | 2, attributes: Attributes) =>
    new CodexSampler(always(decision)).shouldSample(
      context.active(),
      'a'.repeat(32),
      'x',
      SpanKind.INTERNAL,
      attributes,
      [] as Link[],
    );
  const OURS = { 'codex.span.type': 'turn' };

  it("a span of ours that the host's sampler drops is recorded and not exported", () => {
    expect(sample(DROP, OURS)).toEqual({ decision: RECORD, attributes: { seen: 1 } });
  });

  it("every other decision is that of the host's sampler", () => {
    const decisions = [sample(RECORD, OURS), sample(SAMPLE, OURS), sample(DROP, {}), sample(SAMPLE, {})];
    expect(decisions.map(({ decision }) => decision)).toEqual([RECORD, SAMPLE, DROP, SAMPLE]);
    expect(String(new CodexSampler(always(DROP)))).toBe('CodexSampler{Always0}');
  });

  it('span processors see our spans, and those alone, when the provider samples none', () => {
    const { spans, tracer } = provider(new CodexSampler(always(DROP)));
    tracer.startSpan('a span of the host').end();
    openTurn({ tracer }).session.end();
    expect(spans.map(({ name }) => name)).toEqual(['codex.thread start', 'invoke_agent codex', 'codex.thread']);
    for (const span of spans) {
      expect(trace.isSpanContextValid(span.spanContext())).toBe(true);
      expect(span.spanContext().traceFlags).toBe(0);
    }
  });
});

describe('sampler of the host', () => {
  it('a sampler sees type, operation and model of a span that starts, and no active span as its parent', () => {
    const seen: unknown[] = [];
    const sampler: Sampler = {
      shouldSample: (parent, _traceId, name, kind, attributes) => {
        seen.push([name, kind, attributes, trace.getSpanContext(parent) === undefined]);
        return { decision: SAMPLE };
      },
      toString: () => 'seeing',
    };
    const { tracer } = provider(sampler);
    const active = trace.setSpan(ROOT_CONTEXT, tracer.startSpan('a span of the host'));
    seen.length = 0;
    context.with(active, () => {
      const { session, turn } = openTurn({ tracer });
      turn.item(command('call-1'));
      session.end();
    });
    expect(seen).toEqual([
      [
        'codex.thread start',
        SpanKind.INTERNAL,
        expect.objectContaining({ 'codex.span.type': 'thread_initialization' }) as unknown,
        true,
      ],
      ['codex.thread', SpanKind.INTERNAL, { 'codex.span.type': 'thread' }, false],
      [
        'invoke_agent codex',
        SpanKind.INTERNAL,
        { 'codex.span.type': 'turn', 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.request.model': 'gpt-5.5' },
        false,
      ],
      [
        'execute_tool shell',
        SpanKind.INTERNAL,
        { 'codex.span.type': 'item', 'gen_ai.operation.name': 'execute_tool' },
        false,
      ],
    ]);
  });
});
