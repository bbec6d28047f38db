import { EventEmitter } from 'node:events';
import { PassThrough, Readable, Writable } from 'node:stream';
import { vi } from 'vitest';
import type { CommandIo } from '../../src/cli/command.js';
import { runCommandLine } from '../../src/cli/command-line.js';
import type { Clock } from '../../src/export/queue/clock.js';
import { hastyClock } from '../export/fake-clock.js';

/** Takes what a command writes. */
export class Output extends Writable {
  isTTY?: boolean;
  columns?: number;
  text = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }

  get lines(): string[] {
    return this.text.split('\n').slice(0, -1);
  }
}

/** Signals that a test sends; `exits` are the statuses that the command ended itself with. */
class Signals extends EventEmitter {
  readonly exits: number[] = [];

  exit(status: number): void {
    this.exits.push(status);
  }

  send(signal: NodeJS.Signals): void {
    this.emit(signal, signal);
  }
}

export interface TestIo extends CommandIo {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly signals: Signals;
}

export interface IoOptions {
  readonly stdin?: string | Readable;
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
}

/** Streams of a test's own. `env` is added to the environment of this process, which the OpenTelemetry SDK reads, for this test. */
export function testIo({ stdin = '', env = {}, clock = hastyClock }: IoOptions = {}): TestIo {
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return {
    stdin: typeof stdin === 'string' ? Readable.from([Buffer.from(stdin)]) : stdin,
    stdout: new Output(),
    stderr: new Output(),
    env: process.env,
    signals: new Signals(),
    clock,
  };
}

/** What a command line wrote, and its exit status. */
export async function codexOtel(args: readonly string[], options: IoOptions = {}) {
  const io = testIo(options);
  const status = await runCommandLine(args, io);
  return { status, stdout: io.stdout.text, stderr: io.stderr.text, lines: io.stdout.lines, said: io.stderr.lines };
}

/** A standard input that goes on until it is ended. */
export const slowInput = (): PassThrough => new PassThrough();
