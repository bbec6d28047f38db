import { NodeTracerProvider, type ReadableSpan, type Span } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import { factsOf } from '../../src/spans/facts-on-span.js';
import { SpanFactory } from '../../src/spans/factory.js';
import { CodexIdGenerator } from '../../src/spans/ids.js';
import { Observer } from '../../src/observer.js';
import { Counters } from '../../src/counters.js';
import { RECORDINGS, wireLines, type WireLine } from '../parity/recordings.js';
import { randomFrom } from '../wire/random.js';

/** What stands where something else is expected. */
const ODD: readonly unknown[] = [
  null,
  -1,
  0,
  1e300,
  '',
  'constructor',
  '__proto__',
  'odd',
  true,
  [],
  {},
  [[]],
  { a: 1 },
];

type Random = () => number;
const oneOf = <T>(values: readonly T[], random: Random): T => values[Math.floor(random() * values.length)]!;

/** The same message with something odd in it, or the id of something else of the same session. */
function twisted(value: unknown, ids: readonly string[], random: Random): unknown {
  if (random() < 0.02) return oneOf(ODD, random);
  if (typeof value === 'string' && ids.includes(value) && random() < 0.05) return oneOf(ids, random);
  if (Array.isArray(value)) return value.map((each) => twisted(each, ids, random));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, twisted(each, ids, random)]));
}

/** A session with messages lost, doubled, late and wrong. */
function mangled(lines: readonly WireLine[], random: Random): WireLine[] {
  const text = JSON.stringify(lines);
  const ids = [...new Set(text.match(/[0-9a-f]{8}-[0-9a-f-]{27}|call_\d+/g) ?? [])];
  const result: WireLine[] = [];
  for (const line of lines) {
    const { msg } = line;
    if (msg === undefined) result.push(line);
    if (msg === undefined || random() < 0.05) continue;
    const changed = { ...line, msg: twisted(msg, ids, random) as NonNullable<WireLine['msg']> };
    const back = random() < 0.1 && result.slice(-3).every((before) => before.msg) ? 3 : 0;
    result.splice(result.length - back, 0, changed);
    if (random() < 0.05) result.push(changed);
  }
  return result;
}

function observe(
  lines: readonly WireLine[],
  limits?: { threads: number; turnsPerThread: number; itemsPerTurn: number },
) {
  const started: Span[] = [];
  const ended: ReadableSpan[] = [];
  const counters = new Counters();
  const processor = {
    onStart: (span: Span) => void started.push(span),
    onEnd: (span: ReadableSpan) => void ended.push(span),
    forceFlush: async () => {},
    shutdown: async () => {},
  };
  const provider = new NodeTracerProvider({
    spanProcessors: [processor, new CodexSpanProcessor({ counters })],
    idGenerator: new CodexIdGenerator(),
  });
  const tracer = provider.getTracer('test');
  const observer = new Observer({
    spans: new SpanFactory(() => tracer),
    counters,
    limits,
    capturesContent: () => true,
  });
  const transport = lines[0]?.transport ?? 'stdio';
  for (const { at, conn, event, server = 1, from, msg } of lines) {
    const connection = { id: conn, server: String(server), transport };
    if (event === 'open') observer.open(connection, at);
    else if (event === 'close') observer.close(connection, at);
    else if (msg && from) observer.message(connection, from, Buffer.from(JSON.stringify(msg)), at);
  }
  const { nextDeadline } = observer;
  if (nextDeadline !== undefined) observer.advance(nextDeadline);
  observer.end();
  return { started, ended, counters, observer };
}

function expectSound({ started, ended, observer }: ReturnType<typeof observe>): void {
  expect(ended.length).toBe(started.length);
  expect(observer.openCounts).toEqual({ threads: 0, turns: 0 });
  expect(observer.nextDeadline).toBeUndefined();
  const ids = new Set(started.map((span) => span.spanContext().spanId));
  for (const span of ended) {
    const [start, end] = [span.startTime, span.endTime].map(([s, ns]) => s * 1000 + ns / 1e6) as [number, number];
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThan(3e13);
    expect(factsOf(span)).toBeDefined();
    if (span.parentSpanContext) expect(ids).toContain(span.parentSpanContext.spanId);
  }
}

describe.each(RECORDINGS)('a session of which messages are lost, doubled, late and wrong: %s', (recording) => {
  const lines = wireLines(recording);

  it('throws nothing, and ends every span that it starts, each once, at a possible time', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const observed = observe(mangled(lines, randomFrom(seed)));
      expectSound(observed);
      expect(new Set(observed.ended.map((span) => span.spanContext().spanId)).size).toBe(observed.ended.length);
    }
  });

  it('nor where every limit bites', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const observed = observe(mangled(lines, randomFrom(seed)), { threads: 1, turnsPerThread: 1, itemsPerTurn: 1 });
      expectSound(observed);
      const turns = observed.ended.filter((span) => factsOf(span)?.type === 'turn');
      expect(new Set(turns.map((span) => span.spanContext().spanId)).size).toBe(turns.length);
    }
  });
});
