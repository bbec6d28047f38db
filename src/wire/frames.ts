import type { Room } from '../bounded.js';
import { uncounted, type CounterSink } from '../counters.js';
import { HttpHeadReader, isUpgrade } from './http-head.js';
import { DEFAULT_MAX_LINE_BYTES } from './lines.js';

// RFC 6455, section 5.2.
const FIN = 0x80;
const RESERVED = 0x70;
const OPCODE = 0x0f;
const MASKED = 0x80;
const LENGTH = 0x7f;
const CONTINUATION = 0;
const TEXT = 1;
const BINARY = 2;
const CONTROL = 8;
const LAST_CONTROL = 10;
const MAX_CONTROL_BYTES = 125;

export interface FrameSplitterOptions {
  /** Bytes of the longest message that is delivered; 16 MiB by default. */
  readonly maxMessageBytes?: number | undefined;
  /** Counts `lines.oversized`, and `lines.broken` for bytes that are no WebSocket. Default: nothing is counted. */
  readonly counters?: CounterSink | undefined;
  /** Room for the HTTP head and the message that are not whole. A message for which there is none is dropped and counted. */
  readonly room?: Room | undefined;
}

/**
 * Cuts one direction of a WebSocket connection, its HTTP head included, into text messages. Fragments are joined and masks
 * taken off; control frames and binary messages are dropped. Bytes that are no WebSocket end the reading for good.
 *
 * A message is a view of its chunk if it is one frame without a mask in one chunk, else a copy. The bytes of a chunk are
 * never changed, so they can be passed on.
 */
export class FrameSplitter {
  readonly #onMessage: (message: Buffer) => void;
  readonly #maxBytes: number;
  readonly #counters: CounterSink;
  #head: HttpHeadReader | undefined = new HttpHeadReader();
  #isBroken = false;
  /** The header of a frame, as far as it has arrived. */
  readonly #header = Buffer.alloc(14);
  #headerBytes = 0;
  #frame: Frame | undefined;
  /** The frames of a message that is not whole yet. Undefined between messages; null if the message is dropped. */
  #fragments: Buffer[] | null | undefined;
  #messageBytes = 0;
  readonly #room: Room | undefined;
  /** Bytes that are taken of the room. */
  #taken = 0;

  /** @param onMessage is called with every message, within `push`; an exception that it throws leaves from there. */
  constructor(onMessage: (message: Buffer) => void, options: FrameSplitterOptions = {}) {
    this.#onMessage = onMessage;
    this.#maxBytes = options.maxMessageBytes ?? DEFAULT_MAX_LINE_BYTES;
    this.#counters = options.counters ?? uncounted;
    this.#room = options.room;
  }

  /** Adds the next bytes and delivers every message that ends in them. */
  push(chunk: Uint8Array): void {
    if (this.#isBroken) return;
    if (this.#head === undefined) {
      this.#read(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
      return;
    }
    const found = this.#head.push(chunk);
    if (found === undefined) {
      if (!this.#take(chunk.length)) this.end();
      return;
    }
    this.#head = undefined;
    this.#release();
    if (found === null || !isUpgrade(found.head)) this.#break();
    else this.#read(found.rest);
  }

  /** Ends the stream. A message that is not whole is dropped. */
  end(): void {
    this.#isBroken = true;
    this.#head = undefined;
    this.#frame = undefined;
    this.#fragments = undefined;
    this.#release();
  }

  /** Takes room for bytes that stay beyond their chunk, until {@link #release}. Counts where there is none. */
  #take(bytes: number): boolean {
    const hasRoom = this.#room?.take(bytes) ?? true;
    if (hasRoom) this.#taken += bytes;
    else this.#counters.add('state.dropped', 'partial message');
    return hasRoom;
  }

  #release(): void {
    this.#room?.release(this.#taken);
    this.#taken = 0;
  }

  #read(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length && !this.#isBroken) {
      if (this.#frame === undefined) at = this.#readHeader(bytes, at);
      if (this.#frame !== undefined) at = this.#readPayload(this.#frame, bytes, at);
    }
  }

