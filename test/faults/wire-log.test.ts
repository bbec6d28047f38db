import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { Counters } from '../../src/counters.js';
import { replayWireLog } from '../../src/replay/wire-log.js';
import type { WireRecord } from '../../src/wire/log/format.js';
import { explore, PROPERTY_TIMEOUT_MS } from './explore.js';
import { mutated, mutations, type Line } from './mutations.js';
import { mutatedWire, mutatedWires } from './sessions.js';
import { expectSound, watchCounting } from './soundness.js';
import { expectNoState } from './state.js';
import { Telemetry } from './telemetry.js';

afterEach(() => {
  vi.restoreAllMocks();
});

const LINE_FEED = Buffer.from('\n');

/** A line of a wire log, with a message that may be no JSON. */
function logLine({ bytes, ...line }: Line): Buffer {
  if (bytes === undefined) return Buffer.from(JSON.stringify(line));
  const head = JSON.stringify(line).slice(0, -1);
  return Buffer.concat([Buffer.from(`${head},"msg":`), bytes, Buffer.from('}')]);
}

/** A mutated session, and its wire log mutated again: the lines of the log are not those of the session. */
const mutatedLogs = fc.record({ session: mutatedWires, ofLog: mutations('lines') });

it(
  'mutated wire logs',
  async () => {
    const miscounted = watchCounting();
    await explore(
      'mutated wire logs',
      mutatedLogs,
      async ({ session, ofLog }) => {
        const lines = mutatedWire(session).map((line) => ({ at: line.at, conn: line.conn, bytes: logLine(line) }));
        const log = mutated(lines, ofLog).flatMap(({ bytes }) => [bytes!, LINE_FEED]);
        const counters = new Counters();
        const telemetry = Telemetry.ofReplay(counters);
        const wrong = miscounted(counters);
        let messages = 0;
        const onRecord = ({ kind }: WireRecord) => void (messages += kind === 'message' || kind === 'raw' ? 1 : 0);
        await replayWireLog(Readable.from(log), { tracerProvider: telemetry.tracerProvider, counters, onRecord });
        expectSound(telemetry);
        expect(wrong).toEqual([]);
        expect(counters.total('messages.seen')).toBe(messages);
        expect(counters.total('hooks.failed')).toBe(0);
        return log.length / 2;
      },
      expectNoState,
    );
  },
  PROPERTY_TIMEOUT_MS,
);
