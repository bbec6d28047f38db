import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { attribute } from '../../src/attribution/attribute.js';
import { temporaryFolder } from '../temporary-folder.js';
import { History } from './generated/history.js';
import { Score } from './generated/score.js';
import { GitRepository } from './git-repository.js';

/**
 * `HISTORIES` is how many histories are made. `HISTORIES_SEED` is the first one's seed, and repeats a failure, which prints it. A few
 * histories of other seeds may be below 98 %: a file that is renamed in two commits has many lines.
 */
const HISTORIES = Number(process.env['HISTORIES'] ?? 2);
const SEED = Number(process.env['HISTORIES_SEED'] ?? 50);
const STEPS = 30;
const TIMEOUT_MS = 60_000 + 20_000 * HISTORIES;

const folder = temporaryFolder();

async function generated(seed: number, total: Score): Promise<History> {
  const repository = new GitRepository(join(folder, `history-${seed}`));
  const history = new History(repository, seed);
  history.run(STEPS);
  const attribution = await attribute({
    repo: repository.folder,
    range: ['HEAD'],
    lines: 'added',
    events: [Readable.from(history.events.map((line) => Buffer.from(line)))],
  });
  await total.add(repository.folder, history, attribution);
  return history;
}

describe('attribution of generated histories', () => {
  it(
    'finds 98 % of the lines that turns added and that kept their text, and 98 % of what it finds is right',
    async () => {
      const total = new Score();
      const happened = new Map<string, number>();
      for (let seed = SEED; seed < SEED + HISTORIES; seed += 1) {
        const history = await generated(seed, total).catch((error: unknown) => {
          throw new Error(`HISTORIES_SEED=${seed} HISTORIES=1 repeats this.`, { cause: error });
        });
        for (const [what, count] of history.happened) happened.set(what, (happened.get(what) ?? 0) + count);
      }
      const shown = [
        `${HISTORIES} histories from HISTORIES_SEED=${SEED} on`,
        total.table,
        [...happened].map(([what, count]) => `${count} × ${what}`).join(', '),
      ].join('\n');
      console.log(shown);
      expect(total.recall, shown).toBeGreaterThanOrEqual(0.98);
      expect(total.precision, shown).toBeGreaterThanOrEqual(0.98);
      // Without these the numbers would prove little. The first two histories have all of them.
      if (process.env['HISTORIES_SEED'] === undefined)
        expect([...happened.keys()], shown).toEqual(expect.arrayContaining([...BY_GIT, ...BY_PEOPLE]));
    },
    TIMEOUT_MS,
  );
});

const BY_GIT = [
  ...['commit', 'partial commit', 'amend', 'merge', 'rebase', 'cherry-pick', 'revert', 'revert of a revert'],
  ...['squash of a branch', 'squash of the last commits'],
];
const BY_PEOPLE = [
  ...['lines edited', 'lines reworded', 'lines moved in their file', 'lines moved to another file', 'lines copied'],
  ...['file renamed', 'file written', 'formatter that indents', 'formatter that changes text'],
];
