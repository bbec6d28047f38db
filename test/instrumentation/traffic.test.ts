import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { context, ROOT_CONTEXT, trace, type SpanContext } from '@opentelemetry/api';
import { beforeEach, describe, expect, it } from 'vitest';
import { RECORDINGS } from '../parity/recordings.js';
import { piecesOf, randomFrom } from '../wire/random.js';
import { conversation } from './conversation.js';
import { CODEX } from './host.js';
import { Observed, registerContext } from './telemetry.js';

/** All messages of all recordings, of both sides, and where each recording ends. */
const recorded = RECORDINGS.map((recording) => ({
  recording,
  bytes: Buffer.from(
    conversation(recording)
      .map(({ text }) => `${text}\n`)
      .join(''),
  ),
}));
const everything = Buffer.concat(recorded.map(({ bytes }) => bytes));

/** The hash of each recording's part of the bytes, and of what is left over. */
function hashes(bytes: Buffer): Record<string, string> {
  const hashOf = (part: Buffer) => createHash('sha256').update(part).digest('hex');
  let start = 0;
  const parts = recorded.map(({ recording, bytes: { length } }) => {
    start += length;
    return [recording, hashOf(bytes.subarray(start - length, start))] as const;
  });
  return { ...Object.fromEntries(parts), rest: hashOf(bytes.subarray(start)) };
}

