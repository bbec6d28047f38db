import { describe, expect, it } from 'vitest';
import { Session, openThread, words, type Client } from '../acceptance/session.js';

/** How an answer may get lost. What came of the request nobody knows then, and nothing may be expected of it. */
const LOSSES: readonly (readonly [how: string, lose: (client: Client, id: number | string) => void])[] = [
  ['is refused', (client, id) => client.refuse(id, { code: -32600, message: 'no' })],
  ['is refused by an error that tells nothing', (client, id) => client.hears({ id, error: 'no' })],
  ['is answered by what is no JSON', (client, id) => client.hears(`{"id":${JSON.stringify(id)},"result":{]}`)],
  ['is not answered before its connection closes', (client) => client.close()],
];

/** Two clients of one thread: what the first loses, the second goes on without. */
function twoClients() {
  const session = new Session();
  const first = session.connect({ transport: 'websocket' }).initialize();
  const second = session.connect({ transport: 'websocket' }).initialize();
  const { id } = first.startThread();
  second.resumeThread(id);
  const thread = second.thread(id);
  /** A turn that begins although nobody asked for it now. */
  const begin = () => {
    const turn = thread.turn();
    thread.notify('turn/started', { turn: { id: turn.id, status: 'inProgress' } });
    turn.completed();
    return session.facts('turn').at(-1)!;
  };
  const lose = (method: string, how: (typeof LOSSES)[number][1]) =>
    how(first, first.request(method, { threadId: id, input: words }));
  return { session, second, thread, begin, lose };
}

describe.each(LOSSES)('a request that %s announces nothing any more', (_how, how) => {
  it('turn/start: the turn that begins next began by itself', () => {
    const { second, thread, begin, lose } = twoClients();
    lose('turn/start', how);
    second.call('thread/compact/start', { threadId: thread.id }, {});
    expect(begin()).toMatchObject({ task: 'compaction' });
  });

  it('thread/compact/start: the turn that begins next is no compaction', () => {
    const { begin, lose } = twoClients();
    lose('thread/compact/start', how);
    expect(begin()).not.toMatchObject({ task: 'compaction' });
  });

  it('thread/queue/add: the turn that begins next comes from no queue', () => {
    const { begin, lose } = twoClients();
    lose('thread/queue/add', how);
    expect(begin()).toMatchObject({ trigger: null });
  });

  it('thread/revert: where the thread went back to is not known', () => {
    const { session, thread, begin, lose } = twoClients();
    begin();
    lose('thread/revert', how);
    thread.notify('thread/reverted');
    thread.startTurn().completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ is_first_turn: null }]);
  });

  it.each(['archive', 'unarchive'])('thread/%s: what another client asked for is told', (action) => {
    const { session, thread, lose } = twoClients();
    lose(`thread/${action}`, how);
    thread.notify(`thread/${action}d`);
    expect(session.params('codex_thread_archive_event')).toMatchObject([{ action: `${action}d` }]);
  });
});

describe('a request whose answer is lost', () => {
  it('is counted under its method', () => {
    const { session, lose } = twoClients();
    for (const [, how] of LOSSES.slice(2)) lose('turn/start', how);
    expect(session.counters.get('requests.unanswered', 'turn/start')).toBe(2);
  });

  it('takes nothing back that has come about before', () => {
    const { second, thread, begin, lose } = twoClients();
    lose('thread/queue/add', (client) => {
      expect(begin()).toMatchObject({ trigger: 'queue' });
      client.close();
    });
    expect(begin()).toMatchObject({ trigger: null });
    second.call('thread/queue/add', { threadId: thread.id, input: words }, {});
    expect(begin()).toMatchObject({ trigger: 'queue' });
  });
});

it('a turn of a thread that is first heard of by its answer leaves the next turn its own request', () => {
  const session = new Session();
  const client = session.connect().initialize();
  const thread = client.thread(session.nextId());
  thread.startTurn().completed();
  const id = client.request('turn/start', { threadId: thread.id, input: words, turnTrigger: 'user' });
  const turn = thread.turn().started();
  client.answer(id, { turn: { id: turn.id } });
  turn.completed();
  expect(session.facts('turn').at(-1)).toMatchObject({ trigger: 'user' });
});

it('a steer that is refused without a reason is rejected without one', () => {
  const { session, client, thread } = openThread();
  const turn = thread.startTurn();
  const id = client.request('turn/steer', { threadId: thread.id, expectedTurnId: turn.id, input: words });
  client.hears({ id, error: ['odd'] });
  expect(session.facts('steer')).toMatchObject([{ result: 'rejected', rejectionReason: null }]);
});
