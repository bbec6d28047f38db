import { describe, expect, it } from 'vitest';
import { project } from '../../src/events/projection/project.js';
import type { ItemDetailFacts } from '../../src/session/facts/index.js';
import * as given from './facts.js';
import { context, details, origin } from './facts.js';
import { paramsOf } from './projected.js';

const base = {
  turn_trigger: 'automation',
  thread_id: 'thread-1',
  session_id: 'session-1',
  turn_id: 'turn-1',
  root_turn_id: 'turn-root',
  item_id: 'item-1',
  ...context,
  ...origin,
  tool_name: 'unified_exec',
  started_at_ms: 123_000,
  completed_at_ms: 125_000,
  duration_ms: 2000,
  execution_duration_ms: 1900,
  review_count: 0,
  guardian_review_count: 0,
  user_review_count: 0,
  final_approval_outcome: 'unknown',
  terminal_status: 'completed',
  failure_kind: null,
  requested_additional_permissions: false,
  requested_network_access: false,
  parent_call_id: 'cell-1',
  originating_response_id: 'response-1',
  subsequent_response_id: 'response-2',
};

describe('a tool item', () => {
  it.each<[keyof typeof details, string, object]>([
    [
      'commandExecution',
      'codex_command_execution_event',
      {
        model_slug: 'gpt-5.5',
        plugin_id: 'gardener@devmarket',
        script_path: null,
        command_execution_source: 'unifiedExecStartup',
        exit_code: 7,
        command_total_action_count: 10,
        command_read_action_count: 1,
        command_list_files_action_count: 2,
        command_search_action_count: 3,
        command_unknown_action_count: 4,
      },
    ],
    [
      'fileChange',
      'codex_file_change_event',
      { file_change_count: 10, file_add_count: 1, file_update_count: 2, file_delete_count: 3, file_move_count: 4 },
    ],
    [
      'mcpToolCall',
      'codex_mcp_tool_call_event',
      {
        mcp_server_name: 'codex_apps',
        mcp_tool_name: 'calendar_list_events',
        mcp_error_present: false,
        plugin_id: 'gardener@devmarket',
        connector_id: 'calendar',
      },
    ],
    [
      'dynamicToolCall',
      'codex_dynamic_tool_call_event',
      {
        dynamic_tool_name: 'weather',
        success: true,
        output_content_item_count: 6,
        output_text_item_count: 1,
        output_image_item_count: 2,
        output_audio_item_count: 3,
      },
    ],
    [
      'collabAgentToolCall',
      'codex_collab_agent_tool_call_event',
      {
        sender_thread_id: 'thread-1',
        receiver_thread_count: 2,
        receiver_thread_ids: ['thread-2', 'thread-3'],
        requested_model: 'gpt-5.4',
        requested_reasoning_effort: 'low',
        agent_state_count: 6,
        completed_agent_count: 4,
        failed_agent_count: 1,
      },
    ],
    ['webSearch', 'codex_web_search_event', { web_search_action: 'open_page', query_present: true, query_count: 3 }],
    [
      'imageGeneration',
      'codex_image_generation_event',
      {
        revised_prompt_present: true,
        saved_path_present: false,
        transparent_background: false,
        generation_id: 'generation-1',
      },
    ],
  ])('of the kind %s has one %s', (kind, type, params) => {
    expect(project(given.item({ detail: details[kind] }))).toEqual([
      { event_type: type, event_params: { ...base, ...params } },
    ]);
  });

  it('has its own duration beside that of its lifecycle', () => {
    const facts = given.item({ startedAtMs: 1000, completedAtMs: 1045, executionDurationMs: 42 });
    expect(paramsOf(facts)).toMatchObject([{ duration_ms: 45, execution_duration_ms: 42 }]);
  });

  it('has no duration rather than a negative one', () => {
    expect(paramsOf(given.item({ startedAtMs: 1045, completedAtMs: 1000 }))).toMatchObject([{ duration_ms: null }]);
  });

  it('carries the reviews that were resolved before it completed', () => {
    const reviews = {
      reviewCount: 3,
      guardianReviewCount: 1,
      userReviewCount: 2,
      finalApprovalOutcome: 'user_approved_for_session',
      requestedAdditionalPermissions: true,
      requestedNetworkAccess: true,
    } as const;
    expect(paramsOf(given.item({ reviews }))).toMatchObject([
      {
        review_count: 3,
        guardian_review_count: 1,
        user_review_count: 2,
        final_approval_outcome: 'user_approved_for_session',
        requested_additional_permissions: true,
        requested_network_access: true,
      },
    ]);
  });

  it('that was declined is rejected', () => {
    expect(paramsOf(given.item({ terminalStatus: 'rejected', failureKind: 'approval_denied' }))).toMatchObject([
      { terminal_status: 'rejected', failure_kind: 'approval_denied' },
    ]);
  });

  it("of a subagent bears its parent's client and lineage", () => {
    expect(paramsOf(given.item({ lineage: given.subagentLineage }))).toMatchObject([
      {
        ...context,
        thread_source: 'subagent',
        subagent_source: 'thread_spawn',
        parent_thread_id: 'thread-parent',
      },
    ]);
  });

  it('without output items has no counts of them', () => {
    const detail = { ...details.dynamicToolCall, outputCounts: null };
    expect(paramsOf(given.item({ detail }))).toMatchObject([
      {
        output_content_item_count: null,
        output_text_item_count: null,
        output_image_item_count: null,
        output_audio_item_count: null,
      },
    ]);
  });

  it('has no event if its start, its completion, its status or its turn was not seen', () => {
    expect(project(given.item({ startedAtMs: null }))).toEqual([]);
    expect(project(given.item({ completedAtMs: null, endReason: 'turn_ended' }))).toEqual([]);
    expect(project(given.item({ terminalStatus: null }))).toEqual([]);
    expect(project(given.item({ toolName: null }))).toEqual([]);
    expect(project(given.item({ turnSeenBeyondItems: false }))).toEqual([]);
  });
});

