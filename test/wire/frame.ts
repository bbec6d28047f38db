// WebSocket bytes as RFC 6455 has them, for tests of what reads them.

const TEXT = 1;
export const BINARY = 2;
export const CONTINUATION = 0;
export const CLOSE = 8;
export const PING = 9;

export interface FrameOptions {
  readonly opcode?: number;
  readonly isFinal?: boolean;
  readonly mask?: readonly [number, number, number, number];
  /** Bytes of the length field behind the first; the shortest that does by default. */
  readonly lengthBytes?: 0 | 2 | 8;
}

export const MASK = [0x37, 0xfa, 0x21, 0x3d] as const;

export function frame(payload: string | Buffer, options: FrameOptions = {}): Buffer {
  const { opcode = TEXT, isFinal = true, mask } = options;
  const bytes = Buffer.from(payload);
  const lengthBytes = options.lengthBytes ?? (bytes.length < 126 ? 0 : bytes.length < 65_536 ? 2 : 8);
  const header = Buffer.alloc(2 + lengthBytes);
  header[0] = (isFinal ? 0x80 : 0) | opcode;
  header[1] = (mask ? 0x80 : 0) | (lengthBytes === 0 ? bytes.length : lengthBytes === 2 ? 126 : 127);
  if (lengthBytes === 2) header.writeUInt16BE(bytes.length, 2);
  if (lengthBytes === 8) header.writeBigUInt64BE(BigInt(bytes.length), 2);
  if (!mask) return Buffer.concat([header, bytes]);
  return Buffer.concat([header, Buffer.from(mask), bytes.map((byte, index) => byte ^ mask[index % 4]!)]);
}

export const REQUEST_HEAD = Buffer.from(
  'GET /rpc HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
);

export const RESPONSE_HEAD = Buffer.from(
  'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n',
);
