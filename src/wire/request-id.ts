import { MAX_NAME, shorten } from './shorten.js';
import { Members, numberAt, QUOTE, skipValue, stringAt } from './json-scan.js';

/**
 * A JSON-RPC id. It is exact: `1` and `"1"` are different ids, and an integer beyond 2^53 is a bigint, because Codex's ids
 * have 64 bits and a number would make neighbouring ids equal. A string is cut as names are. Equal ids are `===` and the same key of a Map.
 */
export type RequestId = string | number | bigint;

/** An integer with more digits is not an id; 64 bits have 19 digits. */
const MAX_DIGITS = 64;

/**
 * The id at a path of members of a message; by default the message's own. It is read from the bytes, because `JSON.parse`
 * rounds integers beyond 2^53. Undefined if there is none, or if the value is neither a string nor a number.
 */
export function requestIdOf(line: Uint8Array, path: readonly string[] = ['id']): RequestId | undefined {
  let [start, end] = [0, line.length];
  for (const name of path) {
    const members = new Members(line.subarray(start, end));
    if (!members.find(name)) return undefined;
    const valueEnd = members.skip();
    if (valueEnd === -1) return undefined;
    [start, end] = [start + members.valueStart, start + valueEnd];
  }
  return requestIdAt(line, start);
}

/** The id that starts at `start`; undefined if the value there is neither a string nor a number. */
export function requestIdAt(bytes: Uint8Array, start: number): RequestId | undefined {
  if (bytes[start] === QUOTE) {
    const text = stringAt(bytes, start);
    return text && shorten(text, MAX_NAME);
  }
  const end = skipValue(bytes, start);
  if (end === -1) return undefined;
  const value = numberAt(bytes, start, end);
  if (value === undefined || Number.isSafeInteger(value)) return value;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  if (!/^-?\d+$/.test(text)) return value;
  return text.length <= MAX_DIGITS ? BigInt(text) : undefined;
}
