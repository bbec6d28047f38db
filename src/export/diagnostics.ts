import { formatWithOptions } from 'node:util';
import type { Writable } from 'node:stream';
import { diag, DiagLogLevel, type DiagLogFunction } from '@opentelemetry/api';
import type { LogLevel } from './settings.js';

/**
 * Writes OpenTelemetry's diagnostics, from `OTEL_LOG_LEVEL` on, as lines to `output`. OpenTelemetry's own logger for the
 * console writes some of them to standard output, where they would stand among what a command is asked for.
 */
export function setDiagnostics(level: LogLevel, output: Writable): void {
  if (level === 'none') return;
  const line =
    (name: string): DiagLogFunction =>
    (message, ...rest) =>
      void output.write(`codex-otel: ${name}: ${formatWithOptions({ breakLength: Infinity }, message, ...rest)}\n`);
  const logger = {
    error: line('error'),
    warn: line('warn'),
    info: line('info'),
    debug: line('debug'),
    verbose: line('verbose'),
  };
  diag.setLogger(logger, {
    logLevel: DiagLogLevel[level.toUpperCase() as Uppercase<LogLevel>],
    suppressOverrideMessage: true,
  });
}
