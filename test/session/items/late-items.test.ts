import { describe, expect, it } from 'vitest';
import { command } from '../items.js';
import { endings, openWork } from '../open-work.js';
import { MINUTE, openTurn, type Thread } from '../session.js';

describe('item that outlives its turn', () => {
  it('a command that completes 85 seconds after its turn has its own end, exit code and event', () => {
    const { session, thread, turn } = openTurn();
    session.wait(72);
    turn.itemStarted(command('call-1', { source: 'unifiedExecStartup' }));
    session.wait(328);
    turn.completed({ durationMs: 400 });
    for (let n = 0; n < 3; n++) {
      session.wait(20_000);
      thread.startTurn().completed({ durationMs: 0 });
    }
    session.wait(24_672);
    turn.itemCompleted(command('call-1', { source: 'unifiedExecStartup', durationMs: 84_990 }));
    expect(session.offsets('item')).toEqual([[72, 85_072]]);
    expect(session.facts('item')).toMatchObject([{ endReason: null, terminalStatus: 'completed' }]);
    expect(session.params('codex_command_execution_event')).toMatchObject([
      { turn_id: turn.id, duration_ms: 85_000, exit_code: 0, terminal_status: 'completed' },
    ]);
    expect(session.params('codex_turn_event')[0]).toMatchObject({ total_tool_call_count: 0 });
    session.end();
    session.expectEachSpanOnce();
  });

  it.each([
    ['server_closed', 'its server goes', (thread: Thread) => thread.client.close()],
    ['thread_closed', 'its thread closes', (thread: Thread) => thread.notify('thread/closed')],
  ])('a command that never completes ends at the end of its turn with reason %s when %s', (reason, _when, close) => {
    const { session, thread, turn } = openWork();
    turn.completed({ durationMs: 20 });
    session.wait(60 * MINUTE);
    expect(session.spansOf('item')).toEqual([]);
    close(thread);
    session.wait(MINUTE);
    expect(endings(session)).toContainEqual(['item', 10, 20, reason]);
  });

  it('a command that a turn left running completes, and does not make the turn again, when its WebSocket client comes back after more than a minute', () => {
    const { session, client, thread, turn } = openTurn({ transport: 'websocket' });
    turn.itemStarted(command('call-1')).completed({ durationMs: 5 });
    client.close();
    session.wait(MINUTE + 1);
    const back = session.connect({ transport: 'websocket' }).initialize();
    back.resumeThread(thread.id);
    turn.on(back).itemCompleted(command('call-1'));
    back.close();
    session.end();
    expect(session.facts('item')).toMatchObject([{ endReason: null, terminalStatus: 'completed' }]);
    expect(session.facts('turn')).toMatchObject([{ turnId: turn.id, status: 'completed' }]);
    expect(session.params('codex_turn_event')).toMatchObject([{ turn_id: turn.id }]);
    session.expectEachSpanOnce();
  });
});
