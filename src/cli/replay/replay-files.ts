import type { Writable } from 'node:stream';
import { FileEventExporter } from '../../export/files/file-event-exporter.js';
import { OtlpFileSpanProcessor } from '../../export/files/otlp-file.js';
import { CommandError } from '../command.js';

/** The files, or standard output, that a replay writes. */
export class ReplayFiles {
  readonly events: FileEventExporter | undefined;
  readonly traces: OtlpFileSpanProcessor | undefined;
  readonly #all: readonly (FileEventExporter | OtlpFileSpanProcessor)[];

  private constructor(events: string | Writable | undefined, traces: string | Writable | undefined) {
    // No limit: the replay waits for its files.
    this.events = events === undefined ? undefined : new FileEventExporter(events, { maxPendingBytes: Infinity });
    this.traces = traces === undefined ? undefined : new OtlpFileSpanProcessor(traces);
    this.#all = [this.events, this.traces].filter((file) => file !== undefined);
  }

  /** Rejects with a {@link CommandError} where a file cannot be written. `-` is `stdout`. */
  static async open(
    { events, traces }: { readonly events?: string | undefined; readonly traces?: string | undefined },
    stdout: Writable,
  ): Promise<ReplayFiles> {
    const files = new ReplayFiles(events === '-' ? stdout : events, traces === '-' ? stdout : traces);
    const failure = await files.#each((file) => file.opened());
    if (failure !== undefined) throw new CommandError(failure.message);
    return files;
  }

  /** Whether the readers of all outputs have gone: `codex-otel replay … --events - | head`. */
  get readersGone(): boolean {
    return this.#all.length > 0 && this.#all.every((file) => file.isClosedByReader);
  }

  /** Waits until the files have taken what was written. Rejects where one cannot be written. */
  async drained(): Promise<void> {
    const failure = await this.#each((file) => file.drained());
    if (failure !== undefined) throw failure;
  }

  /** Writes the rest and closes the files; resolves with the error of a file that cannot be written. */
  end(): Promise<Error | undefined> {
    return this.#each((file) => file.shutdown());
  }

  async #each(step: (file: FileEventExporter | OtlpFileSpanProcessor) => Promise<void>): Promise<Error | undefined> {
    const results = await Promise.allSettled(this.#all.map(step));
    return results.find((result) => result.status === 'rejected')?.reason as Error | undefined;
  }
}
