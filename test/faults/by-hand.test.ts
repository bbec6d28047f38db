import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CodexInstrumentation } from '../../src/instrumentation/instrumentation.js';
import { framed, passOn } from './by-hand.js';
import { explore, PROPERTY_TIMEOUT_MS } from './explore.js';
import { mutated, mutations, type Line } from './mutations.js';
import { mutatedWire, mutatedWires } from './sessions.js';
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

/** A mutated session as the bytes of WebSockets, mutated again: frames that are none, and cut anywhere. */
const mutatedFrames = fc.record({ session: mutatedWires, ofFrames: mutations('wire') });

/** Passes on what `sessionOf` makes of each value, and expects that it ends soundly. */
async function exploreByHand<T>(
  name: string,
  values: fc.Arbitrary<T>,
  sessionOf: (value: T) => Line[],
  framing: 'lines' | 'websocket',
): Promise<void> {
  const miscounted = watchCounting();
  const held: CodexInstrumentation[] = [];
  const run = (value: T): number => {
    const session = sessionOf(value);
    const telemetry = new Telemetry();
    const codex = telemetry.instrumentation({ captureContent: true });
    const wrong = miscounted(codex.counters);
    passOn(codex, session, framing);
    vi.advanceTimersByTime(HOUR_MS);
    expectSound(telemetry);
    expect(wrong).toEqual([]);
    expect([...codex.counters].filter(({ name }) => name === 'hooks.failed')).toEqual([]);
    held.push(codex);
    return session.length;
  };
  await explore(name, values, run, async () => {
    await expectNoState();
    for (const codex of held.splice(0)) codex.disable();
  });
}

it(
  'mutated sessions by hand',
  () => exploreByHand('mutated sessions by hand', mutatedWires, mutatedWire, 'lines'),
  PROPERTY_TIMEOUT_MS,
);

it(
  'mutated WebSockets by hand',
  () =>
    exploreByHand(
      'mutated WebSockets by hand',
      mutatedFrames,
      ({ session, ofFrames }) => mutated(framed(mutatedWire(session)), ofFrames),
      'websocket',
    ),
  PROPERTY_TIMEOUT_MS,
);
