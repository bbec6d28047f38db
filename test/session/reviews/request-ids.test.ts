import { describe, expect, it } from 'vitest';
import { command } from '../items.js';
import { MINUTE, openTurn } from '../session.js';

/** Request ids start again with a server, and nothing forbids a server to use one again. */
describe('request id that is used again', () => {
  it('an answer after a WebSocket server restarted belongs to the new approval under its request id', () => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    turn.itemStarted(command('item-1'));
    turn.askCommand(0, 'item-1');
    session.wait(100);
    client.close();
    session.wait(1000);
    const back = session.connect({ transport: 'websocket' }).initialize();
    const next = back.resumeThread(thread.id).startTurn();
    session.wait(1);
    next.itemStarted(command('item-2'));
    next.askCommand(0, 'item-2').decide('accept');
    next.itemCompleted(command('item-2')).completed();
    session.end();
    expect(session.params('codex_review_event')).toMatchObject([
      { turn_id: next.id, item_id: 'item-2', review_id: 'user:0', status: 'approved' },
    ]);
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { item_id: 'item-2', user_review_count: 1, final_approval_outcome: 'user_approved' },
    ]);
    expect(session.facts('review').filter(({ itemId }) => itemId === 'item-1')).toMatchObject([{ status: null }]);
  });

  it('an approval that another client is asked after it was resolved is the same one', () => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    turn.itemStarted(command('item-1'));
    const approval = turn.askCommand(1, 'item-1');
    const second = session.connect({ transport: 'websocket' }).initialize();
    second.resumeThread(thread.id);
    approval.decide('accept');
    for (const asked of [second, client]) {
      if (asked === second) approval.on(second);
      asked.notify('serverRequest/resolved', { threadId: thread.id, requestId: 1 });
    }
    turn.itemCompleted(command('item-1')).completed();
    session.end();
    expect(session.params('codex_review_event')).toMatchObject([{ review_id: 'user:1', status: 'approved' }]);
    session.expectEachSpanOnce();
  });

  it('an answer belongs to the item that the same request id asked about last', () => {
    const { session, turn } = openTurn();
    for (const id of ['item-1', 'item-2']) turn.itemStarted(command(id));
    turn.askCommand(0, 'item-1');
    session.wait(10);
    turn.askCommand(0, 'item-2').decide('accept');
    turn.completed();
    session.wait(MINUTE);
    expect(session.params('codex_review_event')).toMatchObject([{ item_id: 'item-2', status: 'approved' }]);
    expect(session.facts('review').map(({ itemId, status }) => [itemId, status])).toEqual(
      expect.arrayContaining([
        ['item-1', null],
        ['item-2', 'approved'],
      ]),
    );
    session.expectEachSpanOnce();
  });

  it('an answer belongs to the turn that the same request id asked for last', () => {
    const { session, thread, turn } = openTurn();
    turn.askCommand(0, 'call-1');
    turn.completed({ status: 'interrupted' });
    session.wait(10);
    const next = thread.startTurn();
    next.askCommand(0, 'call-1').decide('accept');
    next.completed();
    session.wait(MINUTE);
    expect(session.params('codex_review_event')).toMatchObject([{ turn_id: next.id, status: 'approved' }]);
  });

  it('an answer belongs to the thread that the same request id asked for last', () => {
    const { session, client, turn } = openTurn();
    turn.askCommand(0, 'call-1');
    const other = client.startThread().startTurn();
    other.askCommand(0, 'call-1').decide('accept');
    expect(session.params('codex_review_event')).toMatchObject([{ thread_id: other.thread.id, status: 'approved' }]);
  });

  it('a request id that was resolved may be asked again for another item', () => {
    const { session, turn } = openTurn();
    turn.askCommand(0, 'item-1').decide('accept');
    session.wait(10);
    turn.askCommand(0, 'item-2').decide('decline');
    turn.completed();
    expect(session.params('codex_review_event').map(({ item_id, status }) => [item_id, status])).toEqual([
      ['item-1', 'approved'],
      ['item-2', 'denied'],
    ]);
  });

  it('the same approval that is asked again on another connection is one review', () => {
    const { session, thread, turn } = openTurn({ transport: 'websocket' });
    const second = session.connect({ transport: 'websocket' }).initialize();
    second.resumeThread(thread.id);
    const approval = turn.askCommand(0, 'item-1');
    approval.on(second).decide('accept');
    expect(session.facts('review')).toMatchObject([{ itemId: 'item-1', status: 'approved', connectionId: 'c2' }]);
  });
});
