import { describe, expect, it } from 'vitest';
import {
  Correlator,
  type PendingRequest,
  type PendingUserRequest,
  type Waiting,
} from '../../src/protocol/correlator.js';
import type { Connection } from '../../src/protocol/observation.js';
import { Counters } from '../../src/counters.js';

const LIMIT = 10_000;

const on = (id: string, server = '1', transport: Connection['transport'] = 'websocket'): Connection => ({
  id,
  server,
  transport,
});
const request = (threadId: string): PendingRequest => ({
  method: 'thread/archive',
  params: { threadId },
  requestedAt: 1,
});
const approval = (id: string, itemId = 'i', turnId = 'u'): PendingUserRequest => ({
  method: 'item/fileChange/requestApproval',
  params: { threadId: 't', turnId, itemId, startedAtMs: 1, grantRoot: false },
  id,
});

/** Every response fits every request. */
const oldest = (waiting: readonly Waiting[]) => waiting[0];

function open(...connections: Connection[]) {
  const counters = new Counters();
  const correlator = new Correlator(counters);
  for (const connection of connections) correlator.open(connection);
  return { correlator, counters };
}

describe("a client's request", () => {
  it('is answered once, on its own connection, under its own id', () => {
    const [one, two] = [on('c1'), on('c2')];
    const { correlator } = open(one, two);
    correlator.request(one, 1, request('a'));
    expect(correlator.respond(two, 1, oldest)).toBeUndefined();
    expect(correlator.respond(one, '1', oldest)).toBeUndefined();
    expect(correlator.respond(one, 1, oldest)?.params).toEqual({ threadId: 'a' });
    expect(correlator.respond(one, 1, oldest)).toBeUndefined();
  });

  it('whose id is used again before its answer is answered first', () => {
    const one = on('c1');
    const { correlator } = open(one);
    correlator.request(one, 1, request('a'));
    correlator.request(one, 1, request('b'));
    expect([correlator.respond(one, 1, oldest)?.params, correlator.respond(one, 1, oldest)?.params]).toEqual([
      { threadId: 'a' },
      { threadId: 'b' },
    ]);
  });

  it('goes with its connection, which reports it', () => {
    const one = on('c1');
    const { correlator } = open(one);
    correlator.request(one, 1, request('a'));
    correlator.request(one, 2, request('b'));
    correlator.respond(one, 1, oldest);
    expect(correlator.close(one)).toEqual([request('b')]);
    expect(correlator.respond(one, 2, oldest)).toBeUndefined();
  });

  it('that is never answered is given up when there are too many, the oldest first, and reported and counted', () => {
    const one = on('c1');
    const { correlator, counters } = open(one);
    const lost: PendingRequest[] = [];
    const ask = (id: number, name: string) => {
      lost.push(...correlator.request(one, id, request(name)).map(({ request: oldest }) => oldest));
    };
    for (let id = 0; id <= LIMIT; id++) ask(id, String(id));
    expect(lost).toEqual([request('0')]);
    for (let n = 0; n < 5; n++) ask(LIMIT, 'again');
    expect(counters.get('state.dropped', 'client request')).toBe(1 + 5);
    expect([0, 5, 6, LIMIT].map((id) => correlator.respond(one, id, oldest)?.params)).toEqual([
      undefined,
      undefined,
      { threadId: '6' },
      { threadId: String(LIMIT) },
    ]);
  });
});

describe('requests of many connections and servers', () => {
  it('clients wait for as many answers as one client may, and the oldest of all is given up', () => {
    const { correlator, counters } = open();
    const lost = Array.from({ length: LIMIT + 3 }, (_, n) => correlator.request(on(`c${n}`), 7, request(String(n))));
    expect(lost.flat().map(({ connection }) => connection.id)).toEqual(['c0', 'c1', 'c2']);
    expect(counters.get('state.dropped', 'client request')).toBe(3);
    expect([correlator.respond(on('c2'), 7, oldest), correlator.respond(on('c3'), 7, oldest)?.params]).toEqual([
      undefined,
      { threadId: '3' },
    ]);
  });

  it('servers wait for as many answers as one server may, and the oldest of all is given up', () => {
    const { correlator, counters } = open();
    const asker = (n: number) => on(`c${n % 10}`, `server ${n % 10}`);
    for (let n = 0; n < LIMIT + 3; n++) correlator.ask(asker(n), n, approval(`${n}`));
    expect(counters.get('state.dropped', 'approval request')).toBe(3);
    expect([2, 3].map((n) => correlator.asked(asker(n), n)?.id)).toEqual([undefined, '3']);
  });

  it('what a server asked is forgotten with the server', () => {
    const one = on('c1');
    const { correlator } = open(one);
    correlator.ask(one, 0, approval('0'));
    correlator.forget(one.server);
    expect(correlator.asked(one, 0)).toBeUndefined();
  });

  it('a client has its answers in any order in no quadratic time', { timeout: 120_000 }, () => {
    const one = on('c1');
    const { correlator } = open(one);
    for (let id = 0; id < LIMIT - 1; id++) correlator.request(one, id, request(String(id)));
    // A walk over all that wait would take minutes.
    for (let id = LIMIT; id < 1_000_000; id++) {
      correlator.request(one, id, request('x'));
      assertCheaply(correlator.respond(one, id, oldest) !== undefined);
    }
  });
});

