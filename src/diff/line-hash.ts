import { hash } from 'node:crypto';

// The hash that Codex's analytics knows a line by (`codex-rs/analytics/src/accepted_lines.rs`).

/** Characters with the Unicode property White_Space but for the space, as ranges of a pattern. `\s` differs: it has U+FEFF and lacks U+0085. */
const RARE_SPACES = '\\t-\\r\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const SPACES = new RegExp(`[ ${RARE_SPACES}]+`, 'g');
const OUTER_SPACES = new RegExp(`^[ ${RARE_SPACES}]+|[ ${RARE_SPACES}]+$`, 'g');
const UNEVEN = / {2}|[^ -~]/;
/** All white space of ASCII but for the space and the line feed. */
const OTHER_SPACES = ['\t', '\v', '\f', '\r'];
const ASCII_TELLING = /\w/;
const TELLING = /[\p{Alphabetic}\p{N}_]/u;

/** A line of so many bytes, or fewer, has no hash. */
const MAX_SHORT_BYTES = 3;

const LINE_DOMAIN = 'file-line-v1\0line\0';

/**
 * The SHA-1 of a line, whatever its indentation and spacing: lower-case hex. Undefined for a line that says too little: three
 * bytes or fewer, or neither a letter, a digit nor an underscore.
 */
export function lineHash(text: string): string | undefined {
  let start = 0;
  let end = text.length;
  while (start < end && isPlainSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isPlainSpace(text.charCodeAt(end - 1))) end -= 1;
  const line = text.slice(start, end);
  // Nearly all lines are ASCII and have single spaces.
  if (UNEVEN.test(line)) return unevenLineHash(line);
  return line.length > MAX_SHORT_BYTES && ASCII_TELLING.test(line) ? hash('sha1', LINE_DOMAIN + line) : undefined;
}

/** The hash of a line with other letters, or other white space than single spaces. */
function unevenLineHash(text: string): string | undefined {
  const line = text.replace(OUTER_SPACES, '').replace(SPACES, ' ');
  return Buffer.byteLength(line) > MAX_SHORT_BYTES && TELLING.test(line) ? hash('sha1', LINE_DOMAIN + line) : undefined;
}

const SPACE = 0x20;

/** A space, a tab, or a carriage return. */
const isPlainSpace = (code: number) => code === SPACE || code === 0x09 || code === 0x0d;

/** The text of a hasher stands behind the domain and room for one line. A longer line is hashed as a string. */
const TEXT_AT = 1_024;
const MAX_LINE = TEXT_AT - LINE_DOMAIN.length;

/**
 * Hashes lines of one text as {@link lineHash} does, in the order of the text, and faster: it joins no strings, and searches for
 * uneven spaces once a text. Texts with tabs, or with other letters than ASCII's, gain nothing.
 */
export class LineHasher {
  readonly #text: string;
  /** The domain, room for a line, and the text; undefined for a text whose lines gain nothing. */
  readonly #bytes: Buffer | undefined;
  /** The domain and a line in that room, by the length of the line. */
  readonly #views: Buffer[] = [];
  /** The first two spaces in a row behind the last line. */
  #nextUneven = -1;

  constructor(text: string) {
    this.#text = text;
    if (Buffer.byteLength(text) !== text.length || OTHER_SPACES.some((space) => text.includes(space))) return;
    this.#bytes = Buffer.allocUnsafe(TEXT_AT + text.length);
    this.#bytes.write(LINE_DOMAIN, 'latin1');
    this.#bytes.write(text, TEXT_AT, 'latin1');
  }

  /** The hash of the line from `from` to `to`. No line begins before the end of the one before. */
  hash(from: number, to: number): string | undefined {
    const bytes = this.#bytes;
    if (bytes === undefined) return lineHash(this.#text.slice(from, to));
    let start = TEXT_AT + from;
    let end = TEXT_AT + to;
    while (start < end && bytes[start] === SPACE) start += 1;
    while (end > start && bytes[end - 1] === SPACE) end -= 1;
    const length = end - start;
    if (length > MAX_LINE || this.#isUneven(start - TEXT_AT, end - TEXT_AT))
      return lineHash(this.#text.slice(from, to));
    if (length <= MAX_SHORT_BYTES || !isTelling(bytes, start, end)) return undefined;
    bytes.copyWithin(LINE_DOMAIN.length, start, end);
    return hash('sha1', (this.#views[length] ??= bytes.subarray(0, LINE_DOMAIN.length + length)));
  }

  #isUneven(start: number, end: number): boolean {
    if (this.#nextUneven < start) {
      const next = this.#text.indexOf('  ', start);
      this.#nextUneven = next === -1 ? Infinity : next;
    }
    return this.#nextUneven < end;
  }
}

/** Whether a letter, a digit or an underscore stands between two places of an ASCII text. */
function isTelling(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x30 && code <= 0x39) ||
      code === 0x5f
    )
      return true;
  }
  return false;
}
