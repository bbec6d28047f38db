import { intern } from './byte-table.js';

/** The bytes that JSON text is made of. */
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const BACKSLASH = 0x5c;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** Bytes with a structural meaning: 1 begins a string, 2 opens and 3 closes an object or array. */
const STRUCTURE = new Uint8Array(256);
STRUCTURE[QUOTE] = 1;
STRUCTURE[OPEN_BRACE] = STRUCTURE[OPEN_BRACKET] = 2;
STRUCTURE[CLOSE_BRACE] = STRUCTURE[CLOSE_BRACKET] = 3;

/**
 * Levels of objects and arrays in one value; a deeper value counts as broken. Codex reads with serde_json, which refuses
 * more than 128 levels.
 */
export const MAX_DEPTH = 1_000;

/** The index of the first byte at or after `at` that is not JSON white space. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let i = at;
  for (let byte = bytes[i]; byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d; byte = bytes[i]) i++;
  return i;
}

const NEAR = 32;

/** The index after the closing quote of the string whose opening quote is at `at`; -1 if the string has no end. */
export function skipString(bytes: Uint8Array, at: number): number {
  let start = at + 1;
  // Most strings are short names, and a native search takes longer to begin than to look at a short one.
  for (const near = Math.min(start + NEAR, bytes.length); start < near; start++) {
    if (bytes[start] === QUOTE) return start + 1;
    if (bytes[start] === BACKSLASH) start++;
  }
  for (let quote = bytes.indexOf(QUOTE, start); quote !== -1; quote = bytes.indexOf(QUOTE, quote + 1)) {
    // A quote after an odd number of backslashes is escaped.
    let before = quote - 1;
    while (before >= start && bytes[before] === BACKSLASH) before--;
    if ((quote - 1 - before) % 2 === 0) return quote + 1;
  }
  return -1;
}

/**
 * The index after the JSON value that starts at `at`; -1 if there is none, it has no end, or it nests too
 * deep. Only the structure (quotes, braces, brackets) is followed; the bytes between are not validated.
 */
export function skipValue(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first === QUOTE) return skipString(bytes, at);
  if (first === OPEN_BRACE || first === OPEN_BRACKET) return skipNested(bytes, at);
  let i = at;
  while (i < bytes.length && !endsScalar(bytes[i])) i++;
  return i === at ? -1 : i;
}

function endsScalar(byte: number | undefined): boolean {
  switch (byte) {
    case COMMA:
    case COLON:
    case QUOTE:
    case OPEN_BRACE:
    case OPEN_BRACKET:
    case CLOSE_BRACE:
    case CLOSE_BRACKET:
    case 0x20:
    case 0x09:
    case 0x0a:
    case 0x0d:
      return true;
    default:
      return false;
  }
}

/** Counts the depth instead of recursing. */
function skipNested(bytes: Uint8Array, at: number): number {
  const length = bytes.length;
  let depth = 0;
  let i = at;
  while (i < length) {
    const structure = STRUCTURE[bytes[i] ?? 0];
    if (structure === 1) {
      i = skipString(bytes, i);
      if (i === -1) return -1;
      continue;
    }
    i++;
    if (structure === 2) {
      if (++depth > MAX_DEPTH) return -1;
    } else if (structure === 3 && --depth === 0) return i;
  }
  return -1;
}

/** The number that these bytes are the JSON text of; undefined if they are not a number. */
export function numberAt(bytes: Uint8Array, start: number, end: number): number | undefined {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] ?? 0) - 0x30;
    // Up to 15 digits are exact; every other form of a number is parsed as JSON.
    if (digit < 0 || digit > 9 || i - start >= 15) return parsedNumber(bytes, start, end);
    value = value * 10 + digit;
  }
  return end > start ? value : undefined;
}

function parsedNumber(bytes: Uint8Array, start: number, end: number): number | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString());
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The string that starts at `start`; undefined if the value there is none. */
export function stringAt(bytes: Uint8Array, start: number): string | undefined {
  if (bytes[start] !== QUOTE) return undefined;
  const end = skipString(bytes, start);
  return end === -1 ? undefined : intern(bytes, start + 1, end - 1);
}

/** Iterates over the members of one JSON object. No value is decoded but those that are asked for. */
export class Members {
  bytes: Uint8Array;
  /** Start of the current member's value. */
  valueStart = 0;
  /** Whether the iteration ended because the bytes are not a JSON object. */
  broken = false;
  /** Start and end of the current member's key, without its quotes. */
  #keyStart = 0;
  #keyEnd = 0;
  #at: number;
  #first = true;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const open = skipSpace(bytes, 0);
    this.broken = bytes[open] !== OPEN_BRACE;
    this.#at = open + 1;
  }

  /** Goes to the next member. False after the last one, and, with `broken` set, if the bytes are not a JSON object. */
  next(): boolean {
    if (this.broken) return false;
    const { bytes } = this;
    let i = skipSpace(bytes, this.#at);
    if (bytes[i] === CLOSE_BRACE) {
      this.broken = skipSpace(bytes, i + 1) !== bytes.length;
      return false;
    }
    if (this.#first) this.#first = false;
    else if (bytes[i] === COMMA) i = skipSpace(bytes, i + 1);
    else return this.#break();

    if (bytes[i] !== QUOTE) return this.#break();
    const keyEnd = skipString(bytes, i);
    if (keyEnd === -1) return this.#break();
    this.#keyStart = i + 1;
    this.#keyEnd = keyEnd - 1;

    i = skipSpace(bytes, keyEnd);
    if (bytes[i] !== COLON) return this.#break();
    this.valueStart = skipSpace(bytes, i + 1);
    return true;
  }

  /** Goes to the next member of this name. False, at the end, where there is none. */
  find(name: string): boolean {
    while (this.next()) {
      if (this.key() === name) return true;
      this.skip();
    }
    return false;
  }

  /** The current member's key; undefined where it holds an escape that JSON does not know. */
  key(): string | undefined {
    return intern(this.bytes, this.#keyStart, this.#keyEnd);
  }

  /** The current value if it is a string. */
  text(): string | undefined {
    return stringAt(this.bytes, this.valueStart);
  }

  /** Skips the current member's value and returns its end; -1 if it has none (`next` returns false then). */
  skip(): number {
    const end = skipValue(this.bytes, this.valueStart);
    if (end === -1) this.broken = true;
    this.#at = end;
    return end;
  }

  #break(): false {
    this.broken = true;
    return false;
  }
}