/** An app-server that says what it hears, in pieces of any size. */
const spawnEcho = (seed = 0) =>
  spawn(CODEX, ['app-server', '--echo'], {
    env: { ...process.env, FAKE_CODEX_PIECES: String(seed) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });

/** Writes the bytes in pieces of any size, in any form in which a stream takes them, corked now and then. */
async function writeInPieces(child: ChildProcess, bytes: Buffer, random: () => number): Promise<void> {
  const { stdin } = child;
  const forms: ((piece: Buffer) => boolean)[] = [
    (piece) => stdin!.write(piece),
    (piece) => stdin!.write(Uint8Array.from(piece)),
    (piece) => stdin!.write(piece.toString('latin1'), 'latin1'),
    (piece) => stdin!.write(piece.toString('base64'), 'base64'),
    (piece) => stdin!.write(piece.toString('hex'), 'hex', () => {}),
  ];
  for (const piece of piecesOf(bytes, random)) {
    if (random() < 0.05) {
      stdin!.cork();
      process.nextTick(() => stdin!.uncork());
    }
    const form = forms[Math.floor(random() * forms.length)]!;
    if (!form(piece)) await once(stdin!, 'drain');
    else if (random() < 0.1) await nextTurn();
  }
}

async function echoed(child: ChildProcess, write: () => Promise<void> | void): Promise<Buffer> {
  const heard: Buffer[] = [];
  child.stdout!.on('data', (chunk: Buffer) => void heard.push(chunk));
  await write();
  child.stdin!.end();
  await once(child, 'close');
  return Buffer.concat(heard);
}

describe('no byte changes in either direction, of any recording, in pieces of any size', () => {
  it.each([1, 2, 3])('while the app-server is observed (seed %i)', async (seed) => {
    const observed = new Observed({ injectTraceContext: false });
    const child = spawnEcho(seed);
    const heard = await echoed(child, () => writeInPieces(child, everything, randomFrom(seed)));
    expect(hashes(heard)).toEqual(hashes(everything));
    expect(observed.codex.counters.total('messages.seen')).toBeGreaterThan(4_000);
  });

  it.each([4])('while it is not observed (seed %i)', async (seed) => {
    const observed = new Observed({ enabled: false });
    const child = spawnEcho(seed);
    const heard = await echoed(child, () => writeInPieces(child, everything, randomFrom(seed)));
    expect(hashes(heard)).toEqual(hashes(everything));
    expect(observed.codex.counters.total('messages.seen')).toBe(0);
  });

  it.each([5, 6])('while the instrumentation is disabled and enabled again (seed %i)', async (seed) => {
    const observed = new Observed({ injectTraceContext: false });
    const child = spawnEcho(seed);
    const third = Math.floor(everything.length / 3) + seed;
    const random = randomFrom(seed);
    const heard = await echoed(child, async () => {
      await writeInPieces(child, everything.subarray(0, third), random);
      observed.codex.disable();
      expect(Object.hasOwn(child.stdin, 'write')).toBe(false);
      expect(Object.hasOwn(child.stdout, 'push')).toBe(false);
      await writeInPieces(child, everything.subarray(third, 2 * third), random);
      observed.codex.enable();
      await writeInPieces(child, everything.subarray(2 * third), random);
    });
    expect(hashes(heard)).toEqual(hashes(everything));
    expect(observed.codex.counters.total('messages.seen')).toBeGreaterThan(0);
  });

  it('of text, also if a message is longer than a pipe takes at once', async () => {
    new Observed({ injectTraceContext: false });
    const child = spawnEcho();
    const long = `${JSON.stringify({ method: 'x', params: 'größe '.repeat(300_000) })}\n`;
    const heard = await echoed(child, async () => {
      child.stdin.write(everything.toString('utf8'), 'utf8');
      if (!child.stdin.write(long)) await once(child.stdin, 'drain');
    });
    const { rest, ...parts } = hashes(heard);
    expect({ ...parts, rest }).toEqual(hashes(Buffer.concat([everything, Buffer.from(long)])));
  });
});

describe('with trace context in the requests', () => {
  const HOST: SpanContext = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331', traceFlags: 1 };
  const MEMBER = `,"trace":{"traceparent":"00-${HOST.traceId}-${HOST.spanId}-01"}`;
  const underHost = <T>(step: () => T) => context.with(trace.setSpanContext(ROOT_CONTEXT, HOST), step);
  const withoutMember = (bytes: Buffer) => Buffer.from(bytes.toString('utf8').replaceAll(MEMBER, ''));
  const isRequest = (line: string) => {
    try {
      const message: unknown = JSON.parse(line);
      return typeof message === 'object' && message !== null && 'method' in message && 'id' in message;
    } catch {
      return false;
    }
  };
  beforeEach(() => registerContext());

  /** All recordings, message by message, as a host writes them. */
  async function heardInWhole(bytes: Buffer): Promise<Buffer> {
    new Observed();
    const child = spawnEcho();
    const lines = bytes.toString('utf8').split(/(?<=\n)/);
    return underHost(() => echoed(child, () => lines.forEach((line) => child.stdin.write(line))));
  }

  it('each request has a trace member, and no other byte changes', async () => {
    const heard = await heardInWhole(everything);
    expect(hashes(withoutMember(heard))).toEqual(hashes(everything));
    const lines = heard.toString('utf8').split('\n').slice(0, -1);
    const requests = lines.filter(isRequest);
    expect(requests.length).toBeGreaterThan(200);
    expect(lines.filter((line) => line.includes(MEMBER))).toEqual(requests);
    expect(requests.filter((line) => !line.endsWith(`${MEMBER}}`))).toEqual([]);
  });

  it.each([7, 8])('in pieces of any size, switched on and off, no other byte changes (seed %i)', async (seed) => {
    const { codex } = new Observed();
    const child = spawnEcho(seed);
    const random = randomFrom(seed);
    const heard = await underHost(() =>
      echoed(child, async () => {
        for (const piece of piecesOf(everything, random, 100_000)) {
          codex.setConfig({ injectTraceContext: random() < 0.7 });
          await writeInPieces(child, piece, random);
        }
      }),
    );
    expect(hashes(withoutMember(heard))).toEqual(hashes(everything));
    expect(heard.length).toBeGreaterThan(everything.length);
    for (const line of heard.toString('utf8').split('\n'))
      if (line.includes(MEMBER)) expect(line.endsWith(`${MEMBER}}`) && isRequest(line), line).toBe(true);
  });

  it('a request that has a trace member is not changed', async () => {
    const bearing = Buffer.from(
      (await heardInWhole(everything)).toString('utf8').replaceAll(HOST.spanId, '00f067aa0ba902b7'),
    );
    const heard = await heardInWhole(bearing);
    expect(heard.equals(bearing)).toBe(true);
  });
});

it('an app-server that does not read has the same back-pressure, observed or not', async () => {
  const answers = async () => {
    const child = spawn(CODEX, ['app-server', '--deaf'], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.on('error', () => {}); // it is killed with much unread
    const said = Array.from({ length: 400 }, () => child.stdin.write(Buffer.alloc(4_096, '\n')));
    const { writableNeedDrain } = child.stdin;
    child.kill();
    await once(child, 'close');
    return [said.at(-1), writableNeedDrain];
  };
  const before = await answers();
  new Observed();
  expect(await answers()).toEqual(before);
  expect(before).toEqual([false, true]);
});

it('observation does not start the flow of an output that the host does not read yet', async () => {
  new Observed();
  const child = spawnEcho();
  expect(child.stdout.readableFlowing).toBe(null);
  child.stdin.end('{}\n');
  await once(child.stdout, 'readable');
  expect(child.stdout.readableFlowing).toBe(null);
  expect(String(child.stdout.read())).toBe('{}\n');
  child.stdout.resume();
  await once(child, 'close');
});
