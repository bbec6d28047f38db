import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { readTranscript, type ReadTranscriptOptions } from '../../src/protocol/transcript/transcript.js';
import { isBareMessage } from '../../src/wire/log/format.js';
import type { WireRecord } from '../../src/wire/log/format.js';
import { wireLines, RECORDINGS, type WireLine } from '../parity/recordings.js';

async function read(messages: readonly (object | string)[], options?: ReadTranscriptOptions): Promise<WireRecord[]> {
  const lines = messages.map((message) => (typeof message === 'string' ? message : JSON.stringify(message)));
  const records: WireRecord[] = [];
  const source = Readable.from([Buffer.from(`${lines.join('\n')}\n`)]);
  for await (const batch of readTranscript(source, options)) records.push(...batch);
  return records;
}

const senders = (records: readonly WireRecord[]) =>
  records.map((record) => (record.kind === 'message' ? record.from : record.kind));
const times = (records: readonly WireRecord[]) => records.map(({ at }) => at);
const messagesOf = (lines: readonly WireLine[]) => lines.flatMap(({ msg }) => msg ?? []);

/** Messages that are no JSON-RPC, and answers that no server would understand. */
const ODD: readonly string[] = ['0.131.0/fault-bad-messages', '0.169.0/fault-wrong-decisions'];
/** Of one connection to one server. */
const PLAIN = RECORDINGS.filter(
  (recording) => !ODD.includes(recording) && new Set(wireLines(recording).map(({ conn }) => conn)).size === 1,
);

it.each(PLAIN)('finds the sender of every message of %s', async (recording) => {
  const lines = wireLines(recording).filter(({ msg }) => msg !== undefined);
  const records = await read(messagesOf(lines));
  expect(senders(records)).toEqual(lines.map(({ from }) => from));
});

it('takes the times of a recording to within some milliseconds, in their order', async () => {
  const lines = wireLines('0.171.0/steer-accepted').filter(({ msg }) => msg !== undefined);
  const read_ = times(await read(messagesOf(lines)));
  expect(read_).toEqual([...read_].sort((a, b) => a - b));
  const turn = lines.findIndex(({ msg }) => msg?.method === 'turn/completed');
  expect(Math.abs(read_[turn]! - lines[turn]!.at)).toBeLessThan(50);
});

it('gives a message without a time that of the next one with a time, and the last ones the last time', async () => {
  const records = await read([
    { id: 1, method: 'initialize', params: {} },
    { id: 1, result: {} },
    { method: 'thread/started', params: {}, emittedAtMs: 1_000 },
    { id: 2, method: 'turn/start', params: {} },
    { method: 'item/started', params: { startedAtMs: 2_000 } },
    { method: 'item/started', params: { startedAtMs: 1_500 } },
    { id: 2, result: {} },
  ]);
  expect(times(records)).toEqual([1_000, 1_000, 1_000, 2_000, 2_000, 2_000, 2_000]);
});

it('takes no time out of what the user wrote', async () => {
  const text = '"emittedAtMs":5';
  const records = await read([
    { id: 1, method: 'turn/start', params: { input: [{ text }], metadata: { startedAtMs: 7 } } },
    { method: 'turn/started', params: {}, emittedAtMs: 1_000 },
  ]);
  expect(times(records)).toEqual([1_000, 1_000]);
});

it('distinguishes an answer of the client from a response of the server where both have a request of that id', async () => {
  const records = await read([
    { id: 0, method: 'item/commandExecution/requestApproval', params: {} },
    { id: 0, method: 'turn/interrupt', params: {} },
    { id: 0, result: { decision: 'accept' } },
    { id: 0, result: {} },
  ]);
  expect(senders(records)).toEqual(['server', 'client', 'client', 'server']);
});

it('counts and skips a message whose sender is not known, unless the caller names one', async () => {
  const counters = new Counters();
  const messages = [
    { id: 1, result: {} },
    { method: 'turn/started', params: {}, emittedAtMs: 1_000 },
  ];
  expect(senders(await read(messages, { counters }))).toEqual(['server']);
  expect(counters.get('messages.skipped', 'of an unknown sender')).toBe(1);
  expect(senders(await read(messages, { from: 'client' }))).toEqual(['client', 'server']);
});

it('begins another server with another initialize', async () => {
  const once = [
    { id: 1, method: 'initialize', params: {} },
    { id: 1, result: {} },
  ];
  const records = await read([...once, ...once]);
  expect(records.map(({ kind, connection }) => `${kind} ${connection}`)).toEqual([
    'message c1',
    'message c1',
    'close c1',
    'open c2',
    'message c2',
    'message c2',
  ]);
});

it('counts lines that are no message', async () => {
  const counters = new Counters();
  const broken: number[] = [];
  await read(['no JSON', '{"type":"session_meta"}', '{"method":"initialized"}'], {
    counters,
    onBrokenLine: (line) => broken.push(line),
  });
  expect(broken).toEqual([1, 2]);
  expect(counters.get('lines.broken')).toBe(2);
});

it.each([
  ['a request', '{"id":1,"method":"initialize","params":{}}', true],
  ['a notification', '{"method":"initialized"}', true],
  ['a response', '{"id":1,"result":{}}', true],
  ['a record of a wire log', '{"at":1,"conn":"c1","from":"client","msg":{"method":"initialized"}}', false],
  ['a record of a rollout', '{"timestamp":"2026-11-28T08:00:00Z","type":"session_meta","payload":{}}', false],
  ['text', 'method', false],
])('%s is a bare message: %s → %s', (_what, line, expected) => {
  expect(isBareMessage(Buffer.from(line))).toBe(expected);
});
