import type { Readable, Writable } from 'node:stream';
import { LineSink } from '../export/files/line-sink.js';
import type { Environment } from '../export/variables.js';
import type { SignalSource } from './replay/interruption.js';
import type { OutputStream } from './terminal.js';

/** What a command works with: the process's own streams, or a test's. */
export interface CommandIo {
  readonly stdin: Readable;
  readonly stdout: Writable & OutputStream;
  readonly stderr: Writable & OutputStream;
  readonly env: Environment;
  readonly signals: SignalSource;
}

/** One of the words after `codex-otel`. */
export interface Command {
  /** What it does, in a line. */
  readonly summary: string;
  /** What `--help` says. */
  readonly usage: string;
  /** Resolves with the exit status. */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

/** Something that the user can do something about: said in one line; exit status 1. */
export class CommandError extends Error {}

/** The command line itself is wrong: said with the usage; exit status 2. */
export class UsageError extends Error {}

/** Writes text to standard output and waits until it is taken; a reader that has gone is no failure, a full disk is. */
export async function print({ stdout }: CommandIo, text: string): Promise<void> {
  const sink = new LineSink(stdout);
  sink.write(text.trimEnd());
  await sink.end().catch((error: unknown) => {
    throw new CommandError((error as Error).message);
  });
}
