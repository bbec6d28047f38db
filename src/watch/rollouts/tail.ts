import { open, type FileHandle } from 'node:fs/promises';
import type { CounterSink } from '../../counters.js';
import { recordReader } from '../../rollout/files/line.js';
import { readRolloutBytes } from '../../rollout/reader.js';
import type { RolloutRecord } from '../../rollout/records.js';
import { LineSplitter } from '../../wire/lines.js';

/** Bytes that are read at a time. */
const CHUNK_BYTES = 256 * 1024;

/** A record, and the number of its line in the file, from 1. */
export interface TailedRecord {
  readonly record: RolloutRecord;
  readonly line: number;
}

/** The outcome of one reading. */
export interface Chunk {
  readonly records: readonly TailedRecord[];
  /** Nothing more can be read for now. */
  readonly isAtEnd: boolean;
  /** Bytes of the file. */
  readonly size: number;
  /** The file was replaced or cut: it is read from its beginning again, from this chunk on. */
  readonly isRewritten: boolean;
}

/**
 * Reads a rollout as it grows, a chunk at a time. A line counts once its line feed is there. A file that was moved goes on
 * where it was; one that was replaced, cut or compressed is read from its beginning.
 */
export class RolloutTail {
  /** The path of the file. May change. */
  file: string;
  readonly #counters: CounterSink;
  #splitter: LineSplitter;
  #records: TailedRecord[] = [];
  /** Bytes that were read. */
  #offset = 0;
  /** Device and inode of the file that was read; an inode can be reused, a file of another size is noticed all the same. */
  #identity: string | undefined;
  /** Of a compressed file. */
  #whole: AsyncGenerator<Buffer, void, undefined> | undefined;

  constructor(file: string, counters: CounterSink) {
    this.file = file;
    this.#counters = counters;
    this.#splitter = this.#newSplitter();
  }

  /** Bytes of the file, as it lies on the disk, that were read. */
  get offset(): number {
    return this.#offset;
  }

  /** Reads the next chunk. Rejects where the file cannot be read: it may have been moved, and may come back. */
  async read(): Promise<Chunk> {
    const handle = await open(this.file);
    try {
      const { dev, ino, size } = await handle.stat();
      const identity = `${dev}:${ino}`;
      const isRewritten = this.#identity !== undefined && (this.#identity !== identity || size < this.#offset);
      if (isRewritten) this.#begin();
      this.#identity = identity;
      if (/\.(zst|gz)$/.test(this.file)) return { ...(await this.#readCompressed(size)), size, isRewritten };
      const isAtEnd = await this.#readPlain(handle, size);
      return { records: this.#take(), isAtEnd, size, isRewritten };
    } finally {
      await handle.close();
    }
  }

  async #readPlain(handle: FileHandle, size: number): Promise<boolean> {
    const length = Math.min(CHUNK_BYTES, size - this.#offset);
    if (length <= 0) return true;
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafeSlow(length), 0, length, this.#offset);
    this.#offset += bytesRead;
    this.#splitter.push(buffer.subarray(0, bytesRead));
    return bytesRead === 0 || this.#offset >= size;
  }

  /** A compressed file is whole: it does not grow. */
  async #readCompressed(size: number): Promise<Pick<Chunk, 'records' | 'isAtEnd'>> {
    if (this.#whole === undefined && this.#offset === size) return { records: [], isAtEnd: true };
    this.#whole ??= readRolloutBytes(this.file);
    const { value, done } = await this.#whole.next();
    if (value) this.#splitter.push(value);
    if (done !== true) return { records: this.#take(), isAtEnd: false };
    this.#splitter.end();
    this.#whole = undefined;
    this.#offset = size;
    return { records: this.#take(), isAtEnd: true };
  }

  #begin(): void {
    void this.#whole?.return();
    this.#whole = undefined;
    this.#splitter = this.#newSplitter();
    this.#records = [];
    this.#offset = 0;
  }

  #take(): readonly TailedRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  #newSplitter(): LineSplitter {
    const read = recordReader(this.#counters);
    const splitter = new LineSplitter(
      (bytes) => {
        const line = splitter.lineNumber;
        const record = read(bytes, line);
        if (record !== undefined) this.#records.push({ record, line });
      },
      { counters: this.#counters },
    );
    return splitter;
  }
}
