import type { Room } from '../bounded.js';
import { uncounted, type CounterSink } from '../counters.js';

const LF = 0x0a;
const CR = 0x0d;

/** PowerShell's `Set-Content -Encoding utf8` and editors on Windows begin a file with these bytes. */
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/** Bytes that may come with a line without being part of it: a byte order mark and a CR. */
const MAX_EXTRA_BYTES = BYTE_ORDER_MARK.length + 1;

/** Bytes of the longest line that is delivered by default. */
export const DEFAULT_MAX_LINE_BYTES = 16 * 1024 * 1024;

/** A partial line is merged after so many parts, because a view of a few bytes costs far more memory than the bytes. */
const MAX_PARTS = 1_024;

/** A shorter chunk has a line or two, which are delivered in less time than it takes to prepare a look at them in place. */
const IN_PLACE_BYTES = 4_096;

export interface LineSplitterOptions {
  /** Bytes of the longest line that is delivered, without its end; 16 MiB by default, and for a value that is no size. */
  readonly maxLineBytes?: number | undefined;
  /** Counts `lines.oversized`, and lines for which there was no `room`. Default: nothing is counted. */
  readonly counters?: CounterSink | undefined;
  /** Room for the partial line. A line for which there is none is skipped to its end. Default: as much as it needs. */
  readonly room?: Room | undefined;
  /**
   * Called at the beginning of a line in a long chunk, to move the chunk past lines that are not to be delivered: to make a
   * view of a line takes longer than to look at its first bytes in place. Default: every line is delivered.
   */
  readonly passOver?: ((chunk: Chunk) => void) | undefined;
}

/** A chunk of a stream, to be looked at in place: by its bytes, or by words of several bytes. */
export class Chunk {
  readonly bytes: Buffer;
  /** The place of the line that is looked at. */
  start = 0;
  /** The lines that were passed over, one after another. */
  passed = 0;
  readonly #maxLineBytes: number;
  #words: DataView | undefined;

  /** @param maxLineBytes of a line that can be passed over. */
  constructor(bytes: Buffer, maxLineBytes = DEFAULT_MAX_LINE_BYTES) {
    this.bytes = bytes;
    this.#maxLineBytes = maxLineBytes;
  }

