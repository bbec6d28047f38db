import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';

/**
 * Whether a log record is an event with fingerprints, which takes up to two megabytes. With others in one request it would reach
 * the limit of many receivers. Codex sends such an event alone, too.
 */
export function hasFingerprints({ attributes, body }: ReadableLogRecord): boolean {
  if (attributes['codex.event.type'] !== 'codex_accepted_line_fingerprints') return false;
  const { line_fingerprints: fingerprints } = body as unknown as { readonly line_fingerprints: readonly unknown[] };
  return fingerprints.length > 0;
}
