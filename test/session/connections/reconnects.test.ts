import { describe, expect, it } from 'vitest';
import { activity, command, patch, userMessage, webSearch } from '../items.js';
import { endings, HOOK } from '../open-work.js';
import { MINUTE, openThread, openTurn, threadOf } from '../session.js';

describe('WebSocket client that comes back', () => {
  it('a client that comes back within a minute finds its turn, its items and its review going on', () => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    turn.itemStarted(command('call-1'));
    const asked = turn.askCommand(0, 'call-1');
    session.wait(100);
    client.close();
    session.wait(500);
    const back = session.connect({ transport: 'websocket' }).initialize();
    back.resumeThread(thread.id);
    const again = asked.on(back);
    session.wait(100);
    again.decide('accept');
    turn.on(back).itemCompleted(command('call-1')).completed({ durationMs: 700 });
    back.close();
    session.end();
    expect(endings(session)).toEqual([
      ['thread', 0, 100, 'connection_closed'],
      ['review', 0, 700, undefined],
      ['item', 0, 700, undefined],
      ['turn', 0, 700, undefined],
      ['thread', 600, 700, 'connection_closed'],
    ]);
    expect(session.params('codex_review_event')).toMatchObject([{ status: 'approved', duration_ms: 700 }]);
    expect(session.params('codex_turn_event')).toHaveLength(1);
  });

  it('a client that comes back after more than a minute finds its turn going on, with a minute for what it leaves open', () => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    turn.itemStarted(command('call-1'));
    client.close();
    session.wait(5 * MINUTE);
    const back = session.connect({ transport: 'websocket' }).initialize();
    back.resumeThread(thread.id);
    const again = turn.on(back);
    session.wait(10);
    again.notify('hook/started', { run: { ...HOOK, status: 'running' } });
    again.completed({ durationMs: 5 * MINUTE + 20 });
    again.itemCompleted(command('call-1'));
    session.wait(MINUTE - 1);
    expect(session.spansOf('hook')).toEqual([]);
    again.notify('hook/completed', { run: { ...HOOK, durationMs: 7 } });
    expect(session.endReasons('hook')).toEqual([null]);
    expect(session.params('codex_turn_event')).toMatchObject([{ turn_id: turn.id, status: 'completed' }]);
  });

  it('a turn whose work begins after its client came back hangs under the initialisation before it', () => {
    const { session, client, thread } = openThread({ transport: 'websocket' });
    const turn = thread.acceptTurn();
    thread.notify('turn/started', { turn: { id: turn.id, status: 'inProgress' } });
    client.close();
    session.wait(500);
    const back = session.connect({ transport: 'websocket' }).initialize();
    back.resumeThread(thread.id);
    turn.on(back).item(command('call-1')).completed({ durationMs: 700 });
    expect(session.lineage(session.spansOf('turn')[0])).toEqual(['invoke_agent codex', 'codex.thread start']);
  });

  it('a turn counts each tool once that thread/resume reports as over', () => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    turn.item(command('call-1')).itemStarted(command('call-2'));
    client.close();
    const back = session.connect({ transport: 'websocket' }).initialize();
    const items = [
      command('call-1'),
      command('call-2'),
      patch('call-3', { status: 'declined' }),
      { ...webSearch('call-4'), completedAtMs: session.now },
      webSearch('call-5'),
      command('call-6', { status: 'inProgress' }),
      activity('call-7', 'interacted', session.nextId(), { completedAtMs: session.now }),
      activity('call-8', 'completed', session.nextId(), { completedAtMs: session.now }),
      userMessage('m'),
    ];
    const over = { id: session.nextId(), status: 'completed', items: [command('call-9')] };
    const turns = [over, { id: turn.id, status: 'inProgress', items }];
    back.resumeThread(thread.id, { turns });
    back.resumeThread(thread.id, { turns });
    const again = turn.on(back);
    again.itemCompleted(command('call-2')).itemCompleted(command('call-6')).completed();
    expect(session.params('codex_turn_event')).toMatchObject([
      {
        total_tool_call_count: 6,
        shell_command_count: 3,
        file_change_count: 1,
        web_search_count: 1,
        subagent_tool_call_count: 1,
      },
    ]);
    expect(session.params('codex_command_execution_event').map(({ item_id: id }) => id)).toEqual(['call-1', 'call-2']);
  });

  it('a review that began while no client was connected has a span, no event and no count on its item', () => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    turn.itemStarted(command('call-1'));
    session.wait(100);
    client.close();
    session.wait(300);
    const asked = { startedAtMs: session.now };
    session.wait(100);
    const back = session.connect({ transport: 'websocket' }).initialize();
    back.resumeThread(thread.id);
    const approval = turn.on(back).askCommand(0, 'call-1', asked);
    session.wait(100);
    approval.decide('accept');
    turn.on(back).itemCompleted(command('call-1')).completed({ durationMs: 600 });
    expect(session.facts('review')).toMatchObject([{ status: 'approved', hadConnectedClient: false }]);
    expect(session.params('codex_review_event')).toEqual([]);
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { review_count: 0, final_approval_outcome: 'unknown' },
    ]);
  });

  it.each([
    ['right before the client left', -1, true],
    ['when the client left', 0, false],
    ['when the client asked for the thread again', 300, false],
    ['right after the client asked for the thread again', 301, true],
  ])('a review that began %s: at %d ms, its event exists: %s', (_when, ms, exists) => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    session.wait(100);
    const left = session.now;
    client.close();
    session.wait(300);
    const back = session.connect({ transport: 'websocket' }).initialize();
    const request = back.request('thread/resume', { threadId: thread.id });
    session.wait(10);
    back.answer(request, { thread: threadOf({ id: thread.id, preview: 'x' }, session.now), model: 'gpt-5.5' });
    turn
      .on(back)
      .askCommand(0, 'call-1', { startedAtMs: left + ms })
      .decide('accept');
    expect(session.facts('review')).toMatchObject([{ status: 'approved', hadConnectedClient: exists }]);
    expect(session.params('codex_review_event')).toHaveLength(exists ? 1 : 0);
  });
});
