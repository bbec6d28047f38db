import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How much of a process's output is kept, for the moment it fails. */
const KEPT_OUTPUT = 16_384;

export interface Options {
  readonly cwd?: string;
  /** On top of the run's own environment, less the variables of OpenTelemetry and Codex that a developer has set. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What was started and has not ended. */
const running = new Set<Running>();
atAnyEnd(() => running.forEach((process_) => process_.kill()));

/** Calls back when this process ends, also by Ctrl-C. */
export function atAnyEnd(clean: () => void): void {
  process.once('exit', clean);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      clean();
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
}

/** A process in a group of its own, so that what it starts itself ends with it. */
export class Running {
  readonly name: string;
  readonly ended: Promise<unknown>;
  readonly #child: ChildProcess;
  #output = '';

  constructor(name: string, [file = '', ...args]: readonly string[], { cwd, env }: Options = {}) {
    this.name = name;
    const inherited = Object.entries(process.env).filter(([variable]) => !/^(OTEL|CODEX|NODE|VITEST)_/.test(variable));
    this.#child = spawn(file, args, { cwd, env: { ...Object.fromEntries(inherited), ...env }, detached: true });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream
        ?.setEncoding('utf8')
        .on('data', (text: string) => (this.#output = (this.#output + text).slice(-KEPT_OUTPUT)));
    // It may end before it has read what it was told.
    this.#child.stdin?.on('error', () => {});
    this.ended = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve((this.#output += error.message)));
      this.#child.once('close', resolve);
    });
    running.add(this);
    void this.ended.then(() => running.delete(this));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** What it printed last, on both streams. */
  get output(): string {
    return this.#output;
  }

  /** Undefined while it runs; null where a signal ended it. */
  get exitCode(): number | null | undefined {
    const { pid, exitCode, signalCode } = this.#child;
    return pid !== undefined && exitCode === null && signalCode === null ? undefined : exitCode;
  }

  /** Calls back with everything that it prints from now on. */
  onOutput(read: (text: string) => void): void {
    this.#child.stdout?.on('data', read);
  }

  write(text: string): void {
    this.#child.stdin?.write(text);
  }

  tell(line: string): void {
    this.write(`${line}\n`);
  }

  /** Asks it to end, makes it end, and resolves with its exit code. */
  async stop(): Promise<number | null> {
    if (this.exitCode === undefined) this.#child.kill('SIGTERM');
    await Promise.race([this.ended, sleep(60_000, undefined, { ref: false })]);
    this.kill();
    await this.ended;
    return this.#child.exitCode;
  }

  /** Ends whoever is left in the group, at once. */
  kill(): void {
    if (this.pid === undefined) return;
    try {
      process.kill(-this.pid, 'SIGKILL');
    } catch (error) {
      // Nobody is left, which is what was wanted.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Runs a program that ends by itself; resolves with what it printed. An error where it fails. */
export async function finish(name: string, command: readonly string[], options?: Options): Promise<string> {
  const process_ = new Running(name, command, options);
  await Promise.race([process_.ended, sleep(240_000, undefined, { ref: false })]);
  const exitCode = await process_.stop();
  if (exitCode !== 0) throw new Error(`${name} failed (${String(exitCode)}):\n${process_.output}`);
  return process_.output;
}

/**
 * Asks again and again until there is an answer; that the process ended meanwhile, or the time limit, is an error.
 *
 * @param what is waited for, in words
 * @param ask may reject: that is no answer yet
 */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  { process: process_, timeoutMs = 120_000 }: { readonly process?: Running; readonly timeoutMs?: number } = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    let reason = '';
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      reason = ` (${String(error)})`;
    }
    if (process_ !== undefined && process_.exitCode !== undefined)
      throw new Error(`${process_.name} ended while waiting for ${what}:\n${process_.output}`);
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}${reason}`);
    await sleep(50);
  }
}

/** Kills the one process of Codex below another process, and not what started it. */
export function killCodexBelow(ancestor: number): void {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm=']).toString('utf8').trim().split('\n');
  const rows = processes.map((line) => line.trim().split(/\s+/));
  const parents = new Map(rows.map(([pid, parent]) => [Number(pid), Number(parent)]));
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === ancestor || isBelow(parent));
  };
  const codex = rows.filter(([pid, , ...name]) => /(^|\/)codex$/.test(name.join(' ')) && isBelow(Number(pid)));
  if (codex.length !== 1) throw new Error(`${codex.length} processes of Codex run`);
  process.kill(Number(codex[0]![0]), 'SIGKILL');
}

/** Addresses of loopback where nobody listens now, all different. */
export async function freeAddresses(count: number): Promise<string[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports.map((port) => `127.0.0.1:${port}`);
}
