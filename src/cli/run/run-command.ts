import { constants } from 'node:os';
import { propagation } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { deliveryProblem } from '../../export/queue/delivery-report.js';
import { createPipeline, type Pipeline } from '../../export/pipeline.js';
import { CodexInstrumentation } from '../../instrumentation/instrumentation.js';
import { WireLogWriter } from '../../wire/log/writer.js';
import { dropUnsupportedVariables, writeLine, type Command, type CommandIo } from '../command.js';
import { runServer, type Ending } from './proxied-server.js';
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

async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const options = runOptions(args);
  const env = { ...io.env }; // the app-server gets every variable as it is
  dropUnsupportedVariables(io);
  const recorder = options.record === undefined ? undefined : recorderOf(options.record, io);
  const codex = new CodexInstrumentation({
    injectTraceContext: options.inject,
    // The app-server is handed over below; nothing else that this process starts is one.
    isAppServerHook: () => 'ignore',
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

  let ending: Ending;
  try {
    ending = await runServer(options.command, { env, io, spawned: (child) => codex.observeChildProcess(child) });
  } finally {
    codex.disable();
    await finish(pipeline, recorder, options, io);
  }
  return endLike(ending, io);
}

/** Records into a file. A file that cannot be written is named at once: a session can be long. */
function recorderOf(path: string, io: CommandIo): WireLogWriter {
  const writer = new WireLogWriter(path);
  writer.opened().catch((error: unknown) => report(io, `Nothing is recorded. ${(error as Error).message}`));
  return writer;
}

/** Sends and writes what is left, for a while; a loss is reported and changes nothing. */
async function finish(
  pipeline: Pipeline,
  recorder: WireLogWriter | undefined,
  { flushTimeoutMs }: RunOptions,
  io: CommandIo,
): Promise<void> {
  pipeline.stopRetrying(flushTimeoutMs ?? (pipeline.serverAnswered ? FLUSH_MS : UNANSWERED_FLUSH_MS));
  const failed = (error: Error) => report(io, error.message);
  const recorded = recorder?.opened().then(
    () => recorder.end().catch(failed),
    () => undefined, // named already
  );
  await Promise.all([pipeline.shutdown().catch(failed), recorded]);
  const problem = deliveryProblem(pipeline.shipments);
  if (problem) report(io, problem.text);
}

function report(io: CommandIo, text: string): void {
  writeLine(io, `codex-otel: ${text}`);
}

/** Ends as the app-server did, so that the client sees no difference. */
function endLike({ code, signal }: Ending, { signals }: CommandIo): number {
  if (signal === null) return code ?? 1;
  if (signals === process) process.kill(process.pid, signal);
  return 128 + constants.signals[signal];
}
