import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Decoder } from '../../src/protocol/decoder.js';
import type { Observation } from '../../src/protocol/observation.js';
import { Counters, type CounterName } from '../../src/counters.js';
import { command } from '../session/items.js';
import { START } from '../session/session.js';

const connection = { id: 'c1', server: '1', transport: 'stdio' } as const;
const THREAD = { threadId: 'thread-1' };
const TURN = { ...THREAD, turnId: 'turn-1' };

let counters: Counters;
let observed: Observation[];
let decoder: Decoder;

beforeEach(() => {
  counters = new Counters();
  observed = [];
  decoder = new Decoder(counters);
  decoder.open(connection, START);
  observed = [];
});
afterEach(() => {
  vi.restoreAllMocks();
});

type Sender = 'client' | 'server';
const send = (from: Sender, message: unknown, at = START) => {
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  observed.push(...decoder.message(connection, from, Buffer.from(text), at));
};
const PASSED_OVER: readonly CounterName[] = ['messages.skipped', 'messages.undecodable', 'lines.broken'];
const types = () => observed.map(({ type }) => type);

describe('a message that nobody asked for', () => {
  it.each<[Sender, unknown]>([
    ['server', { method: 'item/agentMessage/delta', params: { ...TURN, delta: 'a secret' } }],
    ['server', { method: 'something/new', params: null }],
    ['server', { method: 'something/new', id: 7, params: {} }],
    ['server', { method: 'toString', params: {} }],
    ['server', { method: '__proto__', params: {} }],
    ['client', { method: 'model/list', id: 7, params: {} }],
    ['client', { method: 'initialized' }],
    ['client', { method: 'turn/completed', params: { ...THREAD, turn: { id: 'turn-1' } } }],
    ['server', { method: 'turn/start', id: 1, params: THREAD }],
    ['server', { id: 7, result: {} }],
    ['client', { id: 7, result: { decision: 'accept' } }],
    ['client', {}],
    ['server', { jsonrpc: '2.0' }],
  ])('passes: %s %j', (from, message) => {
    send(from, message);
    expect(observed).toEqual([]);
    expect([...counters]).toEqual([
      { name: 'messages.seen', reason: undefined, value: 1 },
      { name: 'messages.skipped', reason: undefined, value: 1 },
    ]);
  });

  it('is never parsed: ten thousand deltas cost no JSON.parse', () => {
    const parse = vi.spyOn(JSON, 'parse');
    const delta = Buffer.from(JSON.stringify({ method: 'item/agentMessage/delta', params: { ...TURN, delta: 'x' } }));
    for (let n = 0; n < 10_000; n++) decoder.message(connection, 'server', delta, START);
    expect(parse).not.toHaveBeenCalled();
    send('server', { method: 'turn/diff/updated', params: { ...TURN, diff: '' } });
    expect(parse).toHaveBeenCalledTimes(1);
    expect(counters.get('messages.skipped')).toBe(10_000);
  });
});

describe('a message that cannot be read', () => {
  it.each<[Sender, string]>([
    ['server', 'not JSON'],
    ['server', '[]'],
    ['client', ''],
    ['server', '{"method":"turn/completed","params":{"threadId":"thread-1","turn":{'],
    ['client', '{"method":"turn/start","id":1,"params":{"threadId":"thread-1","input":[}'],
  ])('is counted as broken: %s %s', (from, text) => {
    send(from, text);
    expect(observed).toEqual([]);
    expect(counters.get('lines.broken')).toBe(1);
  });

  it.each<[Sender, string, Record<string, unknown>]>([
    ['client', 'turn/start', { id: 1, params: { input: [] } }],
    ['client', 'turn/start', { params: THREAD }],
    ['client', 'turn/start', { id: null, params: THREAD }],
    ['client', 'turn/steer', { id: 1, params: 'odd' }],
    ['server', 'turn/completed', { params: THREAD }],
    ['server', 'turn/completed', { params: { ...THREAD, turn: { id: 5 } } }],
    ['server', 'item/started', { params: { ...TURN, item: null } }],
    ['server', 'item/completed', { params: { ...TURN, item: { type: 'commandExecution' } } }],
    ['server', 'thread/tokenUsage/updated', { params: { ...TURN, tokenUsage: {} } }],
    ['server', 'item/fileChange/requestApproval', { id: 0, params: { ...TURN, startedAtMs: START } }],
    ['server', 'item/fileChange/requestApproval', { params: { ...TURN, itemId: 'i', startedAtMs: START } }],
    ['server', 'item/tool/requestUserInput', { id: 0, params: TURN }],
    ['server', 'hook/started', {}],
  ])('though it is known is counted under its method, and the rest goes on: %s %s %j', (from, method, rest) => {
    send(from, { method, ...rest });
    expect(observed).toEqual([]);
    expect(counters.get('messages.undecodable', method)).toBe(1);
    send('server', { method: 'thread/closed', params: THREAD });
    expect(types()).toEqual(['notified']);
  });

  it('as the answer to a request is counted under the method of the request', () => {
    send('client', { method: 'thread/start', id: 1, params: {} });
    send('server', { id: 1, result: { thread: {} } });
    send('client', { method: 'thread/start', id: 2, params: {} });
    send('server', { id: 2, error: 'odd' });
    send('client', { method: 'thread/start', id: 3, params: {} });
    send('server', '{"id":3,"result":{"thread":}}');
    expect(types()).toEqual(['requested', 'unanswered', 'requested', 'refused', 'requested', 'unanswered']);
    expect(counters.get('messages.undecodable', 'thread/start')).toBe(2);
    expect(counters.get('lines.broken')).toBe(1);
    expect(counters.get('requests.unanswered', 'thread/start')).toBe(2);
  });
});

