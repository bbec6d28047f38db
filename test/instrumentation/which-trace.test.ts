import { context, ROOT_CONTEXT, trace, type Context } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CodexInstrumentationConfig } from '../../src/instrumentation/config.js';
import { factsOf } from '../../src/spans/facts-on-span.js';
import { pass } from './by-hand.js';
import { conversation, methodOf } from './conversation.js';
import { Observed, registerContext } from './telemetry.js';

/** The trace of a thread's spans: the table of docs/spans.md, row by row. */

const THREAD = '0.169.0/plain-turn';
const SUBAGENT = '0.169.0/collab-spawn-wait-close';

beforeEach(() => registerContext());

interface Observation {
  /** The host's own span that is active while it asks for these. */
  readonly active?: readonly ('thread/start' | 'turn/start')[];
  readonly options?: CodexInstrumentationConfig;
  readonly recording?: string;
}

/** Observes a recorded session in a host that has an active span while it asks for some things. */
function observe({ active = [], options, recording = THREAD }: Observation = {}) {
  const observed = new Observed(options);
  const request = observed.provider.getTracer('host').startSpan('GET /');
  const connection = observed.codex.connect();
  const during = (parent: Context, step: () => void) => context.with(parent, step);
  for (const step of conversation(recording)) {
    const isActive = step.from === 'client' && active.some((method) => method === methodOf(step));
    during(isActive ? trace.setSpan(ROOT_CONTEXT, request) : ROOT_CONTEXT, () => pass(connection, step));
  }
  connection.close();
  const only = (type: 'thread_initialization' | 'thread' | 'turn') => observed.ofType(type)[0]!;
  return {
    observed,
    request: request.spanContext(),
    initialization: only('thread_initialization'),
    thread: only('thread'),
    turn: only('turn'),
  };
}

const parentOf = (span: ReadableSpan) => span.parentSpanContext?.spanId;
const idOf = (span: ReadableSpan) => span.spanContext().spanId;
const traceOf = (span: ReadableSpan) => span.spanContext().traceId;
const linksOf = (span: ReadableSpan) => span.links.map((link) => link.context.spanId);

describe('if the host has no active span', () => {
  it("the thread's initialisation is a root, in the trace that the thread's id names", () => {
    const { initialization } = observe();
    expect(parentOf(initialization)).toBeUndefined();
    expect(traceOf(initialization)).toBe(factsOf(initialization)!.lineage.threadId.replaceAll('-', ''));
    expect(linksOf(initialization)).toEqual([]);
  });

  it("the turn and the thread are children of the thread's initialisation", () => {
    const { initialization, thread, turn } = observe();
    expect([turn, thread].map(parentOf)).toEqual([idOf(initialization), idOf(initialization)]);
    expect([turn, thread].map(traceOf)).toEqual([traceOf(initialization), traceOf(initialization)]);
    expect([turn, thread].flatMap(linksOf)).toEqual([]);
  });

  it("a span that was active at thread/start is not the turn's parent", () => {
    const { request, turn, initialization } = observe({ active: ['thread/start'] });
    expect(linksOf(initialization)).toEqual([request.spanId]);
    expect(parentOf(turn)).toBe(idOf(initialization));
    expect(linksOf(turn)).toEqual([]);
  });
});

describe('if the host has an active span', () => {
  const active = ['thread/start', 'turn/start'] as const;

  it("the turn is its child, in its trace, with a link to the thread's initialisation", () => {
    const { request, initialization, turn } = observe({ active });
    expect(parentOf(turn)).toBe(request.spanId);
    expect(traceOf(turn)).toBe(request.traceId);
    expect(linksOf(turn)).toEqual([idOf(initialization)]);
  });

  it("the thread and its initialisation are in the thread's own trace, linked to it", () => {
    const { request, initialization, thread } = observe({ active });
    expect(traceOf(initialization)).not.toBe(request.traceId);
    expect(traceOf(thread)).toBe(traceOf(initialization));
    expect(parentOf(initialization)).toBeUndefined();
    expect(parentOf(thread)).toBe(idOf(initialization));
    expect(linksOf(initialization)).toEqual([request.spanId]);
  });

  it("the turn is a child of the thread's initialisation with turnParent: 'thread'", () => {
    const { request, initialization, turn } = observe({ active, options: { turnParent: 'thread' } });
    expect(parentOf(turn)).toBe(idOf(initialization));
    expect(traceOf(turn)).toBe(traceOf(initialization));
    expect(linksOf(turn)).toEqual([request.spanId]);
  });

  it('an active span without valid ids is not the parent', () => {
    const observed = new Observed();
    const none = trace.setSpan(ROOT_CONTEXT, trace.wrapSpanContext({ traceId: '', spanId: '', traceFlags: 0 }));
    const connection = observed.codex.connect();
    context.with(none, () => conversation(THREAD).forEach((step) => pass(connection, step)));
    const [initialization] = observed.ofType('thread_initialization');
    const [turn] = observed.ofType('turn');
    expect(parentOf(turn!)).toBe(idOf(initialization!));
    expect(linksOf(initialization!)).toEqual([]);
  });
});

describe("a subagent's turn", () => {
  const isSpawn = (span: ReadableSpan) => span.name === 'codex.thread spawn';
  const isOfSubagent = (span: ReadableSpan) => factsOf(span)!.lineage.subagentSource !== null;

  it.each([[[]], [['turn/start']]] as const)(
    "is a child of the subagent's spawn, in its parent's trace (active span at: %j)",
    (active) => {
      const { observed } = observe({ recording: SUBAGENT, active });
      const spawns = observed.spans.filter(isSpawn);
      const turns = observed.ofType('turn').filter(isOfSubagent);
      expect(turns.length).toBeGreaterThan(1);
      expect(new Set(turns.map(parentOf))).toEqual(new Set(spawns.map(idOf)));
      const ofParents = observed.ofType('turn').filter((span) => !isOfSubagent(span));
      for (const span of [...spawns, ...turns]) expect(ofParents.map(traceOf)).toContain(traceOf(span));
    },
  );
});
