import type { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import type { ByHandConnection } from '../../src/instrumentation/sources/by-hand.js';
import type { Line } from './mutations.js';

const LINE_FEED = Buffer.from('\n');

/** A line of any session; a server may have a name. */
type Passed = Omit<Line, 'server'> & { readonly server?: number | string };

/** Gives a session to connections by hand, and closes what it leaves open. */
export function passOn(codex: CodexInstrumentation, session: readonly Passed[]): void {
  const connections = new Map<string, ByHandConnection>();
  let clock = 0;
  const now = () => clock;
  for (const { at, conn, event, from, bytes, server = 1, transport } of session) {
    clock = at;
    const connection = connections.get(conn);
    if (event === 'open') {
      connection?.close();
      connections.set(conn, codex.connect({ server: String(server), transport, now }));
    } else if (event === 'close') connection?.close();
    else {
      // In two pieces, as pipes cut them.
      const middle = bytes!.length >> 1;
      for (const piece of [bytes!.subarray(0, middle), Buffer.concat([bytes!.subarray(middle), LINE_FEED])])
        if (from === 'client') connection?.fromClient(piece);
        else connection?.fromServer(piece);
    }
  }
  for (const connection of connections.values()) connection.close();
}
