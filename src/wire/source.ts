import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { addAbortSignal, pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { CounterSink } from '../counters.js';
import { fileFailure } from './file-error.js';
import { LineSplitter } from './lines.js';

/** Bytes that are read, or gunzipped, at a time. Memory use depends on it, not on the size of the source. */
const CHUNK_BYTES = 256 * 1024;

/** Bytes of the longest magic number that a {@link Decompressor} looks at. */
const HEAD_BYTES = 4;

/** How much of a source has been read. */
export interface ReadProgress {
  /** Bytes of the source that have been read: compressed bytes if it is compressed. */
  readonly bytes: number;
  /** The source's size in bytes; undefined for a stream. */
  readonly total: number | undefined;
}

/** Decompresses bytes; undefined for bytes that begin otherwise than its format does. */
export type Decompressor = (
  head: Buffer,
) => ((chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer, void, undefined>) | undefined;

export interface ReadSourceOptions {
  /** Called after each chunk of the source. Default: nothing. */
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  /** Ends the reading, also while it waits for the next bytes. Default: the source is read to its end. */
  readonly signal?: AbortSignal | undefined;
  /** Decompresses what is not gzip. Default: such a source is read as it is. */
  readonly decompressor?: Decompressor | undefined;
}

/** Makes the error to throw where the source cannot be read to its end; `reason` is a sentence. */
type Failure = (reason: string, cause: unknown) => Error;

/**
 * The bytes of a source, decompressed: a source that begins like gzip is, whatever its name. Throws the error
 * that `failure` makes where the source cannot be opened or read, or where its compressed data is damaged or ends too early;
 * the bytes before that place have been yielded then.
 */
export async function* readBytes(
  source: string | Readable,
  failure: Failure,
  { onProgress, signal, decompressor }: ReadSourceOptions = {},
): AsyncGenerator<Buffer, void, undefined> {
  let stream: Readable | undefined;
  try {
    const total = onProgress !== undefined && typeof source === 'string' ? (await stat(source)).size : undefined;
    stream = typeof source === 'string' ? createReadStream(source, { highWaterMark: CHUNK_BYTES }) : source;
    if (signal !== undefined) addAbortSignal(signal, stream);
    yield* decompressed(
      counted(stream, (bytes) => onProgress?.({ bytes, total })),
      decompressor,
    );
  } catch (error) {
    if (signal?.aborted) return;
    throw failure(reasonOf(error as NodeJS.ErrnoException), error);
  } finally {
    stream?.destroy();
  }
}

interface ReadLinesOptions<T> extends ReadSourceOptions {
  /** Reads a line, the `number`-th from 1; undefined for one that is of no use. */
  readonly read: (line: Buffer, number: number) => T | undefined;
  readonly failure: Failure;
  readonly counters: CounterSink;
  readonly maxLineBytes: number | undefined;
}

/**
 * Reads a source line by line. Yields the results of one chunk at a time, in order and at least one, because an asynchronous
 * step for every line makes reading a quarter slower. Throws as {@link readBytes} does.
 */
export async function* readLines<T>(
  source: string | Readable,
  { read, failure, counters, maxLineBytes, ...options }: ReadLinesOptions<T>,
): AsyncGenerator<T[], void, undefined> {
  let batch: T[] = [];
  const splitter = new LineSplitter(
    (line) => {
      const result = read(line, splitter.lineNumber);
      if (result !== undefined) batch.push(result);
    },
    { counters, maxLineBytes },
  );
  for await (const bytes of readBytes(source, failure, options)) {
    splitter.push(bytes);
    if (batch.length === 0) continue;
    const results = batch;
    batch = [];
    yield results;
  }
  if (options.signal?.aborted) return;
  splitter.end();
  if (batch.length > 0) yield batch;
}

async function* counted(stream: Readable, onBytes: (bytes: number) => void): AsyncGenerator<Buffer, void, undefined> {
  let bytes = 0;
  for await (const data of stream as AsyncIterable<Buffer | string>) {
    const chunk = typeof data === 'string' ? Buffer.from(data) : data;
    bytes += chunk.length;
    yield chunk;
    onBytes(bytes);
  }
}

async function* decompressed(
  chunks: AsyncGenerator<Buffer, void, undefined>,
  decompressor: Decompressor | undefined,
): AsyncGenerator<Buffer, void, undefined> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  const all = chain(head, chunks);
  const decompress = head[0] === 0x1f && head[1] === 0x8b ? gunzipped : decompressor?.(head);
  yield* decompress?.(all) ?? all;
}

async function* gunzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  yield* pipeline(chunks, createGunzip({ chunkSize: CHUNK_BYTES }), () => undefined) as AsyncIterable<Buffer>;
}

async function* chain(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  if (head.length > 0) yield head;
  yield* rest;
}

function reasonOf(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'Z_BUF_ERROR':
      return 'its gzip data ends too early.';
    case 'Z_DATA_ERROR':
      return `its gzip data is damaged (${error.message}).`;
    default:
      return fileFailure(error, 'file');
  }
}
