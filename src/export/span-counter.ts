import { NoopSpanProcessor } from '@opentelemetry/sdk-trace-base';

/** Counts the spans that started, and those that ended. */
export class SpanCounter extends NoopSpanProcessor {
  started = 0;
  ended = 0;

  override onStart(): void {
    this.started += 1;
  }

  override onEnd(): void {
    this.ended += 1;
  }
}
