import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { diag, DiagLogLevel } from '@opentelemetry/api';
import { afterEach, expect, it } from 'vitest';
import { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import { CODEX } from './host.js';

const codex = new CodexInstrumentation();
afterEach(() => {
  codex.disable();
  diag.disable();
});

it('logs at the level debug which child processes it attached to, and why not to the others', async () => {
  const lines: string[] = [];
  const ignored = () => undefined;
  const debug = (_scope: string, message: unknown) => {
    if (typeof message === 'string') lines.push(message);
  };
  diag.setLogger({ error: ignored, warn: ignored, info: ignored, verbose: ignored, debug }, DiagLogLevel.DEBUG);
  codex.setConfig({ isAppServerHook: ({ args }) => (args.includes('ignored') ? 'ignore' : undefined) });
  const children = [
    spawn(CODEX, ['app-server', '--deaf']),
    spawn(process.execPath, ['--version']),
    spawn(process.execPath, ['-e', '', 'ignored']),
    spawn(CODEX, ['app-server', '--deaf'], { stdio: ['ignore', 'ignore', 'ignore'] }),
  ];
  for (const child of children) child.kill();
  await Promise.all(children.map((child) => once(child, 'close')));
  expect(lines.map((line) => line.replace(/\d+ \(/, 'N ('))).toEqual([
    'attached to child process N (codex): app-server',
    'not attached to child process N (node): its command line runs no Codex',
    'not attached to child process N (node): isAppServerHook says ignore',
    'not attached to child process N (codex): its streams are no pipes, or another copy of this package observes it',
  ]);
});
