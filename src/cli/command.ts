import type { Readable, Writable } from 'node:stream';
import { LineSink } from '../export/files/line-sink.js';
import { SettingError, unsupportedVariables, type Environment } from '../export/otel-env.js';
import { printable } from '../export/printable.js';
import type { Clock } from '../export/queue/clock.js';
import type { SignalSource } from './replay/interruption.js';
import type { OutputStream } from './view/terminal.js';

/** The streams and signals of a command: the process's own streams, or a test's. */
export interface CommandIo {
  readonly stdin: Readable;
  readonly stdout: Writable & OutputStream;
  readonly stderr: Writable & OutputStream;
  readonly env: Environment;
  readonly signals: SignalSource;
  /** The time that sending works by. */
  readonly clock: Clock;
}

/** One of the words after `codex-otel`. */
export interface Command {
  /** The text that `--help` prints. */
  readonly usage: string;
  /** Resolves with the exit status. */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

/** A failure that the user can do something about: printed in one line; exit status 1. */
export class CommandError extends Error {}

/** A mistake in the command line: printed with the usage; exit status 2. */
export class UsageError extends Error {}

/** Writes text to standard output and waits until it is taken; a reader that has gone is no failure, a full disk is. */
export async function print({ stdout }: CommandIo, text: string): Promise<void> {
  const sink = new LineSink(stdout);
  sink.write(text.trimEnd());
  await sink.end().catch((error: unknown) => {
    throw new CommandError((error as Error).message);
  });
}

/** Writes one line to standard error. What others wrote may be in it, so it is made {@link printable}. */
export function writeLine({ stderr }: Pick<CommandIo, 'stderr'>, text: string): void {
  stderr.write(`${printable(text)}\n`);
}

/** Throws a {@link SettingError} where an `OTEL_*` variable has a value that cannot be followed. */
export function refuseUnsupportedVariables({ env }: CommandIo): void {
  const [first] = unsupportedVariables(env);
  if (first) throw new SettingError(first.message);
}

/** Names each `OTEL_*` variable whose value cannot be followed, in a line, and treats it as unset from now on. */
export function dropUnsupportedVariables(io: CommandIo): void {
  for (const { name, message } of unsupportedVariables(io.env)) {
    writeLine(io, `codex-otel: ${message} It is ignored.`);
    Reflect.deleteProperty(io.env, name);
  }
}
