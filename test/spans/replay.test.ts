import { Readable } from 'node:stream';
import type { Span } from '@opentelemetry/api';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/spans/facts-on-span.js';
import { CodexIdGenerator } from '../../src/spans/ids.js';
import { replayWireLog, type ReplayOptions } from '../../src/replay.js';
import { Counters } from '../../src/counters.js';
import { SCOPE_NAME, VERSION } from '../../src/version.js';
import { START } from '../acceptance/session.js';
import { wireFile } from '../parity/recordings.js';

const provider = () => new NodeTracerProvider({ idGenerator: new CodexIdGenerator() });

async function replay(source: string | Readable, options: Partial<ReplayOptions> = {}) {
  const spans: Span[] = [];
  await replayWireLog(source, { tracerProvider: provider(), onSpan: (span) => spans.push(span), ...options });
  return spans.map((span) => factsOf(span)!);
}

const line = (record: Record<string, unknown>) => `${JSON.stringify({ at: START, conn: 'c1', ...record })}\n`;
const notice = (method: string, params: Record<string, unknown>) =>
  line({ from: 'server', msg: { method, params: { threadId: 'thread-1', ...params } } });
const TURN = notice('turn/started', { turn: { id: 'turn-1', status: 'inProgress' } });

describe('a replay', () => {
  it('makes the spans of a session through any tracer provider', async () => {
    const facts = await replay(wireFile('0.169.0/approval-accept'));
    expect(facts.map(({ type }) => type)).toEqual(['thread_initialization', 'review', 'item', 'turn', 'thread']);
  });

  it('asks for a tracer of this package’s name and version', async () => {
    const asked: unknown[] = [];
    const real = provider();
    await replay(Readable.from([]), {
      tracerProvider: { getTracer: (...name) => (asked.push(...name), real.getTracer('x')) },
    });
    expect(asked.slice(0, 2)).toEqual([SCOPE_NAME, VERSION]);
    expect(asked[2]).toMatchObject({ schemaUrl: expect.stringContaining('https://') as unknown });
  });

  it('takes a log that began after its connection did for the usual case: stdio, the first server', async () => {
    const facts = await replay(Readable.from([TURN, line({ event: 'close' })]));
    expect(facts).toMatchObject([
      { type: 'turn', endReason: 'server_closed' },
      { type: 'thread', endReason: 'connection_closed' },
    ]);
  });

  it('ends with the log what the log leaves open, also where the log cannot be read to its end', async () => {
    expect(await replay(Readable.from([TURN]))).toMatchObject([
      { type: 'turn', endReason: 'observation_ended' },
      { type: 'thread', endReason: 'observation_ended' },
    ]);
    const types: string[] = [];
    let isFirst = true;
    const broken = new Readable({
      read() {
        if (!isFirst) this.destroy(new Error('no such disk'));
        // More than the stream wants to hold: it reads on only when this has been taken.
        else this.push(TURN + '\n'.repeat(300_000));
        isFirst = false;
      },
    });
    const onSpan = (span: Span) => types.push(String(factsOf(span)?.type));
    await expect(replayWireLog(broken, { tracerProvider: provider(), onSpan })).rejects.toThrow('no such disk');
    expect(types).toEqual(['turn', 'thread']);
  });

  it('lets time pass by what was no message', async () => {
    const later = { at: START + 120_000, from: 'client', raw: 'not JSON' };
    const completed = notice('turn/completed', { turn: { id: 'turn-1', status: 'completed', durationMs: 1 } });
    const item = notice('item/started', { turnId: 'turn-1', startedAtMs: START, item: { type: 'webSearch', id: 'i' } });
    const facts = await replay(Readable.from([TURN, item, completed, line(later)]));
    expect(facts.map(({ type, endReason }) => [type, endReason])).toContainEqual(['item', 'turn_ended']);
  });

  it('lets exporters catch up, tells how far it is, counts, and keeps to limits', async () => {
    const counters = new Counters();
    let chunks = 0;
    let lines = 0;
    await replay(wireFile('0.169.0/approval-accept'), {
      counters,
      limits: { itemsPerTurn: 1 },
      afterChunk: async () => void (chunks += 1),
      onProgress: () => void (lines += 1),
    });
    expect(chunks).toBeGreaterThan(1);
    expect(lines).toBeGreaterThan(0);
    expect(counters.get('messages.seen')).toBeGreaterThan(20);
    expect(counters.get('messages.skipped')).toBeGreaterThan(5);
    expect(counters.get('state.dropped', 'completed item')).toBe(2);
  });

  it('tells of each record and each line that is none, and ends where its signal says', async () => {
    const told: unknown[] = [];
    const controller = new AbortController();
    const source = Readable.from([`${TURN}no record\n`, TURN]);
    const facts = await replay(source, {
      signal: controller.signal,
      onRecord: ({ kind }) => told.push(kind),
      onBrokenLine: (number) => told.push(number),
      afterChunk: async () => controller.abort(),
    });
    expect(told).toEqual([2, 'message']);
    expect(facts).toMatchObject([{ type: 'turn', endReason: 'observation_ended' }, { type: 'thread' }]);
  });

  it('passes over what a server still says when its client has gone, and counts it', async () => {
    const counters = new Counters();
    const close = line({ event: 'close' });
    const facts = await replay(Readable.from([TURN, close, TURN, close]), { counters });
    expect(facts.map(({ type }) => type)).toEqual(['turn', 'thread']);
    expect(counters.get('messages.skipped', 'after the close')).toBe(1);
  });

  it.each([
    ['after the other', line({ event: 'close' })],
    ['after the other, though the first was never said to have closed', ''],
  ])('tells apart connections that bear one name %s', async (_how, close) => {
    const open = (server: number) => line({ event: 'open', transport: 'stdio', server });
    const facts = await replay(
      Readable.from([open(1), TURN, close, open(2), TURN.replace('turn-1', 'turn-2'), line({ event: 'close' })]),
    );
    expect(facts.map(({ type, endReason }) => [type, endReason])).toEqual([
      ['turn', 'server_closed'],
      ['thread', 'connection_closed'],
      ['turn', 'server_closed'],
      ['thread', 'connection_closed'],
    ]);
  });
});
