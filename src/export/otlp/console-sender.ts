import type { Writable } from 'node:stream';
import type { ISerializer } from '@opentelemetry/otlp-transformer';
import type { Sender } from '../queue/sender.js';

/**
 * The `console` exporter: one line of OTLP/JSON a request. OpenTelemetry's own writes to standard output, which belongs to
 * the app-server's messages where this command stands between it and its client.
 */
export function consoleSender<Request>(
  output: Writable,
  serializer: Pick<ISerializer<Request, unknown>, 'serializeRequest'>,
): Sender<Request> {
  return {
    send(request) {
      output.write(`${Buffer.from(serializer.serializeRequest(request) ?? []).toString()}\n`);
      return Promise.resolve({ isTaken: true });
    },
    close: () => undefined,
  };
}
