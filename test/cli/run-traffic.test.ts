import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Receiver } from '../export/receiver.js';
import { conversation, conversationIn } from '../instrumentation/conversation.js';
import { CODEX } from '../instrumentation/host.js';
import { RECORDINGS } from '../parity/recordings.js';
import { temporaryFolder } from '../temporary-folder.js';
import { piecesOf, randomFrom } from '../wire/random.js';
import { expectDelivered } from './delivered.js';
import { codexOtel } from './io.js';
import { longSession } from './long-session.js';

// What passes the proxy, as it is installed: a process of its own between a client and an app-server.
const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = temporaryFolder();

/** All recordings, one after another, as one session on one connection. */
const steps = RECORDINGS.flatMap((recording) => conversation(recording));
const saidBy = (side: 'client' | 'server') =>
  Buffer.from(steps.flatMap(({ from, text }) => (from === side ? `${text}\n` : [])).join(''));
const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

/** What an instrumentation may add to a request. */
const MEMBER = /,"trace":\{"traceparent":"00-[0-9a-f]{32}-[0-9a-f]{16}-01"\}(?=\}\n)/g;

interface Passed {
  readonly status: number | null;
  readonly toClient: Buffer;
  readonly toServer: string;
  readonly stderr: string;
}

/** Plays all recordings through the proxy, what both sides say in pieces of any size. */
async function play(options: readonly string[], env: Readonly<Record<string, string>>, seed: number): Promise<Passed> {
  const [session, heard] = [join(folder, 'session.jsonl'), join(folder, `heard-${seed}`)];
  writeFileSync(
    session,
    steps.map(({ from, text }) => `${JSON.stringify({ conn: 'c1', from, raw: text })}\n`).join(''),
  );
  const fake = { FAKE_CODEX_RECORDING: session, FAKE_CODEX_HEARD: heard, FAKE_CODEX_PIECES: String(seed) };
  const child = spawn(process.execPath, [command, 'run', ...options, '--', CODEX, 'app-server'], {
    env: { PATH: process.env['PATH'], ...fake, ...env },
  });
  const isOver = once(child, 'close');
  const toClient: Buffer[] = [];
  const stderr: Buffer[] = [];
  let arrived = 0;
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => {}); // it is gone: its status tells
  child.stdout.on('data', (chunk: Buffer) => {
    toClient.push(chunk);
    arrived += chunk.length;
  });

  const random = randomFrom(seed);
  let expected = 0;
  for (const { from, text } of steps) {
    const line = Buffer.from(`${text}\n`);
    if (from === 'server') expected += line.length;
    else {
      while (arrived < expected && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), isOver]);
      for (const piece of random() < 0.5 ? [line] : piecesOf(line, random, 60)) child.stdin.write(piece);
    }
  }
  child.stdin.end();
  const [status] = (await isOver) as [number | null];
  return {
    status,
    toClient: Buffer.concat(toClient),
    toServer: readFileSync(heard, 'utf8'),
    stderr: Buffer.concat(stderr).toString(),
  };
}

describe('codex-otel run with queues of the default size', () => {
  it.each([
    ['that complete at once', {}],
    ['that end at once, with their server', { open: true }],
  ])('delivers all of 5,000 items %s', async (_how, options) => {
    await using receiver = await Receiver.start();
    const session = join(folder, 'many.jsonl');
    writeFileSync(session, longSession(5_000, options));
    // A busy machine needs longer for them than the default.
    const sending = ['--endpoint', receiver.url, '--flush-timeout', '60'];
    const child = spawn(process.execPath, [command, 'run', ...sending, '--', CODEX, 'app-server'], {
      env: { PATH: process.env['PATH'], FAKE_CODEX_RECORDING: session },
    });
    const isOver = once(child, 'close');
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)));
    const said = conversationIn(session);
    for (const { text } of said.filter(({ from }) => from === 'client')) child.stdin.write(`${text}\n`);
    const { text: last } = said.at(-1)!;
    while (!stdout.endsWith(`${last}\n`)) await once(child.stdout, 'data');
    child.stdin.end();
    expect([await isOver, stderr]).toEqual([[0, null], '']);
    const items = receiver.spans.filter(({ attributes }) => attributes['codex.span.type'] === 'item');
    expect(new Set(items.map(({ spanId }) => spanId)).size).toBe(5_000);
    const completed = receiver.events.filter(({ eventName }) => eventName === 'codex.command_execution');
    expect(new Set(completed.map(({ spanId }) => spanId)).size).toBe('open' in options ? 0 : 5_000);
  });
});

describe('codex-otel run passes on the same bytes in both directions, for every recording and in pieces of any size', () => {
  it.each([
    ['with the SDK disabled', 1, { OTEL_SDK_DISABLED: 'true' }],
    [
      'without exporters',
      2,
      { OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' },
    ],
  ])('%s (seed %i)', async (_how, seed, env) => {
    const { status, toClient, toServer, stderr } = await play([], env, seed);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(hashOf(toClient)).toBe(hashOf(saidBy('server')));
    expect(hashOf(toServer)).toBe(hashOf(saidBy('client')));
  });

  it('with --inject, --record and --endpoint, except for the trace member; a replay of the record sends the same (seed 3)', async () => {
    await using receiver = await Receiver.start();
    const [log, traces, events] = ['record.jsonl.gz', 'traces', 'events'].map((name) => join(folder, name));
    const options = ['--inject', '--record', log!, '--endpoint', receiver.url];
    const { status, toClient, toServer, stderr } = await play(options, { OTEL_METRICS_EXPORTER: 'none' }, 3);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(hashOf(toClient)).toBe(hashOf(saidBy('server')));
    expect(hashOf(toServer.replace(MEMBER, ''))).toBe(hashOf(saidBy('client')));
    expect(toServer.match(MEMBER)!.length).toBeGreaterThan(20);

    const replay = await codexOtel(['replay', log!, '--traces', traces!, '--events', events!]);
    expect(replay.status).toBe(0);
    expect(receiver.spans.length).toBeGreaterThan(300);
    expectDelivered(receiver, [traces!], [events!], 'live');
  });
});
