import { describe, expect, it } from 'vitest';
import { compaction, userMessage } from '../items.js';
import { openThread, openTurn, START } from '../session.js';

describe('compaction', () => {
  it('a compaction within a turn has one event with trigger auto and its own times', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(compaction('compact-1'), START + 100_000);
    turn.itemCompleted(compaction('compact-1'), START + 106_543);
    expect(session.params('codex_compaction_event')).toEqual([
      {
        thread_id: turn.thread.id,
        session_id: turn.thread.id,
        turn_id: turn.id,
        app_server_client: expect.objectContaining({ client_name: 'codex_vscode' }) as unknown,
        runtime: expect.objectContaining({ codex_rs_version: '0.169.0' }) as unknown,
        thread_source: 'user',
        subagent_source: null,
        parent_thread_id: null,
        trigger: 'auto',
        status: 'completed',
        phase: null,
        active_context_tokens_after: null,
        started_at: START / 1000 + 100,
        completed_at: START / 1000 + 106,
        duration_ms: 6543,
      },
    ]);
  });

  it('a compaction that a client asked for is manual, and fails with its turn', () => {
    const { session, client, thread } = openThread();
    client.call('thread/compact/start', { threadId: thread.id }, {});
    const turn = thread.turn();
    thread.notify('turn/started', { turn: { id: turn.id, status: 'inProgress' } });
    turn.itemStarted(compaction('compact-1'));
    session.wait(1234);
    turn.completed({ status: 'failed', error: { message: 'a secret', codexErrorInfo: 'other' } });
    expect(session.params('codex_compaction_event')).toMatchObject([
      { trigger: 'manual', status: 'failed', duration_ms: 1234 },
    ]);
  });

  it('a compaction that an error stopped lasts until that error, and its span until the end of its turn', () => {
    const { session, thread, turn } = openTurn();
    turn.itemStarted(compaction('compact-1'));
    session.wait(16);
    thread.notify('error', { turnId: turn.id, willRetry: false, error: { codexErrorInfo: 'internalServerError' } });
    session.wait(76);
    turn.completed({ status: 'failed', error: { codexErrorInfo: 'internalServerError' }, durationMs: 92 });
    expect(session.params('codex_compaction_event')).toMatchObject([{ status: 'failed', duration_ms: 16 }]);
    expect(session.facts('item')).toMatchObject([{ startMs: START, endMs: START + 92 }]);
  });

  it('a compaction that a client interrupted lasts until the interrupt', () => {
    const { session, client, thread, turn } = openTurn({ version: '0.171.0' });
    turn.itemStarted(compaction('compact-1'));
    session.wait(300);
    client.call('turn/interrupt', { threadId: thread.id, turnId: turn.id }, {});
    session.wait(150);
    turn.completed({ status: 'interrupted', durationMs: 450 });
    expect(session.params('codex_compaction_event')).toMatchObject([{ status: 'interrupted', duration_ms: 300 }]);
  });

  it('a compaction that was interrupted has no event in version 0.169', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(compaction('compact-1'));
    turn.completed({ status: 'interrupted' });
    session.end();
    expect(session.params('codex_compaction_event')).toEqual([]);
    expect(session.facts('item')).toMatchObject([{ endReason: 'turn_ended' }]);
  });

  it('a compaction that was interrupted has an event with status interrupted in version 0.171', () => {
    const { session, turn } = openTurn({ version: '0.171.0' });
    turn.itemStarted(compaction('compact-1'));
    turn.completed({ status: 'interrupted' });
    expect(session.params('codex_compaction_event')).toMatchObject([{ status: 'interrupted' }]);
  });

  it.each([
    ['failed', 'none'],
    ['interrupted', 'none'],
    ['completed', 'regular'],
  ])(
    'a turn whose first item is a compaction that never completes and that itself %s is of task %s',
    (status, task) => {
      const { session, thread } = openThread();
      const turn = thread.acceptTurn();
      thread.notify('turn/started', { turn: { id: turn.id, status: 'inProgress' } });
      turn.itemStarted(compaction('c')).item(userMessage('m')).completed({ status });
      expect(session.facts('turn')).toMatchObject([{ task }]);
    },
  );

  it('an answered thread/compact/start makes a compaction of the next turn that no client asked for', () => {
    const { session, client, thread } = openThread();
    const refused = client.request('thread/compact/start', { threadId: thread.id });
    client.refuse(refused, { code: 1, message: 'no' });
    thread.turn().started().completed();
    client.call('thread/compact/start', { threadId: thread.id }, {});
    thread.startTurn().item(compaction('c1')).completed();
    const turn = thread.turn();
    thread.notify('turn/started', { turn: { id: turn.id, status: 'inProgress' } });
    turn.item(compaction('c2')).completed();
    expect(session.facts('turn').map(({ task }) => task)).toEqual(['regular', 'regular', 'compaction']);
    expect(session.params('codex_compaction_event').map(({ trigger }) => trigger)).toEqual(['auto', 'manual']);
  });
});
