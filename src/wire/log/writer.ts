import type { Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { uncounted, type CounterSink } from '../../counters.js';
import { fileFailure } from '../file-error.js';
import type { MessageRecord, WireRecord } from './format.js';
import { createPrivateWriteStream } from './private-file.js';

const LF = 0x0a;
const SPACE = 0x20;
const MESSAGE_END = Buffer.from('}\n');

/** Waiting bytes from which `append` asks its caller to wait. */
const HIGH_WATER_MARK = 1024 * 1024;

export interface WireLogWriterOptions {
  /** Bytes that may wait for a slow disk; records beyond them are dropped and counted. 64 MiB by default. */
  readonly maxPendingBytes?: number;
  /** Counts `state.dropped`, with the reasons `wire_log.full`, `wire_log.failed` and `wire_log.ended`. */
  readonly counters?: CounterSink;
}

/**
 * Writes a wire log: plain, or gzipped where the path ends in `.gz`. The file is made anew, and only its owner may read
 * it, for a wire log holds everything that was said.
 *
 * Recording must never harm what is recorded: until `end` nothing here throws or blocks, and a disk that fails or
 * cannot follow costs the log some records, which are counted.
 */
export class WireLogWriter {
  readonly #path: string;
  readonly #sink: Writable;
  /** When the file is written and closed; settles once, never rejects: then `#error` says why. */
  readonly #closed: Promise<void>;
  readonly #opened: Promise<void>;
  readonly #maxPendingBytes: number;
  readonly #counters: CounterSink;
  #error: Error | undefined;
  #ended = false;
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #waiting: (() => void)[] = [];

  constructor(path: string, options: WireLogWriterOptions = {}) {
    this.#path = path;
    this.#maxPendingBytes = options.maxPendingBytes ?? 64 * 1024 * 1024;
    this.#counters = options.counters ?? uncounted;
    const file = createPrivateWriteStream(path, { highWaterMark: HIGH_WATER_MARK });
    const gzip = path.endsWith('.gz') ? createGzip() : undefined;
    this.#sink = gzip ?? file;
    this.#closed = (gzip === undefined ? finished(file) : pipeline(gzip, file)).catch((error: unknown) => {
      this.#fail(error as Error);
    });
    this.#sink.on('drain', () => this.#release());
    this.#opened = Promise.race([new Promise<void>((resolve) => file.once('ready', resolve)), this.#closed]);
  }

  /** Resolves when the file is open. Rejects where the log cannot be written, saying why. */
  async opened(): Promise<void> {
    await this.#opened;
    if (this.#error !== undefined) throw this.#error;
  }

  /** Why nothing more is written; undefined while all is well. */
  get error(): Error | undefined {
    return this.#error;
  }

  /**
   * Takes the next record; a message's text is written byte for byte (a line feed between its tokens becomes a space: a
   * record is one line). False when much is waiting for the disk: whoever can wait then should, for `drained()`.
   */
  append(record: WireRecord): boolean {
    if (this.#ended || this.#error !== undefined) return this.#drop(this.#ended ? 'ended' : 'failed');
    const parts = record.kind === 'message' ? messageLine(record) : [Buffer.from(otherLine(record))];
    const bytes = parts.reduce((sum, part) => sum + part.length, 0);
    if (this.#waitingBytes() + bytes > this.#maxPendingBytes) return this.#drop('full');

    // The records of one tick are written at once: a compressor pays for every write.
    if (this.#pendingBytes === 0) queueMicrotask(() => this.#flush());
    this.#pending.push(...parts);
    this.#pendingBytes += bytes;
    return this.#waitingBytes() < HIGH_WATER_MARK;
  }

  /** Resolves when `append` may go on; at once where it may, or where nothing more is written. Never rejects. */
  drained(): Promise<void> {
    this.#flush();
    if (this.#error !== undefined || this.#waitingBytes() < HIGH_WATER_MARK) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Writes what is waiting and closes the file. Rejects where the log could not be written, saying why. */
  async end(): Promise<void> {
    if (!this.#ended) {
      this.#flush();
      this.#ended = true;
      this.#sink.end();
    }
    await this.#closed;
    if (this.#error !== undefined) throw this.#error;
  }

  #waitingBytes(): number {
    return this.#pendingBytes + this.#sink.writableLength;
  }

  #flush(): void {
    if (this.#pendingBytes === 0) return;
    const bytes = Buffer.concat(this.#pending, this.#pendingBytes);
    this.#pending = [];
    this.#pendingBytes = 0;
    if (this.#error === undefined) this.#sink.write(bytes);
  }

  #drop(reason: 'ended' | 'failed' | 'full'): false {
    this.#counters.add('state.dropped', `wire_log.${reason}`);
    return false;
  }

  #fail(cause: NodeJS.ErrnoException): void {
    this.#error = new Error(`Cannot write the wire log ${this.#path}: ${fileFailure(cause, 'directory')}`, { cause });
    this.#release();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function messageLine({ at, connection, from, text }: MessageRecord): Uint8Array[] {
  const head = Buffer.from(`{"at":${at},"conn":${JSON.stringify(connection)},"from":"${from}","msg":`);
  return [head, text.includes(LF) ? text.map((byte) => (byte === LF ? SPACE : byte)) : text, MESSAGE_END];
}

function otherLine(record: Exclude<WireRecord, MessageRecord>): string {
  const { at, connection: conn } = record;
  switch (record.kind) {
    case 'open':
      return `${JSON.stringify({ at, conn, event: 'open', transport: record.transport, server: record.server })}\n`;
    case 'close':
      return `${JSON.stringify({ at, conn, event: 'close' })}\n`;
    case 'raw':
      return `${JSON.stringify({ at, conn, from: record.from, raw: record.raw })}\n`;
  }
}
