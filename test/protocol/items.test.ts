import { describe, expect, it } from 'vitest';
import { item, type Item } from '../../src/protocol/schema/items.js';
import * as given from '../session/items.js';

const WHOLE: Readonly<Record<string, given.Item>> = {
  commandExecution: given.command('i'),
  fileChange: given.patch('i'),
  mcpToolCall: given.mcp('i', given.calendar),
  dynamicToolCall: given.dynamic('i'),
  collabAgentToolCall: given.spawn('i', 'child'),
  webSearch: given.webSearch('i'),
  imageGeneration: given.image('i'),
  subAgentActivity: given.activity('i', 'started', 'child'),
  contextCompaction: given.compaction('i'),
};

const typed = (value: unknown) => item.parse(value) as Item & Readonly<Record<string, unknown>>;

describe.each(Object.keys(WHOLE))('an item of type %s', (type) => {
  it('is read with its id alone: what is missing is null, empty or the usual', () => {
    expect(typed({ type, id: 'i' })).toMatchObject({ type, id: 'i', startedAtMs: null, completedAtMs: null });
  });

  it('is read where every other field is of a kind that nobody expected', () => {
    for (const odd of [null, 5, 'odd', true, [], {}, [5], { odd: 'odd' }, -1, [[]]]) {
      const fields = Object.keys(WHOLE[type]!).filter((name) => name !== 'type' && name !== 'id');
      const twisted = Object.fromEntries([...fields, 'startedAtMs', 'completedAtMs'].map((name) => [name, odd]));
      expect(typed({ ...twisted, type, id: 'i' })).toMatchObject({ type, id: 'i' });
    }
  });

  it('is read the same with members that a later version added', () => {
    expect(typed({ ...WHOLE[type], added: { later: ['x'] } })).toEqual(typed(WHOLE[type]));
  });

  it('cannot be read without an id', () => {
    const result = item.safeParse({ ...WHOLE[type], id: undefined });
    expect(result.error?.issues).toMatchObject([
      { code: 'custom', message: expect.stringContaining('item: ') as unknown },
    ]);
  });

  it('holds nothing of what was said, run or written', () => {
    expect(JSON.stringify(typed(WHOLE[type]))).not.toMatch(/secret|Oslo|sunny|export const/);
  });
});

describe('an item', () => {
  it('that is a message of the user tells what it is made of, without its words', () => {
    const content = [
      { type: 'text', text: 'a secret' },
      { type: 'skill', name: 'painter', path: '/skills/SKILL.md' },
    ];
    expect(item.parse({ type: 'userMessage', id: 'm', content })).toMatchObject({
      input: [
        { type: 'text', name: null, path: null },
        { type: 'skill', name: 'painter', path: '/skills/SKILL.md' },
      ],
    });
  });

  it.each(['agentMessage', 'reasoning', 'plan', 'somethingNew', 'toString', '__proto__'])(
    'of a type that is only counted is read whatever it holds: %s',
    (type) => {
      expect(item.parse({ type, id: 'i', text: 'a secret', command: 5 })).toEqual({
        type: 'counted',
        itemType: type,
        id: 'i',
      });
      expect(item.parse({ type })).toEqual({ type: 'counted', itemType: type, id: '' });
    },
  );

  it.each([null, undefined, 5, 'commandExecution', [], {}, { id: 'i' }, { type: 5, id: 'i' }])(
    'that has no type is none: %j',
    (value) => {
      expect(item.safeParse(value).success).toBe(false);
    },
  );

  it('keeps enumerations open', () => {
    expect(typed(given.command('i', { source: 'telepathy', status: 'dreaming' }))).toMatchObject({
      source: 'telepathy',
      status: 'dreaming',
    });
    expect(typed(given.patch('i', { changes: [{ kind: { type: 'shred' } }, { kind: 'odd' }, {}] }))).toMatchObject({
      changes: [{ kind: { type: 'shred' } }, { kind: { type: 'update' } }, { kind: { type: 'update' } }],
    });
    expect(typed(given.webSearch('i', { action: { type: 'dowse', query: 'x', queries: ['x', 5] } }))).toMatchObject({
      action: { type: 'dowse', query: true, queries: 2 },
    });
    expect(typed(given.collab('i', { tool: 'hypnotize', agentsStates: { a: { status: 'asleep' } } }))).toMatchObject({
      tool: 'hypnotize',
      agentsStates: { a: { status: 'asleep' } },
    });
  });

  it('tells of a query and a prompt only whether there is one', () => {
    expect(typed(given.webSearch('i', { query: '  ', action: null }))).toMatchObject({ query: false, action: null });
    expect(typed(given.image('i', { revisedPrompt: null, savedPath: null }))).toMatchObject({
      revisedPrompt: false,
      savedPath: false,
    });
    expect(typed(given.mcp('i', { error: { message: 'a secret' } }))).toMatchObject({ error: true });
  });
});
