import { beforeEach, describe, expect, it } from 'vitest';
import { Decoder } from '../../src/protocol/decoder.js';
import type { Observation } from '../../src/protocol/observation.js';
import { Counters } from '../../src/counters.js';
import { START } from '../session/session.js';

/** The server's requests to a person, and what a client answers. */

const connection = { id: 'c1', server: '1', transport: 'stdio' } as const;
const THREAD = { threadId: 'thread-1' };
const TURN = { ...THREAD, turnId: 'turn-1' };

let counters: Counters;
let observed: Observation[];
let decoder: Decoder;

beforeEach(() => {
  counters = new Counters();
  decoder = new Decoder(counters);
  decoder.open(connection, START);
  observed = [];
});

const send = (from: 'client' | 'server', message: unknown) => {
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  observed.push(...decoder.message(connection, from, Buffer.from(text), START));
};
const handles = () => observed.map((each) => ('request' in each ? each.request : undefined));

describe('an approval', () => {
  const ask = (method = 'item/commandExecution/requestApproval', params: Record<string, unknown> = {}) =>
    send('server', { method, id: 0, params: { ...TURN, itemId: 'i', startedAtMs: START, ...params } });
  const answerOf = (message: Record<string, unknown>) => {
    send('client', { id: 0, ...message });
    const last = observed.at(-1);
    return last?.type === 'user answered' ? last.answer : last?.type;
  };

  it('is observed when it is asked for, answered and resolved, under one handle', () => {
    ask();
    answerOf({ result: { decision: 'accept' } });
    send('server', { method: 'serverRequest/resolved', params: { ...THREAD, requestId: 0 }, emittedAtMs: START + 3 });
    expect(observed).toMatchObject([
      { type: 'user requested', method: 'item/commandExecution/requestApproval', params: TURN, id: '0' },
      { type: 'user answered', params: TURN, answer: { kind: 'decision', decision: 'accept' } },
      { type: 'user resolved', params: TURN, at: START + 3 },
    ]);
    expect(new Set(handles()).size).toBe(1);
  });

  it.each([
    [{ result: { decision: 'someday' } }, { kind: 'decision', decision: 'someday' }],
    [
      { result: { decision: { acceptWithExecpolicyAmendment: { execpolicy_amendment: ['touch'] } } } },
      { kind: 'decision', decision: 'acceptWithExecpolicyAmendment' },
    ],
    [{ result: { decision: { acceptWithExecpolicyAmendment: {} } } }, { kind: 'unreadable' }],
    [{ result: {} }, { kind: 'unreadable' }],
    [{}, { kind: 'unreadable' }],
    [{ error: { code: 1, message: 'no' } }, { kind: 'error' }],
    [
      { result: { decision: 'accept' }, error: null },
      { kind: 'decision', decision: 'accept' },
    ],
  ])('is answered by %j', (message, answer) => {
    ask();
    expect(answerOf(message)).toEqual(answer);
  });

  it('for permissions is answered by what was granted', () => {
    const network = { network: { enabled: true } };
    ask('item/permissions/requestApproval', { permissions: network });
    expect(answerOf({ result: { permissions: network, scope: 'session' } })).toEqual({
      kind: 'grant',
      granted: true,
      scope: 'session',
    });
    expect(answerOf({ result: 'yes' })).toEqual({ kind: 'grant', granted: false, scope: 'turn' });
    const other = { permissions: { fileSystem: { write: ['/x'] } } };
    expect(answerOf({ result: other })).toEqual({ kind: 'grant', granted: false, givesOther: true, scope: 'turn' });
    expect(answerOf({ result: { permissions: network, scope: 'session', strictAutoReview: true } })).toEqual({
      kind: 'grant',
      granted: false,
      scope: 'session',
    });
  });

  it('for permissions that cannot be read asked for nothing', () => {
    ask('item/permissions/requestApproval', { permissions: 'everything' });
    expect(answerOf({ result: { permissions: { network: { enabled: true } } } })).toMatchObject({ granted: false });
  });

  it.each([-1, null, undefined])('that starts at no time is observed without a start: %s', (startedAtMs) => {
    ask(undefined, { startedAtMs });
    expect(observed).toMatchObject([{ type: 'user requested', params: { startedAtMs: null } }]);
    expect(answerOf({ result: { decision: 'accept' } })).toMatchObject({ decision: 'accept' });
  });

  it('that is asked again keeps its handle, and another approval under the same id has one of its own', () => {
    ask();
    ask();
    ask(undefined, { itemId: 'another' });
    const [first, again, other] = handles();
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('whose answer is no JSON is counted and stays', () => {
    ask();
    send('client', '{"id":0,"result":{"decision":}}');
    expect(counters.get('lines.broken')).toBe(1);
    expect(answerOf({ result: { decision: 'accept' } })).toMatchObject({ decision: 'accept' });
  });

  it('that nobody asked for is resolved by nothing', () => {
    send('server', { method: 'serverRequest/resolved', params: { ...THREAD, requestId: 9 } });
    expect(observed).toEqual([]);
  });
});

describe('a question to a person', () => {
  const ask = (method: string, params: Record<string, unknown>) => send('server', { method, id: 0, params });
  const resolve = () => send('server', { method: 'serverRequest/resolved', params: { ...THREAD, requestId: 0 } });

  it('of the model is observed when it is asked, answered and resolved, under one handle and without its content', () => {
    ask('item/tool/requestUserInput', { ...TURN, itemId: 'i', startedAtMs: START, questions: ['a secret'] });
    send('client', { id: 0, result: { answers: { q: { answers: ['a secret'] } } } });
    resolve();
    expect(observed).toMatchObject([
      { type: 'user requested', id: '0', params: { ...TURN, itemId: 'i', startedAtMs: START } },
      { type: 'user answered', params: TURN, answer: 'answered' },
      { type: 'user resolved', params: TURN },
    ]);
    expect(new Set(handles()).size).toBe(1);
    expect(JSON.stringify(observed)).not.toContain('secret');
  });

  it.each<[what: string, params: Record<string, unknown>, read: Record<string, unknown>]>([
    ['a form', { ...TURN, _meta: null }, { ...TURN, _meta: null }],
    ['a form outside of turns', { ...THREAD, turnId: null }, { ...THREAD, turnId: null }],
    [
      'the approval of a tool call',
      { ...TURN, _meta: { codex_approval_kind: 'mcp_tool_call', tool_name: 'wipe', tool_params: 'a secret' } },
      { ...TURN, _meta: { codex_approval_kind: 'mcp_tool_call', tool_name: 'wipe' } },
    ],
    [
      "the approval of a tool call of an older version, without the tool's name",
      { ...TURN, _meta: { codex_approval_kind: 'mcp_tool_call' } },
      { ...TURN, _meta: { codex_approval_kind: 'mcp_tool_call', tool_name: null } },
    ],
    ['a form with odd metadata', { ...TURN, _meta: 'odd' }, { ...TURN, _meta: null }],
  ])('of an MCP server is observed: %s', (_what, params, read) => {
    ask('mcpServer/elicitation/request', { serverName: 'helper', message: 'a secret', ...params });
    expect(observed).toMatchObject([{ type: 'user requested', params: { serverName: 'helper', ...read } }]);
    expect(JSON.stringify(observed)).not.toContain('secret');
  });

  it.each([
    [{ result: { action: 'accept', content: { name: 'a secret' } } }, 'accepted'],
    [{ result: { action: 'decline' } }, 'declined'],
    [{ result: { action: 'cancel' } }, 'cancelled'],
    [{ result: { action: 'sleep' } }, null],
    [{ result: 'yes' }, null],
    [{}, null],
    [{ error: { code: 1, message: 'no' } }, 'aborted'],
  ])('of an MCP server is answered by %j', (message, outcome) => {
    ask('mcpServer/elicitation/request', { ...TURN, serverName: 'helper' });
    send('client', { id: 0, ...message });
    expect(observed.at(-1)).toMatchObject({ type: 'user answered', answer: outcome });
  });

  it.each([
    [{ result: { answers: {} } }, 'answered'],
    [{ result: {} }, null],
    [{ result: null }, null],
    [{ error: { code: 1, message: 'no' } }, 'aborted'],
  ])('of the model is answered by %j', (message, outcome) => {
    ask('item/tool/requestUserInput', { ...TURN, itemId: 'i' });
    send('client', { id: 0, ...message });
    expect(observed.at(-1)).toMatchObject({ type: 'user answered', answer: outcome });
  });
});
