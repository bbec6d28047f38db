import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WireRecord } from '../../src/wire/log/format.js';
import { temporaryFolder } from '../temporary-folder.js';
import { conversation, wireFile } from './conversation.js';
import { CODEX, play, spawnCodex } from './host.js';
import { diagnostics, Observed } from './telemetry.js';

const PLAIN = '0.169.0/plain-turn';
const SPANS_OF_PLAIN = ['codex.thread start', 'invoke_agent codex', 'codex.thread'];

const folder = temporaryFolder();
const launcher = join(folder, 'my-launcher');

async function writeProgram(name: string, script: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

// Writes a greeting and runs the command behind its name.
beforeAll(() => writeProgram('my-launcher', `[ -n "$HELLO" ] && echo "$HELLO"\nshift\nexec '${CODEX}' "$@"`));

const launch = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawn(launcher, args, {
    env: { ...process.env, FAKE_CODEX_RECORDING: wireFile(PLAIN), ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });

describe('an app-server behind a launcher', () => {
  it("is observed from its client's initialize on", async () => {
    const observed = new Observed();
    await play(launch(['codex', 'app-server']), PLAIN);
    expect(observed.names).toEqual(SPANS_OF_PLAIN);
    expect(observed.types).toEqual(['codex_thread_initialized', 'codex_turn_event']);
    expect(observed.codex.counters.get('messages.seen')).toBe(conversation(PLAIN).length);
  });

  it('is observed without what the launcher wrote before', async () => {
    const records: WireRecord[] = [];
    const observed = new Observed({ recorder: { append: (record) => records.push(record) } });
    const child = launch(['codex', 'app-server'], { HELLO: 'welcome' });
    await once(child.stdout, 'readable');
    for (const { from, text } of conversation(PLAIN)) if (from === 'client') child.stdin.write(`${text}\n`);
    child.stdin.end();
    child.stdout.resume();
    await once(child, 'close');
    expect(observed.names).toEqual(SPANS_OF_PLAIN);
    expect(observed.codex.counters.total('lines.broken')).toBe(0);
    expect(records.map(({ kind }) => kind)).toEqual(['open', ...conversation(PLAIN).map(() => 'message'), 'close']);
  });

  it('is observed if initialize comes in pieces, in a buffer that the host uses again', async () => {
    const observed = new Observed();
    const child = launch(['codex', 'app-server', '--echo']);
    const line = Buffer.from(`${conversation(PLAIN)[0]!.text}\n`);
    for (let at = 0; at < line.length; at += 40) {
      const piece = Buffer.from(line.subarray(at, at + 40));
      await new Promise((resolve) => child.stdin.write(piece, resolve));
      piece.fill('x');
    }
    child.stdin.end();
    let echoed = '';
    for await (const chunk of child.stdout) echoed += String(chunk);
    expect(echoed).toBe(line.toString());
    expect(observed.codex.counters.total('lines.broken')).toBe(0);
    expect(observed.codex.counters.get('messages.seen')).toBeGreaterThan(0);
  });

  it.each([
    ['another message', '{"method":"thread/start","id":1}\n'],
    ['a line that is no message', 'hello\n'],
    ['an empty line', '\n'],
    ['a long line without an end', 'x'.repeat(100_000)],
  ])('is released, unobserved, if its client begins with %s', async (_what, first) => {
    const records: WireRecord[] = [];
    const observed = new Observed({ recorder: { append: (record) => records.push(record) } });
    const child = launch(['codex', 'app-server', '--echo']);
    expect(Object.hasOwn(child.stdin, 'write')).toBe(true);
    child.stdin.write(first);
    expect(Object.hasOwn(child.stdin, 'write')).toBe(false);
    expect(Object.hasOwn(child.stdout, 'push')).toBe(false);
    child.stdin.end(conversation(PLAIN)[0]!.text);
    child.stdout.resume();
    await once(child, 'close');
    expect([...observed.codex.counters]).toEqual([]);
    expect(records).toEqual([]);
  });

  it('is observed from its first byte if the host hands it over', async () => {
    const observed = new Observed();
    const child = launch(['codex', 'app-server', '--echo']);
    observed.codex.observeChildProcess(child);
    child.stdin.end('{"method":"x","id":1}\n');
    child.stdout.resume();
    await once(child, 'close');
    expect(observed.codex.counters.get('messages.seen')).toBe(2);
  });
});

it.each<[string, ...string[]]>([
  ['git', '-C', '/src/codex', 'grep', 'app-server'],
  ['ls', '/src/codex', 'app-server'],
  ['codex', 'app-server', 'generate-ts', '--out', 'x'],
  ['codex', 'app-server', 'daemon', 'start'],
])('nothing is observed, and nothing recorded, of %s %s %s', async (name, ...args) => {
  const file = name === 'codex' ? CODEX : join(folder, name);
  if (name !== 'codex') await writeProgram(name, 'echo "codex/a.rs: app-server"');
  const records: WireRecord[] = [];
  const said = diagnostics();
  const observed = new Observed({ recorder: { append: (record) => records.push(record) } });
  const child = spawn(file, args);
  expect(Object.hasOwn(child.stdin, 'write')).toBe(false);
  child.stdin.end();
  child.stdout.resume();
  await once(child, 'close');
  expect(records).toEqual([]);
  expect([...observed.codex.counters]).toEqual([]);
  expect(said).toEqual([]);
});

describe('what cannot be observed by its command line', () => {
  it.each([
    ['codex exec', ['exec', 'hello'], /`codex exec`, which does not speak the app-server protocol/],
    ['a listener', ['app-server', '--listen', 'ws://127.0.0.1:0'], /with a socket.* observeWebSocket\(socket\)/],
  ])('is warned of once, with what to do: %s', async (_what, args, warning) => {
    const said = diagnostics();
    const observed = new Observed();
    for (let run = 0; run < 2; run += 1) {
      const child = spawn(CODEX, args, { stdio: ['pipe', 'pipe', 'ignore'] });
      expect(Object.hasOwn(child.stdin, 'write')).toBe(false);
      child.stdin.end();
      child.stdout.resume();
      await once(child, 'close');
    }
    expect(said).toEqual([expect.stringMatching(warning)]);
    expect([...observed.codex.counters]).toEqual([]);
  });

  it('is warned of once: a container of an image that is named after Codex', async () => {
    const said = diagnostics();
    new Observed();
    await once(spawn(await writeProgram('docker', 'exit 0'), ['run', '-i', 'ghcr.io/me/codex:1']), 'close');
    expect(said).toEqual([expect.stringMatching(/entry point.*observeChildProcess\(child\).*isAppServerHook/)]);
  });

  it('is not warned of if isAppServerHook has decided', async () => {
    const said = diagnostics();
    new Observed({ isAppServerHook: () => 'ignore' });
    await once(spawn(CODEX, ['exec', 'hello']), 'close');
    expect(said).toEqual([]);
  });

  describe('in a runtime that publishes no child processes', () => {
    const { versions } = process;
    afterEach(() => void Object.defineProperty(process, 'versions', { value: versions }));

    it('is warned of when the instrumentation is enabled, and observed when it is handed over', async () => {
      Object.defineProperty(process, 'versions', { value: { ...versions, bun: '1.2.3' } });
      const said = diagnostics();
      const observed = new Observed();
      expect(said).toEqual([expect.stringContaining('observeChildProcess(child), right after spawn')]);
      const child = spawnCodex(PLAIN);
      observed.codex.observeChildProcess(child);
      await play(child, PLAIN);
      expect(observed.names).toEqual(SPANS_OF_PLAIN);
    });
  });
});
