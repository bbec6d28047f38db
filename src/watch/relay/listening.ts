import { once } from 'node:events';
import { connect, type NetConnectOpts } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How often an app-server that starts is asked. It listens after 40 to 70 ms. */
const INTERVAL_MS = 5;
/** How long a connection may take. A server that is stuck accepts none. */
const PATIENCE_MS = 5_000;

/** Whether a server listens at an address now. */
export async function isListening(address: NetConnectOpts): Promise<boolean> {
  const socket = connect(address);
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(PATIENCE_MS) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Resolves with true once a server listens at an address, and with false where it has ended before. */
export async function untilListening(address: NetConnectOpts, hasEnded: () => boolean): Promise<boolean> {
  for (;;) {
    if (await isListening(address)) return true;
    if (hasEnded()) return false;
    await wait(INTERVAL_MS);
  }
}
