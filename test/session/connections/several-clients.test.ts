import { describe, expect, it } from 'vitest';
import { command } from '../items.js';
import { type Client, Session, START } from '../session.js';

/** Two clients of one WebSocket server that both see one thread. */
function twoClients() {
  const session = new Session();
  const first = session.connect({ transport: 'websocket' }).initialize();
  const thread = first.startThread();
  session.wait(10);
  const second = session.connect({ transport: 'websocket' }).initialize();
  second.resumeThread(thread.id);
  session.wait(10);
  return { session, first, second, thread };
}

describe('several clients of one thread', () => {
  it('every span and event is made once, though each client receives every notification', () => {
    const { session, second, thread } = twoClients();
    const turn = thread.startTurn();
    const other = turn.on(second).started({ startedAt: null, rootTurnId: null });
    const both = [turn, other];
    for (const each of both) each.itemStarted(command('call-1'));
    const approval = turn.askCommand(0, 'call-1');
    const again = approval.on(second);
    again.answer({ decision: 'accept' });
    approval.answer({ decision: 'decline' });
    approval.resolved();
    again.resolved();
    for (const each of both) each.itemCompleted(command('call-1'));
    for (const each of both) each.guardianStarted('r', null);
    for (const each of both) each.guardianCompleted('r', null, 'approved');
    const run = { id: 'h', eventName: 'stop', durationMs: 1 };
    for (const each of both) for (const n of ['started', 'completed']) each.notify(`hook/${n}`, { run });
    const goal = { status: 'active', tokensUsed: 0 };
    for (const each of both) each.thread.notify('thread/goal/updated', { turnId: turn.id, goal });
    for (const each of both) each.diff('@@ -0,0 +1 @@\n+x\n');
    for (const each of both) each.item({ type: 'imageView', id: 'view' });
    for (const each of both) each.completed({ startedAt: null, rootTurnId: null });
    session.end();
    expect(session.spans.map(({ name }) => name).sort()).toEqual([
      'codex.goal created',
      'codex.hook stop',
      'codex.review guardian',
      'codex.review user',
      'codex.thread',
      'codex.thread resume',
      'codex.thread start',
      'execute_tool shell',
      'invoke_agent codex',
    ]);
    expect(session.params('codex_review_event')[0]).toMatchObject({ status: 'approved' });
    expect(session.params('codex_turn_event')).toMatchObject([
      { total_tool_call_count: 3, shell_command_count: 1, root_turn_id: turn.id, started_at: START / 1000 },
    ]);
    expect(session.facts('turn')).toMatchObject([{ messageCount: 1, reviewCount: 2 }]);
    expect(session.facts('thread')).toMatchObject([{ turnCount: 1, addedLines: 1 }]);
  });

  it('an archive has one event, whichever client asked for it', () => {
    const { session, first, second, thread } = twoClients();
    first.call('thread/archive', { threadId: thread.id }, {});
    thread.notify('thread/archived');
    thread.on(second).notify('thread/archived');
    const refused = second.request('thread/unarchive', { threadId: thread.id });
    second.refuse(refused, { code: 1, message: 'no' });
    thread.notify('thread/unarchived');
    thread.on(second).notify('thread/unarchived');
    expect(session.params('codex_thread_archive_event').map(({ action }) => action)).toEqual([
      'archived',
      'unarchived',
    ]);
  });

  it('hook runs that share an id are separate for a client that joins between them and stays when the first one leaves', () => {
    const { session, first, thread } = twoClients();
    const turn = thread.startTurn();
    const run = (client: Client, durationMs: number) => {
      for (const n of ['started', 'completed'])
        turn.on(client).notify(`hook/${n}`, { run: { id: 'h', eventName: 'stop', durationMs } });
    };
    session.wait(10);
    run(first, 1);
    session.wait(10);
    const third = session.connect({ transport: 'websocket' }).initialize();
    third.resumeThread(thread.id);
    session.wait(10);
    for (const client of [first, third]) run(client, 2);
    for (const client of [third, first]) run(client, 3);
    first.close();
    run(third, 4);
    session.end();
    expect(session.facts('hook').map(({ startMs, endMs }) => endMs - startMs)).toEqual([1, 2, 3, 4]);
    expect(session.params('codex_hook_run')).toHaveLength(4);
  });

  it('a turn belongs to the client that started it, and its items to the client that resumed the thread last', () => {
    const session = new Session();
    const named = (name: string) => ({ clientInfo: { name, version: '1' } });
    const first = session.connect({ transport: 'websocket' }).initialize(named('first'));
    const thread = first.startThread();
    const turn = thread.startTurn();
    const second = session.connect({ transport: 'websocket' }).initialize(named('second'));
    second.resumeThread(thread.id);
    turn.item(command('call-1'));
    turn.completed();
    const nameOf = ({ app_server_client }: { app_server_client: { client_name: string | null } }) =>
      app_server_client.client_name;
    expect(session.params('codex_command_execution_event').map(nameOf)).toEqual(['second']);
    expect(session.params('codex_turn_event').map(nameOf)).toEqual(['first']);
  });
});
