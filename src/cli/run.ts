import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { parseArgs } from 'node:util';
import { propagation } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { deliveryProblem } from '../export/delivery.js';
import { readSettings } from '../export/settings.js';
import { setUp, type Pipeline } from '../export/setup.js';
import { CodexInstrumentation } from '../instrumentation/instrumentation.js';
import { fileFailure } from '../wire/file-error.js';
import { WireLogWriter } from '../wire/log/writer.js';
import { CommandError, UsageError, type Command, type CommandIo } from './command.js';

const usage = `Usage: codex-otel run [options] -- codex app-server [args…]

Runs an app-server between a client and itself and observes what passes: for clients that nobody
can change, such as an IDE's setting for the Codex path. Bytes, standard error, exit code and
signals pass through; trouble with telemetry never reaches the client.

  --record FILE      writes a wire log (its content, too) that codex-otel replay reads; .gz is gzipped
  --inject           adds trace context to the client's requests (no byte is changed without it)
  --endpoint URL     sends spans and events to this OTLP/HTTP receiver; without it the OTEL_*
                     variables decide, and http://localhost:4318 where they are silent
`;

/** `codex-otel run` */
export const runCommand: Command = {
  summary: 'runs an app-server and observes what passes between it and its client',
  usage,
  run,
};

/** How long what is left is tried to be sent when the app-server has gone; its client waits for that. */
const LAST_TRIES_MS = 3_000;

/** Signals that are the app-server's to answer. */
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const { options, command } = splitCommand(args);
  const settings = readSettings(io.env, { endpoint: options.endpoint, otlp: 'always' });
  const recorder = options.record === undefined ? undefined : recorderOf(options.record, io);
  const codex = new CodexInstrumentation({
    injectTraceContext: options.inject ?? false,
    recorder,
  });
  const pipeline = setUp(settings, { pace: 'live', spanProcessors: [codex.spanProcessor], output: io.stderr });
  codex.setTracerProvider(pipeline.tracerProvider);
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  if (pipeline.loggerProvider) codex.setLoggerProvider(pipeline.loggerProvider);
  if (pipeline.meterProvider) codex.setMeterProvider(pipeline.meterProvider);

  io.stdout.on('error', () => undefined); // a client may be gone before there is anything to tell it
  const [file, ...rest] = command;
  const child = spawn(file, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  codex.observeChildProcess(child);
  await spawned(child, file);
  const release = connect(child, io);
  const { code, signal } = await ended(child);
  release();
  codex.disable();
  await finish(pipeline, recorder, io);
  return endLike(code, signal, io);
}

interface RunOptions {
  readonly record?: string | undefined;
  readonly inject?: boolean | undefined;
  readonly endpoint?: string | undefined;
}

function splitCommand(args: readonly string[]): { options: RunOptions; command: readonly [string, ...string[]] } {
  const at = args.indexOf('--');
  const { values, positionals } = parseArgs({
    args: at === -1 ? [...args] : args.slice(0, at),
    allowPositionals: true,
    options: { record: { type: 'string' }, inject: { type: 'boolean' }, endpoint: { type: 'string' } },
  });
  const [file, ...rest] = at === -1 ? [] : args.slice(at + 1);
  if (file === undefined || positionals.length > 0)
    throw new UsageError('What to run? Give the command after --, such as: codex-otel run -- codex app-server');
  return { options: values, command: [file, ...rest] };
}

/** A file that cannot be written is said at once: a session can be long. */
function recorderOf(path: string, io: CommandIo): WireLogWriter | undefined {
  try {
    closeSync(openSync(path, 'w', 0o600));
  } catch (error) {
    say(io, `Nothing is recorded: cannot write ${path}: ${fileFailure(error as NodeJS.ErrnoException, 'directory')}`);
    return undefined;
  }
  return new WireLogWriter(path);
}

async function spawned(child: ChildProcess, file: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ENOENT' ? 'there is no such command.' : fileFailure(error, 'file');
      reject(new CommandError(`Cannot run ${file}: ${reason}`));
    });
  });
}

/** Puts the client's ends and the app-server's together: `pipe` keeps the back-pressure, an end on one side is passed on. */
function connect(child: ChildProcess, io: CommandIo): () => void {
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) return () => undefined;
  const forwards = FORWARDED.map((signal) => [signal, () => child.kill(signal)] as const);
  for (const [signal, forward] of forwards) io.signals.on(signal, forward);
  // Whoever is gone is gone: the other side hears of it by its own stream.
  stdin.on('error', () => undefined);
  stdout.on('error', () => undefined);
  const clientGone = () => stdout.destroy();
  io.stdout.on('error', clientGone);
  io.stdin.pipe(stdin);
  stdout.pipe(io.stdout, { end: false });
  stdout.once('end', () => {
    halfClose(io);
  });
  return () => {
    for (const [signal, forward] of forwards) io.signals.off(signal, forward);
    io.stdin.unpipe(stdin);
    io.stdin.destroy();
  };
}

/** Node never closes its own standard output; a client that waits for its end would wait for the process instead. */
function halfClose({ stdout }: CommandIo): void {
  if (stdout !== process.stdout) stdout.end();
  else
    stdout.write('', () => {
      closeSync(1);
    });
}

function ended(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
}

/** Sends and writes what is left, for a while; what was lost is said, and changes nothing. */
async function finish(pipeline: Pipeline, recorder: WireLogWriter | undefined, io: CommandIo): Promise<void> {
  const timer = setTimeout(() => pipeline.hurry(), LAST_TRIES_MS);
  const failed = (error: Error) => say(io, error.message);
  await Promise.all([pipeline.shutdown().catch(failed), recorder?.end().catch(failed)]);
  clearTimeout(timer);
  const problem = deliveryProblem(pipeline.shipments);
  if (problem) say(io, problem.text);
}

function say({ stderr }: CommandIo, text: string): void {
  stderr.write(`codex-otel: ${text}\n`);
}

/** Ends as the app-server did, so that whoever started us sees no difference. */
function endLike(code: number | null, signal: NodeJS.Signals | null, { signals }: CommandIo): number {
  if (signal === null) return code ?? 1;
  if (signals === process) process.kill(process.pid, signal);
  return 128 + constants.signals[signal];
}
