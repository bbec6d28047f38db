import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { Receiver } from '../export/receiver.js';
import { temporaryFolder } from '../temporary-folder.js';

const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** A folder, by its real path, and a receiver. */
export interface Place {
  readonly folder: string;
  readonly receiver: Receiver;
}

/** Gives each test of a file a folder and a receiver of its own: those of the test that runs now. */
export function placeOfEachTest(): Place {
  const root = temporaryFolder();
  let tests = 0;
  let folder: string;
  let receiver: Receiver;
  beforeEach(async () => {
    folder = join(realpathSync(root), String(tests++));
    mkdirSync(folder);
    receiver = await Receiver.start();
  });
  afterEach(() => receiver.stop());
  return {
    get folder() {
      return folder;
    },
    get receiver() {
      return receiver;
    },
  };
}

/** A running `codex-otel`, and all that it has written so far. */
export class Running {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;

  constructor(child: ChildProcess) {
    this.child = child;
    child.stdout!.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    child.stderr!.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  }
}

interface ExecOptions {
  /** Options of `codex-otel run`. */
  readonly run?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** `codex-otel run` before the `codex exec` that is in the folder, which it works in; it sends to the receiver. */
export function runExec({ folder, receiver }: Place, args: readonly string[], { run = [], env }: ExecOptions): Running {
  const sending = ['--endpoint', receiver.url, '--flush-timeout', '20'];
  const command = [COMMAND, 'run', ...sending, ...run, '--', join(folder, 'codex'), 'exec', ...args];
  return new Running(spawn(process.execPath, command, { cwd: folder, env: { ...process.env, ...env }, stdio: 'pipe' }));
}
