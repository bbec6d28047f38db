import type { Readable } from 'node:stream';
import { uncounted, type CounterSink } from '../../counters.js';
import { DEFAULT_MAX_LINE_BYTES } from '../lines.js';
import { readLines, type ReadProgress } from '../source.js';
import { WireLogError } from './error.js';
import { parseWireRecord, type WireRecord } from './format.js';

export type { ReadProgress };

/** A message of a live connection, of the longest line that is observed, is read back from its record. */
const DEFAULT_MAX_RECORD_BYTES = DEFAULT_MAX_LINE_BYTES + 4 * 1024;

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
 * Reads a wire log from a file or a stream of bytes. A source that starts like gzip is decompressed, whatever its
 * name. Memory use does not grow with the log. Broken lines are counted and skipped.
 *
 * Yields the records of one chunk at a time, in order and at least one:
 *
 *     for await (const records of readWireLog('wire.jsonl.gz')) for (const record of records) …
 *
 * Throws a {@link WireLogError} with the code `ERR_WIRE_LOG_READ` if the source cannot be opened or read, or if its
 * gzip data is damaged or ends too early. The records before that place have been yielded then.
 */
export function readWireLog(
  source: string | Readable,
  options: ReadWireLogOptions = {},
): AsyncGenerator<WireRecord[], void, undefined> {
  const { counters = uncounted, maxLineBytes = DEFAULT_MAX_RECORD_BYTES, onBrokenLine, onProgress, signal } = options;
  const name = typeof source === 'string' ? source : 'the stream';
  const read = (line: Buffer, number: number) => {
    const record = parseWireRecord(line);
    if (record === undefined) {
      counters.add('lines.broken');
      onBrokenLine?.(number);
    }
    return record;
  };
  const failure = (reason: string, cause: unknown) =>
    new WireLogError('ERR_WIRE_LOG_READ', `Cannot read the wire log ${name}: ${reason}`, cause);
  return readLines(source, { read, failure, counters, maxLineBytes, onProgress, signal });
}
