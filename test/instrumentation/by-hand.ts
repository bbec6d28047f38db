import type { ConnectOptions } from '../../src/instrumentation/live-connection.js';
import type { ByHandConnection } from '../../src/instrumentation/sources/by-hand.js';
import type { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import { conversation, recordsIn, textOf, wireFile, type Step } from './conversation.js';

/** Passes a step on to a connection by hand, as one line. */
export function pass(connection: ByHandConnection, { from, text }: Pick<Step, 'from' | 'text'>): void {
  if (from === 'client') connection.fromClient(`${text}\n`);
  else connection.fromServer(`${text}\n`);
}

/** Passes a recorded session's first connection by hand, to its end. */
export function passAll(codex: CodexInstrumentation, recording: string, options?: ConnectOptions): void {
  const connection = codex.connect(options);
  for (const step of conversation(recording)) if (step.connection === 'c1') pass(connection, step);
  connection.close();
}

/** Gives a recorded session to connections by hand, all of them, at the recorded times. */
export function connectAll(codex: CodexInstrumentation, recording: string): void {
  let at = 0;
  const connections = new Map<string, ByHandConnection>();
  for (const record of recordsIn(wireFile(recording))) {
    at = record.at;
    if (record.kind === 'open') {
      const { transport, server } = record;
      const connection = codex.connect({ transport, server: String(server), now: () => at });
      connections.set(record.connection, connection);
    } else if (record.kind === 'close') connections.get(record.connection)!.close();
    else pass(connections.get(record.connection)!, { from: record.from, text: textOf(record) });
  }
}