describe("a hosted app's first use", () => {
  const detail: ItemDetailFacts = {
    ...details.mcpToolCall,
    firstAppUse: { connectorId: 'calendar', appName: 'Calendar', invokeType: 'implicit' },
  };

  it("has an event before its tool call's", () => {
    const [used, called, ...rest] = project(given.item({ detail }));
    expect(used).toEqual({
      event_type: 'codex_app_used',
      event_params: {
        connector_id: 'calendar',
        thread_id: 'thread-1',
        turn_id: 'turn-1',
        app_name: 'Calendar',
        product_client_id: 'codex_vscode',
        invoke_type: 'implicit',
        model_slug: 'gpt-5.5',
      },
    });
    expect(called?.event_type).toBe('codex_mcp_tool_call_event');
    expect(rest).toEqual([]);
  });

  it('is made for a call that never ended, too', () => {
    expect(project(given.item({ detail, completedAtMs: null, client: null }))).toMatchObject([
      { event_type: 'codex_app_used', event_params: { product_client_id: null } },
    ]);
  });
});

describe('a compaction', () => {
  const compaction = (facts: Parameters<typeof given.item>[0] = {}, detail = {}) =>
    given.item({ toolName: null, ...facts, detail: { ...details.contextCompaction, ...detail } });

  it('has one event with seconds and its duration', () => {
    expect(project(compaction())).toEqual([
      {
        event_type: 'codex_compaction_event',
        event_params: {
          thread_id: 'thread-1',
          session_id: 'session-1',
          turn_id: 'turn-1',
          ...context,
          ...origin,
          trigger: 'auto',
          status: 'completed',
          phase: 'mid_turn',
          active_context_tokens_after: 2070,
          started_at: 100,
          completed_at: 106,
          duration_ms: 6543,
        },
      },
    ]);
  });

  it('of a resumed subagent has the id of its parent', () => {
    expect(paramsOf(compaction({ lineage: given.subagentLineage }))).toMatchObject([
      { thread_source: 'subagent', subagent_source: 'thread_spawn', parent_thread_id: 'thread-parent' },
    ]);
  });

  it('that failed with its turn has its event, though its item never completed', () => {
    const facts = compaction(
      { completedAtMs: null, endReason: 'turn_ended' },
      { trigger: 'manual', compactionStatus: 'failed' },
    );
    expect(paramsOf(facts)).toMatchObject([{ trigger: 'manual', status: 'failed', duration_ms: 6543 }]);
  });

  it('whose end was not reported has no event', () => {
    expect(project(compaction({ endReason: 'observation_ended' }, { compactionStatus: null }))).toEqual([]);
  });
});
