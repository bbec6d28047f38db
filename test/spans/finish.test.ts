import { INVALID_SPANID, ROOT_CONTEXT, SpanKind, context, trace } from '@opentelemetry/api';
import { NodeTracerProvider, type ReadableSpan, type Span } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/spans/facts-on-span.js';
import { SpanFactory, type SpanWatch } from '../../src/spans/finish.js';
import { CodexIdGenerator } from '../../src/spans/ids.js';
import * as given from '../events/facts.js';

const THREAD = '01a2060e-5c18-7110-ba01-ba39efe1673e';
const start = {
  type: 'turn',
  name: 'invoke_agent codex',
  startMs: 100_000,
  parent: undefined,
  threadId: THREAD,
  identity: ['turn-1'],
  model: 'gpt-5.5',
} as const;

function factory(watch: SpanWatch = {}) {
  const started: Span[] = [];
  const ended: ReadableSpan[] = [];
  const processor = {
    onStart: (span: Span) => void started.push(span),
    onEnd: (span: ReadableSpan) => void ended.push(span),
    forceFlush: async () => {},
    shutdown: async () => {},
  };
  const provider = new NodeTracerProvider({ spanProcessors: [processor], idGenerator: new CodexIdGenerator() });
  const tracer = provider.getTracer('test');
  return { spans: new SpanFactory(() => tracer, watch), tracer, started, ended };
}

describe('a span of ours', () => {
  it('starts with what samplers decide by and nothing more, whatever context is active', () => {
    const { spans, tracer, started } = factory();
    const active = trace.setSpan(ROOT_CONTEXT, tracer.startSpan('a span of the host'));
    context.with(active, () => spans.start(start));
    spans.start({ ...start, type: 'item', name: 'execute_tool shell', model: null });
    spans.start({ ...start, type: 'thread', name: 'codex.thread', model: undefined });
    expect(started.slice(1).map(({ attributes }) => attributes)).toEqual([
      { 'codex.span.type': 'turn', 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.request.model': 'gpt-5.5' },
      { 'codex.span.type': 'item', 'gen_ai.operation.name': 'execute_tool' },
      { 'codex.span.type': 'thread' },
    ]);
    expect(started[1]).toMatchObject({ kind: SpanKind.INTERNAL, parentSpanContext: undefined, links: [] });
    expect(started[1]?.startTime).toEqual([100, 0]);
  });

  it('hangs under its parent, or under the host’s context, and links to what it is told', () => {
    const { spans, tracer, started } = factory();
    const root = spans.start(start);
    spans.start({ ...start, identity: ['turn-2'], parent: root });
    const host = tracer.startSpan('a span of the host');
    const links = [{ context: root.spanContext() }];
    spans.start({ ...start, identity: ['turn-3'], parentContext: trace.setSpan(ROOT_CONTEXT, host), links });
    const [, child, , underHost] = started;
    expect(child?.parentSpanContext?.spanId).toBe(root.spanContext().spanId);
    expect(underHost?.parentSpanContext?.spanId).toBe(host.spanContext().spanId);
    expect(underHost?.spanContext().traceId).toBe(host.spanContext().traceId);
    expect(underHost?.links.map((link) => link.context)).toEqual([root.spanContext()]);
  });

  it('gets its attributes, then its facts, then its end, and then those who watch are told', () => {
    const order: unknown[] = [];
    const facts = given.turn({ status: 'failed', error: 'badRequest' });
    const { spans, ended } = factory({
      ending: (span, its) => {
        order.push('ending', ended.length, its === facts, factsOf(span) === facts);
        span.setAttribute('added.by.the.host', 1);
      },
      ended: (span, its) => order.push('ended', ended.length, its === facts, span.isRecording()),
    });
    spans.finish(spans.start(start), facts);
    expect(order).toEqual(['ending', 0, true, true, 'ended', 1, true, false]);
    const [span] = ended;
    expect(span?.attributes).toMatchObject({ 'codex.turn.status': 'failed', 'added.by.the.host': 1 });
    expect(span?.status).toEqual({ code: 2 });
    expect([span?.startTime, span?.endTime]).toEqual([
      [100, 0],
      [106, 543_000_000],
    ]);
    expect(factsOf(span!)).toBe(facts);
  });

  it('is renamed where its end knows better', () => {
    const { spans, ended } = factory();
    const span = spans.start({ ...start, type: 'item', name: 'execute_tool shell' });
    spans.finish(span, given.item({ toolName: 'unified_exec' }));
    expect(ended[0]?.name).toBe('execute_tool unified_exec');
  });

  it('bears content only where it is handed over', () => {
    const { spans, ended } = factory();
    spans.finish(spans.start(start), given.turn(), { 'gen_ai.input.messages': '[]' });
    spans.finish(spans.start({ ...start, identity: ['turn-2'] }), given.turn());
    expect(ended.map(({ attributes }) => 'gen_ai.input.messages' in attributes)).toEqual([true, false]);
  });
});

describe('where the host’s tracer or processors throw', () => {
  const throwing = () => {
    throw new Error('the host');
  };

  it('a guard turns the span into none, and its facts go on', () => {
    const guarded: unknown[] = [];
    const watched: unknown[] = [];
    const guard = <T>(step: () => T): T | undefined => {
      try {
        return step();
      } catch (error) {
        guarded.push(error);
        return undefined;
      }
    };
    const spans = new SpanFactory(throwing, { guard, ended: (span) => watched.push(factsOf(span)) });
    const facts = given.turn();
    const span = spans.start(start);
    expect(span.spanContext().spanId).toBe(INVALID_SPANID);
    spans.finish(span, facts);
    expect(watched).toEqual([facts]);
    expect(guarded).toHaveLength(1);
  });

  it('it comes out without one', () => {
    expect(() => new SpanFactory(throwing).start(start)).toThrow('the host');
  });
});
