import { MAX_DEPTH, skipSpace, skipValue } from './json-scan.js';

/**
 * Parses JSON text, given as UTF-8 bytes. Undefined if the bytes are not JSON, or nest deeper than {@link MAX_DEPTH}:
 * `JSON.parse` reads such a value, but `JSON.stringify` and other recursive code overflow the stack with it.
 */
export function parseJson(bytes: Uint8Array): unknown {
  // Each level takes a byte to open and a byte to close.
  if (bytes.length > 2 * MAX_DEPTH && skipValue(bytes, skipSpace(bytes, 0)) === -1) return undefined;
  try {
    const text = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return JSON.parse(text.toString('utf8'));
  } catch {
    return undefined;
  }
}
