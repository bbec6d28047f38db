import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { calendar, command, compaction, mcp } from './items.js';
import { START, Session, openThread, openTurn, words, type Turn } from './session.js';

describe('a compaction', () => {
  it('of a turn is automatic, with its times (T4)', () => {
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
        started_at: START / 1000 + 100,
        completed_at: START / 1000 + 106,
        duration_ms: 6543,
      },
    ]);
  });

  it('that its client asked for is manual, and fails with its turn', () => {
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

  it('that was interrupted has no event: nothing told how it ended', () => {
    const { session, turn } = openTurn();
    turn.itemStarted(compaction('compact-1'));
    turn.completed({ status: 'interrupted' });
    session.end();
    expect(session.params('codex_compaction_event')).toEqual([]);
    expect(session.facts('item')).toMatchObject([{ endReason: 'turn_ended' }]);
  });
});

describe("a hook's run", () => {
  const run = (turn: Turn, overrides: Record<string, unknown>) => {
    const body = { id: 'pre-tool-use:0:/home/dev/secret/hooks.json', eventName: 'preToolUse', source: 'user' };
    const common = { ...body, handlerType: 'command', executionMode: 'sync', ...overrides };
    turn.notify('hook/started', { run: { ...common, status: 'running', durationMs: null } });
    turn.notify('hook/completed', { run: { status: 'completed', durationMs: 4, ...common } });
  };

  it('has one event when it completes (T11)', () => {
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
  ])('says from where it was and how it ended: %s, %s (T52)', (source, status, hook_source) => {
    const { session, turn } = openTurn();
    run(turn, { source, status });
    expect(session.params('codex_hook_run')).toMatchObject([{ hook_source, status }]);
  });

  it.each(['running', 'constructor', null])('that is said to be over while it is %s has failed (T52)', (status) => {
    const { session, turn } = openTurn();
    run(turn, { status });
    expect(session.params('codex_hook_run')).toMatchObject([{ status: 'failed' }]);
  });

  it('needs no initialised client and no known thread', () => {
    const session = new Session();
    const turn = session.connect().thread(session.nextId()).turn().started();
    run(turn, {});
    session.end();
    expect(session.params('codex_hook_run')).toMatchObject([{ product_client_id: null, model_slug: null }]);
  });
});

describe('a skill', () => {
  const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
  const home = '/home/dev/.codex/skills/painter/SKILL.md';
  const mention = (name: string, path: string) => ({ type: 'skill', name, path });

  it('that a client names has one event, with its id, scope and what is not known (T53, T54)', () => {
    const { session, thread } = openThread();
    const turn = thread.startTurn({ input: [...words, mention('painter', home)] }).completed();
    expect(session.events.slice(-1)).toEqual([
      {
        event_type: 'skill_invocation',
        skill_id: sha1(`personal_${home}_painter`),
        skill_name: 'painter',
        event_params: {
          product_client_id: 'codex_vscode',
          skill_scope: 'user',
          plugin_id: null,
          thread_id: thread.id,
          turn_id: turn.id,
          invoke_type: 'explicit',
          model_slug: 'gpt-5.5',
        },
      },
    ]);
  });

  it.each([
    ['/home/dev/.codex/skills/.system/x/SKILL.md', 'system', true],
    ['/etc/codex/skills/x/SKILL.md', 'admin', true],
    ['/home/dev/project/.codex/skills/x/SKILL.md', 'repo', false],
    ['/somewhere/else/x/SKILL.md', null, false],
  ])('is identified by its path only where no repository is part of its id: %s (T55)', (path, skill_scope, known) => {
    const { session, turn } = openTurn();
    turn.item(command('call-1', { commandActions: [{ type: 'read', command: 'cat SKILL.md', path }] })).completed();
    expect(session.events.filter(({ event_type }) => event_type === 'skill_invocation')).toMatchObject([
      {
        skill_id: known ? sha1(`personal_${path}_x`) : null,
        skill_name: 'x',
        event_params: { skill_scope, invoke_type: 'implicit' },
      },
    ]);
  });

  it('is used once a turn, however often it is read, and by no other file', () => {
    const { session, thread } = openThread();
    const turn = thread.startTurn({ input: [mention('painter', home), { type: 'skill', name: null, path: home }] });
    const read = (path: string | null, type = 'read') => ({ type, command: 'x', path });
    const commandActions = [read(home), read(home), read('/x/README.md'), read(null), read(home, 'search')];
    turn.item(command('call-1', { commandActions })).completed();
    expect(session.types.filter((type) => type === 'skill_invocation')).toHaveLength(1);
  });
});

