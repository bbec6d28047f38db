import type { HostGuard } from '../../guard.js';
import type { Sender, Transport } from '../../wire/log/format.js';
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

export interface ConnectOptions {
  /**
   * The app-server process. Connections to one process share its threads and request ids; another process needs another
   * name.
   * @default a process of its own for each connection
   */
  readonly server?: string | undefined;
  /**
   * `lines`: the bytes are newline-delimited JSON. `websocket`: they are those of a WebSocket as a socket carries them, from
   * the request of its upgrade on. A message of more than 16 MiB is skipped and counted.
   * @default 'lines'
   */
  readonly framing?: 'lines' | 'websocket' | undefined;
  /** @default 'stdio', and 'websocket' where `framing` says so */
  readonly transport?: Transport | undefined;
  /**
   * The observer's clock, Unix milliseconds. A reading that is not a time is replaced by `Date.now()`.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
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
