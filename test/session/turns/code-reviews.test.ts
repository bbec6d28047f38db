import { describe, expect, it } from 'vitest';
import { command, userMessage } from '../items.js';
import { openThread, Session, START } from '../session.js';

describe('code review', () => {
  /** `turn/started` has another id than the response, the items and the completion. */
  function openReview() {
    const opened = openThread();
    const { session, client, thread } = opened;
    const turn = thread.turn();
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    const shadow = thread.turn();
    thread.notify('turn/started', { turn: { id: shadow.id, rootTurnId: turn.id, status: 'inProgress' } });
    turn.item({ type: 'enteredReviewMode', id: 'r' });
    session.wait(10);
    turn.itemStarted(command('call-1'));
    turn.askCommand(0, 'call-1').decide('accept');
    session.wait(10);
    return { ...opened, turn, shadow };
  }

  it('a code review is one turn under the id that completes, and its items and reviews wait for the span of that turn', () => {
    const { session, turn } = openReview();
    turn.itemCompleted(command('call-1'));
    expect(session.spansOf('item')).toEqual([]);
    turn.completed({ durationMs: 15 });
    expect(session.facts('turn')).toMatchObject([{ turnId: turn.id, task: 'review', startMs: START + 5 }]);
    const [item] = session.spansOf('item');
    const [asked] = session.spansOf('review');
    expect(session.lineage(asked)).toEqual([
      'codex.review user',
      'execute_tool shell',
      'invoke_agent codex',
      'codex.thread start',
    ]);
    expect(session.facts('item')).toMatchObject([{ startMs: START + 10, endMs: START + 20 }]);
    expect(item?.ended).toBe(true);
    session.end();
    expect(session.counters.get('spans.dropped', 'turn id of review mode')).toBe(1);
  });

  it('the id in turn/started of a code review has no span, though the review never ends', () => {
    const { session, shadow } = openReview();
    session.end();
    expect(session.facts('turn').map(({ turnId }) => turnId)).not.toContain(shadow.id);
    expect(session.spansOf('turn')).toHaveLength(1);
    expect(session.counters.get('spans.dropped', 'turn id of review mode')).toBe(1);
  });

  it('a detached code review is a turn of another thread, with the client of the thread under review', () => {
    const { session, client, thread } = openThread();
    const detached = client.thread(session.nextId());
    const turn = detached.turn();
    const answer = { turn: { id: turn.id }, reviewThreadId: detached.id };
    client.call('review/start', { threadId: thread.id, delivery: 'detached' }, answer);
    turn.item(userMessage('m')).item(command('call-1')).completed();
    session.end();
    expect(session.facts('item')).toMatchObject([{ client: { clientName: 'codex_vscode' } }]);
    expect(session.types).toEqual(['codex_thread_initialized']);
  });

  it('a code review of a thread whose opening was not observed is a turn without a client', () => {
    const session = new Session();
    const client = session.connect().initialize();
    const [thread, turn] = [session.nextId(), session.nextId()];
    client.call('review/start', { threadId: thread }, { turn: { id: turn }, reviewThreadId: null });
    client.thread(thread).turn(turn).item({ type: 'enteredReviewMode', id: 'r' }).completed();
    session.end();
    expect(session.facts('turn')).toMatchObject([{ turnId: turn, task: 'review', client: null }]);
  });

  it('a refused review/start makes no code review of the next turn', () => {
    const { session, client, thread } = openThread();
    const id = client.request('review/start', { threadId: thread.id });
    client.refuse(id, { code: -32600, message: 'no' });
    thread.startTurn().completed();
    expect(session.facts('turn')).toMatchObject([{ task: 'regular' }]);
  });

  it('a code review leaves is_first_turn true for the next turn of its thread', () => {
    const { session, thread, turn } = openReview();
    turn.completed();
    thread.startTurn().completed();
    expect(session.params('codex_turn_event')).toMatchObject([{ is_first_turn: true }]);
  });
});
