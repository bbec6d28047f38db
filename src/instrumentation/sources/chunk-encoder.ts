/**
 * Encodes the chunks of one stream as UTF-8. Of a chunk of bytes the result is a view, and the host may use its buffer again.
 * If a chunk of text ends within a surrogate pair, the first half waits for the next chunk.
 */
export class ChunkEncoder {
  #half = '';

  encode(chunk: Uint8Array | string): Uint8Array {
    const half = this.#half;
    this.#half = '';
    if (typeof chunk !== 'string') {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      return half === '' ? bytes : Buffer.concat([Buffer.from(half), bytes]);
    }
    const text = half + chunk;
    if (!isHighSurrogate(text.charCodeAt(text.length - 1))) return Buffer.from(text);
    this.#half = text.slice(-1);
    return Buffer.from(text.slice(0, -1));
  }
}

function isHighSurrogate(codeUnit: number): boolean {
  return codeUnit >= 0xd800 && codeUnit <= 0xdbff;
}
