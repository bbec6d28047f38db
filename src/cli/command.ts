import type { Readable, Writable } from 'node:stream';
import { LineSink } from '../export/files/line-sink.js';
import { SettingError, unsupportedVariables, type Environment } from '../export/otel-env.js';
import { printable } from '../export/printable.js';
import type { Clock } from '../export/queue/clock.js';
import type { SignalSource } from './interruption.js';
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

/** Writes text to standard output, as {@link printLines} does. */
export async function print(io: CommandIo, text: string): Promise<void> {
  await printLines(io, [text.trimEnd()]);
}

/** Writes lines to standard output as its reader takes them; a reader that has gone is no failure, a full disk is. */
export async function printLines({ stdout }: CommandIo, lines: Iterable<string>): Promise<void> {
  const sink = new LineSink(stdout);
  try {
    for (const line of lines) {
      sink.write(line);
      await sink.drained();
      if (sink.isClosedByReader) break;
    }
    await sink.end();
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}

/** Writes one line to standard error. What others wrote may be in it, so it is made {@link printable}. */
export function writeLine({ stderr }: Pick<CommandIo, 'stderr'>, text: string): void {
  stderr.write(`${printable(text)}\n`);
}

/** Writes one line to standard error that names this command: another program's lines may stand beside it. */
export function report(io: Pick<CommandIo, 'stderr'>, text: string): void {
  writeLine(io, `codex-otel: ${text}`);
}

/** Throws a {@link SettingError} where an `OTEL_*` variable has a value that cannot be followed. */
export function refuseUnsupportedVariables({ env }: CommandIo): void {
  const [first] = unsupportedVariables(env);
  if (first) throw new SettingError(first.message);
}

/** Names each `OTEL_*` variable whose value cannot be followed, in a line, and treats it as unset from now on. */
export function dropUnsupportedVariables(io: CommandIo): void {
  for (const { name, message } of unsupportedVariables(io.env)) {
    report(io, `${message} It is ignored.`);
    Reflect.deleteProperty(io.env, name);
  }
}
