import type { Writable } from 'node:stream';
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
export class OtlpFileSpanProcessor implements SpanProcessor {
  readonly #sink: LineSink;
  #batch: ReadableSpan[] = [];

  /** @param target a file, which is replaced; a stream; or `-` for standard output. */
  constructor(target: string | Writable) {
    this.#sink = new LineSink(target);
  }

  /** Whether the reader of a pipe has gone: nothing more is written then. */
  get isClosedByReader(): boolean {
    return this.#sink.isClosedByReader;
  }

  onStart(): void {
    return;
  }

  /** Never throws: `drained` and `shutdown` reject where something cannot be written. */
  onEnd(span: ReadableSpan): void {
    this.#batch.push(Object.create(span, { resource: { value: RESOURCE } }) as ReadableSpan);
    if (this.#batch.length >= BATCH) this.#write();
  }

  /** Waits until the file is open. Rejects where it cannot be written. */
  opened(): Promise<void> {
    return this.#sink.opened();
  }

  /** Waits until the file has taken what was written. Rejects where it cannot be written. */
  drained(): Promise<void> {
    return this.#sink.drained();
  }

  async forceFlush(): Promise<void> {
    this.#write();
    await this.#sink.drained();
  }

  /** Writes the rest and closes the file. Rejects where it cannot be written. */
  async shutdown(): Promise<void> {
    this.#write();
    await this.#sink.end();
  }

  #write(): void {
    if (this.#batch.length === 0) return;
    const bytes = JsonTraceSerializer.serializeRequest(this.#batch);
    this.#batch = [];
    try {
      if (bytes) this.#sink.write(Buffer.from(bytes).toString('utf8'));
    } catch {
      // The sink keeps the reason for `drained`.
    }
  }
}
