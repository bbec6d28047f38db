import { CodexSpanProcessor } from '../../events/processor.js';
import { deliveryProblem } from '../../export/queue/delivery-report.js';
import { createPipeline } from '../../export/pipeline.js';
import { SpanCounter } from '../../export/span-counter.js';
import { repositoryOf } from '../../instrumentation/git-repositories.js';
import { replayRollouts } from '../../replay/rollouts.js';
import { replayTranscript } from '../../replay/transcript.js';
import { replayWireLog } from '../../replay/wire-log.js';
import { Counters } from '../../counters.js';
import type { ReadProgress } from '../../wire/log/reader.js';
import {
  dropUnsupportedVariables,
  print,
  refuseUnsupportedVariables,
  writeLine,
  type Command,
  type CommandIo,
} from '../command.js';
import { Interruption } from '../interruption.js';
import { LogCounter } from './log-counter.js';
import { ReplayFiles } from './replay-files.js';
import { replayOptions } from './replay-options.js';
import { replaySources } from './replay-sources.js';
import { replaySummary } from './replay-summary.js';
import { Progress } from '../view/progress.js';
import { SessionView } from '../view/session-view.js';
import { terminalOf } from '../view/terminal.js';

const usage = `Usage: codex-otel replay <wire log|transcript|rollout|folder|-> … [options]

Makes spans and analytics events of sessions that are over. Without an option for the output
it shows them here.

  <wire log>         a recording, plain or gzipped; - is standard input
  <transcript>       lines of bare JSON-RPC messages of an app-server, plain or gzipped
  <rollout>          a file that Codex wrote of a thread, plain, gzipped or as zstd
  <folder>           all rollouts in it, such as ~/.codex/sessions
  --from SENDER      of transcripts: the sender (client or server) of the messages of which nothing
                     says it; with it, standard input is a transcript
  --since DATE       of folders: the rollouts that were written to since, such as 2026-11-28
  --events FILE      writes the analytics events, one JSON object a line; - is standard output
  --traces FILE      writes the spans as OTLP/JSON, one request a line; - is standard output
  --endpoint URL     sends both to this OTLP/HTTP receiver, such as http://localhost:4318;
                     OTEL_EXPORTER_OTLP_ENDPOINT does the same, and other OTEL_*
                     variables are honoured as well
  --accepted-lines fingerprints
                     describes accepted lines by hashes, too; counts (the default) numbers them
  --repo FOLDER      names the repository of these sessions, for its hash: git is asked there
`;

/** How long an interrupted replay goes on sending what was made until then. */
const INTERRUPTED_MS = 2_000;

/** `codex-otel replay` */
export const replayCommand: Command = {
  usage,
  run: replay,
};

async function replay(args: readonly string[], io: CommandIo): Promise<number> {
  const { sources, since, endpoint, hasFingerprints, repo, from, ...outputs } = replayOptions(args);
  const { wireLogs, transcripts, rollouts } = await replaySources(sources, { since, isTranscript: from !== undefined });
  if (endpoint === undefined) dropUnsupportedVariables(io);
  else refuseUnsupportedVariables(io);
  const repository = repo === undefined ? undefined : await repositoryOf(repo);
  const files = await ReplayFiles.open(outputs, io.stdout);
  const isForFiles = outputs.events !== undefined || outputs.traces !== undefined;
  const view = isForFiles || endpoint !== undefined ? undefined : new SessionView();

  const counters = new Counters();
  const spans = new SpanCounter();
  const codex = new CodexSpanProcessor({
    counters,
    exporters: [files.events, view].filter((one) => one !== undefined),
    // The summary numbers the events, wherever they go.
    eventHook: () => undefined,
  });
  const spanProcessors = [spans, codex, files.traces, view].filter((one) => one !== undefined);
  const pipeline = await createPipeline({
    pace: 'replay',
    endpoint,
    spanProcessors,
    output: io.stderr,
    clock: io.clock,
  });
  codex.setLoggerProvider(pipeline.loggerProvider);

  const interruption = new Interruption(io.signals);
  interruption.signal.addEventListener('abort', () => pipeline.stopRetrying(INTERRUPTED_MS));
  const nobodyReads = () => files.readersGone && pipeline.shipments.length === 0;
  const unreadController = new AbortController();
  const progress = new Progress(io.stderr);
  const log = new LogCounter();
  const signal = AbortSignal.any([interruption.signal, unreadController.signal]);
  const options = {
    tracerProvider: pipeline.tracerProvider,
    counters,
    acceptedLines: {
      hasFingerprints: () => hasFingerprints,
      repositories: repository === undefined ? undefined : { look: () => undefined, hashOf: () => repository },
    },
    signal,
    onProgress: (read: ReadProgress) => progress.show(read, spans.ended),
    async afterChunk() {
      await Promise.all([pipeline.drained(), files.drained()]);
      if (nobodyReads()) unreadController.abort();
    },
  };
  const nameOf = (file: string) => (sources.length > 1 || rollouts.length > 1 ? file : undefined);
  const unreadable: Error[] = [];
  let failure: Error | undefined;
  try {
    for (const source of [...wireLogs, ...transcripts]) {
      if (signal.aborted) break;
      const counter = log.wireLog(nameOf(source));
      const replayOne = transcripts.includes(source) ? replayTranscript : replayWireLog;
      await replayOne(source === '-' ? io.stdin : source, { ...options, ...counter, from });
      counter.end();
    }
    log.rollouts = rollouts.length;
    await replayRollouts(rollouts, {
      ...options,
      onBrokenLine: (line, file) => (log.firstBrokenLine ??= { line, file: nameOf(file) }),
      onUnreadable: (error) => unreadable.push(error),
    });
  } catch (error) {
    failure = error as Error;
  }
  if (pipeline.shipments.length > 0) progress.wait('Waiting for the receiver; Ctrl-C gives up');
  await pipeline.flush();
  failure ??= await files.end();
  await pipeline.shutdown().catch(() => undefined); // rejects with a file's failure, which is known by now
  progress.erase();
  interruption.stop();

  if (view !== undefined && !log.isEmpty) await print(io, view.render(terminalOf(io.stdout, io.env)));
  const { shipments } = pipeline;
  const problem = deliveryProblem(shipments);
  const summary = {
    log,
    spans: spans.ended,
    counters,
    shipments,
    isInterrupted: interruption.exitStatus !== undefined,
  };
  const hasSummary = !nobodyReads() && (failure === undefined || !log.isEmpty);
  writeIf(io, hasSummary && replaySummary(summary));
  writeIf(io, pipeline.isDisabled && endpoint !== undefined && 'Nothing was sent: OTEL_SDK_DISABLED is true.');
  writeIf(io, problem?.text);
  for (const error of unreadable) writeLine(io, error.message);
  writeIf(io, failure?.message.replace('the stream', 'on standard input'));
  const isFailure = failure !== undefined || unreadable.length > 0 || log.hasForeignFile || problem?.isFailure === true;
  return interruption.exitStatus ?? (isFailure ? 1 : 0);
}

function writeIf(io: CommandIo, line: string | false | undefined): void {
  if (line) writeLine(io, line);
}
