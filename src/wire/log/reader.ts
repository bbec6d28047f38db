import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { addAbortSignal, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { uncounted, type CounterSink } from '../../counters.js';
import { fileFailure } from '../file-error.js';
import { LineSplitter } from '../lines.js';
import { parseWireRecord, type WireRecord } from './format.js';

/** Bytes that are read, or decompressed, at a time: what a read holds in memory, however large the log is. */
const CHUNK_BYTES = 256 * 1024;

/** How far a log has been read. */
export interface ReadProgress {
  /** Bytes of the source, compressed where it is. */
  readonly bytes: number;
  /** The source's size; undefined where it is a stream. */
  readonly total: number | undefined;
}

export interface ReadWireLogOptions {
  /** Counts `lines.broken` and `lines.oversized`. */
  readonly counters?: CounterSink | undefined;
  /** Called after each chunk of the source. */
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  /** Called with the number, from 1, of each line that is no JSON object or none of a wire log. */
  readonly onBrokenLine?: ((line: number) => void) | undefined;
  /** Bytes of the longest line that is read; 256 MiB by default. */
  readonly maxLineBytes?: number | undefined;
  /** Ends the reading where it is, also where the next bytes never come. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a wire log from a file or a stream of bytes, gunzipping what starts like gzip whatever its name, with memory
 * that does not grow with the log. Broken lines are counted and skipped.
 *
 * It yields the records of one chunk at a time, in order and never none: an asynchronous step for every record would
 * make reading a quarter slower (`bench/wire.bench.mjs`).
 *
 *     for await (const records of readWireLog('wire.jsonl.gz')) for (const record of records) …
 *
 * Throws an Error that names the source where it cannot be opened or read, or where its gzip data is damaged or ends
 * too early; the records before that place have been yielded then.
 */
export async function* readWireLog(
  source: string | Readable,
  options: ReadWireLogOptions = {},
): AsyncGenerator<WireRecord[], void, undefined> {
  const { counters = uncounted, maxLineBytes, onBrokenLine, signal } = options;
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
    throw new Error(`Cannot read the wire log ${name}: ${reasonOf(error as NodeJS.ErrnoException)}`, { cause: error });
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

/** Passes plain bytes through; what begins with gzip's two magic bytes is decompressed, all its members. */
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
