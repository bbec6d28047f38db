import { queryObjects } from 'node:v8';
import { expect, vi } from 'vitest';
import { Server } from '../../src/session/state.js';

/** So long a file or a stream may take to let go of a session that is over. */
const TIMEOUT_MS = 60_000;

/** The number of servers in the session's model, after a collection of garbage. Each part of the model holds its server. */
export const heldServers = (): number => queryObjects(Server, { format: 'count' });

/** Waits until nothing in this process holds a part of the session's model. */
export async function expectNoState(): Promise<void> {
  await vi.waitFor(() => expect(heldServers(), 'servers of sessions that are over').toBe(0), TIMEOUT_MS);
}
