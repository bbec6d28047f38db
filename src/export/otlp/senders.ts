import type { Writable } from 'node:stream';
import type { Destinations } from '../destinations.js';
import type { Sender } from '../queue/sender.js';
import { otlpSender, type Serializers } from './otlp-sender.js';

export { LOGS, METRICS, TRACES } from './otlp-sender.js';

/** The ways of one signal; the one by OTLP comes first. */
export function sendersOf<Request>(
  { otlp, console }: Destinations,
  serializers: Serializers<Request>,
  output: Writable,
  maxTimeoutMs = Infinity,
): Sender<Request>[] {
  const timeoutMillis = Math.min(otlp?.http.timeoutMillis ?? 0, maxTimeoutMs);
  return [
    ...(otlp ? [otlpSender({ ...otlp, http: { ...otlp.http, timeoutMillis } }, serializers)] : []),
    ...(console ? [consoleSender(output, serializers['http/json'])] : []),
  ];
}

/**
 * The `console` exporter: one line of OTLP/JSON a request. OpenTelemetry's own writes to standard output, which belongs to
 * the app-server's messages where this command stands between it and its client.
 */
function consoleSender<Request>(output: Writable, serializer: Serializers<Request>['http/json']): Sender<Request> {
  return {
    send(request) {
      output.write(`${Buffer.from(serializer.serializeRequest(request) ?? []).toString()}\n`);
      return Promise.resolve({ isTaken: true });
    },
    close: () => undefined,
  };
}
