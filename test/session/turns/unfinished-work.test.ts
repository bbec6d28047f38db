import { describe, expect, it } from 'vitest';
import { command } from '../items.js';
import { endings, openWork } from '../open-work.js';
import { MINUTE, openTurn, START } from '../session.js';

describe('work that is open when its turn ends', () => {
  it("a command and a hook that complete within a minute of their turn's end have their own ends and events", () => {
    const { session, turn } = openWork();
    turn.completed({ durationMs: 20 });
    session.wait(MINUTE - 1);
    expect(endings(session)).toEqual([['turn', 0, 20, undefined]]);
    turn.itemCompleted(command('call-1'));
    turn.notify('hook/completed', { run: { id: 'h', eventName: 'preToolUse', status: 'completed', durationMs: 3 } });
    expect(endings(session).slice(1)).toEqual([
      ['item', 10, 20 + MINUTE - 1, undefined],
      ['hook', 10, 13, undefined],
    ]);
    expect(session.params('codex_command_execution_event')).toMatchObject([{ terminal_status: 'completed' }]);
  });

  it('a review and a hook that are open a minute after their turn ended end with the turn', () => {
    const { session, turn } = openWork();
    turn.completed({ durationMs: 20 });
    expect(session.observer.nextDeadline).toBe(START + 20 + MINUTE);
    session.wait(MINUTE);
    expect(endings(session)).toEqual(
      expect.arrayContaining([
        ['turn', 0, 20, undefined],
        ['review', 10, 20, 'turn_ended'],
        ['hook', 10, 20, 'turn_ended'],
      ]),
    );
    expect(session.types).toEqual(['codex_thread_initialized', 'codex_turn_event']);
  });

  it('a command that starts after the end of its turn and never completes ends where it started', () => {
    const { session, client, turn } = openTurn();
    turn.completed({ durationMs: 20 });
    session.wait(500);
    turn.itemStarted(command('call-1'));
    session.wait(500);
    client.close();
    expect(endings(session)).toContainEqual(['item', 500, 500, 'server_closed']);
  });

  it('a command that is open when its turn fails has no failure of its own', () => {
    const { session, turn } = openWork();
    turn.completed({ status: 'failed', error: { codexErrorInfo: 'badRequest' } });
    session.end();
    expect(session.facts('item')).toMatchObject([{ terminalStatus: null, failureKind: null }]);
    const errors = session.spans.filter((span) => span.attributes['error.type'] !== undefined);
    expect(errors.map((span) => span.name)).toEqual(['invoke_agent codex']);
  });
});

describe('work that is open when the observation ends', () => {
  it('everything that is open ends at the last report, with reason observation_ended', () => {
    const { session } = openWork();
    session.wait(5000).end();
    expect(endings(session)).toEqual([
      ['review', 10, 10, 'observation_ended'],
      ['hook', 10, 10, 'observation_ended'],
      ['turn', 0, 10, 'observation_ended'],
      ['item', 10, 10, 'observation_ended'],
      ['thread', 0, 10, 'observation_ended'],
    ]);
  });

  it('the end of the observation leaves no thread, no turn and no deadline, and a second end changes nothing', () => {
    const { session, turn } = openWork();
    turn.completed();
    expect(session.observer.openCounts).toEqual({ threads: 1, turns: 0 });
    session.end();
    expect(session.observer.openCounts).toEqual({ threads: 0, turns: 0 });
    expect(session.observer.nextDeadline).toBeUndefined();
    const before = session.spans.length;
    session.end().wait(2 * MINUTE);
    expect(session.spans).toHaveLength(before);
  });

  it('work that the observation ended has no event', () => {
    const { session } = openWork();
    session.end();
    expect(session.types).toEqual(['codex_thread_initialized']);
  });
});
