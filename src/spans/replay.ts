import type { Connection } from '../protocol/observation.js';
import type { WireRecord } from '../wire/log.js';
import type { Observer } from './observer.js';

/** Gives the records of a wire log to an observer as if they happened now. */
export class Replay {
  readonly #observer: Observer;
  readonly #connections = new Map<string, Connection>();

  constructor(observer: Observer) {
    this.#observer = observer;
  }

  record(record: WireRecord): void {
    const { at, connection: id } = record;
    switch (record.kind) {
      case 'open': {
        const { transport, server } = record;
        const connection = { id, transport, server: String(server) };
        this.#connections.set(id, connection);
        this.#observer.open(connection, at);
        break;
      }
      case 'message':
        this.#observer.message(this.#connection(id), record.from, record.text, at);
        break;
      case 'close':
        this.#observer.close(this.#connection(id), at);
        this.#connections.delete(id);
        break;
      case 'raw': // no JSON-RPC: both sides ignore it
        this.#observer.advance(at);
        break;
    }
  }

  /** A log that began after its connection did is taken for the usual case: stdio, the first server. */
  #connection(id: string): Connection {
    const known = this.#connections.get(id);
    if (known) return known;
    const connection: Connection = { id, transport: 'stdio', server: '1' };
    this.#connections.set(id, connection);
    return connection;
  }
}
