import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { propagation } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { deliveryProblem } from '../../export/queue/delivery-report.js';
import { createPipeline, type Pipeline } from '../../export/pipeline.js';
import { CodexInstrumentation } from '../../instrumentation/instrumentation.js';
import { fileFailure } from '../../wire/file-error.js';
import { WireLogWriter } from '../../wire/log/writer.js';
import { CommandError, dropUnsupportedVariables, writeLine, type Command, type CommandIo } from '../command.js';
import { runOptions, type RunOptions } from './run-options.js';

const usage = `Usage: codex-otel run [options] -- codex app-server [args…]

Runs an app-server between a client and itself and observes what passes: for clients that nobody
can change, such as an IDE's setting for the Codex path. Bytes, standard error, exit code and
signals pass through; trouble with telemetry never reaches the client.

  --record FILE      writes a wire log (its content, too) that codex-otel replay reads; .gz is gzipped
  --inject           adds trace context to the client's requests (no byte is changed without it)
  --endpoint URL     sends spans and events to this OTLP/HTTP receiver; without it the OTEL_*
                     variables decide, and http://localhost:4318 where they are silent
  --flush-timeout S  seconds that sending may take when the app-server has ended: 5 by default,
                     0.25 where no receiver ever answered
`;

/** `codex-otel run` */
export const runCommand: Command = {
  summary: 'runs an app-server and observes what passes between it and its client',
  usage,
  run,
};

/** How long sending may take when the app-server has ended; its client waits for that. */
const FLUSH_MS = 5_000;
/** The same where no receiver ever answered. */
const UNANSWERED_FLUSH_MS = 250;

/** Signals that are the app-server's to answer. */
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const options = runOptions(args);
  const env = { ...io.env }; // the app-server gets every variable as it is
  dropUnsupportedVariables(io);
  const recorder = options.record === undefined ? undefined : recorderOf(options.record, io);
  const codex = new CodexInstrumentation({
    injectTraceContext: options.inject,
    observeProcess: () => true,
    recorder,
  });
  const pipeline = createPipeline({
    pace: 'live',
    endpoint: options.endpoint,
    spanProcessors: [codex.spanProcessor],
    output: io.stderr,
    clock: io.clock,
  });
  codex.setTracerProvider(pipeline.tracerProvider);
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  if (pipeline.loggerProvider) codex.setLoggerProvider(pipeline.loggerProvider);
  if (pipeline.meterProvider) codex.setMeterProvider(pipeline.meterProvider);

  io.stdout.on('error', () => undefined); // a client may be gone before there is anything to tell it
  const child = await spawned(options.command, env);
  const release = connect(child, io);
  const { code, signal } = await ended(child);
  release();
  codex.disable();
  await finish(pipeline, recorder, options, io);
  return endLike(code, signal, io);
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

async function spawned([file, ...args]: readonly [string, ...string[]], env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(file, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ENOENT' ? 'there is no such command.' : fileFailure(error, 'file');
      reject(new CommandError(`Cannot run ${file}: ${reason}`));
    });
  });
  return child;
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

/** Sends and writes what is left, for a while; what was lost is reported, and changes nothing. */
async function finish(
  pipeline: Pipeline,
  recorder: WireLogWriter | undefined,
  { flushTimeoutMs }: RunOptions,
  io: CommandIo,
): Promise<void> {
  pipeline.stopRetrying(flushTimeoutMs ?? (pipeline.serverAnswered ? FLUSH_MS : UNANSWERED_FLUSH_MS));
  const failed = (error: Error) => say(io, error.message);
  await Promise.all([pipeline.shutdown().catch(failed), recorder?.end().catch(failed)]);
  const problem = deliveryProblem(pipeline.shipments);
  if (problem) say(io, problem.text);
}

function say(io: CommandIo, text: string): void {
  writeLine(io, `codex-otel: ${text}`);
}

/** Ends as the app-server did, so that whoever started us sees no difference. */
function endLike(code: number | null, signal: NodeJS.Signals | null, { signals }: CommandIo): number {
  if (signal === null) return code ?? 1;
  if (signals === process) process.kill(process.pid, signal);
  return 128 + constants.signals[signal];
}
