import type { Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { uncounted, type CounterSink } from '../../counters.js';
import { fileFailure } from '../file-error.js';
import { WireLogError } from './error.js';
import type { MessageRecord, WireRecord } from './format.js';
import { createPrivateWriteStream } from './private-file.js';

const LF = 0x0a;
const SPACE = 0x20;
const MESSAGE_END = Buffer.from('}\n');

/** From so many waiting bytes on, `append` asks its caller to wait. */
const HIGH_WATER_MARK = 1024 * 1024;

export interface WireLogWriterOptions {
  /** Bytes that may wait for a slow disk; further records are dropped and counted. 64 MiB by default. */
  readonly maxPendingBytes?: number;
  /** Counts `state.dropped` by reason: `wire_log.full`, `wire_log.failed`, `wire_log.ended`. Default: nothing is counted. */
  readonly counters?: CounterSink;
}

/**
 * Writes a wire log: gzipped if the path ends in `.gz`, else plain. An existing file is replaced. Only its owner may read
 * the file, because a wire log holds all content of the session.
 *
 * Recording must not harm the recorded session: no method throws or blocks before `end`. When the disk fails or is too
 * slow, records are dropped and counted.
 */
export class WireLogWriter {
  readonly #path: string;
  readonly #sink: Writable;
  /** Resolves when the file is written and closed. Never rejects: a failure is in `#error`. */
  readonly #closed: Promise<void>;
  readonly #opened: Promise<void>;
  readonly #maxPendingBytes: number;
  readonly #counters: CounterSink;
  #error: WireLogError | undefined;
  #ended = false;
  #pending: Uint8Array[] = [];
  #pendingRecords = 0;
  #pendingBytes = 0;

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
    this.#opened = Promise.race([new Promise<void>((resolve) => file.once('ready', resolve)), this.#closed]);
  }

  /** Resolves when the file is open. Rejects where the log cannot be written, saying why. */
  async opened(): Promise<void> {
    await this.#opened;
    if (this.#error !== undefined) throw this.#error;
  }

  /** Why the log cannot be written any further; undefined while it can. */
  get error(): WireLogError | undefined {
    return this.#error;
  }

  /**
   * Adds a record. A message's text is written byte for byte, except that a line feed between its tokens becomes a space,
   * because a record is one line. Returns false if many bytes wait for the disk: a caller that can wait should then await
   * `drained()`.
   */
  append(record: WireRecord): boolean {
    if (this.#ended || this.#error !== undefined) return this.#drop(this.#ended ? 'ended' : 'failed');
    const parts = record.kind === 'message' ? messageLine(record) : [Buffer.from(otherLine(record))];
    const bytes = parts.reduce((sum, part) => sum + part.length, 0);
    if (this.#waitingBytes() + bytes > this.#maxPendingBytes) return this.#drop('full');

    // The records of one tick are written together, because every write costs the compressor time.
    if (this.#pendingBytes === 0) queueMicrotask(() => this.#flush());
    this.#pending.push(...parts);
    this.#pendingRecords += 1;
    this.#pendingBytes += bytes;
    return this.#waitingBytes() < HIGH_WATER_MARK;
  }

  /** Resolves when `append` can go on, or when the log cannot be written any further. Never rejects. */
  async drained(): Promise<void> {
    this.#flush();
    if (this.#error !== undefined || this.#waitingBytes() < HIGH_WATER_MARK) return;
    await Promise.race([new Promise((resolve) => this.#sink.once('drain', resolve)), this.#closed]);
  }

  /**
   * Writes all waiting records and closes the file. Rejects with {@link error}, whose code is `ERR_WIRE_LOG_WRITE`, if the
   * log could not be written.
   */
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
    const records = this.#pendingRecords;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#pendingRecords = 0;
    if (this.#error !== undefined) this.#drop('failed', records);
    else this.#sink.write(bytes, (error) => error && this.#drop('failed', records));
  }

  #drop(reason: 'ended' | 'failed' | 'full', records = 1): false {
    this.#counters.add('state.dropped', `wire_log.${reason}`, records);
    return false;
  }

  #fail(cause: NodeJS.ErrnoException): void {
    const reason = fileFailure(cause, 'directory');
    this.#error = new WireLogError('ERR_WIRE_LOG_WRITE', `Cannot write the wire log ${this.#path}: ${reason}`, cause);
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