describe('a hosted app', () => {
  it('that is mentioned and used has an event for each, told apart by who chose it (T1, T2, T56)', () => {
    const { session, thread } = openThread();
    const app = { type: 'mention', name: 'Calendar', path: 'app://calendar' };
    const plugin = { type: 'mention', name: 'Gardener', path: 'plugin://gardener@devmarket' };
    const turn = thread.startTurn({ input: [...words, app, plugin, { type: 'mention', name: 'x' }] });
    turn.item(mcp('call-1', calendar));
    turn.item(mcp('call-2', { appContext: { connectorId: 'mail', appName: 'Mail' } }));
    turn.completed();
    const common = { thread_id: thread.id, turn_id: turn.id, product_client_id: 'codex_vscode', model_slug: 'gpt-5.5' };
    expect(session.params('codex_app_mentioned')).toEqual([
      { connector_id: 'calendar', ...common, app_name: 'Calendar', invoke_type: 'explicit' },
    ]);
    expect(session.params('codex_app_used')).toEqual([
      { connector_id: 'calendar', ...common, app_name: 'Calendar', invoke_type: 'explicit' },
      { connector_id: 'mail', ...common, app_name: 'Mail', invoke_type: 'implicit' },
    ]);
    expect(session.params('codex_mcp_tool_call_event')).toMatchObject([
      { connector_id: 'calendar', mcp_server_name: 'codex_apps' },
      { connector_id: 'mail' },
    ]);
  });

  it('is used once a turn; one without a connector cannot be told from another and counts each time (T58)', () => {
    const { session, thread } = openThread();
    for (const turn of [thread.startTurn(), thread.startTurn()]) {
      turn.item(mcp('call-1', calendar)).item(mcp('call-2', calendar));
      const nameless = { appContext: { connectorId: null, appName: 'Some app' } };
      turn.item(mcp('call-3', nameless)).item(mcp('call-4', nameless));
      turn.completed();
    }
    expect(session.params('codex_app_used').map(({ connector_id }) => connector_id)).toEqual([
      'calendar',
      null,
      null,
      'calendar',
      null,
      null,
    ]);
  });
});

describe('a goal', () => {
  it('that a thread had before it was resumed is not made again', () => {
    const { session, client } = openTurn();
    const told = { objective: 'a secret', status: 'active', tokenBudget: null, tokensUsed: 7, timeUsedSeconds: 1 };
    const thread = client.resumeThread(session.nextId());
    thread.notify('thread/goal/updated', { turnId: null, goal: told });
    thread.notify('thread/goal/cleared');
    client.call('thread/goal/set', { threadId: thread.id, objective: 'a secret' }, { goal: told });
    thread.notify('thread/goal/updated', { turnId: null, goal: told });
    const kinds = session.params('codex_goal_event').map(({ event_kind: kind }) => kind);
    expect(kinds).toEqual(['cleared', 'created']);
  });

  it('of a thread that was started here is new, whatever the clocks say', () => {
    const { session, thread } = openTurn();
    thread.notify('thread/goal/updated', { turnId: null, goal: { status: 'active', createdAt: 1 } });
    expect(session.params('codex_goal_event').map(({ event_kind: kind }) => kind)).toEqual(['created']);
  });

  it('has no event in versions that send none', () => {
    const session = new Session({ version: '0.139.0' });
    const thread = session.connect().initialize().startThread();
    thread.notify('thread/goal/updated', { turnId: null, goal: { status: 'active' } });
    expect([session.params('codex_goal_event').length, session.spansOf('goal').length]).toEqual([0, 1]);
  });

  it('has an event for each thing that happens to it, and none where it is only repeated', () => {
    const { session, thread, turn } = openTurn();
    const tell = (goal: Record<string, unknown>, turnId: string | null = null) => {
      const body = { objective: 'a secret', status: 'active', tokenBudget: 500, tokensUsed: 0, timeUsedSeconds: 0 };
      thread.notify('thread/goal/updated', { turnId, goal: { ...body, ...goal } });
    };
    tell({});
    tell({});
    tell({ tokensUsed: 112, timeUsedSeconds: 3 }, turn.id);
    tell({ tokensUsed: 112, status: 'budgetLimited', timeUsedSeconds: 3 });
    tell({ tokensUsed: 112, status: 'budgetLimited', timeUsedSeconds: 4 });
    tell({ tokensUsed: 224, status: 'complete', timeUsedSeconds: 5 }, turn.id);
    thread.notify('thread/goal/cleared');
    thread.notify('thread/goal/cleared');
    const told = session
      .params('codex_goal_event')
      .map((params) => [
        params.event_kind,
        params.goal_status,
        params.turn_id,
        params.cumulative_tokens_accounted,
        params.cumulative_time_accounted_seconds,
      ]);
    expect(told).toEqual([
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
});
