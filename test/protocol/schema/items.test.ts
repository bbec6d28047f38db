import { describe, expect, it } from 'vitest';
import { item, type Item } from '../../../src/protocol/schema/items.js';
import * as given from '../../session/items.js';

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
  it('decodes with its type and id alone', () => {
    expect(typed({ type, id: 'i' })).toMatchObject({ type, id: 'i', startedAtMs: null, completedAtMs: null });
  });

  it('decodes if every other field has an unexpected type', () => {
    for (const odd of [null, 5, 'odd', true, [], {}, [5], { odd: 'odd' }, -1, [[]]]) {
      const fields = Object.keys(WHOLE[type]!).filter((name) => name !== 'type' && name !== 'id');
      const twisted = Object.fromEntries([...fields, 'startedAtMs', 'completedAtMs'].map((name) => [name, odd]));
      expect(typed({ ...twisted, type, id: 'i' })).toMatchObject({ type, id: 'i' });
    }
  });

  it('ignores members that a newer version added', () => {
    expect(typed({ ...WHOLE[type], added: { later: ['x'] } })).toEqual(typed(WHOLE[type]));
  });

  it('does not decode without an id', () => {
    const result = item.safeParse({ ...WHOLE[type], id: undefined });
    expect(result.error?.issues).toMatchObject([
      { code: 'custom', message: expect.stringContaining('item: ') as unknown },
    ]);
  });

  it('keeps no content', () => {
    expect(JSON.stringify(typed(WHOLE[type]))).not.toMatch(/secret|Oslo|sunny|export const/);
  });
});

describe('an item', () => {
  it('keeps type, name and path of the parts of a user message, and no text', () => {
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
    'of a type that is only counted decodes to its type and id: %s',
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
    'does not decode without a type: %j',
    (value) => {
      expect(item.safeParse(value).success).toBe(false);
    },
  );

  it('decodes with unknown values of its enumerations', () => {
    expect(typed(given.command('i', { source: 'telepathy', status: 'dreaming' }))).toMatchObject({
      source: 'telepathy',
      status: 'dreaming',
    });
    expect(typed(given.patch('i', { changes: [{ kind: { type: 'shred' } }, { kind: 'odd' }, {}] }))).toMatchObject({
      changes: [{ kind: { type: 'shred' } }, { kind: { type: 'update' } }, { kind: { type: 'update' } }],
    });
    expect(typed(given.webSearch('i', { action: { type: 'dowse', query: 'x', queries: ['x', 5] } }))).toMatchObject({
      action: { type: 'other', query: true, queries: 2 },
    });
    expect(typed(given.collab('i', { tool: 'hypnotize', agentsStates: { a: { status: 'asleep' } } }))).toMatchObject({
      tool: 'hypnotize',
      agentsStates: { a: { status: 'asleep' } },
    });
  });

  it('keeps only the presence of a query, a prompt, a path and an error', () => {
    expect(typed(given.webSearch('i', { query: '  ', action: null }))).toMatchObject({ query: false, action: null });
    expect(typed(given.image('i', { revisedPrompt: null, savedPath: null }))).toMatchObject({
      revisedPrompt: false,
      savedPath: false,
    });
    expect(typed(given.mcp('i', { error: { message: 'a secret' } }))).toMatchObject({ error: true });
  });
});
