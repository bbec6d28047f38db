import { uncounted, type CounterSink } from '../counters.js';
import { LineSplitter } from '../wire/lines.js';
import { readBytes, readLines, type ReadSourceOptions } from '../wire/source.js';
import { recordReader } from './files/line.js';
import { zstd } from './files/zstd.js';
import type { RolloutRecord } from './records.js';

/** Bytes of the longest line that is looked for at the beginning of a file: the instructions stand in it. */
const MAX_FIRST_LINE_BYTES = 16 * 1024 * 1024;

export interface ReadRolloutOptions extends Omit<ReadSourceOptions, 'decompressor'> {
  /** Counts `lines.broken`, `lines.oversized`, `messages.skipped` and `messages.undecodable`. */
  readonly counters?: CounterSink | undefined;
  /** Called with the number, from 1, of each line that is no JSON object or no record of a rollout. */
  readonly onBrokenLine?: ((line: number) => void) | undefined;
  /** Bytes of the longest line that is read; 16 MiB by default. */
  readonly maxLineBytes?: number | undefined;
}

/**
 * The records of a rollout that are in use, those of one chunk at a time, in order and never none. Broken lines are counted
 * and skipped, also a last line that is not whole yet.
 *
 * Throws an Error that names the file where it cannot be opened or read, or where its compressed data is damaged or ends
 * too early; the records before that place have been yielded then.
 */
export function readRollout(
  file: string,
  options: ReadRolloutOptions = {},
): AsyncGenerator<RolloutRecord[], void, undefined> {
  const { counters = uncounted, maxLineBytes, onBrokenLine, onProgress, signal } = options;
  return readLines(file, {
    read: recordReader(counters, onBrokenLine),
    failure: failureOf(file),
    counters,
    maxLineBytes,
    onProgress,
    signal,
    decompressor: zstd,
  });
}

/**
 * The first line of a file, by which a rollout is recognised; undefined where the file is empty or its first line has no
 * end within {@link MAX_FIRST_LINE_BYTES}. Throws as {@link readRollout} does.
 */
export async function readFirstLine(file: string): Promise<Buffer | undefined> {
  let first: Buffer | undefined;
  let bytes = 0;
  const splitter = new LineSplitter((line) => (first ??= line), { maxLineBytes: MAX_FIRST_LINE_BYTES });
  for await (const chunk of readRolloutBytes(file)) {
    splitter.push(chunk);
    bytes += chunk.length;
    if (first !== undefined || bytes > MAX_FIRST_LINE_BYTES) return first;
  }
  splitter.end();
  return first;
}

/** The bytes of a rollout, decompressed. Throws as {@link readRollout} does. */
export const readRolloutBytes = (file: string): AsyncGenerator<Buffer, void, undefined> =>
  readBytes(file, failureOf(file), { decompressor: zstd });

const failureOf = (file: string) => (reason: string, cause: unknown) =>
  new Error(`Cannot read the rollout ${file}: ${reason}`, { cause });
