import { formatWithOptions } from 'node:util';
import type { Writable } from 'node:stream';
import { diag, DiagLogLevel, type DiagLogFunction } from '@opentelemetry/api';
import { diagLogLevelFromString, getStringFromEnv } from '@opentelemetry/core';
import { printable } from './printable.js';

/**
 * Writes OpenTelemetry's diagnostics, from `OTEL_LOG_LEVEL` on (none by default), as lines to `output`. OpenTelemetry's
 * own console logger writes some of them to standard output, which belongs to what a command is asked for.
 */
export function setDiagnostics(output: Writable): void {
  const logLevel = diagLogLevelFromString(getStringFromEnv('OTEL_LOG_LEVEL')) ?? DiagLogLevel.NONE;
  const line =
    (level: 'error' | 'warn' | 'info' | 'debug' | 'verbose'): DiagLogFunction =>
    (message, ...rest) => {
      const text = formatWithOptions({ breakLength: Infinity }, message, ...rest);
      output.write(`codex-otel: ${level}: ${printable(text)}\n`);
    };
  const logger = {
    error: line('error'),
    warn: line('warn'),
    info: line('info'),
    debug: line('debug'),
    verbose: line('verbose'),
  };
  diag.setLogger(logger, { logLevel, suppressOverrideMessage: true });
}