  /** Made when it is first asked for, which takes longer than to look at a byte of each line. */
  get words(): DataView {
    return (this.#words ??= new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength));
  }

  /** Moves to the next line; false where this one is not whole in the chunk, or is too long. */
  passLine(): boolean {
    const end = this.bytes.indexOf(LF, this.start);
    if (end === -1 || end - this.start > this.#maxLineBytes) return false;
    this.start = end + 1;
    this.passed++;
    return true;
  }
}

/**
 * Cuts a stream of bytes into lines. A line ends with LF or CRLF, neither of which is delivered; empty lines are dropped.
 * Neither is a byte order mark before a line. Bytes are not decoded, so a character that two chunks share stays whole.
 *
 * Chunks are not copied: a line within one chunk is a view of it, and a partial line is a list of views until its end
 * arrives, so a long line is copied once (a line of more than 1,024 parts twice). The beginning of a line is a copy if it is
 * the smaller half of its chunk, which a view would keep whole. Unless a chunk is borrowed, the caller must not change its
 * bytes after pushing it.
 */
export class LineSplitter {
  readonly #onLine: (line: Buffer) => void;
  readonly #maxLineBytes: number;
  readonly #counters: CounterSink;
  readonly #room: Room | undefined;
  readonly #passOver: LineSplitterOptions['passOver'];
  /** The partial line: its merged beginning, and the parts that followed. */
  #beginning: Buffer[] = [];
  #parts: Buffer[] = [];
  #partBytes = 0;
  #isSkipping = false;
  #lineNumber = 0;

  /** @param onLine is called with every line, within `push` or `end`; an exception that it throws leaves from there. */
  constructor(onLine: (line: Buffer) => void, options: LineSplitterOptions = {}) {
    this.#onLine = onLine;
    const { maxLineBytes = 0 } = options;
    this.#maxLineBytes = maxLineBytes > 0 ? maxLineBytes : DEFAULT_MAX_LINE_BYTES;
    this.#counters = options.counters ?? uncounted;
    this.#room = options.room;
    this.#passOver = options.passOver;
  }

  /** The number of the last line, from 1; empty and oversized lines count as well. */
  get lineNumber(): number {
    return this.#lineNumber;
  }

  /**
   * Adds the next bytes and delivers every line that ends in them. If they are borrowed, the caller may change them afterwards:
   * the beginning of a line that stays is a copy then.
   */
  push(chunk: Uint8Array, isBorrowed = false): void {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const { length } = bytes;
    const passOver = length < IN_PLACE_BYTES ? undefined : this.#passOver;
    const whole = passOver && new Chunk(bytes, this.#maxLineBytes);
    let start = 0;
    while (start < length) {
      if (whole && this.#partBytes === 0 && !this.#isSkipping) {
        whole.start = start;
        whole.passed = 0;
        passOver(whole);
        start = whole.start;
        this.#lineNumber += whole.passed;
      }
      const end = bytes.indexOf(LF, start);
      if (end === -1) break;
      this.#endLine(bytes, start, end);
      start = end + 1;
    }
    if (start === length) return;
    const part = bytes.subarray(start);
    this.#keep(isBorrowed || part.length * 2 < bytes.buffer.byteLength ? Buffer.from(part) : part);
  }

  /** Ends the stream: delivers a last line that has no line end. The splitter can be used for another stream then. */
  end(): void {
    if (this.#partBytes > 0 || this.#isSkipping) this.#endLine(Buffer.alloc(0), 0, 0);
  }

  #endLine(bytes: Buffer, start: number, end: number): void {
    this.#lineNumber++;
    if (this.#isSkipping) {
      this.#isSkipping = false;
    } else if (this.#partBytes === 0) {
      this.#deliver(bytes, start, end);
    } else if (this.#partBytes + end - start > this.#maxLineBytes + MAX_EXTRA_BYTES) {
      this.#counters.add('lines.oversized');
      this.#forget();
    } else {
      if (end > start) this.#parts.push(bytes.subarray(start, end));
      const line = Buffer.concat([...this.#beginning, ...this.#parts], this.#partBytes + end - start);
      this.#forget();
      this.#deliver(line, 0, line.length);
    }
  }

  #deliver(bytes: Buffer, start: number, end: number): void {
    const first = beginsWithMark(bytes, start) ? start + BYTE_ORDER_MARK.length : start;
    const last = end > first && bytes[end - 1] === CR ? end - 1 : end;
    if (last === first) return;
    if (last - first > this.#maxLineBytes) this.#counters.add('lines.oversized');
    else this.#onLine(bytes.subarray(first, last));
  }

  #keep(part: Buffer): void {
    if (this.#isSkipping) return;
    if (this.#partBytes + part.length > this.#maxLineBytes + MAX_EXTRA_BYTES) {
      this.#counters.add('lines.oversized');
      return this.#skip();
    }
    if (this.#room?.take(part.length) === false) {
      this.#counters.add('state.dropped', 'partial message');
      return this.#skip();
    }
    this.#parts.push(part);
    this.#partBytes += part.length;
    if (this.#parts.length < MAX_PARTS) return;
    this.#beginning.push(Buffer.concat(this.#parts));
    this.#parts = [];
  }

  /** Drops the line up to its end. */
  #skip(): void {
    this.#isSkipping = true;
    this.#forget();
  }

  #forget(): void {
    this.#room?.release(this.#partBytes);
    this.#beginning = [];
    this.#parts = [];
    this.#partBytes = 0;
  }
}

function beginsWithMark(bytes: Buffer, start: number): boolean {
  const [first, second, third] = BYTE_ORDER_MARK;
  return bytes[start] === first && bytes[start + 1] === second && bytes[start + 2] === third;
}
