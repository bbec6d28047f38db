import type { Writable } from 'node:stream';
import type { Destinations } from '../destinations.js';
import type { Sender } from '../queue/sender.js';
import { consoleSender } from './console-sender.js';
import { otlpSender } from './otlp-sender.js';

export { LOGS, METRICS, TRACES } from './otlp-sender.js';

/** The ways of one signal; the one by OTLP comes first. */
export function sendersOf<Request>(
  { otlp, console }: Destinations,
  serializers: Parameters<typeof otlpSender<Request>>[1],
  output: Writable,
  maxTimeoutMs = Infinity,
): Sender<Request>[] {
  const timeoutMillis = Math.min(otlp?.http.timeoutMillis ?? 0, maxTimeoutMs);
  return [
    ...(otlp ? [otlpSender({ ...otlp, http: { ...otlp.http, timeoutMillis } }, serializers)] : []),
    ...(console ? [consoleSender(output, serializers['http/json'])] : []),
  ];
}
