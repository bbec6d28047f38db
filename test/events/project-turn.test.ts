import { describe, expect, it } from 'vitest';
import { project } from '../../src/events/projection/project.js';
import * as given from './facts.js';
import { context, origin } from './facts.js';
import { paramsOf, typesOf } from './projected.js';

describe('a turn', () => {
  it('has one event with its settings, counts, tokens and times', () => {
    expect(project(given.turn())).toEqual([
      {
        event_type: 'codex_turn_event',
        event_params: {
          thread_id: 'thread-1',
          session_id: 'session-1',
          turn_id: 'turn-1',
          root_turn_id: 'turn-root',
          parent_turn_id: 'turn-parent',
          turn_trigger: 'automation',
          submission_type: null,
          ...context,
          ...origin,
          ephemeral: false,
          initialization_mode: 'new',
          model: 'gpt-5.5',
          model_provider: 'openai',
          sandbox_policy: 'workspace_write',
          reasoning_effort: 'medium',
          reasoning_summary: 'auto',
          service_tier: 'flex',
          multi_agent_version: 'v2',
          approval_policy: 'on-request',
          approvals_reviewer: 'auto_review',
          sandbox_network_access: false,
          collaboration_mode: 'plan',
          personality: 'pragmatic',
          workspace_kind: 'project',
          used_dictation: true,
          num_input_images: 1,
          is_first_turn: true,
          status: 'completed',
          explicit_client_interrupt_requested_at_ms: null,
          turn_error: null,
          steer_count: 2,
          total_tool_call_count: 28,
          shell_command_count: 1,
          file_change_count: 2,
          mcp_tool_call_count: 3,
          dynamic_tool_call_count: 4,
          subagent_tool_call_count: 5,
          web_search_count: 6,
          image_generation_count: 7,
          input_tokens: 123,
          cached_input_tokens: 45,
          cache_write_input_tokens: 6,
          output_tokens: 140,
          reasoning_output_tokens: 13,
          total_tokens: 321,
          duration_ms: 1234,
          started_at: 455,
          completed_at: 456,
        },
      },
    ]);
  });

  it('has zeros for tools it did not call, and null for tokens that nothing reported', () => {
    const toolCounts = {
      total: 0,
      shellCommand: 0,
      fileChange: 0,
      mcpToolCall: 0,
      dynamicToolCall: 0,
      subagentToolCall: 0,
      webSearch: 0,
      imageGeneration: 0,
    };
    expect(paramsOf(given.turn({ toolCounts, tokenUsage: null }))).toMatchObject([
      {
        total_tool_call_count: 0,
        image_generation_count: 0,
        input_tokens: null,
        cached_input_tokens: null,
        cache_write_input_tokens: null,
        output_tokens: null,
        reasoning_output_tokens: null,
        total_tokens: null,
      },
    ]);
  });

  it('that failed has the variant of its error', () => {
    expect(paramsOf(given.turn({ status: 'failed', error: 'badRequest' }))).toMatchObject([
      { status: 'failed', turn_error: 'badRequest' },
    ]);
    const error = { httpConnectionFailed: { httpStatusCode: 503 } };
    expect(paramsOf(given.turn({ status: 'failed', error }))).toMatchObject([{ turn_error: error }]);
  });

  it('that was interrupted has the time of the request for it, and no error', () => {
    expect(
      paramsOf(given.turn({ status: 'interrupted', interruptRequestedAtMs: 1_795_397_940_629, tokenUsage: null })),
    ).toMatchObject([
      {
        status: 'interrupted',
        explicit_client_interrupt_requested_at_ms: 1_795_397_940_629,
        turn_error: null,
      },
    ]);
  });

  it('whose start was not seen has no start and keeps its duration', () => {
    expect(paramsOf(given.turn({ startedAt: null, tokenUsage: null }))).toMatchObject([
      { started_at: null, input_tokens: null, duration_ms: 1234, completed_at: 456 },
    ]);
  });

  it('whose completion had no time has 0 as the time of its completion', () => {
    expect(paramsOf(given.turn({ completedAt: null }))).toMatchObject([{ completed_at: 0 }]);
  });

  it('has null for settings of `none`', () => {
    const facts = given.turn({ reasoningSummary: 'none', personality: 'none' });
    expect(paramsOf(facts)).toMatchObject([{ reasoning_summary: null, personality: null }]);
  });

  it.each([
    ['plan', 'plan'],
    ['default', 'default'],
    ['pair_programming', 'default'],
    ['execute', 'default'],
    [null, null],
  ])('in the collaboration mode %s has the mode %s', (collaborationMode, reported) => {
    expect(paramsOf(given.turn({ collaborationMode }))).toMatchObject([{ collaboration_mode: reported }]);
  });

  it.each(['review', 'compaction', 'user_shell', 'none'] as const)(
    'that did no regular work (%s) has no event',
    (task) => {
      expect(project(given.turn({ task }))).toEqual([]);
    },
  );

  it('without a completion has no event', () => {
    expect(project(given.turn({ status: null, endReason: 'server_closed' }))).toEqual([]);
  });
});

