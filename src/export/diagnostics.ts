import { formatWithOptions } from 'node:util';
import type { Writable } from 'node:stream';
import { diag, DiagLogLevel, type DiagLogFunction } from '@opentelemetry/api';
import type { LogLevel } from './settings.js';

/** What a receiver says that took a request only in part, by the field that counts what it rejected. */
export type Rejectable = 'rejectedSpans' | 'rejectedLogRecords';

interface Rejection {
  readonly count: number;
  readonly why: string;
}

/** The words before what the OTLP exporters say of such an answer. */
const PARTIAL_SUCCESS = 'Received Partial Success response:';

const rejections = new Map<Rejectable, Rejection>();

/** What the receiver rejected since this was asked last. */
export function takeRejection(what: Rejectable): Rejection | undefined {
  const rejection = rejections.get(what);
  rejections.delete(what);
  return rejection;
}

/**
 * Writes OpenTelemetry's diagnostics, from `OTEL_LOG_LEVEL` on, as lines to `output`. OpenTelemetry's own logger for the
 * console writes some of them to standard output, where they would stand among what a command is asked for. What a
 * receiver rejects is told to the diagnostics alone, so they are listened to at any level.
 */
export function setDiagnostics(level: LogLevel, output: Writable): void {
  const shown = DiagLogLevel[level.toUpperCase() as Uppercase<LogLevel>];
  const line =
    (name: 'error' | 'warn' | 'info' | 'debug' | 'verbose', from: DiagLogLevel): DiagLogFunction =>
    (message, ...rest) => {
      if (message === PARTIAL_SUCCESS) note(rest[0]);
      if (shown < from) return;
      output.write(`codex-otel: ${name}: ${formatWithOptions({ breakLength: Infinity }, message, ...rest)}\n`);
    };
  const logger = {
    error: line('error', DiagLogLevel.ERROR),
    warn: line('warn', DiagLogLevel.WARN),
    info: line('info', DiagLogLevel.INFO),
    debug: line('debug', DiagLogLevel.DEBUG),
    verbose: line('verbose', DiagLogLevel.VERBOSE),
  };
  const logLevel = shown < DiagLogLevel.WARN ? DiagLogLevel.WARN : shown;
  diag.setLogger(logger, { logLevel, suppressOverrideMessage: true });
}

function note(json: unknown): void {
  const said = JSON.parse(String(json)) as Partial<Record<Rejectable, number | string>> & { errorMessage?: string };
  for (const what of ['rejectedSpans', 'rejectedLogRecords'] as const) {
    const count = Number(said[what] ?? 0);
    if (count > 0) rejections.set(what, { count, why: said.errorMessage ?? 'it does not say why' });
  }
}
