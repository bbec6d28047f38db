import type { SpanProcessor } from '@opentelemetry/sdk-trace-base';

/** Counts the spans that started, and those that ended. */
export class SpanCounter implements SpanProcessor {
  started = 0;
  ended = 0;

  onStart(): void {
    this.started += 1;
  }

  onEnd(): void {
    this.ended += 1;
  }

  forceFlush(): Promise<void> {
    return Promise.resolve();
  }

  shutdown(): Promise<void> {
    return Promise.resolve();
  }
}
