import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Receiver } from '../export/receiver.js';
import { temporaryFolder } from '../temporary-folder.js';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const trace = fileURLToPath(new URL('../rollout/traces/0.171.0.jsonl', import.meta.url));
const root = temporaryFolder();
let runs = 0;
let folder: string;
let receiver: Receiver;
beforeEach(async () => {
  folder = join(realpathSync(root), `${runs++}`);
  mkdirSync(folder);
  receiver = await Receiver.start();
});
afterEach(() => receiver.stop());

/** A Codex that writes a recorded trace, and writes down where and with which modes. `HANG`: it goes on for ever then. */
const CODEX = `#!/usr/bin/env node
const { copyFileSync, mkdirSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const root = process.env.CODEX_ROLLOUT_TRACE_ROOT;
const mode = root && (statSync(root).mode & 0o777).toString(8);
if (root) {
  mkdirSync(join(root, 'trace-1', 'payloads'), { recursive: true });
  copyFileSync(process.env.TRACE, join(root, 'trace-1', 'trace.jsonl'));
  writeFileSync(join(root, 'trace-1', 'payloads', '000001.zst'), 'CANARY');
}
writeFileSync(process.env.REPORT + '.new', JSON.stringify({ root, mode }));
renameSync(process.env.REPORT + '.new', process.env.REPORT);
console.log('done');
if (process.env.HANG) setInterval(() => undefined, 1000);
`;

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly status: number | null; readonly signal: string | null }>;
  readonly stderr: () => string;
}

function start(env: Readonly<Record<string, string>>, options: readonly string[], ...args: readonly string[]): Started {
  const codex = join(folder, 'codex');
  writeFileSync(codex, CODEX);
  chmodSync(codex, 0o755);
  const ours = ['run', '--endpoint', receiver.url, '--flush-timeout', '20', ...options];
  const child = spawn(process.execPath, [command, ...ours, '--', codex, 'exec', ...args], {
    env: {
      ...process.env,
      OTEL_METRICS_EXPORTER: 'none',
      TRACE: trace,
      REPORT: join(folder, 'report'),
      CODEX_HOME: folder,
      ...env,
    },
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Awaited<Started['ended']>>((resolve) =>
    child.on('close', (status, signal) => resolve({ status, signal })),
  );
  return { child, ended, stderr: () => stderr };
}

async function report(): Promise<{ readonly root?: string; readonly mode?: string }> {
  const file = join(folder, 'report');
  await expect.poll(() => existsSync(file)).toBe(true);
  return JSON.parse(readFileSync(file, 'utf8')) as { root?: string; mode?: string };
}

describe.skipIf(process.platform === 'win32')('run --codex-trace -- codex exec --ephemeral', () => {
  it('makes spans of the trace, lets nothing of its content leave, and removes its folder', async () => {
    const { ended, stderr } = start({}, ['--codex-trace'], '--ephemeral', 'Hello');
    expect(await ended).toEqual({ status: 0, signal: null });
    const { root: traces = '', mode } = await report();
    expect([mode, existsSync(traces)]).toEqual(['700', false]);
    expect(receiver.spans.map(({ name }) => name).sort()).toEqual([
      'codex.thread',
      'codex.thread start',
      'execute_tool apply_patch',
      'execute_tool unified_exec',
      'invoke_agent codex',
    ]);
    expect(receiver.events.map(({ eventName }) => eventName)).toContain('codex.turn');
    expect(stderr() + JSON.stringify([receiver.spans, receiver.events])).not.toContain('CANARY');
    expect(readFileSync(trace, 'utf8')).toContain('CANARY');
  });

  it('removes its folder where the command is ended by a signal, and ends by it', async () => {
    const { child, ended } = start({ HANG: 'yes' }, ['--codex-trace'], '--ephemeral', 'Hello');
    const { root: traces = '' } = await report();
    child.kill('SIGTERM');
    expect(await ended).toEqual({ status: null, signal: 'SIGTERM' });
    expect(existsSync(traces)).toBe(false);
    expect(receiver.spans.length).toBe(5);
  });

  it('removes its folder where run is killed', async () => {
    const { child, ended } = start({ HANG: 'yes' }, ['--codex-trace'], '--ephemeral', 'Hello');
    const { root: traces = '' } = await report();
    child.kill('SIGKILL');
    await ended;
    await expect.poll(() => existsSync(traces)).toBe(false);
  });

  it('leaves the variable alone without --ephemeral, and without the option', async () => {
    for (const [options, args] of [
      [['--codex-trace'], ['Hello']],
      [[], ['--ephemeral', 'Hello']],
      [['--codex-trace'], ['--', '--ephemeral']],
    ] as const) {
      await start({ CODEX_ROLLOUT_TRACE_ROOT: '' }, options, ...args).ended;
      expect(await report()).toEqual({ root: '', mode: '' });
    }
  });
});
