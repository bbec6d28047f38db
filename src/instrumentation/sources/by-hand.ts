import type { HostGuard } from '../../guard.js';
import type { Sender } from '../../wire/log/format.js';
import { ChunkEncoder } from './chunk-encoder.js';
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
