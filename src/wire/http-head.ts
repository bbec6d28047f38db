const END = Buffer.from('\r\n\r\n');

/** Bytes of the longest head that is waited for. Codex's own is shorter than 1 KiB. */
const MAX_HEAD_BYTES = 64 * 1024;

/** The head of an HTTP message, and the bytes that came behind it. */
export interface HttpHead {
  /** Everything up to the empty line, that line included. */
  readonly head: Buffer;
  readonly rest: Buffer;
}

/** Collects the head of an HTTP request or response from the beginning of a stream. */
export class HttpHeadReader {
  #bytes: Buffer = Buffer.alloc(0);

  /** Everything that was pushed so far. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Adds bytes. Returns the head once it is whole, and null if no head begins the stream or it is too long. */
  push(chunk: Uint8Array): HttpHead | null | undefined {
    const from = Math.max(0, this.#bytes.length - END.length + 1);
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    const at = this.#bytes.indexOf(END, from);
    const end = at === -1 ? this.#bytes.length : at + END.length;
    if (end > MAX_HEAD_BYTES || !beginsHead(this.#bytes)) return null;
    return at === -1 ? undefined : { head: this.#bytes.subarray(0, end), rest: this.#bytes.subarray(end) };
  }
}

/** A method or `HTTP/` begins with capital letters; a frame of a WebSocket, a line of JSON and TLS do not. */
function beginsHead(bytes: Buffer): boolean {
  return /^[A-Z]{0,3}$|^[A-Z]{3}/.test(bytes.toString('latin1', 0, 3));
}

/** Whether a head asks for a WebSocket, or grants one. */
export function isUpgrade(head: Buffer): boolean {
  return /^(?:GET |HTTP\/1\.1 101\b)[^]*\r\nupgrade:[ \t]*websocket[ \t]*\r\n/i.test(head.toString('latin1'));
}
/** The head without the lines of one header. Every other byte stays as it is. */
export function withoutHeader(head: Buffer, name: string): Buffer {
  const lines = head.toString('latin1').split('\r\n');
  const kept = lines.filter((line, index) => index === 0 || !line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return kept.length === lines.length ? head : Buffer.from(kept.join('\r\n'), 'latin1');
}
