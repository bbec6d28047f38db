import type { Writable } from 'node:stream';
import type { EventExporter, EventRecord } from '../../events/record.js';
import { LineSink } from './line-sink.js';

export interface FileEventExporterOptions {
  /** Bytes that may wait for a slow disk; an event beyond them is dropped. Default: 64 MiB. */
  readonly maxPendingBytes?: number;
}

/**
 * Writes analytics events to a file, one a line, in the shape that Codex itself sends. If the file cannot be
 * written, `drained` and `shutdown` reject with a `FileWriteError`, and the span processor that exports here counts the events.
 *
 * @example new CodexSpanProcessor({ exporters: [new FileEventExporter('events.jsonl')] })
 */
export class FileEventExporter implements EventExporter {
  readonly #sink: LineSink;

  /** @param target a file, which is replaced; a stream; or `-` for standard output. */
  constructor(target: string | Writable, { maxPendingBytes = 64 * 1024 * 1024 }: FileEventExporterOptions = {}) {
    this.#sink = new LineSink(target, maxPendingBytes);
  }

  /** Whether the reader of a pipe has gone: nothing more is written then. */
  get isClosedByReader(): boolean {
    return this.#sink.isClosedByReader;
  }

  export({ event }: EventRecord): void {
    this.#sink.write(JSON.stringify(event));
  }

  /** Waits until the file is open. Rejects where it cannot be written. */
  opened(): Promise<void> {
    return this.#sink.opened();
  }

  /** Waits until the file has taken what was exported. Rejects where it cannot be written. */
  drained(): Promise<void> {
    return this.#sink.drained();
  }

  forceFlush(): Promise<void> {
    return this.#sink.drained();
  }

  /** Writes the rest and closes the file. Rejects where it cannot be written. */
  shutdown(): Promise<void> {
    return this.#sink.end();
  }
}
