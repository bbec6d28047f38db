import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.js';

const command = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = temporaryFolder();
const codex = join(folder, 'codex');

beforeAll(() => {
  writeFileSync(codex, '#!/usr/bin/env node\neval(process.env.PROGRAM);\n');
  chmodSync(codex, 0o755);
});

/** Starts `codex-otel run -- codex <args>`, where Codex is a program of the test. */
function started(program: string, ...args: string[]) {
  const child = spawn(process.execPath, [command, 'run', '--', codex, ...args], {
    env: { ...process.env, PROGRAM: program, OTEL_SDK_DISABLED: 'true' },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) =>
    child.on('close', (...ending) => resolve(ending)),
  );
  return { child, output, ended };
}

describe.skipIf(process.platform === 'win32').each(['exec', 'login'])('run -- codex %s', (subcommand) => {
  it('gives the command its own streams, arguments and variables', async () => {
    const { child, output, ended } = started(
      `console.error(process.argv.slice(2).join(), process.env.OTEL_SDK_DISABLED); process.stdin.pipe(process.stdout)`,
      subcommand,
      '--json',
      'a b',
    );
    child.stdin.end('in\n');
    expect(await ended).toEqual([0, null]);
    expect(output).toEqual({ stdout: 'in\n', stderr: `${subcommand},--json,a b true\n` });
  });

  it('ends with the status of the command', async () => {
    expect(await started('process.exit(7)', subcommand).ended).toEqual([7, null]);
  });

  it('ends by the signal that ended the command', async () => {
    expect(await started('process.kill(process.pid, "SIGKILL")', subcommand).ended).toEqual([null, 'SIGKILL']);
  });

  it('passes signals on, each once', async () => {
    const { child, output, ended } = started(
      `for (const signal of ['SIGINT', 'SIGHUP', 'SIGUSR2']) process.on(signal, () => console.log(signal));
       process.on('SIGTERM', () => process.exit(3)); console.log('ready'); setInterval(() => {}, 1000)`,
      subcommand,
    );
    const lines = ['ready'];
    for (const signal of ['SIGINT', 'SIGHUP', 'SIGUSR2'] as const) {
      await expect.poll(() => output.stdout.split('\n').slice(0, -1)).toEqual(lines);
      child.kill(signal);
      lines.push(signal);
    }
    await expect.poll(() => output.stdout.split('\n').slice(0, -1)).toEqual(lines);
    child.kill('SIGTERM');
    expect(await ended).toEqual([3, null]);
  });
});

it.skipIf(process.platform === 'win32')(
  'run -- codex exec ends the command soon after it was itself ended by SIGKILL',
  async () => {
    const { child, output, ended } = started('console.log(process.pid); setInterval(() => {}, 1000)', 'exec');
    await expect.poll(() => output.stdout).toMatch(/\n/);
    child.kill('SIGKILL');
    // The streams close when no process holds them any more.
    expect(await ended).toEqual([null, 'SIGKILL']);
  },
);

it('run -- codex login names a command that cannot be run in one line', async () => {
  const { output, ended } = started('', 'login');
  await ended;
  const missing = spawn(process.execPath, [command, 'run', '--', join(folder, 'no', 'codex'), 'login']);
  let text = '';
  missing.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  expect(await new Promise((resolve) => missing.on('close', resolve))).toBe(1);
  expect({ output, text }).toEqual({
    output: { stdout: '', stderr: '' },
    text: `codex-otel: Cannot run ${join(folder, 'no', 'codex')}: there is no such command.\n`,
  });
});
