import { describe, expect, it } from 'vitest';
import type { WireRecord } from '../../src/wire/log/format.js';
import { RECORDINGS } from '../parity/recordings.js';
import { frame, REQUEST_HEAD } from '../wire/frame.js';
import { randomFrom } from '../wire/random.js';
import { connectAll, pass, passAll } from './by-hand.js';
import { conversation, wireFile } from './conversation.js';
import { Observed, Replayed, told } from './telemetry.js';

const PLAIN = '0.169.0/plain-turn';

/** Names connections as the recording does, which are numbered here: a review's span says who answered. */
const unnamed = (span: object) =>
  JSON.parse(JSON.stringify(span).replace(/("codex.connection.id":")c?/g, '$1')) as object;

describe('connections by hand that get a recording at its recorded times', () => {
  it.each(RECORDINGS)('make the spans and events of a replay, with the same ids and times: %s', async (recording) => {
    const observed = new Observed();
    connectAll(observed.codex, recording);
    observed.codex.disable();
    const replayed = await Replayed.from(wireFile(recording));
    expect(observed.spans.map(told).map(unnamed)).toEqual(replayed.spans.map(told).map(unnamed));
    expect(observed.events).toEqual(replayed.events);
  });
});

describe('connections by hand that leave lines half sent', () => {
  it.each(['lines', 'websocket'] as const)(
    'hold a quarter of the bytes of all state at most (%s); the lines beyond are counted, and the next ones read',
    (framing) => {
      const { codex } = new Observed({ limits: { bytes: 4_000_000 } });
      const [head, half, next] =
        framing === 'lines'
          ? [Buffer.alloc(0), Buffer.alloc(100_000, 'x'), Buffer.from('\n{"method":"x"}\n')]
          : [
              REQUEST_HEAD,
              frame(Buffer.alloc(100_000, 'x')).subarray(0, 50_000),
              Buffer.concat([Buffer.alloc(50_010, 'x'), frame('{"method":"x"}')]),
            ];
      const connections = Array.from({ length: 40 }, () => codex.connect({ framing }));
      for (const connection of connections) connection.fromClient(Buffer.concat([head, half]));
      expect(codex.counters.get('state.dropped', 'partial message')).toBe(30);
      expect(codex.counters.total('messages.seen')).toBe(0);
      for (const connection of connections) connection.fromClient(next);
      expect(codex.counters.get('messages.skipped')).toBe(40);
      for (const connection of connections) connection.fromClient(half);
      expect(codex.counters.get('state.dropped', 'partial message')).toBe(60);
      for (const connection of connections) connection.close();
      codex.connect({ framing }).fromClient(Buffer.concat([head, half]));
      expect(codex.counters.get('state.dropped', 'partial message')).toBe(60);
    },
  );
});

describe('a connection by hand', () => {
  it('records and observes whole milliseconds of a clock that has parts of them', () => {
    const times = new Set<number>();
    const append = ({ at }: WireRecord) => void times.add(at);
    const observed = new Observed({ recorder: { append } });
    passAll(observed.codex, PLAIN, { now: () => 1_795_400_000_000.75 });
    expect([...times]).toEqual([1_795_400_000_000]);
    expect(observed.ofType('thread_initialization').map(({ startTime }) => startTime)).toEqual([[1_795_400_000, 0]]);
  });

  it.each([1, 2, 3])('takes bytes in pieces of any size, in buffers that the host uses again (seed %i)', (seed) => {
    const whole = new Observed();
    passAll(whole.codex, PLAIN, { now: () => 1_795_400_000_000 });
    const observed = new Observed();
    const connection = observed.codex.connect({ now: () => 1_795_400_000_000 });
    const random = randomFrom(seed);
    for (const { from, text } of conversation(PLAIN)) {
      let rest = Buffer.from(`${text}\r\n`);
      while (rest.length > 0) {
        const piece = Buffer.from(rest.subarray(0, 1 + Math.floor(random() * 400)));
        rest = rest.subarray(piece.length);
        if (from === 'client') connection.fromClient(piece);
        else connection.fromServer(piece);
        piece.fill('x');
      }
    }
    connection.close();
    expect(observed.spans.map(told)).toEqual(whole.spans.map(told));
    expect(observed.events).toEqual(whole.events);
  });

  it('takes text in pieces, also within a character, from both sides in turn', () => {
    const texts: string[] = [];
    const append = (record: WireRecord) => 'text' in record && texts.push(`${record.from} ${String(record.text)}`);
    const connection = new Observed({ recorder: { append } }).codex.connect();
    const message = '{"method":"größe","params":"🙂😀 \u{10ffff}"}';
    for (const unit of `${message}\n`.split('')) {
      connection.fromClient(unit);
      connection.fromServer(unit);
    }
    expect(texts).toEqual([`client ${message}`, `server ${message}`]);
  });

  it('encodes half a surrogate pair as a replacement character if the other half does not follow', () => {
    const texts: string[] = [];
    const append = (record: WireRecord) => 'text' in record && texts.push(String(record.text));
    const connection = new Observed({ recorder: { append } }).codex.connect();
    for (const next of ['\ud83d', 'x', Buffer.from('x')]) {
      connection.fromClient('{"method":"\ud83d');
      connection.fromClient(next);
      connection.fromClient('"}\n');
    }
    expect(texts).toEqual(['\ufffd\ufffd', '\ufffdx', '\ufffdx'].map((method) => `{"method":"${method}"}`));
  });

  it('observes a last message without a line feed when it closes', () => {
    const observed = new Observed();
    const connection = observed.codex.connect();
    const steps = conversation(PLAIN);
    for (const step of steps.slice(0, -1)) pass(connection, step);
    expect(observed.types).toEqual(['codex_thread_initialized']);
    connection.fromServer(steps.at(-1)!.text);
    connection.close();
    expect(observed.types).toEqual(['codex_thread_initialized', 'codex_turn_event']);
  });

  it('ignores chunks after close()', () => {
    const observed = new Observed();
    const connection = observed.codex.connect();
    connection.close();
    connection.close();
    for (const step of conversation(PLAIN)) pass(connection, step);
    expect([...observed.codex.counters]).toEqual([]);
  });

  it('ends its open spans and ignores chunks once the instrumentation is disabled', () => {
    const observed = new Observed();
    const connection = observed.codex.connect();
    const steps = conversation(PLAIN);
    for (const step of steps.slice(0, -3)) pass(connection, step);
    observed.codex.disable();
    const { length } = observed.spans;
    expect(observed.ofType('turn')[0]!.attributes['codex.end_reason']).toBe('observation_ended');
    for (const step of steps) pass(connection, step);
    connection.close();
    expect(observed.spans).toHaveLength(length);
  });

  it('ignores its chunks for good if it was made while the instrumentation was disabled', () => {
    const observed = new Observed({ enabled: false });
    const connection = observed.codex.connect();
    const steps = conversation(PLAIN);
    for (const step of steps) pass(connection, step);
    observed.codex.enable();
    for (const step of steps) pass(connection, step);
    connection.close();
    expect(observed.names).toEqual([]);
    expect([...observed.codex.counters]).toEqual([]);
  });

  it('has a server of its own if it names none', () => {
    const observed = new Observed();
    const steps = conversation(PLAIN);
    const until = steps.findIndex(({ text }) => text.startsWith('{"id":2,')) + 1;
    let at = 1_795_400_000_000;
    const now = () => (at += 1);
    // Of one server, the thread would be the same on both.
    for (const server of [undefined, 'process 1', 'named', 'named']) {
      const connection = observed.codex.connect({ server, now });
      for (const step of steps.slice(0, until)) pass(connection, step);
    }
    observed.codex.disable();
    expect(observed.ofType('thread_initialization')).toHaveLength(4);
    expect(observed.ofType('thread')).toHaveLength(3);
  });

  it('puts its transport on the span', () => {
    const observed = new Observed();
    passAll(observed.codex, PLAIN, { transport: 'in_process' });
    passAll(observed.codex, PLAIN);
    expect(observed.ofType('thread_initialization').map((span) => span.attributes['codex.client.transport'])).toEqual([
      'in_process',
      'stdio',
    ]);
  });
});

/** Takes down the numbers of servers alone. */
function serverNumbers() {
  const numbers: unknown[] = [];
  const append = (record: object) => {
    if ('server' in record) numbers.push(record.server);
  };
  return { numbers, recorder: { append } };
}

it('a wire log numbers the servers in the order of their first connections', () => {
  const { numbers, recorder } = serverNumbers();
  const { codex } = new Observed({ recorder });
  for (const server of ['a', undefined, 'b', 'a', undefined, 'b']) codex.connect({ server });
  expect(numbers).toEqual([1, 2, 3, 1, 4, 3]);
});

it('a server that was evicted from the table of numbers gets a new one, which is counted', () => {
  const { numbers, recorder } = serverNumbers();
  const { codex } = new Observed({ recorder });
  for (let n = 1; n <= 1_001; n += 1) codex.connect({ server: `server ${n}` }).close();
  codex.connect({ server: 'server 1' });
  expect(numbers.at(-1)).toBe(1_002);
  expect(codex.counters.get('state.dropped', 'server number')).toBe(2);
});
