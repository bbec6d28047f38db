import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';

/** Lines written to a file or to standard output (`-`), as fast as that takes them. */
export class LineSink {
  readonly #stream: Writable;
  readonly #isFile: boolean;
  #failure: Error | undefined;

  constructor(target: string) {
    this.#isFile = target !== '-';
    this.#stream = this.#isFile ? createWriteStream(target) : process.stdout;
    this.#stream.on('error', (error: Error) => (this.#failure ??= error));
  }

  write(line: string): void {
    if (this.#failure === undefined) this.#stream.write(`${line}\n`);
  }

  /** Waits until what was written is taken up. Rejects where it cannot be written. */
  async drained(): Promise<void> {
    if (this.#failure === undefined && this.#stream.writableNeedDrain)
      await Promise.race([once(this.#stream, 'drain'), once(this.#stream, 'close')]);
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Writes the rest and closes the file. */
  async end(): Promise<void> {
    await this.drained();
    if (!this.#isFile) return;
    this.#stream.end();
    await finished(this.#stream);
  }
}
