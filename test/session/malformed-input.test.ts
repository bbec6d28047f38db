import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/spans/facts-on-span.js';
import { RECORDINGS, wireLines, type WireLine } from '../parity/recordings.js';
import { randomFrom } from '../wire/random.js';
import { pipeline, type PipelineOptions } from './pipeline.js';
import { offsetsOf, START } from './session.js';

/** Values that stand where another kind of value is expected. */
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

/** The same message with odd values in it, or with another id of the same session. */
function twisted(value: unknown, ids: readonly string[], random: Random): unknown {
  if (random() < 0.02) return oneOf(ODD, random);
  if (typeof value === 'string' && ids.includes(value) && random() < 0.05) return oneOf(ids, random);
  if (Array.isArray(value)) return value.map((each) => twisted(each, ids, random));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, twisted(each, ids, random)]));
}

/** A session in which messages are lost, doubled, late and wrong. */
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

function observe(lines: readonly WireLine[], limits?: PipelineOptions['limits']) {
  const started = new Set<string>();
  const ended: ReadableSpan[] = [];
  const { observer } = pipeline({
    limits,
    capturesContent: true,
    onStart: (span) => void started.add(span.spanContext().spanId),
    onEnd: (span) => void ended.push(span),
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
  expect(observer.openCounts).toEqual({ threads: 0, turns: 0 });
  expect(observer.nextDeadline).toBeUndefined();
  expectSound(started, ended);
  return ended;
}

/** Every span that started has ended, at a possible time, with facts, under a span that was started. */
function expectSound(started: ReadonlySet<string>, ended: readonly ReadableSpan[]): void {
  expect(new Set(ended.map((span) => span.spanContext().spanId))).toEqual(started);
  for (const span of ended) {
    const [start, end] = offsetsOf(span);
    expect(start).toBeGreaterThanOrEqual(-START);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThan(3e13);
    expect(factsOf(span)).toBeDefined();
    if (span.parentSpanContext) expect(started).toContain(span.parentSpanContext.spanId);
  }
}

describe.each(RECORDINGS)('session with lost, doubled, late and wrong messages: %s', (recording) => {
  const lines = wireLines(recording);

  it('never throws, and ends each span that it starts once and at a possible time', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const ended = observe(mangled(lines, randomFrom(seed)));
      expect(new Set(ended.map((span) => span.spanContext().spanId)).size).toBe(ended.length);
    }
  });

  it('never throws and makes each turn once when every limit is exceeded', () => {
    for (let seed = 1; seed <= 2; seed++) {
      const ended = observe(mangled(lines, randomFrom(seed)), { threads: 1, turnsPerThread: 1, itemsPerTurn: 1 });
      const turns = ended.filter((span) => factsOf(span)?.type === 'turn');
      expect(new Set(turns.map((span) => span.spanContext().spanId)).size).toBe(turns.length);
    }
  });
});
