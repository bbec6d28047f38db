import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import type { ByHandConnection } from '../../src/instrumentation/sources/by-hand.js';
import { explore, PROPERTY_TIMEOUT_MS } from './explore.js';
import type { Line } from './mutations.js';
import { mutatedWire, mutatedWires, type Changes } from './sessions.js';
import { expectSound, watchCounting } from './soundness.js';
import { expectNoState, heldServers } from './state.js';
import { Telemetry } from './telemetry.js';

/** Longer than any deadline of the session: what may end late has ended. */
const HOUR_MS = 3_600_000;

const LINE_FEED = Buffer.from('\n');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Gives a session to connections by hand, and closes what it leaves open. */
function passOn(codex: CodexInstrumentation, session: readonly Line[]): void {
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

it('a connection holds state while it is open, and none once it is closed', async () => {
  const codex = new Telemetry().instrumentation();
  const connection = codex.connect();
  connection.fromClient('{"method":"initialize","id":1,"params":{}}\n');
  expect(heldServers()).toBe(1);
  connection.close();
  await expectNoState();
});

it(
  'mutated sessions by hand',
  async () => {
    const miscounted = watchCounting();
    const held: CodexInstrumentation[] = [];
    const run = (changes: Changes): number => {
      const session = mutatedWire(changes);
      const telemetry = new Telemetry();
      const codex = telemetry.instrumentation({ captureContent: true });
      const wrong = miscounted(codex.counters);
      passOn(codex, session);
      vi.advanceTimersByTime(HOUR_MS);
      expectSound(telemetry);
      expect(wrong).toEqual([]);
      expect([...codex.counters].filter(({ name }) => name === 'hooks.failed')).toEqual([]);
      held.push(codex);
      return session.length;
    };
    await explore('mutated sessions by hand', mutatedWires, run, async () => {
      await expectNoState();
      for (const codex of held.splice(0)) codex.disable();
    });
  },
  PROPERTY_TIMEOUT_MS,
);
