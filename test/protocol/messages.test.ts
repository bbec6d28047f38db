import { describe, expect, it } from 'vitest';
import { approvalRequests, clientRequests, notifications, rpcError } from '../../src/protocol/schema/messages.js';
import { RECORDINGS, wireLines } from '../parity/recordings.js';
import { threadOf } from '../session/session.js';

const threadFrom = (thread: Record<string, unknown>) =>
  notifications['thread/started'].parse({ thread: threadOf({ id: 't', ...thread }, 1_795_397_934_000) }).thread;

describe('the messages in use', () => {
  it('are read, all of them, from every recorded version', () => {
    const methods = new Set<string>();
    for (const recording of RECORDINGS)
      for (const { from, msg } of wireLines(recording)) {
        const method = msg?.method ?? '';
        const schema =
          from === 'client'
            ? clientRequests[method as keyof typeof clientRequests]
            : approvalRequests[method as keyof typeof approvalRequests];
        const params =
          from === 'server' && method in notifications
            ? notifications[method as keyof typeof notifications]
            : (schema as { params: (typeof notifications)['thread/closed'] } | undefined)?.params;
        // The one recording of bad messages has some that Codex does not read either.
        if (params === undefined || recording.endsWith('fault-bad-messages')) continue;
        methods.add(method);
        expect(params.safeParse(msg?.params ?? {}).error?.issues, `${recording} ${method}`).toBeUndefined();
      }
    expect(methods.size).toBeGreaterThan(25);
  });
});

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
  ])('is a label, and a parent where it was spawned: %j', (source, subagentSource, spawnParentThreadId) => {
    expect(threadFrom({ source }).source).toEqual({ subagentSource, spawnParentThreadId });
  });
});

describe('a thread', () => {
  it('tells of its turns and its preview only whether there are any', () => {
    expect(threadFrom({ turns: [{ id: 'x', items: ['a secret'] }], preview: 'a secret' })).toMatchObject({
      turns: { any: true, over: [] },
      preview: true,
    });
    expect(threadFrom({ turns: [], preview: '' })).toMatchObject({ turns: { any: false }, preview: false });
    expect(threadFrom({ turns: null, preview: null })).toMatchObject({ turns: { any: false }, preview: false });
  });
});

describe('settings', () => {
  const turnStart = (params: Record<string, unknown>) =>
    clientRequests['turn/start'].params.parse({ threadId: 't', ...params });

  it.each([
    ['on-request', 'on-request'],
    [{ granular: { sandbox: true } }, 'granular'],
    [{}, null],
    [null, null],
    [undefined, undefined],
    [5, undefined],
  ])('name the approval policy, or the only member of it: %j', (approvalPolicy, read) => {
    expect(turnStart({ approvalPolicy }).approvalPolicy).toBe(read);
  });

  it.each([
    [{ type: 'readOnly' }, { type: 'readOnly', networkAccess: null }],
    [
      { type: 'externalSandbox', networkAccess: 'enabled' },
      { type: 'externalSandbox', networkAccess: 'enabled' },
    ],
    [
      { type: 'workspaceWrite', networkAccess: { odd: 1 } },
      { type: 'workspaceWrite', networkAccess: null },
    ],
    [null, null],
    ['readOnly', undefined],
    [undefined, undefined],
  ])('tell the sandbox: %j', (sandboxPolicy, read) => {
    expect(turnStart({ sandboxPolicy }).sandboxPolicy).toEqual(read);
  });

  it('tell the mode of collaboration, and what it brings along', () => {
    const collaborationMode = { mode: 'plan', settings: { model: 'x', reasoning_effort: null, prompt: 'a secret' } };
    expect(turnStart({ collaborationMode }).collaborationMode).toEqual({
      mode: 'plan',
      settings: { model: 'x', reasoning_effort: null },
    });
    expect(turnStart({ collaborationMode: { mode: 'plan', settings: 5 } }).collaborationMode).toEqual({
      mode: 'plan',
      settings: undefined,
    });
    expect(turnStart({ collaborationMode: 'plan' }).collaborationMode).toBeUndefined();
  });
});

describe('an error', () => {
  it('is read whatever it looks like, as long as it is an object', () => {
    expect(rpcError.parse({})).toEqual({ code: 0, message: '', data: null });
    expect(rpcError.parse({ code: 'x', message: 5, data: 'y' })).toEqual({ code: 0, message: '', data: null });
    expect(rpcError.parse({ code: 1, message: 'm', data: { codexErrorInfo: 'badRequest' } }).data).toEqual({
      input_error_code: null,
      codexErrorInfo: null,
    });
  });
});

describe('usage', () => {
  const read = (total: unknown) =>
    notifications['thread/tokenUsage/updated'].parse({ threadId: 't', turnId: 'u', tokenUsage: { total, last: {} } })
      .tokenUsage.total;

  it('counts nothing where it tells no number, and knows that older versions have no cache writes', () => {
    const nothing = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, reasoningOutputTokens: 0, totalTokens: 0 };
    expect(read({})).toEqual({ ...nothing, cacheWriteInputTokens: null });
    expect(read({ inputTokens: '5', totalTokens: JSON.parse('1e400') as unknown, cacheWriteInputTokens: 0 })).toEqual({
      ...nothing,
      cacheWriteInputTokens: 0,
    });
  });
});
