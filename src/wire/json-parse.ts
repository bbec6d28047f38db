import { MAX_DEPTH, skipSpace, skipValue } from './json-scan.js';

/**
 * Parses JSON text, given as UTF-8 bytes. Undefined if the bytes are not JSON, or nest deeper than {@link MAX_DEPTH}:
 * `JSON.parse` reads such a value, but `JSON.stringify` and other recursive code overflow the stack with it.
 */
export function parseJson(bytes: Uint8Array): unknown {
  // Each level takes a byte to open and a byte to close.
  if (bytes.length > 2 * MAX_DEPTH && skipValue(bytes, skipSpace(bytes, 0)) === -1) return undefined;
  const text = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return parseText(text.toString('utf8'));
}

/** Parses JSON text; undefined if it is not JSON. */
export function parseText(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Whether a value is a JSON object: no list, and not null. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
