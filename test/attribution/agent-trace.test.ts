import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type AcceptedTurn, AttributedFile, type AttributedCommit } from '../../src/attribution/result.js';
import { traceRecord } from '../../src/attribution/agent-trace.js';
import { THREAD, TURN } from './turns.js';

const ajv = new Ajv2020({
  strict: true,
  formats: {
    uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    uri: (text: string) => URL.canParse(text),
  },
});
const isRecord = ajv.compile(
  JSON.parse(readFileSync(new URL('agent-trace.schema.json', import.meta.url), 'utf8')) as object,
);

const turn = (fields: Partial<AcceptedTurn> = {}): AcceptedTurn => ({
  threadId: THREAD,
  turnId: TURN,
  model: 'gpt-5.5',
  modelProvider: 'openai',
  startedAt: 1,
  lines: 3,
  ...fields,
});

/** A commit with one file, whose first three lines are the turn's. */
function commit(by: AcceptedTurn, path = 'src/a.ts'): AttributedCommit {
  const file = new AttributedFile(path);
  file.added = 5;
  for (const line of [3, 1, 2]) file.accept(line, by);
  return {
    hash: 'a'.repeat(40),
    parents: [],
    author: 'Jane <jane@example.com>',
    committedAt: 1_795_400_000,
    subject: 'first',
    files: [file, new AttributedFile('of-people.ts')],
  };
}

/** The model and the links of a commit's lines. */
const conversationOf = (each: AttributedCommit) => traceRecord(each)?.files[0]?.conversations[0];

describe('a record of Agent Trace', () => {
  it.each<[string, AttributedCommit]>([
    ['of a turn', commit(turn())],
    ['of a turn without a model', commit(turn({ model: null, modelProvider: null }))],
    ['of a turn whose model has an endless name', commit(turn({ model: 'm'.repeat(300) }))],
    ['of a turn whose ids are no UUIDs', commit(turn({ threadId: 'thread one', turnId: '' }))],
    ['of a file with an odd name', commit(turn(), 'two words "and" \t\u0000ä.ts')],
  ])('%s is what the schema demands', (_what, each) => {
    const record = traceRecord(each);
    expect(isRecord(record) ? [] : isRecord.errors).toEqual([]);
    expect(isRecord(JSON.parse(JSON.stringify(record)))).toBe(true);
  });

  it.each<[string, Record<string, unknown>]>([
    ['an id that is no UUID', { id: 'one' }],
    ['a line 0', { files: [{ path: 'a', conversations: [{ ranges: [{ start_line: 0, end_line: 1 }] }] }] }],
    ['a tool without a version', { tool: { name: 'codex-otel' } }],
  ])('with %s is not what the schema demands', (_what, wrong) => {
    expect(isRecord({ ...traceRecord(commit(turn())), ...wrong })).toBe(false);
  });

  it('names files with accepted lines alone, their ranges, the model, the thread and the turn', () => {
    expect(traceRecord(commit(turn()))?.files.map(({ path }) => path)).toEqual(['src/a.ts']);
    expect(conversationOf(commit(turn()))).toEqual({
      contributor: { type: 'ai', model_id: 'openai/gpt-5.5' },
      ranges: [{ start_line: 1, end_line: 3 }],
      related: [
        { type: 'thread', url: `urn:uuid:${THREAD}` },
        { type: 'turn', url: `urn:uuid:${TURN}` },
      ],
    });
  });

  it.each<[string, Partial<AcceptedTurn>, string | undefined]>([
    ['the provider of the turn', { modelProvider: 'azure' }, 'azure/gpt-5.5'],
    ['the provider in its own name', { model: 'meta/llama' }, 'meta/llama'],
    ['openai where no provider is known', { modelProvider: null }, 'openai/gpt-5.5'],
    ['no name where it is too long', { model: 'm'.repeat(300) }, undefined],
  ])('names a model by %s', (_what, fields, name) => {
    expect(conversationOf(commit(turn(fields)))?.contributor.model_id).toBe(name);
  });

  it('has the same id for the same lines, and another one for others', () => {
    const idOf = (each: AttributedCommit) => traceRecord(each)?.id;
    expect(idOf(commit(turn()))).toBe(idOf(commit(turn())));
    expect(idOf(commit(turn(), 'b.ts'))).not.toBe(idOf(commit(turn())));
  });

  it('is none for a commit without accepted lines', () => {
    expect(traceRecord({ ...commit(turn()), files: [new AttributedFile('of-people.ts')] })).toBeUndefined();
  });
});
