import type { ConnectOptions } from '../../instrumentation/live-connection.js';
import type { ByHandConnection } from '../../instrumentation/sources/by-hand.js';

type Connect = (options: Pick<ConnectOptions, 'now'>) => ByHandConnection;

/**
 * A connection whose observer is still being loaded: everything that passes waits, with its time, and is observed when the
 * observer is there. Where none comes, everything is dropped.
 */
export function connectLate(observer: Promise<Connect | undefined>): ByHandConnection {
  let waiting: { readonly at: number; readonly pass: (connection: ByHandConnection) => void }[] | undefined = [];
  let connection: ByHandConnection | undefined;
  let at: number | undefined;
  const opened = Date.now();
  void observer.then((connect) => {
    at = opened;
    connection = connect?.({ now: () => at ?? Date.now() });
    for (const step of waiting ?? []) {
      at = step.at;
      if (connection) step.pass(connection);
    }
    at = undefined;
    waiting = undefined;
  });
  const pass = (step: (connection: ByHandConnection) => void) => {
    if (waiting) waiting.push({ at: Date.now(), pass: step });
    else if (connection) step(connection);
  };
  return {
    fromClient: (chunk) => pass((to) => to.fromClient(chunk)),
    fromServer: (chunk) => pass((to) => to.fromServer(chunk)),
    close: () => pass((to) => to.close()),
  };
}
