import { createNoopMeter, propagation } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { CounterSink } from '../../counters.js';
import { deliveryProblem } from '../../export/queue/delivery-report.js';
import { createPipeline } from '../../export/pipeline.js';
import { environmentCapturesContent } from '../../instrumentation/config.js';
import { CodexInstrumentation } from '../../instrumentation/instrumentation.js';
import type { RolloutFollowerOptions } from '../../watch/rollouts/rollout-follower.js';
import { WireLogWriter } from '../../wire/log/writer.js';
import { openAudit } from '../audit.js';
import { reportedEnd } from '../session-file.js';
import { admissionBy, FollowedSessions } from '../followed-sessions.js';
import { dropUnsupportedVariables, report, type CommandIo } from '../command.js';
import type { RunOptions } from './run-options.js';

/** How long sending may take when the app-server has ended; its client waits for that. */
const FLUSH_MS = 5_000;
/** The same where no receiver ever answered. */
const UNANSWERED_FLUSH_MS = 250;

type FollowedDeps = Pick<RolloutFollowerOptions, 'sessions' | 'drained' | 'counters'>;

/** The observer of one run, with everything that it sends and writes to. */
export interface Telemetry {
  readonly codex: CodexInstrumentation;
  /** The same way out for rollouts that are followed; undefined where nothing leaves. */
  followed(): FollowedDeps | undefined;
  /** Ends open spans, sends and writes the rest, for a while. A loss is reported and changes nothing. */
  finish(): Promise<void>;
}

/** Sets OpenTelemetry up for one run. */
export async function startTelemetry(options: RunOptions, io: CommandIo): Promise<Telemetry> {
  dropUnsupportedVariables(io);
  const recorder = options.record === undefined ? undefined : new WireLogWriter(options.record);
  const endRecording = recorder && reportedEnd(recorder, 'Nothing is recorded.', io);
  const counters: CounterSink = { add: (...count) => codex.counters.add(...count) };
  const audit = openAudit(options, environmentCapturesContent(), counters, io);
  const codex = new CodexInstrumentation({
    captureContent: audit.captureContent,
    injectTraceContext: options.inject,
    repository: options.repository,
    // The app-server is handed over; nothing else that this process starts is one.
    isAppServerHook: () => 'ignore',
    recorder,
    acceptedLines: options.hasFingerprints ? 'fingerprints' : 'counts',
  });
  let sessions: FollowedSessions | undefined;
  const pipeline = await createPipeline({
    pace: 'live',
    endpoint: options.endpoint,
    spanProcessors: [...audit.spanProcessors, codex.spanProcessor],
    output: io.stderr,
    clock: io.clock,
    admits: admissionBy(() => sessions),
  });
  codex.setTracerProvider(pipeline.tracerProvider);
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  if (pipeline.loggerProvider) codex.setLoggerProvider(pipeline.loggerProvider);
  if (pipeline.meterProvider) codex.setMeterProvider(pipeline.meterProvider);
  return {
    codex,
    followed() {
      if (pipeline.isDisabled) return undefined;
      const { counters, spanProcessor } = codex;
      // Both would observe the same instruments.
      codex.setMeterProvider({ getMeter: createNoopMeter });
      sessions = new FollowedSessions(pipeline, spanProcessor, counters, options.hasFingerprints);
      return { sessions, counters, drained: () => pipeline.drained() };
    },
    async finish() {
      codex.disable();
      pipeline.stopRetrying(options.flushTimeoutMs ?? (pipeline.serverAnswered ? FLUSH_MS : UNANSWERED_FLUSH_MS));
      const sent = pipeline.shutdown().catch((error: unknown) => report(io, (error as Error).message));
      await Promise.all([sent, endRecording?.(), audit.end()]);
      const problem = deliveryProblem(pipeline.shipments);
      if (problem) report(io, problem.text);
    },
  };
}
