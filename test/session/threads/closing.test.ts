import { describe, expect, it } from 'vitest';
import { command } from '../items.js';
import { endings, openWork } from '../open-work.js';
import { MINUTE, openThread, openTurn, START } from '../session.js';

describe('end of a thread', () => {
  it.each(['thread/closed', 'thread/deleted', 'thread/archived'])(
    'work that is open at %s may go on for a minute, and ends then with thread_closed',
    (method) => {
      const { session, thread } = openWork();
      session.wait(100);
      thread.notify(method);
      thread.notify(method);
      expect(endings(session).filter(([type]) => type === 'thread')).toEqual([['thread', 0, 120, undefined]]);
      expect(session.spansOf('turn')).toEqual([]);
      session.wait(MINUTE);
      const rest = endings(session).filter(([type]) => type !== 'thread' && type !== 'thread_archive');
      expect(rest.map(([type, , , reason]) => [type, reason])).toEqual([
        ['review', 'thread_closed'],
        ['hook', 'thread_closed'],
        ['turn', 'thread_closed'],
        ['item', 'thread_closed'],
      ]);
    },
  );

  it('a thread that is resumed after it was closed has a second thread span with totals of its own', () => {
    const { session, client, thread } = openThread();
    session.wait(10);
    thread.notify('thread/closed');
    session.wait(10);
    client.resumeThread(thread.id).startTurn().completed({ durationMs: 5 });
    session.wait(2 * MINUTE);
    client.close();
    expect(endings(session)).toEqual([
      ['thread', 0, 10, undefined],
      ['turn', 20, 25, undefined],
      ['thread', 20, 20 + 2 * MINUTE, 'connection_closed'],
    ]);
    expect(session.facts('thread').map(({ turnCount }) => turnCount)).toEqual([0, 1]);
  });

  it('a thread span covers its last turn when its connection closes before that turn is over', () => {
    const { session, client, turn } = openTurn();
    session.wait(10);
    turn.completed({ durationMs: 500 });
    client.close();
    expect(session.facts('thread')).toMatchObject([{ endMs: START + 500 }]);
  });

  it('a thread span never ends before it starts, though the clock of the server is ahead of the observer', () => {
    const { session, thread } = openThread({ transport: 'websocket' });
    thread.notify('thread/closed', {}, START - 10);
    const other = thread.client.thread(session.nextId());
    const { id } = other.turn().itemStarted(command('call-1'));
    other.notify('turn/started', { turn: { id, status: 'inProgress' } }, START + 500);
    other.notify('thread/closed', {}, START + 10);
    for (const { startMs, endMs } of session.facts('thread')) expect(endMs).toBe(startMs);
    expect(session.spansOf('thread')).toHaveLength(2);
  });
});
