import { propagation } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { deliveryProblem } from '../../export/queue/delivery-report.js';
import { createPipeline, type Pipeline } from '../../export/pipeline.js';
import { CodexInstrumentation } from '../../instrumentation/instrumentation.js';
import { WireLogWriter } from '../../wire/log/writer.js';
import { dropUnsupportedVariables, writeLine, type Command, type CommandIo } from '../command.js';
import { endLike, type Ending } from './ending.js';
import { runInherited } from './inherited-command.js';
import { runServer } from './proxied-server.js';
import { runOptions, type RunOptions } from './run-options.js';
import { readCommand, type ReadCommand, type Way } from './way.js';

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

/** All that a way of observing a command may need. */
interface ObservedRun {
  readonly options: RunOptions;
  readonly command: ReadCommand;
  readonly io: CommandIo;
  /** The environment of the command: every variable as it was given. */
  readonly env: NodeJS.ProcessEnv;
  readonly pipeline: Pipeline;
  /** Makes spans and events of what is handed to it; it is attached to nothing. */
  readonly codex: CodexInstrumentation;
}

/** Runs the command and observes it; resolves when it has ended. */
type Observe = (run: ObservedRun) => Promise<Ending>;

const proxied: Observe = ({ options, env, io, codex }) =>
  runServer(options.command, { env, io, spawned: (child) => codex.observeChildProcess(child) });

const unobserved: Observe = ({ options, env, io }) => runInherited(options.command, { env, io });

const OBSERVE: Readonly<Record<Exclude<Way, 'nothing'>, Observe>> = {
  proxy: proxied,
  listener: proxied,
  'socket proxy': proxied,
  terminal: unobserved,
  rollout: unobserved,
};

async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const options = runOptions(args);
  const env = { ...io.env }; // the command gets every variable as it is
  const command = readCommand(options.command);
  if (command.way === 'nothing') return endLike(await runInherited(options.command, { env, io }), io);
  dropUnsupportedVariables(io);
  const recorder = options.record === undefined ? undefined : recorderOf(options.record, io);
  const codex = new CodexInstrumentation({
    injectTraceContext: options.inject,
    // An app-server is handed over; nothing else that this process starts is one.
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
    ending = await OBSERVE[command.way]({ options, command, io, env, pipeline, codex });
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
