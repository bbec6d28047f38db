import type { SpanProcessor } from '@opentelemetry/sdk-trace-base';

/** Counts the spans that ended. */
export class SpanCounter implements SpanProcessor {
  count = 0;

  onStart(): void {
    return;
  }

  onEnd(): void {
    this.count += 1;
  }

  forceFlush(): Promise<void> {
    return Promise.resolve();
  }

  shutdown(): Promise<void> {
    return Promise.resolve();
  }
}
