import { describe, expect, it } from 'vitest';
import { HOOK } from '../open-work.js';
import { openThread, openTurn, Session, START, type Turn } from '../session.js';

describe('hook event', () => {
  const run = (turn: Turn, overrides: Record<string, unknown>) => {
    const body = { id: 'pre-tool-use:0:/home/dev/secret/hooks.json', eventName: 'preToolUse', source: 'user' };
    const common = { ...body, handlerType: 'command', executionMode: 'sync', ...overrides };
    turn.notify('hook/started', { run: { ...common, status: 'running', durationMs: null } });
    turn.notify('hook/completed', { run: { status: 'completed', durationMs: 4, ...common } });
  };

  it('a hook run has one event when it completes', () => {
    const { session, turn } = openTurn();
    run(turn, {});
    expect(session.params('codex_hook_run')).toEqual([
      {
        thread_id: turn.thread.id,
        turn_id: turn.id,
        product_client_id: 'codex_vscode',
        model_slug: 'gpt-5.5',
        hook_name: 'PreToolUse',
        hook_source: 'user',
        handler_type: 'command',
        execution_mode: 'sync',
        status: 'completed',
      },
    ]);
    expect(JSON.stringify(session.events)).not.toContain('secret');
  });

  it.each([
    ['system', 'completed', 'system'],
    ['project', 'blocked', 'project'],
    ['cloudRequirements', 'failed', 'cloud_requirements'],
    ['sessionFlags', 'stopped', 'session_flags'],
    ['legacyManagedConfigFile', 'completed', 'legacy_managed_config_file'],
    [undefined, 'completed', 'unknown'],
  ])('a hook event has the source and the status of its run: %s, %s', (source, status, hook_source) => {
    const { session, turn } = openTurn();
    run(turn, { source, status });
    expect(session.params('codex_hook_run')).toMatchObject([{ hook_source, status }]);
  });

  it.each(['running', 'constructor', null])('a hook run that completes with status %s has failed', (status) => {
    const { session, turn } = openTurn();
    run(turn, { status });
    expect(session.params('codex_hook_run')).toMatchObject([{ status: 'failed' }]);
  });

  it('a hook run of an unknown client and thread has an event', () => {
    const session = new Session();
    const turn = session.connect().thread(session.nextId()).turn().started();
    run(turn, {});
    session.end();
    expect(session.params('codex_hook_run')).toMatchObject([{ product_client_id: null, model_slug: null }]);
  });

  it("a hook event has the model of its turn, though the thread's model changed since", () => {
    const { session, thread, turn } = openTurn();
    thread.notify('thread/settings/updated', { threadSettings: { model: 'gpt-z' } });
    turn.notify('hook/completed', { run: HOOK });
    expect(session.params('codex_hook_run')).toMatchObject([{ model_slug: 'gpt-5.5' }]);
  });
});

describe('hook span', () => {
  it('hook runs that share an id within a turn are separate spans and events', () => {
    const { session, turn } = openTurn();
    for (const durationMs of [3, 4, 5]) {
      turn.notify('hook/started', { run: HOOK });
      session.wait(10);
      turn.notify('hook/completed', { run: { ...HOOK, durationMs } });
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

  it('hook runs that share an id and overlap are separate spans', () => {
    const { session, turn } = openTurn();
    turn.notify('hook/started', { run: HOOK });
    turn.notify('hook/started', { run: HOOK });
    turn.notify('hook/completed', { run: { ...HOOK, durationMs: 1 } });
    turn.notify('hook/completed', { run: { ...HOOK, durationMs: 2, status: 'failed' } });
    expect(session.facts('hook').map(({ ordinal, status }) => [ordinal, status])).toEqual([
      [0, 'completed'],
      [1, 'failed'],
    ]);
  });

  it('a hook run without hook/started starts its duration before its end', () => {
    const { session, turn } = openTurn();
    session.wait(10);
    turn.notify('hook/completed', { run: { ...HOOK, durationMs: 4 } });
    expect(session.facts('hook')).toMatchObject([{ startMs: START + 6, endMs: START + 10 }]);
  });

  it('a hook run of a code reviewer has a span and no event', () => {
    const { session, client, thread } = openThread();
    const [turn, shadow] = [thread.turn(), thread.turn()];
    client.call('review/start', { threadId: thread.id }, { turn: { id: turn.id }, reviewThreadId: thread.id });
    shadow.notify('hook/completed', { run: HOOK });
    turn.notify('hook/completed', { run: { ...HOOK, eventName: 'stop' } });
    turn.completed();
    thread.startTurn().notify('hook/completed', { run: HOOK });
    session.end();
    expect(session.params('codex_hook_run').map(({ hook_name: name }) => name)).toEqual(['Stop', 'PreToolUse']);
    expect(session.spansOf('hook')).toHaveLength(3);
  });

  it('a hook run outside of turns hangs under the initialisation of its thread and has no event', () => {
    const { session, thread } = openThread();
    thread.notify('hook/started', { turnId: null, run: { ...HOOK, eventName: 'sessionStart' } });
    thread.notify('hook/completed', { turnId: null, run: { ...HOOK, eventName: 'sessionStart' } });
    const [opening] = session.spansOf('thread_initialization');
    const [hook] = session.spansOf('hook');
    expect(hook?.parentSpanContext?.spanId).toBe(opening?.spanContext().spanId);
    expect(hook?.name).toBe('codex.hook sessionStart');
    expect(session.params('codex_hook_run')).toEqual([]);
    expect(session.facts('hook')).toMatchObject([{ turnId: null, model: 'gpt-5.5' }]);
  });
});
