import { Writable } from 'node:stream';

/** Bytes that are kept; what is written beyond them is dropped. */
const MAX_BYTES = 64 * 1024;

/** Keeps what is written until it is released: a terminal interface has the screen, and a line of ours would stand across it. */
export class HeldOutput extends Writable {
  readonly #output: Writable;
  #held: Buffer[] | undefined = [];
  #bytes = 0;

  constructor(output: Writable) {
    super();
    this.#output = output;
  }

  /** Writes what was kept, and from now on everything at once. */
  release(): void {
    for (const chunk of this.#held ?? []) this.#output.write(chunk);
    this.#held = undefined;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#bytes += chunk.length;
    if (this.#held === undefined) this.#output.write(chunk);
    else if (this.#bytes <= MAX_BYTES) this.#held.push(chunk);
    done();
  }
}
