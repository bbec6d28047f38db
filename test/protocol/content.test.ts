import { describe, expect, it } from 'vitest';
import { contentOf } from '../../src/protocol/content.js';
import * as given from '../session/items.js';

describe('contentOf', () => {
  it.each([
    [given.userMessage('i'), { message: { role: 'user', text: 'a secret question' } }],
    [given.agentMessage('i'), { message: { role: 'assistant', text: 'a secret answer' } }],
    [
      given.command('i'),
      {
        arguments: `{"command":"/bin/bash -lc 'touch /home/dev/secret-file.txt'","cwd":"/home/dev/project"}`,
        result: 'a secret output\n',
      },
    ],
    [given.patch('i', { changes: [{ path: 'x', diff: '+a' }] }), { arguments: '[{"path":"x","diff":"+a"}]' }],
    [
      given.mcp('i', { result: null, error: { message: 'no' } }),
      { arguments: '{"text":"a secret argument"}', result: '{"message":"no"}' },
    ],
    [given.dynamic('i'), { arguments: '{"city":"Oslo"}', result: '[{"type":"inputText","text":"sunny in Oslo"}]' }],
    [given.collab('i'), { arguments: 'Child task: count the files', result: '{}' }],
    [given.webSearch('i', { action: null }), { arguments: 'a secret question', result: undefined }],
    [given.image('i'), { arguments: 'a secret picture', result: '/home/dev/.codex/generated_images/call.png' }],
  ])('reads message, arguments and result of a $type item', (item, content) => {
    expect(contentOf(item)).toEqual(content);
  });

  it('joins the text parts of a message and leaves out images', () => {
    const content = [
      { type: 'text', text: 'one' },
      { type: 'image', url: 'data:x' },
      'odd',
      { type: 'text', text: 'two' },
    ];
    expect(contentOf({ type: 'userMessage', content }).message?.text).toBe('one\ntwo');
    expect(contentOf({ type: 'userMessage', content: 5 }).message?.text).toBe('');
  });

  it.each([{ type: 'reasoning', content: ['a secret'] }, { type: 5 }, null, 'text'])(
    'is empty for an item without content: %j',
    (item) => {
      expect(contentOf(item)).toEqual({});
    },
  );
});
