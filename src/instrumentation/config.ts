import type { Span } from '@opentelemetry/api';
import type { EventRecord } from '../events/record.js';
import type { CodexAnalyticsEvent } from '../events/schema/index.js';
import type { Facts } from '../session/facts/index.js';
import type { WireRecorder } from './live-connection.js';
import type { Limits } from '../spans/room.js';

/** A child process, as far as it decides whether it is a Codex app-server. */
export interface ProcessInfo {
  /** The file that is run. */
  readonly file: string;
  /** Its arguments, `argv[0]` included. */
  readonly args: readonly string[];
}

export interface CodexInstrumentationOptions {
  /**
   * Whether to observe at once. `registerInstrumentations` enables what was constructed disabled.
   * @default true
   */
  enabled?: boolean | undefined;
  /**
   * Whether prompts, answers, and the arguments and results of tools go on the spans, in the GenAI conventions' opt-in
   * attributes (`gen_ai.input.messages`, `gen_ai.output.messages`, `gen_ai.tool.call.arguments`, `gen_ai.tool.call.result`).
   * Events never hold content.
   * @default the environment's OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT (`true`), else false
   */
  captureContent?: boolean | undefined;
  /**
   * Whether requests to the app-server get a `trace` member (`traceparent`, `tracestate`), by the configured propagator,
   * so that Codex's own spans and the model's stand in the same trace. A request that bears one already is left alone.
   * @default true
   */
  injectTraceContext?: boolean | undefined;
  /**
   * What a turn's span hangs under where the host has an active span when it asks for the turn: that span (`active`), or
   * the thread's initialisation all the same (`thread`).
   * @default 'active'
   */
  turnParent?: 'active' | 'thread' | undefined;
  /**
   * Which child processes are app-servers. `undefined` leaves the decision to the default: a command line with `codex`
   * and `app-server` in it, also through `npx`, a path or a shell.
   * @example observeProcess: ({ args }) => args.includes('my-codex-wrapper') || undefined
   */
  observeProcess?: ((process: ProcessInfo) => boolean | undefined) | undefined;
  /**
   * Called with each span right before its end, when attributes may still be added. What it throws is counted and said
   * once.
   */
  onSpan?: ((span: Span, facts: Facts) => void) | undefined;
  /** Called with each analytics event. What it throws, or rejects with, is counted and said once. */
  onEvent?: ((event: CodexAnalyticsEvent, record: EventRecord) => unknown) | undefined;
  /**
   * Takes down everything that passes, content included, as a wire log that `codex-otel replay` reads.
   * @example recorder: new WireLogWriter('wire.jsonl.gz')
   * @default nothing is taken down
   */
  recorder?: WireRecorder | undefined;
  /** How much state is held at a time; what is over a limit is ended with a reason, and counted. */
  limits?: Partial<Limits> | undefined;
}

/** `OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT`, the switch that the GenAI instrumentations share. */
export function capturesContent(options: CodexInstrumentationOptions): boolean {
  return (
    options.captureContent ??
    process.env['OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT']?.trim().toLowerCase() === 'true'
  );
}
