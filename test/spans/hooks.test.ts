import { describe, expect, it } from 'vitest';
import { START, openThread, openTurn } from '../acceptance/session.js';

const RUN = { id: 'pre-tool-use:0:hooks.json', eventName: 'preToolUse', source: 'user', status: 'completed' };

describe('the runs of hooks', () => {
  it('are told apart by their count where their ids repeat within a turn', () => {
    const { session, turn } = openTurn();
    for (const durationMs of [3, 4, 5]) {
      turn.notify('hook/started', { run: RUN });
      session.wait(10);
      turn.notify('hook/completed', { run: { ...RUN, durationMs } });
    }
    expect(
      session.facts('hook').map(({ startMs, endMs, ordinal }) => [startMs - START, endMs - START, ordinal]),
    ).toEqual([
      [0, 3, 0],
      [10, 14, 1],
      [20, 25, 2],
    ]);
    expect(new Set(session.spansOf('hook').map((span) => span.spanContext().spanId)).size).toBe(3);
    expect(session.params('codex_hook_run')).toHaveLength(3);
  });

  it('are told apart also where they begin before the one before them is over', () => {
    const { session, turn } = openTurn();
    turn.notify('hook/started', { run: RUN });
    turn.notify('hook/started', { run: RUN });
    turn.notify('hook/completed', { run: { ...RUN, durationMs: 1 } });
    turn.notify('hook/completed', { run: { ...RUN, durationMs: 2, status: 'failed' } });
    expect(session.facts('hook').map(({ ordinal, status }) => [ordinal, status])).toEqual([
      [0, 'completed'],
      [1, 'failed'],
    ]);
  });

  it('without a start begin so long before they end', () => {
    const { session, turn } = openTurn();
    session.wait(10);
    turn.notify('hook/completed', { run: { ...RUN, durationMs: 4 } });
    expect(session.facts('hook')).toMatchObject([{ startMs: START + 6, endMs: START + 10 }]);
  });

  it('of a code reviewer have no event: its own thread is told nowhere', () => {
    const { session, client, thread } = openThread();
    const [turn, shadow] = [thread.turn(), thread.turn()];
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    shadow.notify('hook/completed', { run: RUN });
    turn.notify('hook/completed', { run: { ...RUN, eventName: 'stop' } });
    turn.completed();
    thread.startTurn().notify('hook/completed', { run: RUN });
    session.end();
    expect(session.params('codex_hook_run').map(({ hook_name: name }) => name)).toEqual(['Stop', 'PreToolUse']);
    expect(session.spansOf('hook')).toHaveLength(3);
  });

  it('outside of turns hang under the opening of their thread, and have no event', () => {
    const { session, thread } = openThread();
    thread.notify('hook/started', { turnId: null, run: { ...RUN, eventName: 'sessionStart' } });
    thread.notify('hook/completed', { turnId: null, run: { ...RUN, eventName: 'sessionStart' } });
    const [opening] = session.spansOf('thread_initialization');
    const [hook] = session.spansOf('hook');
    expect(hook?.parentSpanContext?.spanId).toBe(opening?.spanContext().spanId);
    expect(hook?.name).toBe('codex.hook sessionStart');
    expect(session.params('codex_hook_run')).toEqual([]);
    expect(session.facts('hook')).toMatchObject([{ turnId: null, model: 'gpt-5.5' }]);
  });

  it("bear the model of their turn, which may not be the thread's any more", () => {
    const { session, thread, turn } = openTurn();
    thread.notify('thread/settings/updated', { threadSettings: { model: 'gpt-z' } });
    turn.notify('hook/completed', { run: RUN });
    expect(session.params('codex_hook_run')).toMatchObject([{ model_slug: 'gpt-5.5' }]);
  });
});
