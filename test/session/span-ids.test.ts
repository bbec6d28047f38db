import { describe, expect, it } from 'vitest';
import { command, spawn } from './items.js';
import { Session, START, threadOf } from './session.js';

/** A session of which an observer sees every message `lateMs` milliseconds later than another one. */
function observed(lateMs: number) {
  const session = new Session();
  const client = session.connect().initialize();
  session.wait(lateMs);
  const thread = client.startThread();
  const turn = thread.startTurn().item(command('call-1'));
  turn.itemStarted(command('call-2'), START + 10);
  turn.askCommand(0, 'call-2', { startedAtMs: START + 10 }).decide('accept');
  turn.itemCompleted(command('call-2'), START + 20);
  const child = client.thread(session.nextId());
  turn.item(spawn('call-3', child.id));
  child.turn().started().item(command('call-4')).completed();
  turn.completed();
  session.end();
  return session;
}

/** The ids of all spans, each with what it is. */
const ids = (session: Session) =>
  session.spans
    .map((span) => {
      const { 'codex.thread.id': thread, 'codex.item.id': item = '' } = span.attributes;
      return `${span.name} ${String(thread)} ${String(item)}: ${span.spanContext().spanId}`;
    })
    .sort();

describe('ids of spans', () => {
  it('a started, a spawned thread, their turns, items and reviews have ids that no clock of an observer is part of', () => {
    const [early, late] = [ids(observed(0)), ids(observed(12_345))];
    expect(early).toHaveLength(11);
    expect(late).toEqual(early);
  });

  it('a thread that is resumed twice, also in one millisecond, has an id for each resume', () => {
    const session = new Session();
    const client = session.connect().initialize();
    const thread = client.startThread();
    for (let n = 0; n < 3; n++) client.resumeThread(thread.id);
    session.end();
    expect(session.spansOf('thread_initialization')).toHaveLength(4);
    session.expectEachSpanOnce();
  });

  it('a thread that is opened again, on its own server and on another one, has an id for each of its spans', () => {
    const session = new Session();
    const client = session.connect().initialize();
    const thread = client.startThread();
    thread.notify('thread/closed');
    session.wait(10);
    client.resumeThread(thread.id);
    client.close();
    session.wait(10);
    const next = session.connect({ server: '2' }).initialize();
    const result = { thread: threadOf({ id: thread.id, preview: 'x' }, session.now), model: 'gpt-5.5' };
    next.call('thread/resume', { threadId: thread.id }, result);
    session.end();
    expect(session.spansOf('thread')).toHaveLength(3);
    session.expectEachSpanOnce();
  });

  it('a turn has the same id on whichever server it is seen', () => {
    const turnIds = ['1', '2'].map((server) => {
      const session = new Session();
      const client = session.connect({ server }).initialize();
      client.thread('thread-1').turn('turn-1').started().completed();
      session.end();
      return session.spansOf('turn')[0]?.spanContext().spanId;
    });
    expect(turnIds[0]).toBe(turnIds[1]);
  });
});
