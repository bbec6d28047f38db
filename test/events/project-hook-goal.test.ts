import { describe, expect, it } from 'vitest';
import { project } from '../../src/events/projection/project.js';
import * as given from './facts.js';
import { context, origin } from './facts.js';
import { paramsOf } from './projected.js';

describe('a hook', () => {
  it('has one event in the words of analytics', () => {
    expect(project(given.hook())).toEqual([
      {
        event_type: 'codex_hook_run',
        event_params: {
          thread_id: 'thread-1',
          turn_id: 'turn-1',
          product_client_id: 'codex_vscode',
          model_slug: 'gpt-5.5',
          hook_name: 'PreToolUse',
          hook_source: 'session_flags',
          handler_type: 'mcp_tool',
          execution_mode: 'sync',
          status: 'completed',
        },
      },
    ]);
  });

  it.each([
    ['permissionRequest', 'PermissionRequest'],
    ['userPromptSubmit', 'UserPromptSubmit'],
    ['stop', 'Stop'],
    ['preModelRequest', 'PreModelRequest'],
  ])('%s is named %s', (eventName, name) => {
    expect(paramsOf(given.hook({ eventName }))).toMatchObject([{ hook_name: name }]);
  });

  it.each([
    ['system', 'system'],
    ['project', 'project'],
    ['cloudRequirements', 'cloud_requirements'],
    ['legacyManagedConfigMdm', 'legacy_managed_config_mdm'],
    ['unknown', 'unknown'],
  ])('of the source %s has the source %s', (source, reported) => {
    expect(paramsOf(given.hook({ source }))).toMatchObject([{ hook_source: reported }]);
  });

  it.each(['completed', 'blocked', 'failed', 'stopped'] as const)('that %s has that status', (status) => {
    expect(paramsOf(given.hook({ status }))).toMatchObject([{ status }]);
  });

  it('needs neither client nor context: what is not known is null', () => {
    const facts = given.hook({
      client: null,
      runtime: null,
      lineage: { ...given.lineage, isComplete: false },
      model: null,
      handlerType: null,
      executionMode: null,
    });
    expect(paramsOf(facts)).toMatchObject([
      { product_client_id: null, model_slug: null, handler_type: null, execution_mode: null },
    ]);
  });

  it('has no event if it never completed, or ran in no turn', () => {
    expect(project(given.hook({ status: null }))).toEqual([]);
    expect(project(given.hook({ turnId: null }))).toEqual([]);
  });
});

describe('a goal', () => {
  it('whose usage is accounted has the amounts', () => {
    expect(project(given.goal())).toEqual([
      {
        event_type: 'codex_goal_event',
        event_params: {
          thread_id: 'thread-1',
          session_id: 'session-1',
          turn_id: 'turn-1',
          ...context,
          ...origin,
          event_kind: 'usage_accounted',
          goal_status: 'active',
          has_token_budget: true,
          cumulative_tokens_accounted: 112,
          cumulative_time_accounted_seconds: 3,
        },
      },
    ]);
  });

  it.each(['created', 'status_changed', 'cleared'] as const)('that is %s has no usage', (eventKind) => {
    expect(paramsOf(given.goal({ eventKind, turnId: null }))).toMatchObject([
      {
        event_kind: eventKind,
        turn_id: null,
        cumulative_tokens_accounted: null,
        cumulative_time_accounted_seconds: null,
      },
    ]);
  });
});
