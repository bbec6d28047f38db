import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { placeOfEachTest, runExec, type Running } from './running.js';

const trace = fileURLToPath(new URL('../rollout/traces/0.171.0.jsonl', import.meta.url));
const place = placeOfEachTest();

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

function start(env: Readonly<Record<string, string>>, run: readonly string[], ...args: readonly string[]): Running {
  const { folder } = place;
  const codex = join(folder, 'codex');
  writeFileSync(codex, CODEX);
  chmodSync(codex, 0o755);
  const ours = { OTEL_METRICS_EXPORTER: 'none', TRACE: trace, REPORT: join(folder, 'report'), CODEX_HOME: folder };
  return runExec(place, args, { run, env: { ...ours, ...env } });
}

async function report(): Promise<{ readonly root?: string; readonly mode?: string }> {
  const file = join(place.folder, 'report');
  await expect.poll(() => existsSync(file)).toBe(true);
  return JSON.parse(readFileSync(file, 'utf8')) as { root?: string; mode?: string };
}

describe.skipIf(process.platform === 'win32')('run --codex-trace -- codex exec --ephemeral', () => {
  it('makes spans of the trace, lets nothing of its content leave, and removes its folder', async () => {
    const run = start({}, ['--codex-trace'], '--ephemeral', 'Hello');
    expect(await run.ended).toEqual({ code: 0, signal: null });
    const { root: traces = '', mode } = await report();
    expect([mode, existsSync(traces)]).toEqual(['700', false]);
    expect(place.receiver.spans.map(({ name }) => name).sort()).toEqual([
      'codex.thread',
      'codex.thread start',
      'execute_tool apply_patch',
      'execute_tool unified_exec',
      'invoke_agent codex',
    ]);
    expect(place.receiver.events.map(({ eventName }) => eventName)).toContain('codex.turn');
    expect(run.stderr + JSON.stringify([place.receiver.spans, place.receiver.events])).not.toContain('CANARY');
    expect(readFileSync(trace, 'utf8')).toContain('CANARY');
  });

  it('removes its folder where the command is ended by a signal, and ends by it', async () => {
    const { child, ended } = start({ HANG: 'yes' }, ['--codex-trace'], '--ephemeral', 'Hello');
    const { root: traces = '' } = await report();
    child.kill('SIGTERM');
    expect(await ended).toEqual({ code: null, signal: 'SIGTERM' });
    expect(existsSync(traces)).toBe(false);
    expect(place.receiver.spans.length).toBe(5);
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
