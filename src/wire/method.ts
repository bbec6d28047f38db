import { ByteTable, standsAt } from './byte-table.js';
import { BACKSLASH, COMMA, Members, QUOTE } from './json-scan.js';
import type { Chunk } from './lines.js';
import { requestIdAt, type RequestId } from './request-id.js';

/** The two members of a message that {@link peek} reads. */
export interface Peek {
  /** The method of a request or notification. Undefined for a response, and if the object is not a JSON-RPC message. */
  readonly method: string | undefined;
  /**
   * The id of a response. The id of a request only if it stands before the method or right after it, as it does in every
   * message of Codex and its clients; otherwise the request looks like a notification here.
   */
  readonly id: RequestId | undefined;
}

/**
 * Reads `method` and `id` of a JSON-RPC message from its bytes, without parsing it, so that the many messages that are
 * not in use (deltas) cost almost nothing. Members may come in any order; the first of a name counts.
 *
 * Reading stops after the method, and before the result of a response whose id comes first; the bytes after that are not
 * validated. Undefined if the bytes that were read do not belong to a JSON object.
 */
export function peek(line: Uint8Array): Peek | undefined {
  const known = knownHead(line);
  if (known !== undefined) return { method: known, id: undefined };

  const members = new Members(line);
  let id: RequestId | undefined;
  while (members.next()) {
    switch (members.key()) {
      case 'method': {
        const method = members.text();
        if (method === undefined) break;
        rememberHead(line, method);
        members.skip();
        if (id === undefined && members.next() && members.key() === 'id') id = requestIdAt(line, members.valueStart);
        return { method, id };
      }
      case 'id':
        id ??= requestIdAt(line, members.valueStart);
        break;
      case 'result':
      case 'error':
        if (id !== undefined) return { method: undefined, id };
        break;
      default:
    }
    members.skip();
  }
  return members.broken ? undefined : { method: undefined, id };
}

// Nearly every message is a notification that starts with the same bytes as an earlier one, `{"method":"…"`. One
// comparison with such a head, kept in a table, reads the method.
const heads = new ByteTable<string>(512, 128);
const LETTER_I = 0x69;

/** The bytes at these places distinguish Codex's methods, and stand before the first changing parameter. */
function headHash(line: Uint8Array): number {
  return (line[11] ?? 0) + (line[16] ?? 0) * 3 + (line[19] ?? 0) * 5 + (line[26] ?? 0) * 7 + (line[27] ?? 0) * 11;
}

/** The method of a message whose head is in the table and whose next member is not `id`. */
function knownHead(line: Uint8Array): string | undefined {
  const head = heads.find(headHash(line), line, 0);
  if (head === undefined) return undefined;
  const { length } = head.key;
  if (line[length] !== COMMA || line[length + 1] !== QUOTE) return undefined;
  const next = line[length + 2];
  return next === LETTER_I || next === BACKSLASH ? undefined : head.value;
}

/** Remembers the head of a message of this method, if the message is written without white space and escapes, and no request. */
function rememberHead(line: Uint8Array, method: string): void {
  const length = '{"method":""'.length + method.length;
  if (line[length] !== COMMA || line[length + 2] === LETTER_I) return;
  const head = Buffer.from(`{"method":"${method}"`);
  if (head.length === length && standsAt(head, line, 0)) heads.set(headHash(line), head, method);
}

const WORD = 4;

/**
 * The first bytes of a line. They are compared four at a time, because this is the one step that every delta takes; the last
 * one is compared first, because few other lines have it there.
 */
export class LineHead {
  readonly #length: number;
  readonly #lastByte: number;
  readonly #words: Uint32Array;
  /** The last four bytes; they overlap the last word where the length is no multiple of four. */
  readonly #last: number;

  /** @param bytes at least four. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#length = bytes.length;
    this.#lastByte = view.getUint8(bytes.length - 1);
    this.#words = Uint32Array.from({ length: Math.floor(bytes.length / WORD) }, (_, n) => view.getUint32(n * WORD));
    this.#last = view.getUint32(bytes.length - WORD);
  }

  /** Whether the line that a chunk is at begins with this head. */
  begins(chunk: Chunk): boolean {
    const { bytes, start } = chunk;
    const last = start + this.#length - 1;
    if (last >= bytes.length || bytes[last] !== this.#lastByte) return false;
    const line = chunk.words;
    const words = this.#words;
    for (let n = 0; n < words.length; n++) if (line.getUint32(start + n * WORD) !== words[n]) return false;
    return line.getUint32(last + 1 - WORD) === this.#last;
  }

  /** Moves a chunk past all lines that follow one another and begin with this head. */
  passOver(chunk: Chunk): void {
    while (this.begins(chunk) && chunk.passLine());
  }
}

const lineHeads = new Map<string, LineHead>();
/** A server may make up methods, in any number and of any length. */
const MAX_LINE_HEADS = 256;
const MAX_METHOD = 128;

/**
 * The beginning of the notifications of a method; undefined for a method that is longer than any of Codex's. It is made once a
 * process: most sessions have the same few.
 */
export function lineHeadOf(method: string): LineHead | undefined {
  if (method.length > MAX_METHOD) return undefined;
  let head = lineHeads.get(method);
  if (head === undefined) {
    head = new LineHead(Buffer.from(`{"method":${JSON.stringify(method)}`));
    if (lineHeads.size < MAX_LINE_HEADS) lineHeads.set(method, head);
  }
  return head;
}
