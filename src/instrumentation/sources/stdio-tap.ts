import type { Readable, Writable } from 'node:stream';
import type { HostGuard } from '../../guard.js';
import { peek } from '../../wire/method.js';
import type { ConnectOptions, LiveConnection } from '../live-connection.js';
import type { InjectTrace } from '../trace-context/trace-injector.js';
import { watchReadable, watchWritable } from './tee.js';

const LINE_FEED = 0x0a;
const REQUEST = Buffer.from('GET ');

/** The longest first line that is waited for. `initialize` has a few hundred bytes. */
const MAX_FIRST_LINE = 64 * 1024;

interface StdioTapDeps {
  readonly guard: HostGuard;
  readonly open: (framing: ConnectOptions['framing']) => LiveConnection;
  readonly inject: InjectTrace;
  /**
   * Whether the child is an app-server. If not, nothing is observed before its client's first line, which has to be
   * `initialize`, or begin the request of a WebSocket: `codex app-server proxy` carries one.
   */
  readonly isCertain: boolean;
  /** Called if the first line is neither. */
  readonly refused: () => void;
}

export type StdioTap = ReturnType<typeof tapStdio>;

/** Observes the standard streams of a child process. */
export function tapStdio(stdin: Writable, stdout: Readable, deps: StdioTapDeps) {
  const { guard, open, inject, isCertain, refused } = deps;
  let connection = isCertain ? open('lines') : undefined;
  /** The beginning of the client's first line, while it decides. */
  let firstLine: Uint8Array = new Uint8Array();
  let startsLine = true;
  let isWebSocket = false;

  /** Opens the connection once the client's first line is whole and decides for one. */
  const decide = (chunk: Uint8Array): LiveConnection | undefined => {
    const before = firstLine;
    const bytes = Buffer.concat([before, chunk]);
    firstLine = bytes;
    const end = bytes.indexOf(LINE_FEED);
    if (end === -1 && bytes.length <= MAX_FIRST_LINE) return undefined;
    firstLine = new Uint8Array();
    isWebSocket = end !== -1 && bytes.indexOf(REQUEST) === 0;
    if (!isWebSocket && (end === -1 || peek(bytes.subarray(0, end))?.method !== 'initialize')) {
      refused();
      return undefined;
    }
    connection = open(isWebSocket ? 'websocket' : 'lines');
    if (before.length > 0) connection.bytes('client', before);
    return connection;
  };
  const releaseStdout = watchReadable(
    stdout,
    (bytes) => connection?.enqueueBytes('server', bytes),
    () => connection?.drain(),
  );
  const releaseStdin = watchWritable(stdin, {
    replace: (bytes) => {
      const live = connection ?? guard.run('child process', () => decide(bytes));
      return live && !isWebSocket ? inject(live, bytes, startsLine) : undefined;
    },
    written: (bytes) => {
      startsLine = bytes[bytes.length - 1] === LINE_FEED;
      // A host may use its buffer again while the beginning of a line still waits for its end.
      connection?.bytes('client', startsLine ? bytes : Uint8Array.from(bytes));
    },
  });
  return {
    /** Whether a connection was opened. */
    get isObserved() {
      return connection !== undefined;
    },
    detach() {
      releaseStdout();
      releaseStdin();
      connection?.close();
    },
  };
}
