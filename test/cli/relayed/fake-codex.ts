import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recording } from '../recordings.js';
import { Running } from '../running.js';

/** The fake Codex's executable. */
export const CODEX = fileURLToPath(new URL('fake-codex/codex', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const SESSION = 'approval-accept';

/** The session that the fake Codex plays. */
export const SESSION_LOG = recording(SESSION);

/** A start of the fake Codex. */
export interface Start {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly pid: number;
}

/** `codex-otel run` with the fake Codex, in folders of its own. */
export class Stage {
  readonly folder: string;
  readonly project: string;
  /** The folder that sockets of `run` are made in. */
  readonly runtime: string;
  readonly env: Readonly<Record<string, string>>;

  constructor(folder: string) {
    this.folder = folder;
    this.project = join(folder, 'project');
    this.runtime = join(folder, 'run');
    for (const path of [folder, this.project, this.runtime]) mkdirSync(path);
    writeFileSync(this.#log, '');
    this.env = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      CODEX_HOME: join(folder, 'home'),
      XDG_RUNTIME_DIR: this.runtime,
      FAKE_CODEX_LOG: this.#log,
      FAKE_CODEX_RECORDING: SESSION_LOG,
      OTEL_SDK_DISABLED: 'true',
    };
  }

  get #log(): string {
    return join(this.folder, 'log');
  }

  get starts(): readonly Start[] {
    return readFileSync(this.#log, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Start);
  }

  /** The arguments of all starts, without the name of the private folder. */
  get arguments(): readonly (readonly string[])[] {
    return this.starts.map(({ args }) => args.map((arg) => arg.replace(/codex-otel-\w{6}(?=\/)/, 'PRIVATE')));
  }

  /** Whether processes or files are left over. */
  get leftovers(): readonly unknown[] {
    return [...this.starts.filter(({ pid }) => isRunning(pid)), ...readdirSync(this.runtime)];
  }

  run(options: readonly string[], args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
    const command = [COMMAND, 'run', ...options, '--', CODEX, ...args];
    return new Running(
      spawn(process.execPath, command, { cwd: this.project, env: { ...this.env, ...env }, stdio: 'pipe' }),
    );
  }

  /** The same with a terminal as its standard streams. */
  runInTerminal(
    options: readonly string[],
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    codex = CODEX,
  ): Running {
    const words = [process.execPath, COMMAND, 'run', ...options, '--', codex, ...args];
    const quoted = words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
    const command = ['-qec', `exec ${quoted}`, '/dev/null'];
    return new Running(spawn('script', command, { cwd: this.project, env: { ...this.env, ...env }, stdio: 'pipe' }));
  }
}

/** Whether this machine has `script` of util-linux, which makes terminals. */
export const hasTerminals = process.platform === 'linux' && existsSync('/usr/bin/script');

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
