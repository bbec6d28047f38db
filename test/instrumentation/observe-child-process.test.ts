import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.js';
import { wireFile } from './conversation.js';
import { CODEX, play, spawnCodex } from './host.js';
import { Observed, registerContext } from './telemetry.js';

const PLAIN = '0.169.0/plain-turn';
const SPANS_OF_PLAIN = ['codex.thread start', 'invoke_agent codex', 'codex.thread'];

const folder = temporaryFolder();
beforeAll(() => symlink(CODEX, join(folder, 'my-agent')));

/** The fake app-server under a name that its command line does not give away. */
const spawnWrapper = () => {
  const env = { ...process.env, FAKE_CODEX_RECORDING: wireFile(PLAIN) };
  return spawn(join(folder, 'my-agent'), ['serve'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
};

it('observeChildProcess observes a child whatever its command line', async () => {
  const observed = new Observed();
  const child = spawnWrapper();
  observed.codex.observeChildProcess(child);
  await play(child, PLAIN);
  expect(observed.names).toEqual(SPANS_OF_PLAIN);
  expect(observed.types).toEqual(['codex_thread_initialized', 'codex_turn_event']);
});

it.each([
  ['its command line', {}],
  ['isAppServerHook', { isAppServerHook: () => 'observe' as const }],
])('observeChildProcess does not observe a child twice that was recognised by %s', async (_how, config) => {
  const observed = new Observed(config);
  const child = spawnCodex(PLAIN);
  const write = child.stdin!.write;
  const release = observed.codex.observeChildProcess(child);
  expect(observed.codex.observeChildProcess(child)).toBe(release);
  expect(child.stdin!.write).toBe(write);
  await play(child, PLAIN);
  expect(observed.names).toEqual(SPANS_OF_PLAIN);
});

it('observeChildProcess observes a child that isAppServerHook ignores', async () => {
  const observed = new Observed({ isAppServerHook: () => 'ignore' });
  const child = spawnCodex(PLAIN);
  observed.codex.observeChildProcess(child);
  await play(child, PLAIN);
  expect(observed.names).toEqual(SPANS_OF_PLAIN);
});

it('observeChildProcess leaves a child alone that another instrumentation observes', async () => {
  const [first, second] = [new Observed(), new Observed()];
  const child = spawnCodex(PLAIN);
  second.codex.observeChildProcess(child)();
  await play(child, PLAIN);
  expect([first.names, second.names]).toEqual([SPANS_OF_PLAIN, []]);
});

it('the function that observeChildProcess returns detaches, however the child was recognised', async () => {
  const observed = new Observed();
  for (const child of [spawnWrapper(), spawnCodex(PLAIN)]) {
    const release = observed.codex.observeChildProcess(child);
    expect(Object.hasOwn(child.stdin!, 'write')).toBe(true);
    release();
    release();
    expect(Object.hasOwn(child.stdin!, 'write')).toBe(false);
    expect(Object.hasOwn(child.stdout!, 'push')).toBe(false);
    expect(child.listenerCount('close')).toBe(0);
    await play(child, PLAIN);
  }
  expect(observed.names).toEqual([]);
});

it('disable() detaches from a child that observeChildProcess attached to', () => {
  const observed = new Observed();
  const child = spawnWrapper();
  observed.codex.observeChildProcess(child);
  observed.codex.disable();
  expect(Object.hasOwn(child.stdin, 'write')).toBe(false);
  child.kill();
});

it('observeChildProcess attaches to nothing while the instrumentation is disabled or tracing is suppressed', async () => {
  registerContext();
  const disabled = new Observed({ enabled: false });
  const suppressed = new Observed();
  const child = spawnWrapper();
  disabled.codex.observeChildProcess(child)();
  context.with(suppressTracing(ROOT_CONTEXT), () => suppressed.codex.observeChildProcess(child))();
  expect(Object.hasOwn(child.stdin, 'write')).toBe(false);
  await play(child, PLAIN);
  expect([...disabled.names, ...suppressed.names]).toEqual([]);
});

it('observeChildProcess attaches to no child that was not spawned, has ended, or has no pipes', async () => {
  const { codex } = new Observed();
  const missing = spawn(join(folder, 'no-such-file'));
  missing.on('error', () => {});
  const ended = spawnCodex(PLAIN);
  ended.stdin!.end();
  ended.stdout!.resume();
  await once(ended, 'close');
  const inherits = spawn(process.execPath, ['-e', ''], { stdio: ['pipe', 'inherit', 'inherit'] });
  for (const child of [missing, ended, inherits]) {
    codex.observeChildProcess(child)();
    if (child.stdin) expect(Object.hasOwn(child.stdin, 'write')).toBe(false);
  }
  expect([...codex.counters]).toEqual([]);
});

it('observeChildProcess counts a value that is no child process, and does not throw', () => {
  const { codex } = new Observed();
  codex.observeChildProcess(undefined as never)();
  expect(codex.counters.get('hooks.failed', 'child process')).toBe(1);
});
