import { describe, expect, it } from 'vitest';
import { command } from '../items.js';
import { MINUTE, openTurn, Session, START, threadOf } from '../session.js';

describe('thread whose opening was not observed', () => {
  it('an unopened thread is the root of its turns, from its first turn to its end', () => {
    const session = new Session();
    const client = session.connect().initialize();
    const thread = client.thread(session.nextId());
    session.wait(10);
    const turn = thread.turn().started().item(command('call-1'));
    turn.completed({ durationMs: 7 });
    thread.turn().started().completed({ durationMs: 3 });
    client.close();
    const [root] = session.spansOf('thread');
    expect(root?.parentSpanContext).toBeUndefined();
    expect(root?.spanContext().traceId).toBe(thread.id.replaceAll('-', ''));
    expect(session.spansOf('turn').map((span) => session.parentOf(span))).toEqual([root, root]);
    expect(session.facts('thread')).toMatchObject([
      { startMs: START + 10, turnCount: 2, lineage: { isComplete: false } },
    ]);
    expect(session.events).toEqual([]);
  });

  it('goals, hooks and steers hang under the span of an unopened thread', () => {
    const session = new Session();
    const client = session.connect().initialize();
    const thread = client.thread(session.nextId());
    thread.turn().started().completed();
    thread.notify('thread/goal/updated', { turnId: session.nextId(), goal: { status: 'active' } });
    thread.notify('hook/completed', { turnId: null, run: { id: 'h', eventName: 'sessionEnd' } });
    const steer = client.request('turn/steer', { threadId: thread.id, expectedTurnId: 'gone', input: [] });
    client.refuse(steer, { code: 1, message: 'no active turn to steer' });
    session.end();
    const [root] = session.spansOf('thread');
    for (const name of ['codex.goal created', 'codex.hook sessionEnd', 'codex.turn steer']) {
      const span = session.spans.find((other) => other.name === name);
      expect(session.parentOf(span), name).toBe(root);
    }
  });

  it("two threads that are reported as each other's parents have no client", () => {
    const session = new Session();
    const client = session.connect().initialize();
    const [a, b] = [session.nextId(), session.nextId()];
    for (const [id, parentThreadId] of [
      [a, b],
      [b, a],
      [a, b],
    ] as const)
      client.notify('thread/started', { thread: threadOf({ id, parentThreadId }, session.now) });
    client.thread(a).turn().started().item(command('call-1')).completed();
    session.end();
    expect(session.facts('turn')).toMatchObject([{ client: null }]);
  });

  it('an unopened thread without a turn has no span', () => {
    const session = new Session();
    const client = session.connect().initialize();
    client.notify('thread/started', { thread: threadOf({ id: session.nextId() }, session.now) });
    client.thread(session.nextId()).notify('thread/closed');
    client.close();
    expect(session.spans).toEqual([]);
  });

  it('a thread that is resumed during its first turn is the parent of that turn, and the resume of the next', () => {
    const session = new Session();
    const client = session.connect({ transport: 'websocket' }).initialize();
    const id = session.nextId();
    const turn = client.thread(id).turn().started();
    session.wait(10);
    client.resumeThread(id);
    turn.item(command('call-1')).completed();
    client.thread(id).startTurn().completed();
    session.end();
    expect(session.spansOf('thread')).toHaveLength(1);
    expect(session.spansOf('turn').map((span) => session.parentOf(span)?.name)).toEqual([
      'codex.thread',
      'codex.thread resume',
    ]);
  });
});

describe('unopened thread while the turn of another thread is open', () => {
  it('a thread that no item spawned within a minute is a root of its own', () => {
    const { session, client } = openTurn();
    const other = client.thread(session.nextId());
    other.turn().started().item(command('call-1')).completed({ durationMs: 5 });
    session.wait(MINUTE - 1);
    expect(session.spansOf('turn')).toEqual([]);
    session.wait(1);
    expect(session.lineage(session.spansOf('item')[0])).toEqual(['execute_tool shell', 'invoke_agent codex']);
    session.end();
    const [turn] = session.spansOf('turn');
    expect(session.lineage(turn)).toEqual(['invoke_agent codex', 'codex.thread']);
    expect(session.facts('thread').find(({ lineage }) => lineage.threadId === other.id)).toMatchObject({
      startMs: START,
      endMs: START + 5,
    });
  });

  it.each([
    [
      'the connection closes',
      (session: Session) => session.observer.close({ id: 'c1', server: '1', transport: 'stdio' }, session.now),
    ],
    ['the observation ends', (session: Session) => void session.end()],
  ])('every span of a thread that was held back ends when %s', (_when, end) => {
    const session = new Session();
    const client = session.connect().initialize();
    // Known before the other thread, so that it ends first, and by its items alone, so that its turn begins at its end.
    const early = client.thread(session.nextId());
    early.turn().item(command('call-1'));
    client.startThread().startTurn();
    const late = client.thread(session.nextId());
    late.turn().started().item(command('call-2'));
    end(session);
    expect(session.started).toBe(session.spans.length);
    expect(session.spansOf('thread')).toHaveLength(3);
    expect(session.spansOf('item')).toHaveLength(2);
    expect(session.observer.nextDeadline).toBeUndefined();
  });

  it('a thread that a client resumes while it is held back hangs under that resume', () => {
    const { session, client } = openTurn();
    const other = client.thread(session.nextId());
    const turn = other.turn().started();
    session.wait(10);
    client.resumeThread(other.id);
    turn.completed({ durationMs: 10 });
    session.end();
    const span = session.spansOf('turn').find(({ attributes }) => attributes['codex.thread.id'] === other.id);
    expect(session.lineage(span)).toEqual(['invoke_agent codex', 'codex.thread resume']);
    expect(session.started).toBe(session.spans.length);
  });
});
