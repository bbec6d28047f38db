import type { Readable, Writable } from 'node:stream';
import type { HostGuard } from '../../guard.js';
import { peek } from '../../wire/method.js';
import type { Framing, LiveConnection } from '../live-connection.js';
import { watchReadable, watchWritable, type Release } from './tee.js';
import type { InjectTrace } from '../trace-context/trace-injector.js';

const LINE_FEED = 0x0a;
const REQUEST = Buffer.from('GET ');

/** The longest first line that is waited for. `initialize` has a few hundred bytes. */
const MAX_FIRST_LINE = 64 * 1024;

interface StdioTapDeps {
  readonly guard: HostGuard;
  readonly open: (framing: Framing) => LiveConnection;
  readonly inject: InjectTrace;
  /**
   * Whether the child is an app-server. If not, nothing is observed before its client's first line, which has to be
   * `initialize`, or begin the request of a WebSocket: `codex app-server proxy` carries one.
   */
  readonly isCertain: boolean;
  /** Called if the first line is neither. */
  readonly refused: () => void;
}

/** Observes the standard streams of a child process. */
export class StdioTap {
  readonly #deps: StdioTapDeps;
  readonly #releases: readonly Release[];
  #connection: LiveConnection | undefined;
  /** The beginning of the client's first line, while it decides. */
  #firstLine: Uint8Array = new Uint8Array();
  #startsLine = true;
  #isWebSocket = false;

  constructor(stdin: Writable, stdout: Readable, deps: StdioTapDeps) {
    this.#deps = deps;
    if (deps.isCertain) this.#connection = deps.open('lines');
    this.#releases = [
      watchReadable(
        stdout,
        (bytes) => this.#connection?.enqueueBytes('server', bytes),
        () => this.#connection?.drain(),
      ),
      watchWritable(stdin, {
        replace: (bytes) => {
          const connection = this.#connection ?? deps.guard.run('child process', () => this.#decide(bytes));
          return connection && !this.#isWebSocket ? deps.inject(connection, bytes, this.#startsLine) : undefined;
        },
        written: (bytes) => {
          this.#startsLine = bytes[bytes.length - 1] === LINE_FEED;
          // A host may use its buffer again while the beginning of a line still waits for its end.
          this.#connection?.bytes('client', this.#startsLine ? bytes : Uint8Array.from(bytes));
        },
      }),
    ];
  }

  get isObserved(): boolean {
    return this.#connection !== undefined;
  }

  detach(): void {
    for (const release of this.#releases) release();
    this.#connection?.close();
  }

  /** The connection, once the client's first line is whole and decides for one. */
  #decide(chunk: Uint8Array): LiveConnection | undefined {
    const before = this.#firstLine;
    const bytes = Buffer.concat([before, chunk]);
    this.#firstLine = bytes;
    const end = bytes.indexOf(LINE_FEED);
    if (end === -1 && bytes.length <= MAX_FIRST_LINE) return undefined;
    this.#firstLine = new Uint8Array();
    this.#isWebSocket = end !== -1 && bytes.indexOf(REQUEST) === 0;
    if (!this.#isWebSocket && (end === -1 || peek(bytes.subarray(0, end))?.method !== 'initialize')) {
      this.#deps.refused();
      return undefined;
    }
    this.#connection = this.#deps.open(this.#isWebSocket ? 'websocket' : 'lines');
    if (before.length > 0) this.#connection.bytes('client', before);
    return this.#connection;
  }
}