  #readHeader(bytes: Buffer, from: number): number {
    const header = this.#header;
    let at = from;
    const needed = () => (this.#headerBytes < 2 ? 2 : headerBytes(header));
    while (at < bytes.length && this.#headerBytes < needed()) {
      header[this.#headerBytes] = bytes[at] ?? 0;
      this.#headerBytes += 1;
      at += 1;
    }
    if (this.#headerBytes < needed()) return at;
    this.#headerBytes = 0;
    const frame = frameOf(header);
    const isMessage = frame.opcode < CONTROL;
    if (!isValid(frame, header) || (isMessage && (frame.opcode === CONTINUATION) !== (this.#fragments !== undefined))) {
      this.#break();
      return at;
    }
    if (isMessage) this.#beginFrame(frame, bytes.length - at);
    this.#frame = frame;
    return at;
  }

  /** Decides whether the frame's message is kept: text, and neither too long nor too much. `here` bytes are in its chunk. */
  #beginFrame({ opcode, length, isFinal }: Frame, here: number): void {
    if (opcode !== CONTINUATION) {
      this.#messageBytes = 0;
      this.#fragments = opcode === TEXT ? [] : null;
    }
    this.#messageBytes += length;
    if (this.#fragments && this.#messageBytes > this.#maxBytes) {
      this.#counters.add('lines.oversized');
      this.#dropMessage();
    }
    const isWhole = isFinal && here >= length;
    if (this.#fragments && !isWhole && !this.#take(length)) this.#dropMessage();
  }

  #dropMessage(): void {
    this.#fragments = null;
    this.#release();
  }

  #readPayload(frame: Frame, bytes: Buffer, at: number): number {
    const end = Math.min(bytes.length, at + frame.length - frame.read);
    const part = bytes.subarray(at, end);
    const isKept = frame.opcode < CONTROL && this.#fragments !== null;
    if (isKept && (frame.mask || frame.payload || part.length < frame.length)) copyInto(frame, part);
    frame.read += part.length;
    if (frame.read < frame.length) return end;
    this.#frame = undefined;
    if (isKept) this.#fragments?.push(frame.payload ?? part);
    if (frame.opcode < CONTROL && frame.isFinal) this.#endMessage();
    return end;
  }

  #endMessage(): void {
    const fragments = this.#fragments;
    this.#fragments = undefined;
    this.#release();
    if (!fragments) return;
    const [first] = fragments;
    const message = first && fragments.length === 1 ? first : Buffer.concat(fragments);
    if (message.length > 0) this.#onMessage(message);
  }

  #break(): void {
    this.#counters.add('lines.broken');
    this.end();
  }
}

interface Frame {
  readonly isFinal: boolean;
  readonly opcode: number;
  /** Bytes of the payload. */
  readonly length: number;
  readonly mask: Buffer | undefined;
  /** Bytes of the payload that have arrived. */
  read: number;
  /** A copy of the payload, without its mask. */
  payload?: Buffer;
}

/** @param header its first two bytes at least. */
function headerBytes(header: Buffer): number {
  const second = header[1] ?? 0;
  const length = second & LENGTH;
  const extended = length === 126 ? 2 : length === 127 ? 8 : 0;
  return 2 + extended + ((second & MASKED) === 0 ? 0 : 4);
}

function frameOf(header: Buffer): Frame {
  const [first = 0, second = 0] = header;
  const size = headerBytes(header);
  const short = second & LENGTH;
  const length = short === 126 ? header.readUInt16BE(2) : short === 127 ? Number(header.readBigUInt64BE(2)) : short;
  const mask = (second & MASKED) === 0 ? undefined : Buffer.from(header.subarray(size - 4, size));
  return { isFinal: (first & FIN) !== 0, opcode: first & OPCODE, length, mask, read: 0 };
}

function isValid({ opcode, isFinal, length }: Frame, [first = 0]: Buffer): boolean {
  if ((first & RESERVED) !== 0 || !Number.isSafeInteger(length)) return false;
  return opcode >= CONTROL ? opcode <= LAST_CONTROL && isFinal && length <= MAX_CONTROL_BYTES : opcode <= BINARY;
}

function copyInto(frame: Frame, part: Buffer): void {
  const payload = (frame.payload ??= Buffer.allocUnsafe(frame.length));
  const { mask, read } = frame;
  if (mask === undefined) part.copy(payload, read);
  else
    for (let index = 0; index < part.length; index += 1)
      payload[read + index] = (part[index] ?? 0) ^ (mask[(read + index) & 3] ?? 0);
}
