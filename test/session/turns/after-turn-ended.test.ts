import { describe, expect, it } from 'vitest';
import type { SpanType } from '../../../src/session/facts/index.js';
import { command, patch } from '../items.js';
import { HOOK, openWork } from '../open-work.js';
import { type Approval, HOUR, MINUTE, openTurn, type Turn } from '../session.js';

const OF_A_TURN: readonly SpanType[] = ['turn', 'item', 'review', 'hook'];

/** Reports of everything that {@link openWork} left open, and of something new of each kind. */
function reportEverything(turn: Turn, approval: Approval): void {
  approval.on(turn.client).decide('accept');
  turn.itemCompleted(command('call-1'));
  turn.notify('hook/completed', { run: HOOK });
  turn.itemStarted(command('call-2'));
  turn.guardianCompleted('r', 'call-2', 'approved');
  turn.itemCompleted(command('call-2'));
  turn.diff('@@ -0,0 +1 @@\n+x\n');
  turn.completed();
}

describe('turn that the observer ended', () => {
  it('a turn whose client stayed away for an hour is not made again when the client resumes the thread', () => {
    const { session, client, thread, turn, approval } = openWork({ transport: 'websocket' });
    client.close();
    session.wait(HOUR);
    const back = session.connect({ transport: 'websocket' }).initialize();
    const resumed = back.resumeThread(thread.id);
    reportEverything(turn.on(back), approval);
    const next = resumed.startTurn().item(command('call-3')).completed({ durationMs: 5 });
    back.close();
    session.end();
    expect(session.endReasons('turn')).toEqual(['connection_closed', null]);
    expect(session.endReasons('item')).toEqual(['connection_closed', null]);
    expect(session.endReasons('review')).toEqual(['connection_closed']);
    expect(session.endReasons('hook')).toEqual(['connection_closed']);
    expect(session.endReasons('thread')).toEqual(['connection_closed', 'connection_closed']);
    expect(session.facts('thread')).toMatchObject([{}, { turnCount: 1, addedLines: 0 }]);
    expect(session.params('codex_turn_event')).toMatchObject([{ turn_id: next.id }]);
    expect(session.counters.get('messages.skipped', 'after the turn')).toBeGreaterThan(5);
    session.expectEachSpanOnce();
  });

  it('a turn whose client stayed away for an hour is not made again by reports without a resume', () => {
    const { session, client, turn, approval } = openWork({ transport: 'websocket' });
    client.close();
    session.wait(HOUR);
    const back = session.connect({ transport: 'websocket' }).initialize();
    reportEverything(turn.on(back), approval);
    back.close();
    session.end();
    for (const type of [...OF_A_TURN, 'thread'] as const)
      expect(session.endReasons(type), type).toEqual(['connection_closed']);
  });

  it('a turn whose thread went over the limit is not made again by later reports', () => {
    const { session, client, turn, approval } = openWork({ limits: { threads: 1 } });
    client.startThread();
    reportEverything(turn, approval);
    session.end();
    for (const type of OF_A_TURN) expect(session.endReasons(type), type).toEqual(['limit_reached']);
    expect(session.params('codex_turn_event')).toEqual([]);
    session.expectEachSpanOnce();
  });

  it('a turn that went over the limit is not made again by later reports', () => {
    const { session, thread, turn, approval } = openWork({ limits: { turnsPerThread: 1 } });
    const next = thread.startTurn().item(command('call-3'));
    reportEverything(turn, approval);
    next.completed();
    session.end();
    expect(session.endReasons('turn')).toEqual(['limit_reached', null]);
    expect(session.facts('item').map(({ itemId, endReason }) => [itemId, endReason])).toEqual(
      expect.arrayContaining([
        ['call-1', 'limit_reached'],
        ['call-3', null],
      ]),
    );
    expect(session.spansOf('item')).toHaveLength(2);
  });

  it('a turn of a thread that was closed is not made again when the thread is resumed after a minute', () => {
    const { session, client, thread, turn, approval } = openWork();
    thread.notify('thread/closed');
    session.wait(MINUTE + 1);
    client.resumeThread(thread.id);
    reportEverything(turn, approval);
    client.close();
    for (const type of OF_A_TURN) expect(session.endReasons(type), type).toEqual(['thread_closed']);
    expect(session.endReasons('thread')).toEqual([null, 'connection_closed']);
  });

  it('a turn that ended with the observation is not made again when the observer goes on', () => {
    const { session, thread, turn } = openWork({ transport: 'websocket' });
    session.end();
    const back = session.connect({ transport: 'websocket' }).initialize();
    back.resumeThread(thread.id);
    turn.on(back).itemCompleted(command('call-1')).completed();
    session.end();
    expect(session.facts('turn')).toMatchObject([{ endReason: 'observation_ended' }]);
    expect(session.facts('item')).toMatchObject([{ endReason: 'observation_ended' }]);
  });
});

describe('turn that completed', () => {
  it('a completed turn is not made again by reports that come more than a minute later', () => {
    const { session, thread, turn } = openTurn();
    turn.item(command('call-1')).completed({ durationMs: 20 });
    session.wait(MINUTE);
    const before = session.spans.length;
    turn.started().itemCompleted(command('call-1')).itemStarted(patch('call-2')).completed();
    turn.askCommand(1, 'call-1').decide('accept');
    turn.guardianCompleted('review-1', 'call-1', 'approved');
    thread.startTurn().completed();
    session.end();
    const types = session.spans.slice(before).map((span) => span.attributes['codex.span.type']);
    expect(types).toEqual(['turn', 'thread']);
    expect(session.counters.get('messages.skipped', 'after the turn')).toBeGreaterThan(4);
    session.expectEachSpanOnce();
  });
});
