import { Readable } from 'node:stream';
import type { Span } from '@opentelemetry/api';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../src/spans/facts-on-span.js';
import { CodexIdGenerator } from '../src/spans/ids.js';
import { replayWireLog, type ReplayOptions } from '../src/replay/wire-log.js';
import { Counters } from '../src/counters.js';
import { SCOPE_NAME, VERSION } from '../src/version.js';
import { START } from './session/session.js';
import { wireFile } from './parity/recordings.js';

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

describe('replay', () => {
  it('a recording becomes the spans of its session through any tracer provider', async () => {
    const facts = await replay(wireFile('0.169.0/approval-accept'));
    expect(facts.map(({ type }) => type)).toEqual(['thread_initialization', 'review', 'item', 'turn', 'thread']);
  });

  it('a replay asks for a tracer with the name, version and schema URL of this package', async () => {
    const asked: unknown[] = [];
    const real = provider();
    await replay(Readable.from([]), {
      tracerProvider: { getTracer: (...name) => (asked.push(...name), real.getTracer('x')) },
    });
    expect(asked.slice(0, 2)).toEqual([SCOPE_NAME, VERSION]);
    expect(asked[2]).toMatchObject({ schemaUrl: expect.stringContaining('https://') as unknown });
  });

  it('a recording without an "open" record is of stdio and of the first server', async () => {
    const facts = await replay(Readable.from([TURN, line({ event: 'close' })]));
    expect(facts).toMatchObject([
      { type: 'turn', endReason: 'server_closed' },
      { type: 'thread', endReason: 'connection_closed' },
    ]);
  });

  it('everything that is open ends with the recording, also when the recording cannot be read to its end', async () => {
    expect(await replay(Readable.from([TURN]))).toMatchObject([
      { type: 'turn', endReason: 'observation_ended' },
      { type: 'thread', endReason: 'observation_ended' },
    ]);
    const types: string[] = [];
    let isFirst = true;
    const broken = new Readable({
      read() {
        if (!isFirst) this.destroy(new Error('no such disk'));
        // More than the stream buffers: it reads on only after this was consumed.
        else this.push(TURN + '\n'.repeat(300_000));
        isFirst = false;
      },
    });
    const onSpan = (span: Span) => types.push(String(factsOf(span)?.type));
    await expect(replayWireLog(broken, { tracerProvider: provider(), onSpan })).rejects.toThrow('no such disk');
    expect(types).toEqual(['turn', 'thread']);
  });

  it('a record that is no message advances the time', async () => {
    const later = { at: START + 120_000, from: 'client', raw: 'not JSON' };
    const completed = notice('turn/completed', { turn: { id: 'turn-1', status: 'completed', durationMs: 1 } });
    const run = { id: 'h', eventName: 'stop', status: 'running', startedAt: START };
    const hook = notice('hook/started', { turnId: 'turn-1', run });
    const facts = await replay(Readable.from([TURN, hook, completed, line(later)]));
    expect(facts.map(({ type, endReason }) => [type, endReason])).toContainEqual(['hook', 'turn_ended']);
  });

  it('a replay waits after each chunk, reports its progress, counts messages, and keeps to its limits', async () => {
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

  it('a replay reports each record and each broken line, and stops when its signal is aborted', async () => {
    const reported: unknown[] = [];
    const controller = new AbortController();
    const source = Readable.from([`${TURN}no record\n`, TURN]);
    const facts = await replay(source, {
      signal: controller.signal,
      onRecord: ({ kind }) => reported.push(kind),
      onBrokenLine: (number) => reported.push(number),
      afterChunk: async () => controller.abort(),
    });
    expect(reported).toEqual([2, 'message']);
    expect(facts).toMatchObject([{ type: 'turn', endReason: 'observation_ended' }, { type: 'thread' }]);
  });

  it('a message after the close of its connection is skipped and counted', async () => {
    const counters = new Counters();
    const close = line({ event: 'close' });
    const facts = await replay(Readable.from([TURN, close, TURN, close]), { counters });
    expect(facts.map(({ type }) => type)).toEqual(['turn', 'thread']);
    expect(counters.get('messages.skipped', 'after the close')).toBe(1);
  });

  it.each([
    ['when the first one closes', line({ event: 'close' })],
    ['when the first one never closes', ''],
  ])('two connections of one name are two sessions %s', async (_how, close) => {
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
