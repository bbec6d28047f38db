import { describe, expect, it } from 'vitest';
import { notifications } from '../../../src/protocol/schema/notifications.js';
import { threadOf } from '../../session/session.js';

const threadFrom = (thread: Record<string, unknown>) =>
  notifications['thread/started'].parse({ thread: threadOf({ id: 't', ...thread }, 1_795_397_934_000) }).thread;

describe("a thread's source", () => {
  it.each([
    ['vscode', null, null],
    [null, null, null],
    [undefined, null, null],
    [{ custom: 'x' }, null, null],
    [{ subAgent: 'review' }, 'review', null],
    [{ subAgent: { other: 'guardian' } }, 'guardian', null],
    [{ subAgent: { other: 5 } }, 'other', null],
    [{ subAgent: { thread_spawn: { parent_thread_id: 'p', depth: 1 } } }, 'thread_spawn', 'p'],
    [{ subAgent: { thread_spawn: {} } }, 'thread_spawn', null],
    [{ subAgent: {} }, null, null],
    [{ subAgent: 5 }, null, null],
  ])('is a label, and the parent of a spawned thread: %j', (source, subagentSource, spawnParentThreadId) => {
    expect(threadFrom({ source }).source).toEqual({ subagentSource, spawnParentThreadId });
  });
});

describe('a thread', () => {
  it('keeps the heads of its turns with their items unread, and whether it has a preview', () => {
    const head = { status: 'completed', startedAt: 1, completedAt: 2, durationMs: 900, rootTurnId: 'r' };
    const turns = [{ id: 'x', ...head, error: null, items: ['unread'], itemsView: 'full' }, { status: 'completed' }];
    const { turns: read, preview } = threadFrom({ turns, preview: 'a secret' });
    expect(read).toEqual([{ id: 'x', ...head, error: null, unreadItems: ['unread'] }]);
    expect(preview).toBe(true);
    expect(threadFrom({ turns: [], preview: '' })).toMatchObject({ turns: [], preview: false });
    expect(threadFrom({ turns: null, preview: null })).toMatchObject({ turns: [], preview: false });
  });
});

describe('token usage', () => {
  const read = (total: unknown) =>
    notifications['thread/tokenUsage/updated'].parse({ threadId: 't', turnId: 'u', tokenUsage: { total, last: {} } })
      .tokenUsage.total;

  it('is zero for a count that is not a number, and null for cache writes that older versions do not report', () => {
    const nothing = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, reasoningOutputTokens: 0, totalTokens: 0 };
    expect(read({})).toEqual({ ...nothing, cacheWriteInputTokens: null });
    expect(read({ inputTokens: '5', totalTokens: JSON.parse('1e400') as unknown, cacheWriteInputTokens: 0 })).toEqual({
      ...nothing,
      cacheWriteInputTokens: 0,
    });
  });
});
