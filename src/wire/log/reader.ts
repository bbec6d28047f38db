import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { addAbortSignal, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { uncounted, type CounterSink } from '../../counters.js';
import { fileFailure } from '../file-error.js';
import { DEFAULT_MAX_LINE_BYTES, LineSplitter } from '../lines.js';
import { WireLogError } from './error.js';
import { parseWireRecord, type WireRecord } from './format.js';

/** Bytes that are read, or decompressed, at a time. Memory use depends on it, not on the size of the log. */
const CHUNK_BYTES = 256 * 1024;

/** A message of a live connection, of the longest line that is observed, is read back from its record. */
const DEFAULT_MAX_RECORD_BYTES = DEFAULT_MAX_LINE_BYTES + 4 * 1024;

/** How much of a log has been read. */
export interface ReadProgress {
  /** Bytes of the source that have been read: compressed bytes if it is compressed. */
  readonly bytes: number;
  /** The source's size in bytes; undefined for a stream. */
  readonly total: number | undefined;
}

export interface ReadWireLogOptions {
  /** Counts `lines.broken` and `lines.oversized`. Default: nothing is counted. */
  readonly counters?: CounterSink | undefined;
  /** Called after each chunk of the source. Default: nothing. */
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  /** Called with the number, from 1, of each line that is not a record of a wire log. Default: nothing. */
  readonly onBrokenLine?: ((line: number) => void) | undefined;
  /** Bytes of the longest line that is read; by default {@link DEFAULT_MAX_LINE_BYTES} and 4 KiB for the record around it. */
  readonly maxLineBytes?: number | undefined;
  /** Ends the reading, also while it waits for the next bytes. Default: the log is read to its end. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a wire log from a file or a stream of bytes. A source that starts like gzip is decompressed, whatever its name.
 * Memory use does not grow with the log. Broken lines are counted and skipped.
 *
 * Yields the records of one chunk at a time, in order and at least one, because an asynchronous step for every record
 * makes reading a quarter slower (`bench/wire.bench.mjs`).
 *
 *     for await (const records of readWireLog('wire.jsonl.gz')) for (const record of records) …
 *
 * Throws a {@link WireLogError} with the code `ERR_WIRE_LOG_READ` if the source cannot be opened or read, or if its gzip
 * data is damaged or ends too early. The records before that place have been yielded then.
 */
export async function* readWireLog(
  source: string | Readable,
  options: ReadWireLogOptions = {},
): AsyncGenerator<WireRecord[], void, undefined> {
  const { counters = uncounted, maxLineBytes = DEFAULT_MAX_RECORD_BYTES, onBrokenLine, signal } = options;
  let batch: WireRecord[] = [];
  const splitter = new LineSplitter(
    (line) => {
      const record = parseWireRecord(line);
      if (record !== undefined) return void batch.push(record);
      counters.add('lines.broken');
      onBrokenLine?.(splitter.lineNumber);
    },
    { counters, maxLineBytes },
  );
  for await (const bytes of plainBytes(source, options)) {
    splitter.push(bytes);
    if (batch.length === 0) continue;
    const records = batch;
    batch = [];
    yield records;
  }
  if (signal?.aborted) return;
  splitter.end();
  if (batch.length > 0) yield batch;
}

async function* plainBytes(
  source: string | Readable,
  { onProgress, signal }: ReadWireLogOptions,
): AsyncGenerator<Buffer, void, undefined> {
  const name = typeof source === 'string' ? source : 'the stream';
  let stream: Readable | undefined;
  try {
    const total = onProgress !== undefined && typeof source === 'string' ? (await stat(source)).size : undefined;
    stream = typeof source === 'string' ? createReadStream(source, { highWaterMark: CHUNK_BYTES }) : source;
    if (signal !== undefined) addAbortSignal(signal, stream);
    yield* gunzipped(counted(stream, total, onProgress));
  } catch (error) {
    if (signal?.aborted) return;
    const reason = reasonOf(error as NodeJS.ErrnoException);
    throw new WireLogError('ERR_WIRE_LOG_READ', `Cannot read the wire log ${name}: ${reason}`, error);
  } finally {
    stream?.destroy();
  }
}

async function* counted(
  stream: Readable,
  total: number | undefined,
  onProgress: ReadWireLogOptions['onProgress'],
): AsyncGenerator<Buffer, void, undefined> {
  let bytes = 0;
  for await (const data of stream as AsyncIterable<Buffer | string>) {
    const chunk = typeof data === 'string' ? Buffer.from(data) : data;
    bytes += chunk.length;
    yield chunk;
    onProgress?.({ bytes, total });
  }
}

/** Decompresses a source that begins with gzip's two magic bytes, all its members; passes other bytes through. */
async function* gunzipped(chunks: AsyncGenerator<Buffer, void, undefined>): AsyncGenerator<Buffer, void, undefined> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    if (head.length > 0) yield head;
    return yield* chunks;
  }
  const compressed = Readable.from(chain(head, chunks));
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  compressed.on('error', (error) => gunzip.destroy(error));
  try {
    yield* compressed.pipe(gunzip) as AsyncIterable<Buffer>;
  } finally {
    compressed.destroy();
    gunzip.destroy();
  }
}

async function* chain(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  yield head;
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
