import { describe, expect, it } from 'vitest';
import { command } from '../items.js';
import { Session, START, threadOf } from '../session.js';

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

  it("two threads that are announced as each other's parents have no client", () => {
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
