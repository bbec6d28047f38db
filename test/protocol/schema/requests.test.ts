import { describe, expect, it } from 'vitest';
import { clientRequests, rpcError, userRequests } from '../../../src/protocol/schema/requests.js';

describe('the settings of turn/start', () => {
  const turnStart = (params: Record<string, unknown>) =>
    clientRequests['turn/start'].params.parse({ threadId: 't', ...params });

  it.each([
    ['on-request', 'on-request'],
    [{ granular: { sandbox: true } }, 'granular'],
    [{}, null],
    [null, null],
    [undefined, undefined],
    [5, undefined],
  ])('have the approval policy, or the only key of its object: %j', (approvalPolicy, read) => {
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
  ])('have the sandbox policy: %j', (sandboxPolicy, read) => {
    expect(turnStart({ sandboxPolicy }).sandboxPolicy).toEqual(read);
  });

  it('have the collaboration mode with its model and effort', () => {
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

describe('the result of item/permissions/requestApproval', () => {
  const decodes = (access: unknown) =>
    userRequests['item/permissions/requestApproval'].result.safeParse({
      permissions: { fileSystem: { entries: [{ path: '/a', access }] } },
    }).success;

  it.each(['read', 'write', 'deny', 'none'])('decodes with the access %s', (access) => {
    expect(decodes(access)).toBe(true);
  });

  it.each(['execute', undefined])('does not decode with the access %s, as Codex does not read it', (access) => {
    expect(decodes(access)).toBe(false);
  });
});

describe('rpcError', () => {
  it('decodes any object', () => {
    expect(rpcError.parse({})).toEqual({ code: 0, message: '', data: null });
    expect(rpcError.parse({ code: 'x', message: 5, data: 'y' })).toEqual({ code: 0, message: '', data: null });
    expect(rpcError.parse({ code: 1, message: 'm', data: { codexErrorInfo: 'badRequest' } }).data).toEqual({
      input_error_code: null,
      codexErrorInfo: null,
    });
  });
});
