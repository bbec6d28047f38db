import type { SpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Sender } from './queue/sender.js';

/** Knows whether a span was ever started. */
export class FirstSpan implements SpanProcessor {
  wasStarted = false;

  onStart(): void {
    this.wasStarted = true;
  }

  onEnd(): void {
    return;
  }

  forceFlush(): Promise<void> {
    return Promise.resolve();
  }

  shutdown(): Promise<void> {
    return Promise.resolve();
  }
}

/** Sends no metrics before a span: where nothing of Codex was seen, such as in `codex --version`, nothing is sent. */
export function afterFirstSpan<Request>(firstSpan: FirstSpan, sender: Sender<Request>): Sender<Request> {
  return {
    send: (request, signal) =>
      firstSpan.wasStarted ? sender.send(request, signal) : Promise.resolve({ isTaken: true }),
    close: () => sender.close(),
  };
}
