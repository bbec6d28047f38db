import type { Span } from '@opentelemetry/api';
import type { EventRecord } from '../events/record.js';
import type { CodexAnalyticsEvent } from '../events/schema/index.js';
import type { Facts } from '../session/facts/index.js';
import type { Limits } from '../session/limits.js';
import type { RedactContent } from './redaction.js';
import type { WireRecorder } from './live-connection.js';

/** The command line of a child process. */
export interface ProcessInfo {
  /** The file that is run. */
  readonly file: string;
  /** Its arguments, `argv[0]` included. */
  readonly args: readonly string[];
}

/** Extends OpenTelemetry's `InstrumentationConfig`, structurally: the two are assignable to each other. */
export interface CodexInstrumentationConfig {
  /**
   * Whether to observe at once. `registerInstrumentations` enables an instrumentation that was constructed disabled.
   * @default true
   */
  enabled?: boolean;
  /**
   * Whether prompts, answers, and the arguments and results of tools are put on the spans, in the GenAI conventions' opt-in
   * attributes (`gen_ai.input.messages`, `gen_ai.output.messages`, `gen_ai.tool.call.arguments`, `gen_ai.tool.call.result`).
   * Events never hold content.
   * @default the environment's OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT (`true`), else false
   */
  captureContent?: boolean | undefined;
  /**
   * Whether spans of threads and turns name the repository that Codex works in (`vcs.repository.url.full`, `vcs.ref.head.name`,
   * `vcs.ref.head.revision`): its URL and branch as they are (`full`), or their SHA-256 (`hash`). The commit stays as it is.
   * @default undefined: nothing of it leaves
   */
  repository?: 'hash' | 'full' | undefined;
  /**
   * Changes captured content before it is put on a span: a function, or patterns whose matches become `[redacted]`. It fails
   * closed: where it throws, or returns neither a text nor undefined, that text is left out, which is counted and logged once.
   * @example redactContent: [/sk-[A-Za-z0-9]+/]
   * @example redactContent: (text, attribute) => (attribute === 'gen_ai.tool.call.result' ? undefined : mask(text))
   * @default captured content leaves as it is
   */
  redactContent?: RedactContent | readonly RegExp[] | undefined;
  /**
   * Whether requests to the app-server get a `trace` member (`traceparent`, `tracestate`), by the configured propagator,
   * so that Codex's own spans and the model's are in the same trace. A request that has one already is left alone.
   * @default true
   */
  injectTraceContext?: boolean | undefined;
  /**
   * The parent of a turn's span if the host has an active span when it requests the turn: that span (`active`), or the
   * thread's initialisation (`thread`).
   * @default 'active'
   */
  turnParent?: 'active' | 'thread' | undefined;
  /**
   * Decides which child processes are app-servers. `undefined` leaves the decision to the command line: it has to run
   * `codex app-server`, directly or through a shell, a package runner, a container or a remote shell. An exception, or
   * another answer, counts as `undefined`.
   * @example isAppServerHook: ({ args }) => (args.includes('my-codex-wrapper') ? 'observe' : undefined)
   */
  isAppServerHook?: ((process: ProcessInfo) => 'observe' | 'ignore' | undefined) | undefined;
  /**
   * Called with each span right before its end, when attributes can still be added. Its exceptions are counted and logged
   * once.
   */
  spanEndHook?: ((span: Span, facts: Facts) => void) | undefined;
  /** Called with each analytics event. Its exceptions, and rejections, are counted and logged once. */
  eventHook?: ((event: CodexAnalyticsEvent, record: EventRecord) => unknown) | undefined;
  /**
   * Records all traffic, content included, as a wire log that `codex-otel replay` reads.
   * @example recorder: new WireLogWriter('wire.jsonl.gz')
   * @default nothing is recorded
   */
  recorder?: WireRecorder | undefined;
  /**
   * How turns describe the lines that they left in the tree: by their number (`counts`), or also by hashes of the lines, the
   * files' paths and the repository's remote (`fingerprints`), which `codex-otel attribute` compares with commits. git is asked
   * for the remote once a folder, in the background. `docs/attribution.md` says what a hash can give away.
   * @default 'counts'
   */
  acceptedLines?: 'counts' | 'fingerprints' | undefined;
  /** Limits of the state in memory. Beyond a limit the oldest is ended with a reason, and counted. */
  limits?: Partial<Limits> | undefined;
}

/** `OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT` is the switch that the GenAI instrumentations share. */
export const environmentCapturesContent = (): boolean =>
  process.env['OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT']?.trim().toLowerCase() === 'true';
