import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { RECORDINGS } from '../parity/recordings.js';
import { randomFrom } from '../wire/random.js';
import { conversation } from './conversation.js';
import { CODEX } from './host.js';
import { Observed } from './telemetry.js';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** An app-server that says what it hears. */
const spawnEcho = () => spawn(CODEX, ['app-server', '--echo'], { stdio: ['pipe', 'pipe', 'inherit'] });

/** All that was ever said in the recordings, by both sides. */
const everything = Buffer.from(
  RECORDINGS.flatMap((recording) => conversation(recording).map(({ text }) => `${text}\n`)).join(''),
);

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
  for (let start = 0; start < bytes.length;) {
    const end = Math.min(bytes.length, start + Math.floor(random() ** 4 * 60_000) + 1);
    if (random() < 0.05) {
      stdin!.cork();
      process.nextTick(() => stdin!.uncork());
    }
    const form = forms[Math.floor(random() * forms.length)]!;
    if (!form(bytes.subarray(start, end))) await once(stdin!, 'drain');
    else if (random() < 0.1) await nextTurn();
    start = end;
  }
}

async function echoed(child: ChildProcess, write: () => Promise<void>): Promise<Buffer> {
  const heard: Buffer[] = [];
  child.stdout!.on('data', (chunk: Buffer) => void heard.push(chunk));
  await write();
  child.stdin!.end();
  await once(child, 'close');
  return Buffer.concat(heard);
}

describe('the bytes of both directions are the same', () => {
  it.each([1, 2, 3])('in any pieces, observed (seed %i)', async (seed) => {
    const observed = new Observed({ injectTraceContext: false });
    const child = spawnEcho();
    const heard = await echoed(child, () => writeInPieces(child, everything, randomFrom(seed)));
    expect(hashOf(heard)).toBe(hashOf(everything));
    expect(observed.codex.counters.total('messages.seen')).toBeGreaterThan(1_000);
  });

  it('not observed', async () => {
    const observed = new Observed({ enabled: false });
    const child = spawnEcho();
    const heard = await echoed(child, () => writeInPieces(child, everything, randomFrom(4)));
    expect(hashOf(heard)).toBe(hashOf(everything));
    expect(observed.codex.counters.total('messages.seen')).toBe(0);
  });

  it('while observation is switched off and on, in the middle of a line', async () => {
    const observed = new Observed({ injectTraceContext: false });
    const child = spawnEcho();
    const third = Math.floor(everything.length / 3) + 7;
    const heard = await echoed(child, async () => {
      const random = randomFrom(5);
      await writeInPieces(child, everything.subarray(0, third), random);
      observed.codex.disable();
      expect(Object.hasOwn(child.stdin, 'write')).toBe(false);
      expect(Object.hasOwn(child.stdout, 'push')).toBe(false);
      await writeInPieces(child, everything.subarray(third, 2 * third), random);
      observed.codex.enable();
      await writeInPieces(child, everything.subarray(2 * third), random);
    });
    expect(hashOf(heard)).toBe(hashOf(everything));
    expect(observed.codex.counters.total('messages.seen')).toBeGreaterThan(0);
  });

  it('as text, also where a message is longer than a pipe takes at once', async () => {
    new Observed({ injectTraceContext: false });
    const child = spawnEcho();
    const long = `${JSON.stringify({ method: 'x', params: 'größe '.repeat(300_000) })}\n`;
    const heard = await echoed(child, async () => {
      if (!child.stdin.write(long)) await once(child.stdin, 'drain');
      child.stdin.write(everything.toString('utf8'), 'utf8');
    });
    expect(hashOf(heard)).toBe(hashOf(Buffer.concat([Buffer.from(long), everything])));
  });
});

it('a server that does not read holds its host back, observed or not', async () => {
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

it('a host that does not read yet starts no flow', async () => {
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
