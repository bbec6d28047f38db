import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { resourceFromAttributes } from '@opentelemetry/resources';
import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { LineSink } from './line-sink.js';

/** Spans of one `ExportTraceServiceRequest`. */
const BATCH = 512;

/** The resource of every span in a file, whatever the provider's own is: the same recording makes the same bytes. */
const RESOURCE = resourceFromAttributes({ 'service.name': 'codex-otel' });

/**
 * Writes finished spans to a file as OTLP/JSON, one `ExportTraceServiceRequest` a line (the OTLP file format). Batches by
 * number alone, so the same spans always make the same bytes.
 */
export class OtlpFileSpanProcessor extends LineSink implements SpanProcessor {
  #batch: ReadableSpan[] = [];

  onStart(): void {
    return;
  }

  /** Never throws: `drained` and `shutdown` reject where something cannot be written. */
  onEnd(span: ReadableSpan): void {
    this.#batch.push(Object.create(span, { resource: { value: RESOURCE } }) as ReadableSpan);
    if (this.#batch.length >= BATCH) this.#write();
  }

  async forceFlush(): Promise<void> {
    this.#write();
    await this.drained();
  }

  /** Writes the rest and closes the file. Rejects where it cannot be written. */
  async shutdown(): Promise<void> {
    this.#write();
    await this.end();
  }

  #write(): void {
    if (this.#batch.length === 0) return;
    const bytes = JsonTraceSerializer.serializeRequest(this.#batch);
    this.#batch = [];
    try {
      if (bytes) this.write(Buffer.from(bytes).toString('utf8'));
    } catch {
      // `drained` rejects with the reason.
    }
  }
}
