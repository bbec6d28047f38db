import { BoundedMap } from '../bounded.js';
import type { ConnectOptions } from './sources/by-hand.js';
import type { LiveClock } from './live-clock.js';
import { LiveConnection, type ConnectionDeps, type WireRecorder } from './live-connection.js';

/** How many servers keep their number. A server that was evicted gets a new one. */
const MAX_SERVERS = 1_000;

interface FactoryDeps extends Pick<ConnectionDeps, 'observer' | 'guard' | 'queue' | 'counters'> {
  readonly clock: LiveClock;
  readonly recorder: () => WireRecorder | undefined;
}

/** Opens live connections, and numbers them and their servers. */
export class ConnectionFactory {
  readonly #deps: FactoryDeps;
  #connections = 0;
  #servers = 0;
  readonly #serverNumbers: Map<string, number>;

  constructor(deps: FactoryDeps) {
    this.#deps = deps;
    this.#serverNumbers = new BoundedMap({ size: MAX_SERVERS, what: 'server number', counters: deps.counters });
  }

  open({ framing = 'lines', transport, server, now = () => Date.now() }: ConnectOptions): LiveConnection {
    this.#connections += 1;
    const id = String(this.#connections);
    const { observer, guard, queue, counters, clock, recorder } = this.#deps;
    return new LiveConnection(
      {
        id,
        server: server === undefined ? `process ${id}` : `server ${server}`,
        transport: transport ?? (framing === 'websocket' ? 'websocket' : 'stdio'),
      },
      {
        observer,
        guard,
        queue,
        counters,
        recorder: recorder(),
        serverNumber: this.#serverNumber(server),
        now: () => clock.read(now),
        onDrained: () => clock.schedule(),
      },
      framing,
    );
  }

  /** Numbers the server processes in the order of their first connections. */
  #serverNumber(server: string | undefined): number {
    const known = server === undefined ? undefined : this.#serverNumbers.get(server);
    if (known !== undefined) return known;
    this.#servers += 1;
    if (server !== undefined) this.#serverNumbers.set(server, this.#servers);
    return this.#servers;
  }
}
