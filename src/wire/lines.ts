import { uncounted, type CounterSink } from '../counters.js';

const LF = 0x0a;
const CR = 0x0d;

/** The longest line that is delivered by default: far beyond any real message, far below what a process has. */
export const DEFAULT_MAX_LINE_BYTES = 256 * 1024 * 1024;

/** Parts of a line that are kept as they came: a view of a few bytes costs far more than the bytes. */
const MAX_PARTS = 1_024;

export interface LineSplitterOptions {
  /** Bytes of the longest line that is delivered, without its end; 256 MiB by default. */
  readonly maxLineBytes?: number | undefined;
  /** Counts `lines.oversized`. */
  readonly counters?: CounterSink | undefined;
}

/**
 * Cuts a stream of bytes into lines, whatever its chunks are. A line ends with LF or CRLF, neither of which is
 * delivered; empty lines are dropped. Bytes are never decoded here, so a character that two chunks share stays whole.
 *
 * Chunks are not copied: a line within one chunk is a view of it, and a partial line is kept as a list of views until
 * its end comes, so a line of tens of MB costs one copy; only very many parts are put together on the way. Whoever pushes a chunk must leave its bytes alone afterwards.
 */
export class LineSplitter {
  readonly #onLine: (line: Buffer) => void;
  readonly #maxLineBytes: number;
  readonly #counters: CounterSink;
  /** What has come of a line: its beginning, put together from parts, and its latest parts. */
  #beginning: Buffer[] = [];
  #parts: Buffer[] = [];
  #partBytes = 0;
  #oversized = false;
  #lineNumber = 0;

  /** `onLine` is called for every line, within `push` or `end`; what it throws comes out of there. */
  constructor(onLine: (line: Buffer) => void, options: LineSplitterOptions = {}) {
    this.#onLine = onLine;
    this.#maxLineBytes = options.maxLineBytes ?? DEFAULT_MAX_LINE_BYTES;
    this.#counters = options.counters ?? uncounted;
  }

  /** The number of the line that was delivered last, from 1; empty and oversized lines count as well. */
  get lineNumber(): number {
    return this.#lineNumber;
  }

  /** Takes the next bytes and delivers every line that ends in them. */
  push(chunk: Uint8Array): void {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, start)) {
      const from = start;
      start = end + 1;
      this.#endLine(bytes, from, end);
    }
    if (start < bytes.length) this.#keep(bytes.subarray(start));
  }

  /** The stream has ended: delivers a last line that has no line end. The splitter may be used again afterwards. */
  end(): void {
    if (this.#partBytes > 0 || this.#oversized) this.#endLine(Buffer.alloc(0), 0, 0);
  }

  #endLine(bytes: Buffer, start: number, end: number): void {
    this.#lineNumber++;
    if (this.#oversized) {
      this.#oversized = false;
    } else if (this.#partBytes === 0) {
      this.#deliver(bytes, start, end);
    } else {
      if (end > start) this.#parts.push(bytes.subarray(start, end));
      const line = Buffer.concat([...this.#beginning, ...this.#parts], this.#partBytes + end - start);
      this.#forget();
      this.#deliver(line, 0, line.length);
    }
  }

  #deliver(bytes: Buffer, start: number, end: number): void {
    const last = end > start && bytes[end - 1] === CR ? end - 1 : end;
    if (last === start) return;
    if (last - start > this.#maxLineBytes) this.#counters.add('lines.oversized');
    else this.#onLine(bytes.subarray(start, last));
  }

  #keep(part: Buffer): void {
    if (this.#oversized) return;
    // One byte more than the limit may still be the CR of a line end.
    if (this.#partBytes + part.length > this.#maxLineBytes + 1) {
      this.#counters.add('lines.oversized');
      this.#oversized = true;
      this.#forget();
      return;
    }
    this.#parts.push(part);
    this.#partBytes += part.length;
    if (this.#parts.length < MAX_PARTS) return;
    this.#beginning.push(Buffer.concat(this.#parts));
    this.#parts = [];
  }

  #forget(): void {
    this.#beginning = [];
    this.#parts = [];
    this.#partBytes = 0;
  }
}
