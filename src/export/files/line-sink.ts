import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { fileFailure } from '../../wire/file-error.js';

/** A file or a stream that events or spans cannot be written to. `message` names it and the reason in one sentence. */
export class FileWriteError extends Error {
  override readonly name = 'FileWriteError';
  readonly code = 'ERR_FILE_WRITE';
}

/** Writes lines to a file or a stream. */
export class LineSink {
  readonly #name: string;
  readonly #stream: Writable;
  readonly #isFile: boolean;
  readonly #maxPendingBytes: number;
  readonly #opened: Promise<void>;
  #failure: NodeJS.ErrnoException | undefined;
  #ended: Promise<void> | undefined;

  /**
   * @param target a file, which is replaced; a stream; or `-` for standard output.
   * @param maxPendingBytes bytes that may wait for a slow disk before a line is refused.
   */
  constructor(target: string | Writable, maxPendingBytes = Infinity) {
    this.#maxPendingBytes = maxPendingBytes;
    this.#isFile = typeof target === 'string' && target !== '-';
    this.#name = this.#isFile ? (target as string) : 'standard output';
    this.#stream = typeof target !== 'string' ? target : this.#isFile ? createWriteStream(target) : process.stdout;
    this.#stream.on('error', (error) => (this.#failure ??= error));
    this.#opened = this.#isFile ? this.#first('ready', 'error') : Promise.resolve();
  }

  /** Whether the reader at the other end of a pipe has gone, as `head` does. That is no failure. */
  get isClosedByReader(): boolean {
    return this.#failure?.code === 'EPIPE';
  }

  /** Waits until the file is open. Rejects where it cannot be written. */
  async opened(): Promise<void> {
    await this.#opened;
    this.#check();
  }

  /** Throws where the line is lost: the file cannot be written, or the disk cannot follow. */
  write(line: string): void {
    this.#check();
    if (this.#stream.writableLength > this.#maxPendingBytes)
      throw new FileWriteError(`${this.#name} takes lines more slowly than they come.`);
    if (this.#failure === undefined) this.#stream.write(`${line}\n`);
  }

  /** Waits until the file has taken what was written. Rejects where it cannot be written. */
  async drained(): Promise<void> {
    if (this.#failure === undefined && this.#stream.writableNeedDrain) await this.#first('drain', 'close', 'error');
    this.#check();
  }

  /** Writes the rest and closes the file; a stream that was given stays open. Rejects where it cannot be written. */
  end(): Promise<void> {
    this.#ended ??= this.#end();
    return this.#ended;
  }

  async #end(): Promise<void> {
    if (this.#isFile) {
      this.#stream.end();
      await finished(this.#stream).catch(() => undefined);
    } else if (this.#failure === undefined) {
      await new Promise<void>((resolve) => this.#stream.write('', () => resolve()));
    }
    this.#check();
  }

  #first(...events: string[]): Promise<void> {
    return new Promise((resolve) => {
      const settle = () => {
        for (const event of events) this.#stream.off(event, settle);
        resolve();
      };
      for (const event of events) this.#stream.on(event, settle);
    });
  }

  #check(): void {
    if (this.#failure === undefined || this.isClosedByReader) return;
    throw new FileWriteError(`Cannot write ${this.#name}: ${fileFailure(this.#failure, 'directory')}`, {
      cause: this.#failure,
    });
  }
}