describe("a turn's lines", () => {
  const diff = { addedLines: 42, deletedLines: 40 };

  it("follow the turn's event directly, with the seconds at which its completion was there", () => {
    expect(typesOf(given.turn({ diff, skills: [given.skill] }))).toEqual([
      'codex_turn_event',
      'codex_accepted_line_fingerprints',
      'skill_invocation',
    ]);
    expect(project(given.turn({ diff }))[1]).toEqual({
      event_type: 'codex_accepted_line_fingerprints',
      event_params: {
        event_type: 'codex.accepted_line_fingerprints',
        turn_id: 'turn-1',
        thread_id: 'thread-1',
        product_surface: 'codex',
        model_slug: 'gpt-5.5',
        completed_at: 456,
        repo_hash: null,
        accepted_added_lines: 42,
        accepted_deleted_lines: 40,
        line_fingerprints: [],
      },
    });
  });

  it.each(['failed', 'interrupted'] as const)('count where the turn was %s, too', (status) => {
    expect(typesOf(given.turn({ status, diff }))).toContain('codex_accepted_line_fingerprints');
  });

  it('count where only lines were deleted', () => {
    expect(typesOf(given.turn({ diff: { addedLines: 0, deletedLines: 1 } }))).toHaveLength(2);
  });

  it('take the end of the turn where no completion was seen', () => {
    expect(paramsOf(given.turn({ diff, completionSeenAtMs: null }))[1]).toMatchObject({ completed_at: 106 });
  });

  it('have no event without a change, and never one without the turn', () => {
    expect(typesOf(given.turn({ diff: { addedLines: 0, deletedLines: 0 } }))).toEqual(['codex_turn_event']);
    expect(project(given.turn({ diff, task: 'review' }))).toEqual([]);
    expect(project(given.turn({ diff, client: null }))).toEqual([]);
  });
});

describe('a steer', () => {
  it('that was taken names its turn', () => {
    expect(project(given.steer({ startMs: 1_795_398_010_999 }))).toEqual([
      {
        event_type: 'codex_turn_steer_event',
        event_params: {
          thread_id: 'thread-1',
          session_id: 'session-1',
          expected_turn_id: 'turn-1',
          accepted_turn_id: 'turn-1',
          ...context,
          ...origin,
          num_input_images: 1,
          result: 'accepted',
          rejection_reason: null,
          created_at: 1_795_398_010,
        },
      },
    ]);
  });

  it.each([
    'no_active_turn',
    'expected_turn_mismatch',
    'non_steerable_review',
    'non_steerable_compact',
    'empty_input',
    'input_too_large',
    null,
  ] as const)('that was refused has the reason: %s', (rejectionReason) => {
    expect(paramsOf(given.steer({ result: 'rejected', acceptedTurnId: null, rejectionReason }))).toMatchObject([
      { result: 'rejected', accepted_turn_id: null, rejection_reason: rejectionReason },
    ]);
  });

  it('bears the client of the connection that asked', () => {
    const facts = given.steer({ client: { ...given.client, clientName: 'another', rpcTransport: 'websocket' } });
    expect(paramsOf(facts)).toMatchObject([
      { app_server_client: { client_name: 'another', rpc_transport: 'websocket' } },
    ]);
  });

  it('has no event without an answer or an expected turn', () => {
    expect(project(given.steer({ endReason: 'connection_closed' }))).toEqual([]);
    expect(project(given.steer({ expectedTurnId: '' }))).toEqual([]);
  });
});

describe('apps and skills of a turn', () => {
  const appMentions = [
    { connectorId: 'calendar', appName: 'Calendar' },
    { connectorId: null, appName: null },
  ];

  it('have one event a mentioned app', () => {
    const events = project(given.turn({ appMentions }));
    expect(events.slice(1)).toEqual([
      {
        event_type: 'codex_app_mentioned',
        event_params: {
          connector_id: 'calendar',
          thread_id: 'thread-1',
          turn_id: 'turn-1',
          app_name: 'Calendar',
          product_client_id: 'codex_vscode',
          invoke_type: 'explicit',
          model_slug: 'gpt-5.5',
        },
      },
      {
        event_type: 'codex_app_mentioned',
        event_params: {
          connector_id: null,
          thread_id: 'thread-1',
          turn_id: 'turn-1',
          app_name: null,
          product_client_id: 'codex_vscode',
          invoke_type: 'explicit',
          model_slug: 'gpt-5.5',
        },
      },
    ]);
  });

  it('have one event a skill, its subject beside its parameters', () => {
    expect(project(given.turn({ skills: [given.skill] }))[1]).toEqual({
      event_type: 'skill_invocation',
      skill_id: null,
      skill_name: 'gardener:mower',
      event_params: {
        product_client_id: 'codex_vscode',
        skill_scope: 'user',
        plugin_id: 'gardener@devmarket',
        thread_id: 'thread-1',
        turn_id: 'turn-1',
        invoke_type: 'explicit',
        model_slug: 'gpt-5.5',
      },
    });
  });

  it('are made for a turn that has no event itself, and without a known client', () => {
    const facts = given.turn({ appMentions, skills: [given.skill], status: null, client: null });
    expect(typesOf(facts)).toEqual(['codex_app_mentioned', 'codex_app_mentioned', 'skill_invocation']);
    for (const params of paramsOf(facts)) expect(params).toMatchObject({ product_client_id: null });
  });
});
