import { describe, expect, it } from 'vitest';
import { type Client, openThread, Session, threadOf, words } from '../session.js';

/** How an answer may get lost. The effect of the request is unknown then, and nothing may be expected of it. */
const LOSSES: readonly (readonly [how: string, lose: (client: Client, id: number | string) => void])[] = [
  ['is refused', (client, id) => client.refuse(id, { code: -32600, message: 'no' })],
  ['is refused with an error that is no object', (client, id) => client.receives({ id, error: 'no' })],
  ['is answered with broken JSON', (client, id) => client.receives(`{"id":${JSON.stringify(id)},"result":{]}`)],
  ['is not answered before its connection closes', (client) => client.close()],
];

/** Two clients of one thread: the first one loses an answer, the second one goes on. */
function twoClients() {
  const session = new Session();
  const first = session.connect({ transport: 'websocket' }).initialize();
  const second = session.connect({ transport: 'websocket' }).initialize();
  const { id } = first.startThread();
  second.resumeThread(id);
  const thread = second.thread(id);
  /** A turn that no client asked for now. */
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

describe.each(LOSSES)('request that %s', (_how, how) => {
  it('a lost turn/start does not own the next turn, which is the compaction that was asked for', () => {
    const { second, thread, begin, lose } = twoClients();
    lose('turn/start', how);
    second.call('thread/compact/start', { threadId: thread.id }, {});
    expect(begin()).toMatchObject({ task: 'compaction' });
  });

  it('a lost thread/compact/start makes no compaction of the next turn', () => {
    const { begin, lose } = twoClients();
    lose('thread/compact/start', how);
    expect(begin()).not.toMatchObject({ task: 'compaction' });
  });

  it('a lost thread/queue/add gives the next turn no trigger', () => {
    const { begin, lose } = twoClients();
    lose('thread/queue/add', how);
    expect(begin()).toMatchObject({ trigger: null });
  });

  it('a lost thread/revert leaves is_first_turn of the next turn null', () => {
    const { session, thread, begin, lose } = twoClients();
    begin();
    lose('thread/revert', how);
    thread.notify('thread/reverted');
    thread.startTurn().completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ is_first_turn: null }]);
  });

  it.each(['archive', 'unarchive'])(
    "a lost thread/%s does not hide the event of another client's request",
    (action) => {
      const { session, thread, lose } = twoClients();
      lose(`thread/${action}`, how);
      thread.notify(`thread/${action}d`);
      expect(session.params('codex_thread_archive_event')).toMatchObject([{ action: `${action}d` }]);
    },
  );
});

describe('request whose answer is lost', () => {
  it('a lost answer is counted under its method', () => {
    const { session, lose } = twoClients();
    for (const [, how] of LOSSES.slice(2)) lose('turn/start', how);
    expect(session.counters.get('requests.unanswered', 'turn/start')).toBe(2);
  });

  it('a request whose connection closes after its turn began is not expected again', () => {
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

describe('request id', () => {
  it('a turn/start response that first names its thread leaves the next turn its own request', () => {
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

  it('an answer to a request that is not observed has no effect, whatever it looks like', () => {
    const { session, client, thread } = openThread();
    const turn = { turn: { id: session.nextId(), items: [], status: 'inProgress', error: null } };
    const before = session.events.length;
    client.call('model/list', { threadId: thread.id }, turn);
    client.call('thread/archive', { threadId: session.nextId() }, turn);
    client.answer(4711, turn);
    client.answer('4711', { thread: threadOf({ id: session.nextId() }, session.now), model: 'gpt-5.5' });
    thread.turn(turn.turn.id).completed();
    session.end();
    expect(session.events).toHaveLength(before);
  });

  it('the ids 1000 and "1000" are two requests', () => {
    const { session, client, thread } = openThread();
    client.request('turn/start', { threadId: thread.id, input: [] }, 'one');
    client.request('turn/start', { threadId: thread.id, input: [] }, 1000);
    client.request('model/list', {}, '1000');
    client.answer('1000', { data: [] });
    for (const id of [1000, 'one']) {
      const turn = thread.turn();
      client.answer(id, { turn: { id: turn.id, items: [], status: 'inProgress' } });
      turn.started().completed();
    }
    expect(session.params('codex_turn_event')).toHaveLength(2);
  });
});
