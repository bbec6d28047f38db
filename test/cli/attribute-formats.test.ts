import { describe, expect, it } from 'vitest';
import { type AcceptedTurn, AttributedFile, type Attribution } from '../../src/attribution/result.js';
import {
  agentTrace,
  attributionCsv,
  attributionJson,
  survivalCsv,
  survivalJson,
} from '../../src/cli/attribute/machine-formats.js';

const turn = (turnId: string, model: string | null, modelProvider: string | null = null): AcceptedTurn => ({
  threadId: '01a20a5c-3c0e-74b3-9bfa-721fdb5b03c1',
  turnId,
  model,
  modelProvider,
  startedAt: 1,
  lines: 10,
});

function file(path: string, added: number, accepted: readonly (readonly [AcceptedTurn, readonly number[]])[]) {
  const attributed = new AttributedFile(path);
  attributed.added = added;
  for (const [from, lines] of accepted) for (const line of lines) attributed.accept(line, from);
  return attributed;
}

const commit = (hash: string, author: string, files: AttributedFile[]) => ({
  hash: hash.padEnd(40, '0'),
  parents: [],
  author,
  committedAt: 0,
  subject: hash,
  files,
});

const attributionOf = (turns: AcceptedTurn[], ...commits: Attribution['commits']): Attribution => ({
  commits,
  turns,
  notes: {
    turns: 1,
    otherRepositories: 0,
    noRepository: 0,
    withoutFingerprints: 0,
    brokenLines: 0,
    everywhere: 0,
    ignoresTimes: false,
  },
});

const [known, unknown, unused] = [turn('turn-1', 'gpt-5.5'), turn('turn-2', null), turn('turn-3', 'gpt-5.5')];
const attribution = attributionOf(
  [known, unknown, unused],
  commit('a', 'Jane "J" Doe', [
    file('a.ts', 4, [
      [known, [1, 2]],
      [unknown, [3]],
    ]),
    file('b.ts', 2, []),
  ]),
  commit('b', 'Joe', [file('c.ts', 1, [])]),
);
const lines = (format: (from: Attribution) => Iterable<string>, from = attribution) => [...format(from)];
const json = (format: (from: Attribution) => Iterable<string>, from = attribution): unknown =>
  JSON.parse(lines(format, from).join(''));

describe('the JSON of an attribution', () => {
  it('has null for a model that is not known, and each of several commits', () => {
    expect(json(attributionJson)).toMatchObject({
      commits: [
        { added: 6, accepted: 3 },
        { added: 1, accepted: 0, share: 0 },
      ],
      models: [
        { model: 'gpt-5.5', accepted: 2 },
        { model: null, accepted: 1 },
      ],
    });
  });

  it('is whole where there is nothing', () => {
    const nothing = attributionOf([]);
    expect(json(attributionJson, nothing)).toMatchObject({ commits: [], files: [], total: { added: 0, share: null } });
    expect(json(survivalJson, nothing)).toMatchObject({ commit: null, accepted: 0, present: 0, turns: [] });
  });

  it('has of a survival each turn, also one without a line', () => {
    expect(json(survivalJson)).toMatchObject({
      accepted: 30,
      present: 3,
      turns: [{ present: 2 }, { model: null, present: 1 }, { turn_id: 'turn-3', present: 0 }],
    });
  });
});

describe('the CSV of an attribution', () => {
  it('quotes what would end a cell, and leaves an unknown model empty', () => {
    expect(lines(attributionCsv).slice(1)).toEqual([
      expect.stringMatching(/^a0+,1970-01-01T00:00:00\.000Z,"Jane ""J"" Doe",a\.ts,accepted,.*,turn-1,gpt-5\.5,2$/),
      expect.stringMatching(/,a\.ts,accepted,.*,turn-2,,1$/),
      expect.stringMatching(/,a\.ts,other,,,,1$/),
      expect.stringMatching(/,b\.ts,other,,,,2$/),
      expect.stringMatching(/^b0+,.*,Joe,c\.ts,other,,,,1$/),
    ]);
  });

  it('keeps an author and a path from being formulas', () => {
    const [, row] = lines(attributionCsv, attributionOf([], commit('a', '=1+1', [file('-b.ts', 1, [])])));
    expect(row).toContain(",'=1+1,'-b.ts,other,");
  });

  it('has of a survival a row for each turn', () => {
    expect(lines(survivalCsv).map((line) => line.replace(known.threadId, 'thread'))).toEqual([
      'thread_id,turn_id,model,accepted,present',
      'thread,turn-1,gpt-5.5,10,2',
      'thread,turn-2,,10,1',
      'thread,turn-3,gpt-5.5,10,0',
    ]);
  });
});

describe('records of Agent Trace', () => {
  const modelOf = (from: AcceptedTurn) => {
    const [record] = lines(agentTrace, attributionOf([from], commit('a', 'Jane', [file('a.ts', 1, [[from, [1]]])])));
    const { files } = JSON.parse(record!) as {
      files: { conversations: { contributor: { model_id?: string }; related: object[] }[] }[];
    };
    return files[0]!.conversations[0]!;
  };

  it('has none of a commit without an accepted line', () => {
    expect(lines(agentTrace)).toHaveLength(1);
  });

  it.each([
    [turn('turn-1', 'gpt-5.5', 'azure'), 'azure/gpt-5.5'],
    [turn('turn-1', 'gpt-5.5'), 'openai/gpt-5.5'],
    [turn('turn-1', 'meta/llama', 'groq'), 'meta/llama'],
    [turn('turn-1', null), undefined],
    [turn('turn-1', 'm'.repeat(251)), undefined],
  ])('names the model by its provider, and none that is unknown or too long: %#', (from, model) => {
    expect(modelOf(from).contributor.model_id).toBe(model);
  });

  it('relates threads and turns whose ids are UUIDs', () => {
    expect(modelOf(known).related).toEqual([{ type: 'thread', url: `urn:uuid:${known.threadId}` }]);
  });
});