describe('a request', () => {
  it('is observed when it is made, and again with its answer', () => {
    send('client', { method: 'turn/interrupt', id: 'x', params: TURN }, START + 1);
    send('server', { id: 'x', result: {} }, START + 9);
    const common = { method: 'turn/interrupt', params: TURN, connection };
    expect(observed).toMatchObject([
      { ...common, type: 'requested', request: { requestedAt: START + 1 }, at: START + 1 },
      { ...common, type: 'answered', result: {}, at: START + 9 },
    ]);
    const [requested, answered] = observed as unknown as [{ request: object }, { request: object }];
    expect(answered.request).toBe(requested.request);
  });

  it('that is refused is observed with the error', () => {
    send('client', { method: 'turn/steer', id: 1, params: { ...THREAD, input: [] } });
    send('server', { error: { code: -32600, message: 'no', data: null }, id: 1 });
    expect(observed[1]).toMatchObject({
      type: 'refused',
      method: 'turn/steer',
      error: { code: -32600, message: 'no' },
    });
  });

  it('that is refused is so also where the error is empty', () => {
    send('client', { method: 'turn/steer', id: 1, params: { ...THREAD, input: [] } });
    send('server', { error: 'no', id: 1 });
    expect(observed[1]).toMatchObject({ type: 'refused', error: { code: 0, message: '', data: null } });
  });

  it('that is not answered is observed, under its own parameters, when its connection closes', () => {
    send('client', { method: 'thread/archive', id: 4, params: THREAD });
    observed.push(...decoder.close(connection, START + 5));
    const [requested, unanswered] = observed as unknown as [{ params: object }, { params: object }];
    expect(unanswered).toMatchObject({
      type: 'unanswered',
      method: 'thread/archive',
      request: { requestedAt: START },
      at: START + 5,
    });
    expect(unanswered.params).toBe(requested.params);
    expect(counters.get('requests.unanswered', 'thread/archive')).toBe(1);
  });

  it('that waits among too many is given up, the oldest first', () => {
    for (let id = 0; id <= 10_000; id++) send('client', { method: 'thread/archive', id, params: THREAD });
    expect(types().filter((type) => type === 'unanswered')).toHaveLength(1);
    send('server', { id: 0, result: {} });
    send('server', { id: 1, result: {} });
    expect(types().filter((type) => type === 'answered')).toHaveLength(1);
  });

  const STARTED = { turn: { id: 'turn-1', status: 'inProgress' } };
  const ask = (method: string) => {
    send('client', { method, id: 7, params: { ...THREAD, input: [] } });
  };
  const answeredMethods = () => observed.flatMap((seen) => (seen.type === 'answered' ? [seen.method] : []));

  it('gets the answer that fits it, if its client uses one id for several requests at a time', () => {
    for (const method of ['turn/start', 'turn/steer', 'turn/start']) ask(method);
    for (const result of [{ turnId: 'turn-1' }, STARTED, STARTED]) send('server', { id: 7, result });
    expect(answeredMethods()).toEqual(['turn/steer', 'turn/start', 'turn/start']);
    expect(counters.total('messages.undecodable')).toBe(0);
  });

  it('is not answered by what answers another request of its id, which is not in use', () => {
    ask('turn/start');
    ask('model/list');
    for (const result of [{ data: [] }, STARTED]) send('server', { id: 7, result });
    expect(answeredMethods()).toEqual(['turn/start']);
    expect(types()).not.toContain('unanswered');
  });

  it('that is refused is the oldest of its id', () => {
    for (const method of ['turn/steer', 'turn/start']) ask(method);
    send('server', { id: 7, error: { code: 1, message: 'no' } });
    send('server', { id: 7, result: STARTED });
    expect(observed.slice(2)).toMatchObject([
      { type: 'refused', method: 'turn/steer' },
      { type: 'answered', method: 'turn/start' },
    ]);
  });

  it('has its id where it likes', () => {
    send('client', { method: 'thread/archive', params: THREAD, jsonrpc: '2.0', id: 4 });
    send('server', { jsonrpc: '2.0', result: {}, id: 4 });
    expect(types()).toEqual(['requested', 'answered']);
  });

  it('is answered by a result even where the answer has an error of null beside it', () => {
    send('client', { method: 'thread/archive', id: 4, params: THREAD });
    send('server', { id: 4, result: {}, error: null });
    expect(types()).toEqual(['requested', 'answered']);
  });

  it('without parameters is read where it needs none', () => {
    send('client', { method: 'thread/start', id: 1 });
    expect(types()).toEqual(['requested']);
  });
});

