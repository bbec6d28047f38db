import type { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import type { ByHandConnection } from '../../src/instrumentation/sources/by-hand.js';
import { frame, MASK, REQUEST_HEAD, RESPONSE_HEAD } from '../wire/frame.js';
import type { Line } from './mutations.js';

const LINE_FEED = Buffer.from('\n');

/** A line of any session; a server may have a name. */
type Passed = Omit<Line, 'server'> & { readonly server?: number | string };

/** The session as the bytes of WebSockets, a frame each line; the HTTP head of each direction stands before its first. */
export function framed(session: readonly Line[]): Line[] {
  const begun = new Set<string>();
  return session.map((line) => {
    const { conn, from, bytes } = line;
    if (bytes === undefined) return line;
    const isClient = from === 'client';
    const direction = `${conn} ${from}`;
    const head = begun.has(direction) ? Buffer.alloc(0) : isClient ? REQUEST_HEAD : RESPONSE_HEAD;
    begun.add(direction);
    return { ...line, bytes: Buffer.concat([head, frame(bytes, isClient ? { mask: MASK } : {})]) };
  });
}

/** Gives a session to connections by hand, and closes what it leaves open. */
export function passOn(
  codex: CodexInstrumentation,
  session: readonly Passed[],
  framing: 'lines' | 'websocket' = 'lines',
): void {
  const end = framing === 'lines' ? LINE_FEED : Buffer.alloc(0);
  const connections = new Map<string, ByHandConnection>();
  let clock = 0;
  let passed = 0;
  const now = () => clock;
  for (const { at, conn, event, from, bytes, server = 1, transport } of session) {
    clock = at;
    const connection = connections.get(conn);
    if (event === 'open') {
      connection?.close();
      connections.set(conn, codex.connect({ framing, server: String(server), transport, now }));
    } else if (event === 'close') connection?.close();
    else {
      // In two pieces, as pipes cut them; a frame anywhere in its header.
      passed += 1;
      const middle = framing === 'lines' ? bytes!.length >> 1 : Math.min(passed % 17, bytes!.length);
      for (const piece of [bytes!.subarray(0, middle), Buffer.concat([bytes!.subarray(middle), end])])
        if (from === 'client') connection?.fromClient(piece);
        else connection?.fromServer(piece);
    }
  }
  for (const connection of connections.values()) connection.close();
}
