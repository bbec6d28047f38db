import { describe, expect, it } from 'vitest';
import { command } from '../items.js';
import { endings } from '../open-work.js';
import { type Client, MINUTE, openTurn, START } from '../session.js';

describe('answer that comes too late', () => {
  it('a review that the server resolves without an answer is aborted, and an answer that comes later changes nothing', () => {
    const { session, turn } = openTurn();
    const approval = turn.askCommand(61, 'item-1');
    session.wait(5);
    approval.resolved();
    session.wait(5);
    approval.answer({ decision: 'accept' });
    session.end();
    expect(session.params('codex_review_event')).toMatchObject([
      { review_id: 'user:61', status: 'aborted', resolution: 'none', duration_ms: 5 },
    ]);
  });

  it('a review on a pipe that is resolved without an answer is aborted at once, for no other client can have answered', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(command('item-1'));
    const approval = turn.askCommand(61, 'item-1');
    session.wait(5);
    approval.resolved();
    expect(session.params('codex_review_event')).toMatchObject([{ status: 'aborted', duration_ms: 5 }]);
    turn.itemCompleted(command('item-1'));
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { user_review_count: 1, final_approval_outcome: 'user_aborted' },
    ]);
  });

  it('a review that is answered after its turn ended is aborted, at its resolution or else at its answer', () => {
    const { session, turn } = openTurn();
    const [first, second] = [turn.askCommand(0, 'call-1'), turn.askCommand(1, 'call-2')];
    turn.completed({ status: 'interrupted', durationMs: 5 });
    session.wait(10);
    first.answer({ decision: 'accept' });
    second.answer({ decision: 'accept' });
    session.wait(10);
    first.resolved();
    session.wait(MINUTE);
    const reviews = endings(session).filter(([type]) => type === 'review');
    expect(reviews).toEqual([
      ['review', 0, 20, undefined],
      ['review', 0, 10, undefined],
    ]);
    expect(session.params('codex_review_event').map(({ status }) => status)).toEqual(['aborted', 'aborted']);
  });

  it('a review that is answered after the answered turn/interrupt is aborted, at its resolution', () => {
    const { session, client, thread, turn } = openTurn();
    turn.itemStarted(command('call-1'));
    const approval = turn.askCommand(0, 'call-1');
    session.wait(10);
    client.call('turn/interrupt', { threadId: thread.id, turnId: turn.id }, {});
    session.wait(5);
    approval.answer({ decision: 'accept' });
    session.wait(5);
    turn.completed({ status: 'interrupted', durationMs: 20 });
    approval.resolved();
    expect(session.params('codex_review_event')).toMatchObject([
      { status: 'aborted', resolution: 'none', completed_at_ms: START + 20 },
    ]);
  });

  it.each([
    ['not answered yet', () => {}],
    ['refused', (client: Client, id: number | string) => client.refuse(id, { code: -32600, message: 'no' })],
  ])('a review that is answered while turn/interrupt is %s is resolved by that answer', (_state, reply) => {
    const { session, client, thread, turn } = openTurn();
    const approval = turn.askCommand(0, 'call-1');
    reply(client, client.request('turn/interrupt', { threadId: thread.id, turnId: turn.id }));
    approval.decide('accept');
    expect(session.params('codex_review_event')).toMatchObject([{ status: 'approved' }]);
  });
});

describe('answer of a client that is not observed', () => {
  /** Another client of the WebSocket server answers: the observed one receives serverRequest/resolved alone. */
  function answeredElsewhere() {
    const opened = openTurn({ transport: 'websocket' });
    const { session, turn } = opened;
    turn.itemStarted(command('call-1'));
    const approval = turn.askCommand(0, 'call-1');
    session.wait(10);
    approval.resolved();
    session.wait(10);
    return opened;
  }

  it.each([
    ['completed', 'approved'],
    ['failed', 'approved'],
    ['declined', 'denied'],
  ])('a review that another client answered is known by the end of its item: %s makes it %s', (status, expected) => {
    const { session, turn } = answeredElsewhere();
    turn.itemCompleted(command('call-1', { status }));
    turn.completed({ durationMs: 20 });
    session.wait(MINUTE).end();
    expect(session.facts('review')).toMatchObject([{ status: expected, endReason: null, connectionId: null }]);
    expect(session.offsets('review')).toEqual([[0, 10]]);
  });

  it('a review that another client answered is known by the end of its item also where its turn ended before', () => {
    const { session, turn } = answeredElsewhere();
    turn.completed({ durationMs: 20 });
    session.wait(5);
    turn.itemCompleted(command('call-1', { status: 'completed' }));
    session.wait(MINUTE).end();
    expect(session.facts('review')).toMatchObject([{ status: 'approved', endReason: null }]);
    expect(session.offsets('review')).toEqual([[0, 10]]);
  });

  it('a review that another client answered is unknown, without an event, when its item has no end', () => {
    const { session, turn } = answeredElsewhere();
    turn.completed({ durationMs: 20 });
    session.wait(MINUTE).end();
    expect(session.facts('review')).toMatchObject([{ status: null, resolution: null }]);
    expect(session.offsets('review')).toEqual([[0, 10]]);
    expect(session.params('codex_review_event')).toEqual([]);
  });
});