describe('a notification', () => {
  it('bears the time of its emission, and the observed one where it has none that can be true', () => {
    for (const emittedAtMs of [START + 5, undefined, 0, -1, '5', null, 1e14])
      send('server', { method: 'thread/closed', params: THREAD, emittedAtMs }, START + 7);
    send('server', '{"method":"thread/closed","params":{"threadId":"thread-1"},"emittedAtMs":1e400}', START + 7);
    expect(observed.map(({ at }) => at - START)).toEqual([5, 7, 7, 7, 7, 7, 7, 7]);
  });

  it('of an item brings its content along only where content is captured', () => {
    const item = { method: 'item/completed', params: { ...TURN, completedAtMs: START, item: command('call-1') } };
    send('server', item);
    const capturing = new Decoder(counters, () => true);
    observed.push(...capturing.message(connection, 'server', Buffer.from(JSON.stringify(item)), START));
    const [without, withContent] = observed as unknown as [{ content?: unknown }, { content?: unknown }];
    expect(without.content).toBeUndefined();
    expect(JSON.stringify(without)).not.toContain('secret');
    expect(withContent.content).toMatchObject({ result: 'a secret output\n' });
  });
});

it('a connection is observed when it opens and closes, and forgets what it asked for', () => {
  send('client', { method: 'thread/archive', id: 4, params: THREAD });
  observed.push(...decoder.close(connection, START + 1), ...decoder.open(connection, START + 2));
  send('server', { id: 4, result: {} });
  expect(types()).toEqual(['requested', 'unanswered', 'connection closed', 'connection opened']);
});

describe('messages.seen', () => {
  it.each<[what: string, from: Sender, message: unknown, counter: CounterName]>([
    ['a request that is no JSON and has no id', 'client', '{"method":"thread/start"-"id":2}', 'lines.broken'],
    ['a request without an id', 'client', { method: 'turn/start', params: 7 }, 'messages.undecodable'],
    [
      'an approval whose params and id cannot be read',
      'server',
      { method: 'item/fileChange/requestApproval', params: 7, id: [] },
      'messages.undecodable',
    ],
    [
      'a resolution of a request that nobody knows',
      'server',
      { method: 'serverRequest/resolved', params: { ...THREAD, requestId: 7 } },
      'messages.skipped',
    ],
    [
      'a resolution whose request id cannot be read',
      'server',
      { method: 'serverRequest/resolved', params: { ...THREAD, requestId: [] } },
      'messages.undecodable',
    ],
  ])('%s is counted once under one cause', (_what, from, message, counter) => {
    send(from, message);
    expect(types()).toEqual([]);
    expect(PASSED_OVER.map((name) => counters.total(name))).toEqual(
      PASSED_OVER.map((name) => (name === counter ? 1 : 0)),
    );
  });
});