describe('requests for which there is little room', () => {
  const MOST = 10_000;
  const LONG = 'x'.repeat(3_000);

  /** A correlator whose requests have room for three long ones. */
  function narrow() {
    let taken = 0;
    const take = (bytes: number) => {
      if (taken + bytes > MOST) return false;
      taken += bytes;
      return true;
    };
    const room = { take, release: (bytes: number) => void (taken -= bytes) };
    const counters = new Counters();
    return { correlator: new Correlator(counters, room), counters, taken: () => taken };
  }

  it('of clients: the oldest are given up, reported and counted', () => {
    const { correlator, counters, taken } = narrow();
    const one = on('c1');
    const lost = [0, 1, 2, 3, 4].flatMap((id) => correlator.request(one, id, request(`${id} ${LONG}`)));
    expect(lost.map(({ id }) => id)).toEqual([0, 1]);
    expect(counters.get('state.dropped', 'client request')).toBe(2);
    expect([1, 2].map((id) => correlator.respond(one, id, oldest) !== undefined)).toEqual([false, true]);
    expect(taken()).toBeGreaterThan(6_000);
    correlator.close(one);
    expect(taken()).toBe(0);
  });

  it('of servers: the oldest are given up and counted; all give their room back', () => {
    const { correlator, counters, taken } = narrow();
    const [one, two] = [on('c1', '1'), on('c2', '2')];
    const long = (id: string, turnId?: string) => approval(id, LONG, turnId);
    for (const id of [0, 1, 2, 3]) correlator.ask(one, id, long(`${id}`));
    expect(counters.get('state.dropped', 'approval request')).toBe(1);
    expect([0, 1].map((id) => correlator.asked(one, id) !== undefined)).toEqual([false, true]);
    correlator.resolve(one, 1);
    correlator.ask(two, 1, long('1'));
    correlator.ask(one, 2, long('2', 'another'));
    correlator.forget('1');
    correlator.open(two);
    correlator.forget('2');
    expect(taken()).toBe(0);
  });

  it('one that is larger than all room is answered all the same', () => {
    const { correlator, taken } = narrow();
    const one = on('c1');
    for (const id of [0, 1, 2]) correlator.request(one, id, request('x'.repeat(MOST)));
    expect([0, 2].map((id) => correlator.respond(one, id, oldest) !== undefined)).toEqual([false, true]);
    correlator.close(one);
    expect(taken()).toBe(0);
  });
});

/** An expectation without the cost of one. */
const assertCheaply = (holds: boolean) => {
  if (!holds) expect(holds).toBe(true);
};

