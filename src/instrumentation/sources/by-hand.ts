import type { HostGuard } from '../../guard.js';
import type { Sender } from '../../wire/log/format.js';
import type { LiveConnection } from '../live-connection.js';

/** A connection whose bytes a gateway hands over itself. Its methods never throw. */
export interface ByHandConnection {
  /** Bytes that the client sent, as they came, in any split. */
  fromClient(chunk: Uint8Array | string): void;
  /** Bytes that the server sent, as they came. */
  fromServer(chunk: Uint8Array | string): void;
  /** The connection closed. Later chunks are ignored. */
  close(): void;
}

/** Chunks that are not observed: the instrumentation is disabled, or tracing is suppressed. */
export const ignoredConnection: ByHandConnection = {
  fromClient: () => undefined,
  fromServer: () => undefined,
  close: () => undefined,
};

export function connectByHand(connection: LiveConnection, guard: HostGuard, close: () => void): ByHandConnection {
  const encoders = { client: new ChunkEncoder(), server: new ChunkEncoder() };
  const pass = (from: Sender, chunk: Uint8Array | string) => {
    try {
      connection.bytes(from, encoders[from].encode(chunk));
    } catch (error) {
      guard.failed('connection', error);
    }
  };
  return { fromClient: (chunk) => pass('client', chunk), fromServer: (chunk) => pass('server', chunk), close };
}

/**
 * Encodes the chunks of one stream as UTF-8. Of a chunk of bytes the result is a view, and the host may use its buffer again.
 * If a chunk of text ends within a surrogate pair, the first half waits for the next chunk.
 */
class ChunkEncoder {
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
