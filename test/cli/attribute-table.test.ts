import { describe, expect, it } from 'vitest';
import { type AcceptedTurn, AttributedFile, type Attribution } from '../../src/attribution/result.js';
import { attributionTable, survivalTable } from '../../src/cli/attribute/table.js';

const NOTHING = {
  turns: 2,
  otherRepositories: 0,
  noRepository: 0,
  withoutFingerprints: 0,
  brokenLines: 0,
  everywhere: 0,
  ignoresTimes: false,
};

const turn = (turnId: string, model: string | null): AcceptedTurn => ({
  threadId: 'thread-1',
  turnId,
  model,
  modelProvider: null,
  startedAt: 1,
  lines: 10,
});

function file(path: string, added: number, accepted: readonly (readonly [AcceptedTurn, number])[], unknown = 0) {
  const attributed = new AttributedFile(path);
  attributed.added = added;
  attributed.unknown = unknown;
  for (const [from, lines] of accepted) for (let line = 1; line <= lines; line += 1) attributed.accept(line, from);
  return attributed;
}

const commit = (hash: string, author: string, files: AttributedFile[]) => ({
  hash: hash.padEnd(40, '0'),
  parents: [],
  author,
  committedAt: 1,
  subject: `change ${hash}`,
  files,
});

const [first, second] = [turn('turn-1', 'gpt-5.5'), turn('turn-2', null)];
const attribution: Attribution = {
  commits: [
    commit('a', 'Jane', [file('b.ts', 4, [[first, 2]]), file('a.ts', 4, [[second, 2]])]),
    commit('b', 'Joe', [file('b.ts', 2, [[first, 1]], 1), file('blank.ts', 1, [], 1)]),
  ],
  turns: [first, second],
  notes: NOTHING,
};

describe('the table of attribute', () => {
  it('shows the newest commit first, files and authors by their accepted lines, and lines without a model', () => {
    expect([...attributionTable(attribution)]).toEqual([
      'Commit                    added    accepted   share',
      'b000000000 change b           3           1   100 %',
      'a000000000 change a           8           4    50 %',
      '',
      'File           added    accepted   share',
      'b.ts               6           3    60 %',
      'a.ts               4           2    50 %',
      'blank.ts           1           0       –',
      '',
      'Author       added    accepted   share',
      'Jane             8           4    50 %',
      'Joe              3           1   100 %',
      '',
      '3 lines from gpt-5.5',
      '2 lines from a model without a name',
      '5 of 9 lines (56 %) were accepted from Codex.',
      '2 further lines cannot be known: they are too short, or have no letter or digit.',
    ]);
  });

  it('shows 40 rows of a part and the number of the others, and cuts long names', () => {
    const files = Array.from({ length: 42 }, (_, index) => file(`${'long/'.repeat(20)}${index}`, 1, []));
    const lines = [...attributionTable({ ...attribution, commits: [commit('c', 'Jane', files)] })];
    expect(lines.filter((line) => line.startsWith('long/'))).toHaveLength(40);
    expect(lines).toContain('… 2 more');
    expect(lines.find((line) => line.startsWith('long/'))).toMatch(/^.{59}… /);
  });

  it('says what could not be compared', () => {
    const notes = {
      turns: 0,
      otherRepositories: 1,
      noRepository: 2,
      withoutFingerprints: 3,
      brokenLines: 4,
      everywhere: 5,
      ignoresTimes: true,
    };
    expect([...attributionTable({ commits: [], turns: [], notes })].slice(-7)).toEqual([
      'The event files have no turn of this repository with accepted lines.',
      '3 turns had no fingerprints: they are off by default (--accepted-lines fingerprints).',
      '1 turn of other repositories: left out.',
      '2 turns without a repository: compared all the same.',
      '5 lines that turns accepted in many files: counted only in those files.',
      'No turn began before the last of these commits, so times were not compared.',
      '4 broken lines of the event files skipped.',
    ]);
  });
});

describe('the table of attribute --survival', () => {
  it('shows of each file and model how many accepted lines are there', () => {
    const lines = [...survivalTable({ ...attribution, commits: attribution.commits.slice(0, 1) })];
    expect(lines.filter((line) => /^(gpt|Model|a model)/.test(line))).toEqual([
      'Model                     accepted     present   share',
      'gpt-5.5                         10           2    20 %',
      'a model without a name          10           2    20 %',
    ]);
    expect(lines.at(-1)).toBe('4 of 20 accepted lines (20 %) are there at a000000000.');
  });

  it('says that there is no commit where the repository has none', () => {
    expect([...survivalTable({ commits: [], turns: [], notes: NOTHING })][0]).toBe(
      '0 of 0 accepted lines (–) are there at no commit.',
    );
  });
});
