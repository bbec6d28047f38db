import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, type NetConnectOpts } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How often an app-server that starts is asked. It listens after 40 to 70 ms. */
const INTERVAL_MS = 5;

/** Whether a server listens at an address now. */
export async function isListening(address: NetConnectOpts): Promise<boolean> {
  const socket = connect(address);
  try {
    await once(socket, 'connect');
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

/** Whether a process that was spawned has ended. */
export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
