import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import { passOn } from './by-hand.js';
import { explore, PROPERTY_TIMEOUT_MS } from './explore.js';
import { mutatedWire, mutatedWires, type Changes } from './sessions.js';
import { expectSound, watchCounting } from './soundness.js';
import { expectNoState, heldServers } from './state.js';
import { Telemetry } from './telemetry.js';

/** Longer than any deadline of the session: what may end late has ended. */
const HOUR_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

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
