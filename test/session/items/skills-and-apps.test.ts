import { describe, expect, it } from 'vitest';
import type { CodexAnalyticsEvent } from '../../../src/events/schema/index.js';
import { calendar, command, mcp } from '../items.js';
import { openThread, openTurn, words } from '../session.js';

describe('skill', () => {
  const home = '/home/dev/.codex/skills/painter/SKILL.md';
  const mention = (name: string, path: string) => ({ type: 'skill', name, path });

  it('a skill that the client names has one explicit event, with that name and its scope', () => {
    const { session, thread } = openThread();
    const turn = thread.startTurn({ input: [...words, mention('painter', home)] }).completed();
    expect(session.events.slice(-1)).toEqual([
      {
        event_type: 'skill_invocation',
        skill_id: null,
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

  const read = (path: string) =>
    command('call-1', { commandActions: [{ type: 'read', command: 'cat SKILL.md', path }] });
  const invocations = (events: readonly CodexAnalyticsEvent[]) =>
    events.filter(({ event_type }) => event_type === 'skill_invocation');

  it.each([
    ['/home/dev/.codex/skills/.system/secret/SKILL.md', 'system', 'secret'],
    ['/home/dev/.codex/skills/secret/SKILL.md', 'user', null],
    ['/etc/codex/skills/secret/SKILL.md', 'admin', null],
    ['/home/dev/project/.codex/skills/secret/SKILL.md', 'repo', null],
    ['/somewhere/else/secret/SKILL.md', null, null],
  ])('a skill that a command reads has the name of its folder only if it ships with Codex: %s', (path, scope, name) => {
    const { session, turn } = openTurn();
    turn.item(read(path)).completed();
    session.end();
    expect(invocations(session.events)).toMatchObject([
      { skill_id: null, skill_name: name, event_params: { skill_scope: scope, invoke_type: 'implicit' } },
    ]);
    if (name === null) expect(JSON.stringify([session.events, session.facts('turn')])).not.toContain('secret');
  });

  it('a skill that a command reads has the name that a client gave it before, in any turn of the server', () => {
    const { session, thread } = openThread();
    thread.startTurn({ input: [mention('painter', home)] }).completed();
    thread.client.startThread().startTurn().item(read(home)).completed();
    expect(invocations(session.events)).toMatchObject([
      { skill_name: 'painter', event_params: { invoke_type: 'explicit' } },
      { skill_name: 'painter', event_params: { invoke_type: 'implicit' } },
    ]);
  });

  it('a skill has one event in a turn, however often it is read, and no other file has one', () => {
    const { session, thread } = openThread();
    const turn = thread.startTurn({ input: [mention('painter', home), { type: 'skill', name: null, path: home }] });
    const read = (path: string | null, type = 'read') => ({ type, command: 'x', path });
    const commandActions = [read(home), read(home), read('/x/README.md'), read(null), read(home, 'search')];
    turn.item(command('call-1', { commandActions })).completed();
    expect(session.types.filter((type) => type === 'skill_invocation')).toHaveLength(1);
  });
});

describe('hosted app', () => {
  it('an app that the user mentions and the turn uses has an event for each, and an app that only the turn uses is implicit', () => {
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

  it('an app has one codex_app_used event in a turn, and an app without a connector has one for each call', () => {
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
