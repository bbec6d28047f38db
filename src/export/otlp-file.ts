import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { LineSink } from './sink.js';

/** Spans of one `ExportTraceServiceRequest`. */
const BATCH = 512;

/**
 * Writes finished spans to a file as OTLP/JSON, one `ExportTraceServiceRequest` a line (the OTLP file format). Batches by
 * number alone, so the same spans always make the same bytes.
 */
export class OtlpFileSpanProcessor implements SpanProcessor {
  readonly #sink: LineSink;
  #batch: ReadableSpan[] = [];

  /** @param target a file, or `-` for standard output. */
  constructor(target: string) {
    this.#sink = new LineSink(target);
  }

  onStart(): void {
    return;
  }

  onEnd(span: ReadableSpan): void {
    this.#batch.push(span);
    if (this.#batch.length >= BATCH) this.#write();
  }

  /** Waits until what was written is taken up. */
  drained(): Promise<void> {
    return this.#sink.drained();
  }

  async forceFlush(): Promise<void> {
    this.#write();
    await this.#sink.drained();
  }

  async shutdown(): Promise<void> {
    this.#write();
    await this.#sink.end();
  }

  #write(): void {
    if (this.#batch.length === 0) return;
    const bytes = JsonTraceSerializer.serializeRequest(this.#batch);
    this.#batch = [];
    if (bytes) this.#sink.write(Buffer.from(bytes).toString('utf8'));
  }
}
