import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { addAbortSignal, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { fileFailure } from '../../wire/file-error.js';

/** Bytes that are read, or gunzipped, at a time. */
const CHUNK_BYTES = 256 * 1024;

/** The longest of the magic numbers below. */
const HEAD_BYTES = 4;

export interface ReadBytesOptions {
  /** Called after each chunk of the file, with its bytes as they lie on the disk and the file's size. */
  readonly onProgress?: ((progress: { readonly bytes: number; readonly total: number }) => void) | undefined;
  /** Ends the reading where it is. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The bytes of a rollout, decompressed: what begins like gzip or like zstd is, whatever its name. Memory does not grow
 * with the file.
 *
 * Throws an Error that names the file where it cannot be opened or read, or where its compressed data is damaged or ends
 * too early; the bytes before that place have been yielded then.
 */
export async function* readBytes(
  file: string,
  { onProgress, signal }: ReadBytesOptions = {},
): AsyncGenerator<Buffer, void, undefined> {
  let stream: Readable | undefined;
  try {
    const total = onProgress === undefined ? 0 : (await stat(file)).size;
    stream = createReadStream(file, { highWaterMark: CHUNK_BYTES });
    if (signal !== undefined) addAbortSignal(signal, stream);
    yield* decompressed(counted(stream, (bytes) => onProgress?.({ bytes, total })));
  } catch (error) {
    if (signal?.aborted) return;
    throw new Error(`Cannot read the rollout ${file}: ${reasonOf(error as NodeJS.ErrnoException)}`, { cause: error });
  } finally {
    stream?.destroy();
  }
}

async function* counted(stream: Readable, onBytes: (bytes: number) => void): AsyncGenerator<Buffer, void, undefined> {
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    yield chunk;
    onBytes(bytes);
  }
}

async function* decompressed(chunks: AsyncGenerator<Buffer, void, undefined>): AsyncGenerator<Buffer, void, undefined> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  const all = chain(head, chunks);
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(all);
  else if (head.length >= HEAD_BYTES && head.readUInt32LE() === 0xfd2fb528) yield* unzstd(all);
  else yield* all;
}

async function* gunzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const compressed = Readable.from(chunks);
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  compressed.on('error', (error) => gunzip.destroy(error));
  try {
    yield* compressed.pipe(gunzip) as AsyncIterable<Buffer>;
  } finally {
    compressed.destroy();
    gunzip.destroy();
  }
}

/** Node has zstd from 22.15 on only. */
async function* unzstd(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let plain: Buffer[] = [];
  const zstd = new Decompress((data) => {
    if (data.length > 0) plain.push(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  });
  for await (const chunk of chunks) {
    zstd.push(chunk);
    yield* plain;
    plain = [];
  }
  zstd.push(new Uint8Array(0), true);
  yield* plain;
}

async function* chain(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  if (head.length > 0) yield head;
  yield* rest;
}

function reasonOf(error: NodeJS.ErrnoException): string {
  // fzstd numbers its errors; they are the only ones here whose code is a number.
  if (typeof (error.code as unknown) === 'number') return `its zstd data is damaged (${error.message}).`;
  switch (error.code) {
    case 'Z_BUF_ERROR':
      return 'its gzip data ends too early.';
    case 'Z_DATA_ERROR':
      return `its gzip data is damaged (${error.message}).`;
    default:
      return fileFailure(error, 'file');
  }
}
