import { BACKSLASH } from './json-scan.js';

/** Longer strings are no names; they are decoded each time. */
const MAX_LENGTH = 64;

/** A power of two, well above the number of methods (about 100) that are ever seen in one process. */
const SLOTS = 512;

const texts: (string | undefined)[] = new Array<undefined>(SLOTS).fill(undefined);

/**
 * The text of a JSON string, given its bytes between the quotes. A name that comes again and again (a method, a
 * connection) is the same string object each time and allocates nothing: names live in a table of a fixed size, where a
 * newcomer takes the place of the one it collides with. Undefined where the bytes hold an escape that JSON does not know.
 */
export function intern(bytes: Uint8Array, start: number, end: number): string | undefined {
  const length = end - start;
  if (length > MAX_LENGTH) return decode(bytes, start, end);
  let hash = length;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0;
  const slot = (hash ^ (hash >>> 9)) & (SLOTS - 1);
  const known = texts[slot];
  if (known?.length === length && sameAscii(known, bytes, start)) return known;
  const text = decode(bytes, start, end);
  // Only a text of plain ASCII is as long as its bytes and can be found again.
  if (text?.length === length) texts[slot] = text;
  return text;
}

function sameAscii(text: string, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}

function decode(bytes: Uint8Array, start: number, end: number): string | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  if (!view.includes(BACKSLASH)) return view.toString();
  try {
    return JSON.parse(`"${view.toString()}"`) as string;
  } catch {
    return undefined;
  }
}