describe('a request under an id that another one has', () => {
  const command = (
    changes: Partial<{ threadId: string; turnId: string; itemId: string; approvalId: string; at: number | null }>,
  ) => {
    const { threadId = 't', turnId = 'u', itemId = 'i', approvalId = null, at = 1 } = changes;
    const rest = { kind: null, networkApprovalContext: false, additionalPermissions: null };
    return {
      method: 'item/commandExecution/requestApproval',
      params: {
        threadId,
        turnId,
        itemId,
        approvalId,
        startedAtMs: at,
        proposedNetworkPolicyAmendments: false,
        ...rest,
      },
      id: '0',
    } as const;
  };
  const question = (turnId: string, itemId: string, startedAtMs: number | null = null) =>
    ({
      method: 'item/tool/requestUserInput',
      params: { threadId: 't', turnId, itemId, startedAtMs },
      id: '0',
    }) as const;
  const form = (turnId: string | null) =>
    ({
      method: 'mcpServer/elicitation/request',
      params: { threadId: 't', turnId, startedAtMs: null, serverName: 's', _meta: null },
      id: '0',
    }) as const;

  it.each<[what: string, first: PendingUserRequest, again: PendingUserRequest]>([
    ['command', command({}), command({})],
    ['command without a start', command({ at: null }), command({ at: null })],
    ['callback', command({ approvalId: 'a' }), command({ approvalId: 'a' })],
    ['question', question('u', 'i'), question('u', 'i')],
    ['form', form(null), form(null)],
  ])('is the same one where it asks the same: %s', (_what, first, again) => {
    const [one, two] = [on('c1'), on('c2')];
    const { correlator } = open(one, two);
    expect(correlator.ask(one, 0, first)).toBe(first);
    expect(correlator.ask(two, 0, again)).toBe(first);
    expect(correlator.asked(one, 0)).toBe(first);
  });

  it.each<[what: string, first: PendingUserRequest, next: PendingUserRequest]>([
    ['thread', command({}), command({ threadId: 'other' })],
    ['turn', command({}), command({ turnId: 'other' })],
    ['item', command({}), command({ itemId: 'other' })],
    ['callback', command({ approvalId: 'a' }), command({ approvalId: 'b' })],
    ['start', command({}), command({ at: 2 })],
    ['method', command({}), approval('0')],
    ['item of a question', question('u', 'i'), question('u', 'other')],
    ['turn of a form', form('u'), form(null)],
    ['kind', form('u'), question('u', 'i')],
  ])('is another one where it differs in its %s, and the answer belongs to the newer one', (_what, first, next) => {
    const one = on('c1');
    const { correlator } = open(one);
    correlator.ask(one, 0, first);
    expect(correlator.ask(one, 0, next)).toBe(next);
    expect(correlator.asked(one, 0)).toBe(next);
    expect(correlator.resolve(one, 0)).toBe(next);
    expect(correlator.resolve(one, 0)).toBeUndefined();
  });
});

describe('an approval', () => {
  it('belongs to the server: asked on one connection it is answered on another, until it is resolved', () => {
    const [one, two, elsewhere] = [on('c1'), on('c2'), on('c3', '2')];
    const { correlator } = open(one, two, elsewhere);
    correlator.ask(one, 0, approval('0'));
    correlator.ask(two, 0, approval('asked again'));
    expect(correlator.asked(elsewhere, 0)).toBeUndefined();
    expect(correlator.asked(two, 0)?.id).toBe('0');
    expect(correlator.asked(two, '0')).toBeUndefined();
    expect(correlator.resolve(two, 0)?.id).toBe('0');
    expect(correlator.resolve(one, 0)).toBeUndefined();
    expect(correlator.asked(one, 0)).toBeUndefined();
  });

  it('outlives the last client of a WebSocket server, which asks again whoever comes back', () => {
    const one = on('c1');
    const { correlator } = open(one);
    correlator.ask(one, 0, approval('0'));
    correlator.close(one);
    const back = on('c2');
    correlator.open(back);
    expect(correlator.asked(back, 0)?.id).toBe('0');
  });

  it.each(['stdio', 'in_process'] as const)('goes with the last connection of a server by %s', (transport) => {
    const [one, two] = [on('c1', '1', transport), on('c2', '1', transport)];
    const { correlator } = open(one, two);
    correlator.ask(one, 0, approval('0'));
    correlator.close(one);
    expect(correlator.asked(two, 0)?.id).toBe('0');
    correlator.close(two);
    expect(correlator.asked(two, 0)).toBeUndefined();
  });

  it('that is never resolved is given up when there are too many, in one server or in all, and counted', () => {
    const one = on('c1');
    const { correlator, counters } = open(one);
    for (let id = 0; id <= LIMIT; id++) correlator.ask(one, id, approval(`${id}`));
    expect([correlator.asked(one, 0), correlator.asked(one, 1)?.id]).toEqual([undefined, '1']);
    expect(counters.get('state.dropped', 'approval request')).toBe(1);
    for (let n = 0; n < LIMIT; n++) correlator.ask(on(`x${n}`, `server ${n}`), 0, approval('0'));
    expect(correlator.asked(one, 1)).toBeUndefined();
    expect(counters.get('state.dropped', 'server')).toBe(1);
  });
});
