import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { replayRollouts } from '../../src/replay/rollouts.js';
import { recognizeRollout, type RolloutFile } from '../../src/rollout/sessions.js';
import { rolloutFiles, rolloutLines } from '../rollout/recorded.js';
import { temporaryFolder } from '../temporary-folder.js';
import { root } from '../docs/page.js';
import { explore, PROPERTY_TIMEOUT_MS } from './explore.js';
import { mutated, mutations, type Line } from './mutations.js';
import { expectSound } from './soundness.js';
import { expectNoState } from './state.js';
import { Telemetry } from './telemetry.js';

const folder = temporaryFolder();

const recordings = join(root, 'test/recordings');
const RECORDINGS = readdirSync(recordings)
  .flatMap((version) => readdirSync(join(recordings, version)).map((scenario) => `${version}/${scenario}`))
  .filter((recording) => existsSync(join(recordings, recording, 'rollouts')));

/** The rollouts of a recording, each with its mutations; compressed, and cut off at a byte, where there is a `cut`. */
const mutatedRollouts = fc.record({
  recording: fc.constantFrom(...RECORDINGS),
  changes: fc.array(mutations('lines'), { minLength: 1, maxLength: 4 }),
  cut: fc.option(fc.nat(100), { freq: 8 }),
});

it(
  'mutated rollouts',
  async () => {
    await explore(
      'mutated rollouts',
      mutatedRollouts,
      async ({ recording, changes, cut }) => {
        let written = 0;
        const files: RolloutFile[] = [];
        const originals = rolloutFiles(recording);
        for (const [index, texts] of rolloutLines(recording).entries()) {
          const lines: Line[] = texts.map((text) => ({ at: 0, conn: '', bytes: Buffer.from(text) }));
          const bytes = mutated(lines, changes[index % changes.length]!).map(({ bytes: line }) => line!);
          written += bytes.length;
          const plain = Buffer.concat(bytes.flatMap((line) => [line, Buffer.from('\n')]));
          const zipped = cut === null ? plain : gzipSync(plain);
          const file = join(folder, `rollout-${index}.jsonl`);
          await writeFile(file, cut === null ? zipped : zipped.subarray(0, (zipped.length * cut) / 100));
          // As it was recognised: its first line may have changed since.
          files.push({ ...(await recognizeRollout(originals[index]!))!, file });
        }
        const counters = new Counters();
        const telemetry = Telemetry.ofReplay(counters);
        const unreadable: Error[] = [];
        const { tracerProvider } = telemetry;
        await replayRollouts(files, { tracerProvider, counters, onUnreadable: (error) => unreadable.push(error) });
        expectSound(telemetry);
        expect(counters.total('hooks.failed')).toBe(0);
        if (cut === null) expect(unreadable).toEqual([]);
        const over = (['messages.skipped', 'messages.undecodable', 'lines.broken'] as const).map((name) =>
          counters.total(name),
        );
        expect(over.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(counters.total('messages.seen'));
        return written;
      },
      expectNoState,
    );
  },
  PROPERTY_TIMEOUT_MS,
);
