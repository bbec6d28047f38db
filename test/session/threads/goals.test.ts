import { describe, expect, it } from 'vitest';
import { compaction } from '../items.js';
import { MINUTE, openThread, openTurn, type Session, type Thread } from '../session.js';

type Goal = Readonly<Record<string, unknown>>;

const ACTIVE = { objective: 'a secret', status: 'active', tokenBudget: 500, tokensUsed: 0, timeUsedSeconds: 0 };

/** `thread/goal/updated`, outside of turns unless a turn is given. */
const reportGoal = (thread: Thread, goal: Goal = {}, turnId: string | null = null) =>
  thread.notify('thread/goal/updated', { turnId, goal: { ...ACTIVE, ...goal } });

const kinds = (session: Session) => session.params('codex_goal_event').map(({ event_kind }) => event_kind);

describe('goal', () => {
  it('each change of a goal makes one event, and a repeated report makes none', () => {
    const { session, thread, turn } = openTurn();
    reportGoal(thread);
    reportGoal(thread);
    reportGoal(thread, { tokensUsed: 112, timeUsedSeconds: 3 }, turn.id);
    reportGoal(thread, { tokensUsed: 112, status: 'budgetLimited', timeUsedSeconds: 3 });
    reportGoal(thread, { tokensUsed: 112, status: 'budgetLimited', timeUsedSeconds: 4 });
    reportGoal(thread, { tokensUsed: 224, status: 'complete', timeUsedSeconds: 5 }, turn.id);
    thread.notify('thread/goal/cleared');
    thread.notify('thread/goal/cleared');
    const changes = session
      .params('codex_goal_event')
      .map((params) => [
        params.event_kind,
        params.goal_status,
        params.turn_id,
        params.cumulative_tokens_accounted,
        params.cumulative_time_accounted_seconds,
      ]);
    expect(changes).toEqual([
      ['created', 'active', null, null, null],
      ['usage_accounted', 'active', turn.id, 112, 3],
      ['status_changed', 'budget_limited', null, null, null],
      ['usage_accounted', 'budget_limited', null, 112, 4],
      ['usage_accounted', 'complete', turn.id, 224, 5],
      ['status_changed', 'complete', turn.id, null, null],
      ['cleared', 'complete', null, null, null],
    ]);
    expect(JSON.stringify(session.events)).not.toContain('secret');
  });

  it('a goal of a thread that was started here makes a created event, whatever its createdAt is', () => {
    const { session, thread } = openThread();
    reportGoal(thread, { createdAt: 1 });
    expect(kinds(session)).toEqual(['created']);
  });

  it('a goal that a resumed thread already had makes no created event, and the next one does', () => {
    const { session, client } = openThread();
    const thread = client.resumeThread(session.nextId());
    reportGoal(thread);
    thread.notify('thread/goal/cleared');
    client.call('thread/goal/set', { threadId: thread.id, objective: 'a secret' }, { goal: ACTIVE });
    reportGoal(thread);
    expect(kinds(session)).toEqual(['cleared', 'created']);
  });

  it('a goal that is reported again to a client that came back after a minute makes no second created event', () => {
    const { session, client, thread } = openThread({ transport: 'websocket' });
    reportGoal(thread);
    client.close();
    session.wait(MINUTE + 1);
    const resumed = session.connect({ transport: 'websocket' }).initialize().resumeThread(thread.id);
    reportGoal(resumed, { tokensUsed: 7 });
    reportGoal(resumed, { tokensUsed: 9 });
    resumed.notify('thread/goal/cleared');
    expect(kinds(session)).toEqual(['created', 'usage_accounted', 'cleared']);
  });

  it('thread/goal/set right before thread/compact/start makes a goal turn and then a manual compaction', () => {
    const { session, client, thread } = openThread();
    client.call('thread/goal/set', { threadId: thread.id, objective: 'a secret' }, { goal: ACTIVE });
    reportGoal(thread);
    client.call('thread/compact/start', { threadId: thread.id }, {});
    thread.turn().started().completed();
    const compacting = thread.turn();
    thread.notify('turn/started', { turn: { id: compacting.id, status: 'inProgress' } });
    compacting.item(compaction('compact-1')).completed();
    expect(session.facts('turn')).toMatchObject([
      { task: 'regular', trigger: 'goal' },
      { task: 'compaction', trigger: null },
    ]);
    expect(session.params('codex_turn_event')).toMatchObject([{ turn_trigger: 'goal' }]);
    expect(session.params('codex_compaction_event')).toMatchObject([{ trigger: 'manual' }]);
  });
});
