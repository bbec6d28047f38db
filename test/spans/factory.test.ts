import { INVALID_SPANID, ROOT_CONTEXT, SpanKind, context, trace } from '@opentelemetry/api';
import { NodeTracerProvider, type ReadableSpan, type Span } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { SpanFactory, type SpanFactoryOptions } from '../../src/spans/factory.js';
import { factsOf } from '../../src/spans/facts-on-span.js';
import { CodexIdGenerator } from '../../src/spans/ids.js';
import type { SpanStart } from '../../src/session/span-sink.js';
import * as given from '../events/facts.js';

const THREAD = '01a2060e-5c18-7110-ba01-ba39efe1673e';
const turn = (id = 'turn-1', more: Partial<SpanStart> = {}): SpanStart => ({
  subject: { type: 'turn' },
  startMs: 100_000,
  parent: undefined,
  threadId: THREAD,
  identity: [id],
  model: 'gpt-5.5',
  ...more,
});
const item = (id: string, more: Partial<SpanStart> = {}): SpanStart =>
  turn(id, { subject: { type: 'item', toolName: 'shell' }, model: null, ...more });

function setUp(options: SpanFactoryOptions = {}) {
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
  return { spans: new SpanFactory(() => tracer, options), tracer, started, ended };
}

describe('the span factory', () => {
  it('starts a span with the attributes that samplers need, whatever context is active', () => {
    const { spans, tracer, started } = setUp();
    const active = trace.setSpan(ROOT_CONTEXT, tracer.startSpan('a span of the host'));
    context.with(active, () => spans.open().start(turn()));
    spans.open().start(item('call-1'));
    spans.open().start(turn('thread', { subject: { type: 'thread' }, model: undefined }));
    expect(started.slice(1).map(({ attributes }) => attributes)).toEqual([
      { 'codex.span.type': 'turn', 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.request.model': 'gpt-5.5' },
      { 'codex.span.type': 'item', 'gen_ai.operation.name': 'execute_tool' },
      { 'codex.span.type': 'thread' },
    ]);
    expect(started[1]).toMatchObject({ kind: SpanKind.INTERNAL, parentSpanContext: undefined, links: [] });
    expect(started[1]?.startTime).toEqual([100, 0]);
  });

  it('keeps of an ended item only its ids, under which a review still hangs', () => {
    const { spans, started } = setUp();
    const ended = spans.open();
    ended.start(item('call-1'));
    ended.end(given.item());
    expect(spans.spanOf(ended)).not.toBe(started[0]);
    spans.open().start(turn('review-1', { parent: ended }));
    expect(started[1]?.parentSpanContext).toBe(started[0]?.spanContext());
  });

  it('hangs a span under its parent', () => {
    const { spans, started } = setUp();
    const root = spans.open();
    root.start(turn());
    spans.open().start(item('call-1', { parent: root }));
    expect(started[1]?.parentSpanContext?.spanId).toBe(started[0]?.spanContext().spanId);
  });

  it.each([
    ['active', 'host', 'thread'],
    ['thread', 'thread', 'host'],
  ] as const)('with turnParent %s hangs a turn under the %s and links it to the %s', (turnParent, under, linked) => {
    const { spans, tracer, started } = setUp({
      host: { activeContext: () => ROOT_CONTEXT, turnParent: () => turnParent },
    });
    const host = tracer.startSpan('a span of the host');
    const thread = spans.open();
    thread.start(turn('thread', { subject: { type: 'thread' } }));
    spans.open().start(turn('turn-1', { parent: thread, host: trace.setSpan(ROOT_CONTEXT, host) }));
    const of = { host: host.spanContext(), thread: started[1]!.spanContext() };
    expect(started[2]?.parentSpanContext).toEqual(expect.objectContaining({ spanId: of[under].spanId }));
    expect(started[2]?.links.map((link) => link.context)).toEqual([of[linked]]);
  });

  it('sets attributes, then attaches facts, then ends the span, and calls the hooks before and after the end', () => {
    const order: unknown[] = [];
    const facts = given.turn({ status: 'failed', error: 'badRequest' });
    const { spans, ended } = setUp({
      beforeEnd: (span, its) => {
        order.push('before', ended.length, its === facts, factsOf(span) === facts);
        span.setAttribute('added.by.the.host', 1);
      },
      afterEnd: (span, its) => order.push('after', ended.length, its === facts, span.isRecording()),
    });
    const span = spans.open();
    span.start(turn());
    span.end(facts);
    expect(order).toEqual(['before', 0, true, true, 'after', 1, true, false]);
    const [only] = ended;
    expect(only?.attributes).toMatchObject({ 'codex.turn.status': 'failed', 'added.by.the.host': 1 });
    expect(only?.status).toEqual({ code: 2 });
    expect([only?.startTime, only?.endTime]).toEqual([
      [100, 0],
      [106, 543_000_000],
    ]);
    expect(factsOf(only!)).toBe(facts);
  });

  it('renames a span whose end knows its tool better', () => {
    const { spans, ended } = setUp();
    const span = spans.open();
    span.start(item('call-1'));
    span.end(given.item({ toolName: 'unified_exec' }));
    expect(ended[0]?.name).toBe('execute_tool unified_exec');
  });

  it('sets content only where a span is ended with content', () => {
    const { spans, ended } = setUp();
    for (const content of [{ messages: [{ role: 'user', text: 'hi' } as const] }, undefined]) {
      const span = spans.open();
      span.start(turn());
      span.end(given.turn(), content);
    }
    expect(ended.map(({ attributes }) => 'gen_ai.input.messages' in attributes)).toEqual([true, false]);
  });
});

describe('spans whose parent has not started', () => {
  it('start and end after it, in the order in which things happened', () => {
    const { spans, started, ended } = setUp();
    const [thread, one, two] = [spans.open(), spans.open(), spans.open()];
    one.start(turn('turn-1', { parent: thread }));
    const [a, b] = [spans.open(), spans.open()];
    a.start(item('a', { parent: one }));
    two.start(turn('turn-2', { parent: thread }));
    b.start(item('b', { parent: two }));
    b.end(given.item({ itemId: 'b' }));
    a.end(given.item({ itemId: 'a' }));
    one.end(given.turn({ turnId: 'turn-1' }));
    expect(started).toHaveLength(0);
    thread.start(turn('thread', { subject: { type: 'thread' } }));
    expect(started.map(({ attributes }) => attributes['codex.span.type'])).toEqual([
      'thread',
      'turn',
      'item',
      'turn',
      'item',
    ]);
    expect(ended.map(({ attributes }) => attributes['codex.item.id'] ?? attributes['codex.turn.id'])).toEqual([
      'b',
      'a',
      'turn-1',
    ]);
    two.end(given.turn({ turnId: 'turn-2' }));
    expect(ended).toHaveLength(4);
  });

  it('wait in their parent where that waits itself, with the spans that waited for it', () => {
    const { spans, started } = setUp();
    const [root, child, grandchild] = [spans.open(), spans.open(), spans.open()];
    grandchild.start(item('g', { parent: child }));
    child.start(turn('child', { parent: root }));
    expect(started).toHaveLength(0);
    root.start(turn('root'));
    expect(started.map((span) => span.parentSpanContext?.spanId)).toEqual([
      undefined,
      started[0]?.spanContext().spanId,
      started[1]?.spanContext().spanId,
    ]);
  });

  it.each([1, 2, 3])('start with a root where %i of them wait for each other', (length) => {
    const { spans, started, ended } = setUp();
    const ring = Array.from({ length }, () => spans.open());
    const children = ring.map(() => spans.open());
    for (const [n, child] of children.entries()) child.start(item(String(n), { parent: ring[n]! }));
    for (const [n, span] of ring.entries()) span.start(turn(`turn-${n}`, { parent: children[(n + 1) % length]! }));
    for (const span of [...children, ...ring]) span.end(given.item());
    expect(started).toHaveLength(2 * length);
    expect(started.filter(({ parentSpanContext }) => parentSpanContext === undefined)).toHaveLength(1);
    expect(ended).toHaveLength(2 * length);
  });

  it('follow an initialisation that ends at its start', () => {
    const { spans, ended } = setUp();
    const [initialization, child] = [spans.open(), spans.open()];
    child.start(turn('turn-1', { parent: initialization }));
    child.end(given.turn());
    const facts = given.threadInitialization();
    initialization.start(turn('start', { subject: facts }), facts);
    expect(ended.map(({ name }) => name)).toEqual(['codex.thread start', 'invoke_agent codex']);
  });

  it('are dropped and counted beyond the limit, the oldest first', () => {
    const counters = new Counters();
    const { spans, started } = setUp({ limits: { itemsPerTurn: 1 }, counters });
    const parent = spans.open();
    for (let n = 0; n < 10; n++) spans.open().start(item(String(n), { parent }));
    parent.start(turn());
    expect(started).toHaveLength(1 + 6);
    expect(counters.get('state.dropped', 'waiting span')).toBe(4);
  });
});

describe("the host's tracer and processors, where they throw", () => {
  const throwing = () => {
    throw new Error('the host');
  };

  it('leave a span that is none, whose facts go on, where the host’s code is guarded', () => {
    const failures: unknown[] = [];
    const seen: unknown[] = [];
    const runHostCode = <T>(step: () => T): T | undefined => {
      try {
        return step();
      } catch (error) {
        failures.push(error);
        return undefined;
      }
    };
    const spans = new SpanFactory(throwing, { runHostCode, afterEnd: (span) => seen.push(factsOf(span)) });
    const facts = given.turn();
    const span = spans.open();
    span.start(turn());
    expect(spans.spanOf(span)?.spanContext().spanId).toBe(INVALID_SPANID);
    span.end(facts);
    expect(seen).toEqual([facts]);
    expect(failures).toHaveLength(1);
  });

  it('reach the caller where the host’s code is not guarded', () => {
    expect(() => new SpanFactory(throwing).open().start(turn())).toThrow('the host');
  });
});
