import type { EventExporter, EventRecord } from '../events/record.js';
import { LineSink } from './sink.js';

/** Writes analytics events to a file, one a line, in the shape that Codex itself sends. */
export class FileEventExporter implements EventExporter {
  readonly #sink: LineSink;

  /** @param target a file, or `-` for standard output. */
  constructor(target: string) {
    this.#sink = new LineSink(target);
  }

  export({ event }: EventRecord): void {
    this.#sink.write(JSON.stringify(event));
  }

  /** Waits until what was exported is written. */
  drained(): Promise<void> {
    return this.#sink.drained();
  }

  shutdown(): Promise<void> {
    return this.#sink.end();
  }
}
