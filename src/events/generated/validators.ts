// Written by `npm run readers` from the zod schemas in src/events/schema. Do not edit.
// @ts-nocheck: validate.ts gives these functions their types.
import {
  alone,
  anyOf,
  boolean,
  count,
  integer,
  isObject,
  listOf,
  matching,
  misfit,
  oneOf,
  placeOf,
  recordOf,
  text,
} from '../checks.js';

const check0 = oneOf(['codex_thread_initialized']);

const textOrNull = (value, place, misfits, name) => (value === null ? null : text(value, place, misfits, name));

const check2 = oneOf(['stdio', 'websocket', 'in_process']);

const check2OrNull = (value, place, misfits, name) => (value === null ? null : check2(value, place, misfits, name));

const booleanOrNull = (value, place, misfits, name) => (value === null ? null : boolean(value, place, misfits, name));

const check5 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      product_client_id: text(value.product_client_id, place, misfits, 'product_client_id'),
      client_name: textOrNull(value.client_name, place, misfits, 'client_name'),
      client_version: textOrNull(value.client_version, place, misfits, 'client_version'),
      rpc_transport: check2OrNull(value.rpc_transport, place, misfits, 'rpc_transport'),
      experimental_api_enabled: booleanOrNull(
        value.experimental_api_enabled,
        place,
        misfits,
        'experimental_api_enabled',
      ),
    },
    5,
    value,
    place,
    misfits,
  );
};

const check6 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      codex_rs_version: textOrNull(value.codex_rs_version, place, misfits, 'codex_rs_version'),
      runtime_os: textOrNull(value.runtime_os, place, misfits, 'runtime_os'),
      runtime_os_version: textOrNull(value.runtime_os_version, place, misfits, 'runtime_os_version'),
      runtime_arch: textOrNull(value.runtime_arch, place, misfits, 'runtime_arch'),
    },
    4,
    value,
    place,
    misfits,
  );
};

const check7 = oneOf(['new', 'resumed', 'forked']);

const countOrNull = (value, place, misfits, name) => (value === null ? null : count(value, place, misfits, name));

const check9 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      model: textOrNull(value.model, place, misfits, 'model'),
      ephemeral: booleanOrNull(value.ephemeral, place, misfits, 'ephemeral'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      initialization_mode: check7(value.initialization_mode, place, misfits, 'initialization_mode'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      forked_from_thread_id: textOrNull(value.forked_from_thread_id, place, misfits, 'forked_from_thread_id'),
      created_at: countOrNull(value.created_at, place, misfits, 'created_at'),
    },
    12,
    value,
    place,
    misfits,
  );
};

const check10 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check0(value.event_type, place, misfits, 'event_type'),
      event_params: check9(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check11 = oneOf(['codex_thread_archive_event']);

const check12 = oneOf(['archived', 'unarchived']);

const check5OrNull = (value, place, misfits, name) => (value === null ? null : check5(value, place, misfits, name));

const check6OrNull = (value, place, misfits, name) => (value === null ? null : check6(value, place, misfits, name));

const check15 = oneOf(['user', 'subagent', 'memory_consolidation', 'guardian_review', 'automation']);

const check15OrNull = (value, place, misfits, name) => (value === null ? null : check15(value, place, misfits, name));

const check17 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      action: check12(value.action, place, misfits, 'action'),
      occurred_at_ms: count(value.occurred_at_ms, place, misfits, 'occurred_at_ms'),
      app_server_client: check5OrNull(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6OrNull(value.runtime, place, misfits, 'runtime'),
      thread_source: check15OrNull(value.thread_source, place, misfits, 'thread_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
    },
    7,
    value,
    place,
    misfits,
  );
};

const check18 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check11(value.event_type, place, misfits, 'event_type'),
      event_params: check17(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check19 = oneOf(['codex_turn_event']);

const check20 = oneOf(['default', 'queued']);

const check20OrNull = (value, place, misfits, name) => (value === null ? null : check20(value, place, misfits, name));

const check7OrNull = (value, place, misfits, name) => (value === null ? null : check7(value, place, misfits, name));

const check23 = oneOf(['full_access', 'read_only', 'workspace_write', 'external_sandbox']);

const check23OrNull = (value, place, misfits, name) => (value === null ? null : check23(value, place, misfits, name));

const check25 = oneOf(['plan', 'default']);

const check25OrNull = (value, place, misfits, name) => (value === null ? null : check25(value, place, misfits, name));

const check27 = oneOf(['completed', 'failed', 'interrupted']);

const check27OrNull = (value, place, misfits, name) => (value === null ? null : check27(value, place, misfits, name));

const check29 = oneOf([null]);

const check30 = anyOf([integer, text, check29]);

const check31 = (value, place, misfits, name) => (value === null ? null : check30(value, place, misfits, name));

const check32 = recordOf(/^[A-Za-z][A-Za-z0-9_]*$/, check31);

const check33 = recordOf(/^[A-Za-z][A-Za-z0-9_]*$/, check32, 1);

const check34 = anyOf([text, check33, check29]);

const check35 = (value, place, misfits, name) => (value === null ? null : check34(value, place, misfits, name));

const check36 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      root_turn_id: textOrNull(value.root_turn_id, place, misfits, 'root_turn_id'),
      parent_turn_id: textOrNull(value.parent_turn_id, place, misfits, 'parent_turn_id'),
      turn_trigger: textOrNull(value.turn_trigger, place, misfits, 'turn_trigger'),
      submission_type: check20OrNull(value.submission_type, place, misfits, 'submission_type'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      ephemeral: booleanOrNull(value.ephemeral, place, misfits, 'ephemeral'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      initialization_mode: check7OrNull(value.initialization_mode, place, misfits, 'initialization_mode'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      model: textOrNull(value.model, place, misfits, 'model'),
      model_provider: textOrNull(value.model_provider, place, misfits, 'model_provider'),
      sandbox_policy: check23OrNull(value.sandbox_policy, place, misfits, 'sandbox_policy'),
      reasoning_effort: textOrNull(value.reasoning_effort, place, misfits, 'reasoning_effort'),
      reasoning_summary: textOrNull(value.reasoning_summary, place, misfits, 'reasoning_summary'),
      service_tier: textOrNull(value.service_tier, place, misfits, 'service_tier'),
      approval_policy: textOrNull(value.approval_policy, place, misfits, 'approval_policy'),
      approvals_reviewer: textOrNull(value.approvals_reviewer, place, misfits, 'approvals_reviewer'),
      multi_agent_version: textOrNull(value.multi_agent_version, place, misfits, 'multi_agent_version'),
      sandbox_network_access: booleanOrNull(value.sandbox_network_access, place, misfits, 'sandbox_network_access'),
      collaboration_mode: check25OrNull(value.collaboration_mode, place, misfits, 'collaboration_mode'),
      personality: textOrNull(value.personality, place, misfits, 'personality'),
      workspace_kind: textOrNull(value.workspace_kind, place, misfits, 'workspace_kind'),
      used_dictation: booleanOrNull(value.used_dictation, place, misfits, 'used_dictation'),
      num_input_images: count(value.num_input_images, place, misfits, 'num_input_images'),
      is_first_turn: booleanOrNull(value.is_first_turn, place, misfits, 'is_first_turn'),
      status: check27OrNull(value.status, place, misfits, 'status'),
      explicit_client_interrupt_requested_at_ms: countOrNull(
        value.explicit_client_interrupt_requested_at_ms,
        place,
        misfits,
        'explicit_client_interrupt_requested_at_ms',
      ),
      turn_error: check35(value.turn_error, place, misfits, 'turn_error'),
      steer_count: countOrNull(value.steer_count, place, misfits, 'steer_count'),
      total_tool_call_count: countOrNull(value.total_tool_call_count, place, misfits, 'total_tool_call_count'),
      shell_command_count: countOrNull(value.shell_command_count, place, misfits, 'shell_command_count'),
      file_change_count: count(value.file_change_count, place, misfits, 'file_change_count'),
      mcp_tool_call_count: count(value.mcp_tool_call_count, place, misfits, 'mcp_tool_call_count'),
      dynamic_tool_call_count: count(value.dynamic_tool_call_count, place, misfits, 'dynamic_tool_call_count'),
      subagent_tool_call_count: count(value.subagent_tool_call_count, place, misfits, 'subagent_tool_call_count'),
      web_search_count: count(value.web_search_count, place, misfits, 'web_search_count'),
      image_generation_count: count(value.image_generation_count, place, misfits, 'image_generation_count'),
      input_tokens: countOrNull(value.input_tokens, place, misfits, 'input_tokens'),
      cached_input_tokens: countOrNull(value.cached_input_tokens, place, misfits, 'cached_input_tokens'),
      cache_write_input_tokens: countOrNull(value.cache_write_input_tokens, place, misfits, 'cache_write_input_tokens'),
      output_tokens: countOrNull(value.output_tokens, place, misfits, 'output_tokens'),
      reasoning_output_tokens: countOrNull(value.reasoning_output_tokens, place, misfits, 'reasoning_output_tokens'),
      total_tokens: countOrNull(value.total_tokens, place, misfits, 'total_tokens'),
      duration_ms: countOrNull(value.duration_ms, place, misfits, 'duration_ms'),
      started_at: countOrNull(value.started_at, place, misfits, 'started_at'),
      completed_at: count(value.completed_at, place, misfits, 'completed_at'),
    },
    51,
    value,
    place,
    misfits,
  );
};

const check37 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check19(value.event_type, place, misfits, 'event_type'),
      event_params: check36(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check38 = oneOf(['codex_accepted_line_fingerprints']);

const check39 = oneOf(['codex.accepted_line_fingerprints']);

const check40 = oneOf(['codex']);

const check41 = matching(/^[0-9a-f]{40}$/);

const check41OrNull = (value, place, misfits, name) => (value === null ? null : check41(value, place, misfits, name));

const check43 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      path_hash: check41(value.path_hash, place, misfits, 'path_hash'),
      line_hash: check41(value.line_hash, place, misfits, 'line_hash'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check44 = listOf(check43);

const check45 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check39(value.event_type, place, misfits, 'event_type'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      product_surface: check40(value.product_surface, place, misfits, 'product_surface'),
      model_slug: textOrNull(value.model_slug, place, misfits, 'model_slug'),
      completed_at: count(value.completed_at, place, misfits, 'completed_at'),
      repo_hash: check41OrNull(value.repo_hash, place, misfits, 'repo_hash'),
      accepted_added_lines: count(value.accepted_added_lines, place, misfits, 'accepted_added_lines'),
      accepted_deleted_lines: count(value.accepted_deleted_lines, place, misfits, 'accepted_deleted_lines'),
      line_fingerprints: check44(value.line_fingerprints, place, misfits, 'line_fingerprints'),
    },
    10,
    value,
    place,
    misfits,
  );
};

const check46 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check38(value.event_type, place, misfits, 'event_type'),
      event_params: check45(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check47 = oneOf(['codex_turn_steer_event']);

const check48 = oneOf(['accepted', 'rejected']);

const check49 = oneOf([
  'no_active_turn',
  'expected_turn_mismatch',
  'non_steerable_review',
  'non_steerable_compact',
  'empty_input',
  'input_too_large',
]);

const check49OrNull = (value, place, misfits, name) => (value === null ? null : check49(value, place, misfits, name));

const check51 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      expected_turn_id: textOrNull(value.expected_turn_id, place, misfits, 'expected_turn_id'),
      accepted_turn_id: textOrNull(value.accepted_turn_id, place, misfits, 'accepted_turn_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      num_input_images: count(value.num_input_images, place, misfits, 'num_input_images'),
      result: check48(value.result, place, misfits, 'result'),
      rejection_reason: check49OrNull(value.rejection_reason, place, misfits, 'rejection_reason'),
      created_at: count(value.created_at, place, misfits, 'created_at'),
    },
    13,
    value,
    place,
    misfits,
  );
};

const check52 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check47(value.event_type, place, misfits, 'event_type'),
      event_params: check51(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check53 = oneOf(['codex_review_event']);

const check54 = oneOf([
  'command_execution',
  'file_change',
  'mcp_tool_call',
  'permissions',
  'network_access',
  'write_stdin',
]);

const check55 = oneOf(['guardian', 'user']);

const check56 = oneOf(['initial', 'sandbox_denial', 'network_policy_denial', 'execve_intercept']);

const check57 = oneOf(['approved', 'denied', 'aborted', 'timed_out']);

const check58 = oneOf(['none', 'session_approval', 'exec_policy_amendment', 'network_policy_amendment']);

const check58OrNull = (value, place, misfits, name) => (value === null ? null : check58(value, place, misfits, name));

const check60 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      item_id: textOrNull(value.item_id, place, misfits, 'item_id'),
      review_id: text(value.review_id, place, misfits, 'review_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      subject_kind: check54(value.subject_kind, place, misfits, 'subject_kind'),
      subject_name: text(value.subject_name, place, misfits, 'subject_name'),
      reviewer: check55(value.reviewer, place, misfits, 'reviewer'),
      trigger: check56(value.trigger, place, misfits, 'trigger'),
      status: check57(value.status, place, misfits, 'status'),
      resolution: check58OrNull(value.resolution, place, misfits, 'resolution'),
      started_at_ms: count(value.started_at_ms, place, misfits, 'started_at_ms'),
      completed_at_ms: count(value.completed_at_ms, place, misfits, 'completed_at_ms'),
      duration_ms: countOrNull(value.duration_ms, place, misfits, 'duration_ms'),
    },
    18,
    value,
    place,
    misfits,
  );
};

const check61 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check53(value.event_type, place, misfits, 'event_type'),
      event_params: check60(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check62 = oneOf(['codex_guardian_review']);

const check63 = oneOf(['approved', 'denied', 'aborted']);

const check64 = oneOf(['approved', 'denied', 'aborted', 'timed_out', 'failed_closed']);

const check64OrNull = (value, place, misfits, name) => (value === null ? null : check64(value, place, misfits, name));

const check66 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      review_id: text(value.review_id, place, misfits, 'review_id'),
      target_item_id: textOrNull(value.target_item_id, place, misfits, 'target_item_id'),
      decision: check63(value.decision, place, misfits, 'decision'),
      terminal_status: check64OrNull(value.terminal_status, place, misfits, 'terminal_status'),
      risk_level: textOrNull(value.risk_level, place, misfits, 'risk_level'),
      user_authorization: textOrNull(value.user_authorization, place, misfits, 'user_authorization'),
      started_at: count(value.started_at, place, misfits, 'started_at'),
      completed_at: count(value.completed_at, place, misfits, 'completed_at'),
    },
    13,
    value,
    place,
    misfits,
  );
};

const check67 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check62(value.event_type, place, misfits, 'event_type'),
      event_params: check66(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check68 = oneOf(['codex_command_execution_event']);

const check69 = oneOf([
  'unknown',
  'not_needed',
  'config_allowed',
  'policy_forbidden',
  'guardian_approved',
  'guardian_denied',
  'guardian_aborted',
  'user_approved',
  'user_approved_for_session',
  'user_denied',
  'user_aborted',
]);

const check69OrNull = (value, place, misfits, name) => (value === null ? null : check69(value, place, misfits, name));

const check71 = oneOf(['completed', 'failed', 'rejected', 'interrupted']);

const check72 = oneOf(['tool_error', 'approval_denied', 'approval_aborted', 'sandbox_denied', 'policy_forbidden']);

const check72OrNull = (value, place, misfits, name) => (value === null ? null : check72(value, place, misfits, name));

const integerOrNull = (value, place, misfits, name) => (value === null ? null : integer(value, place, misfits, name));

const check75 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      model_slug: textOrNull(value.model_slug, place, misfits, 'model_slug'),
      turn_trigger: textOrNull(value.turn_trigger, place, misfits, 'turn_trigger'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      root_turn_id: textOrNull(value.root_turn_id, place, misfits, 'root_turn_id'),
      item_id: text(value.item_id, place, misfits, 'item_id'),
      parent_call_id: textOrNull(value.parent_call_id, place, misfits, 'parent_call_id'),
      originating_response_id: textOrNull(value.originating_response_id, place, misfits, 'originating_response_id'),
      subsequent_response_id: textOrNull(value.subsequent_response_id, place, misfits, 'subsequent_response_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      tool_name: text(value.tool_name, place, misfits, 'tool_name'),
      started_at_ms: countOrNull(value.started_at_ms, place, misfits, 'started_at_ms'),
      completed_at_ms: countOrNull(value.completed_at_ms, place, misfits, 'completed_at_ms'),
      duration_ms: countOrNull(value.duration_ms, place, misfits, 'duration_ms'),
      execution_duration_ms: countOrNull(value.execution_duration_ms, place, misfits, 'execution_duration_ms'),
      review_count: countOrNull(value.review_count, place, misfits, 'review_count'),
      guardian_review_count: countOrNull(value.guardian_review_count, place, misfits, 'guardian_review_count'),
      user_review_count: countOrNull(value.user_review_count, place, misfits, 'user_review_count'),
      final_approval_outcome: check69OrNull(value.final_approval_outcome, place, misfits, 'final_approval_outcome'),
      terminal_status: check71(value.terminal_status, place, misfits, 'terminal_status'),
      failure_kind: check72OrNull(value.failure_kind, place, misfits, 'failure_kind'),
      requested_additional_permissions: booleanOrNull(
        value.requested_additional_permissions,
        place,
        misfits,
        'requested_additional_permissions',
      ),
      requested_network_access: booleanOrNull(
        value.requested_network_access,
        place,
        misfits,
        'requested_network_access',
      ),
      plugin_id: textOrNull(value.plugin_id, place, misfits, 'plugin_id'),
      script_path: textOrNull(value.script_path, place, misfits, 'script_path'),
      command_execution_source: text(value.command_execution_source, place, misfits, 'command_execution_source'),
      exit_code: integerOrNull(value.exit_code, place, misfits, 'exit_code'),
      command_total_action_count: countOrNull(
        value.command_total_action_count,
        place,
        misfits,
        'command_total_action_count',
      ),
      command_read_action_count: countOrNull(
        value.command_read_action_count,
        place,
        misfits,
        'command_read_action_count',
      ),
      command_list_files_action_count: countOrNull(
        value.command_list_files_action_count,
        place,
        misfits,
        'command_list_files_action_count',
      ),
      command_search_action_count: countOrNull(
        value.command_search_action_count,
        place,
        misfits,
        'command_search_action_count',
      ),
      command_unknown_action_count: countOrNull(
        value.command_unknown_action_count,
        place,
        misfits,
        'command_unknown_action_count',
      ),
    },
    37,
    value,
    place,
    misfits,
  );
};

const check76 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check68(value.event_type, place, misfits, 'event_type'),
      event_params: check75(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check77 = oneOf(['codex_file_change_event']);

const check78 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      turn_trigger: textOrNull(value.turn_trigger, place, misfits, 'turn_trigger'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      root_turn_id: textOrNull(value.root_turn_id, place, misfits, 'root_turn_id'),
      item_id: text(value.item_id, place, misfits, 'item_id'),
      parent_call_id: textOrNull(value.parent_call_id, place, misfits, 'parent_call_id'),
      originating_response_id: textOrNull(value.originating_response_id, place, misfits, 'originating_response_id'),
      subsequent_response_id: textOrNull(value.subsequent_response_id, place, misfits, 'subsequent_response_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      tool_name: text(value.tool_name, place, misfits, 'tool_name'),
      started_at_ms: countOrNull(value.started_at_ms, place, misfits, 'started_at_ms'),
      completed_at_ms: countOrNull(value.completed_at_ms, place, misfits, 'completed_at_ms'),
      duration_ms: countOrNull(value.duration_ms, place, misfits, 'duration_ms'),
      execution_duration_ms: countOrNull(value.execution_duration_ms, place, misfits, 'execution_duration_ms'),
      review_count: countOrNull(value.review_count, place, misfits, 'review_count'),
      guardian_review_count: countOrNull(value.guardian_review_count, place, misfits, 'guardian_review_count'),
      user_review_count: countOrNull(value.user_review_count, place, misfits, 'user_review_count'),
      final_approval_outcome: check69OrNull(value.final_approval_outcome, place, misfits, 'final_approval_outcome'),
      terminal_status: check71(value.terminal_status, place, misfits, 'terminal_status'),
      failure_kind: check72OrNull(value.failure_kind, place, misfits, 'failure_kind'),
      requested_additional_permissions: booleanOrNull(
        value.requested_additional_permissions,
        place,
        misfits,
        'requested_additional_permissions',
      ),
      requested_network_access: booleanOrNull(
        value.requested_network_access,
        place,
        misfits,
        'requested_network_access',
      ),
      file_change_count: count(value.file_change_count, place, misfits, 'file_change_count'),
      file_add_count: count(value.file_add_count, place, misfits, 'file_add_count'),
      file_update_count: count(value.file_update_count, place, misfits, 'file_update_count'),
      file_delete_count: count(value.file_delete_count, place, misfits, 'file_delete_count'),
      file_move_count: count(value.file_move_count, place, misfits, 'file_move_count'),
    },
    32,
    value,
    place,
    misfits,
  );
};

const check79 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check77(value.event_type, place, misfits, 'event_type'),
      event_params: check78(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check80 = oneOf(['codex_mcp_tool_call_event']);

const check81 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      turn_trigger: textOrNull(value.turn_trigger, place, misfits, 'turn_trigger'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      root_turn_id: textOrNull(value.root_turn_id, place, misfits, 'root_turn_id'),
      item_id: text(value.item_id, place, misfits, 'item_id'),
      parent_call_id: textOrNull(value.parent_call_id, place, misfits, 'parent_call_id'),
      originating_response_id: textOrNull(value.originating_response_id, place, misfits, 'originating_response_id'),
      subsequent_response_id: textOrNull(value.subsequent_response_id, place, misfits, 'subsequent_response_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      tool_name: text(value.tool_name, place, misfits, 'tool_name'),
      started_at_ms: countOrNull(value.started_at_ms, place, misfits, 'started_at_ms'),
      completed_at_ms: countOrNull(value.completed_at_ms, place, misfits, 'completed_at_ms'),
      duration_ms: countOrNull(value.duration_ms, place, misfits, 'duration_ms'),
      execution_duration_ms: countOrNull(value.execution_duration_ms, place, misfits, 'execution_duration_ms'),
      review_count: countOrNull(value.review_count, place, misfits, 'review_count'),
      guardian_review_count: countOrNull(value.guardian_review_count, place, misfits, 'guardian_review_count'),
      user_review_count: countOrNull(value.user_review_count, place, misfits, 'user_review_count'),
      final_approval_outcome: check69OrNull(value.final_approval_outcome, place, misfits, 'final_approval_outcome'),
      terminal_status: check71(value.terminal_status, place, misfits, 'terminal_status'),
      failure_kind: check72OrNull(value.failure_kind, place, misfits, 'failure_kind'),
      requested_additional_permissions: booleanOrNull(
        value.requested_additional_permissions,
        place,
        misfits,
        'requested_additional_permissions',
      ),
      requested_network_access: booleanOrNull(
        value.requested_network_access,
        place,
        misfits,
        'requested_network_access',
      ),
      mcp_server_name: text(value.mcp_server_name, place, misfits, 'mcp_server_name'),
      mcp_tool_name: text(value.mcp_tool_name, place, misfits, 'mcp_tool_name'),
      mcp_error_present: boolean(value.mcp_error_present, place, misfits, 'mcp_error_present'),
      plugin_id: textOrNull(value.plugin_id, place, misfits, 'plugin_id'),
      connector_id: textOrNull(value.connector_id, place, misfits, 'connector_id'),
    },
    32,
    value,
    place,
    misfits,
  );
};

const check82 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check80(value.event_type, place, misfits, 'event_type'),
      event_params: check81(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check83 = oneOf(['codex_dynamic_tool_call_event']);

const check84 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      turn_trigger: textOrNull(value.turn_trigger, place, misfits, 'turn_trigger'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      root_turn_id: textOrNull(value.root_turn_id, place, misfits, 'root_turn_id'),
      item_id: text(value.item_id, place, misfits, 'item_id'),
      parent_call_id: textOrNull(value.parent_call_id, place, misfits, 'parent_call_id'),
      originating_response_id: textOrNull(value.originating_response_id, place, misfits, 'originating_response_id'),
      subsequent_response_id: textOrNull(value.subsequent_response_id, place, misfits, 'subsequent_response_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      tool_name: text(value.tool_name, place, misfits, 'tool_name'),
      started_at_ms: countOrNull(value.started_at_ms, place, misfits, 'started_at_ms'),
      completed_at_ms: countOrNull(value.completed_at_ms, place, misfits, 'completed_at_ms'),
      duration_ms: countOrNull(value.duration_ms, place, misfits, 'duration_ms'),
      execution_duration_ms: countOrNull(value.execution_duration_ms, place, misfits, 'execution_duration_ms'),
      review_count: countOrNull(value.review_count, place, misfits, 'review_count'),
      guardian_review_count: countOrNull(value.guardian_review_count, place, misfits, 'guardian_review_count'),
      user_review_count: countOrNull(value.user_review_count, place, misfits, 'user_review_count'),
      final_approval_outcome: check69OrNull(value.final_approval_outcome, place, misfits, 'final_approval_outcome'),
      terminal_status: check71(value.terminal_status, place, misfits, 'terminal_status'),
      failure_kind: check72OrNull(value.failure_kind, place, misfits, 'failure_kind'),
      requested_additional_permissions: booleanOrNull(
        value.requested_additional_permissions,
        place,
        misfits,
        'requested_additional_permissions',
      ),
      requested_network_access: booleanOrNull(
        value.requested_network_access,
        place,
        misfits,
        'requested_network_access',
      ),
      dynamic_tool_name: text(value.dynamic_tool_name, place, misfits, 'dynamic_tool_name'),
      success: booleanOrNull(value.success, place, misfits, 'success'),
      output_content_item_count: countOrNull(
        value.output_content_item_count,
        place,
        misfits,
        'output_content_item_count',
      ),
      output_text_item_count: countOrNull(value.output_text_item_count, place, misfits, 'output_text_item_count'),
      output_image_item_count: countOrNull(value.output_image_item_count, place, misfits, 'output_image_item_count'),
      output_audio_item_count: countOrNull(value.output_audio_item_count, place, misfits, 'output_audio_item_count'),
    },
    33,
    value,
    place,
    misfits,
  );
};

const check85 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check83(value.event_type, place, misfits, 'event_type'),
      event_params: check84(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check86 = oneOf(['codex_collab_agent_tool_call_event']);

const check87 = listOf(text);

const check88 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      turn_trigger: textOrNull(value.turn_trigger, place, misfits, 'turn_trigger'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      root_turn_id: textOrNull(value.root_turn_id, place, misfits, 'root_turn_id'),
      item_id: text(value.item_id, place, misfits, 'item_id'),
      parent_call_id: textOrNull(value.parent_call_id, place, misfits, 'parent_call_id'),
      originating_response_id: textOrNull(value.originating_response_id, place, misfits, 'originating_response_id'),
      subsequent_response_id: textOrNull(value.subsequent_response_id, place, misfits, 'subsequent_response_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      tool_name: text(value.tool_name, place, misfits, 'tool_name'),
      started_at_ms: countOrNull(value.started_at_ms, place, misfits, 'started_at_ms'),
      completed_at_ms: countOrNull(value.completed_at_ms, place, misfits, 'completed_at_ms'),
      duration_ms: countOrNull(value.duration_ms, place, misfits, 'duration_ms'),
      execution_duration_ms: countOrNull(value.execution_duration_ms, place, misfits, 'execution_duration_ms'),
      review_count: countOrNull(value.review_count, place, misfits, 'review_count'),
      guardian_review_count: countOrNull(value.guardian_review_count, place, misfits, 'guardian_review_count'),
      user_review_count: countOrNull(value.user_review_count, place, misfits, 'user_review_count'),
      final_approval_outcome: check69OrNull(value.final_approval_outcome, place, misfits, 'final_approval_outcome'),
      terminal_status: check71(value.terminal_status, place, misfits, 'terminal_status'),
      failure_kind: check72OrNull(value.failure_kind, place, misfits, 'failure_kind'),
      requested_additional_permissions: booleanOrNull(
        value.requested_additional_permissions,
        place,
        misfits,
        'requested_additional_permissions',
      ),
      requested_network_access: booleanOrNull(
        value.requested_network_access,
        place,
        misfits,
        'requested_network_access',
      ),
      sender_thread_id: text(value.sender_thread_id, place, misfits, 'sender_thread_id'),
      receiver_thread_count: count(value.receiver_thread_count, place, misfits, 'receiver_thread_count'),
      receiver_thread_ids: check87(value.receiver_thread_ids, place, misfits, 'receiver_thread_ids'),
      requested_model: textOrNull(value.requested_model, place, misfits, 'requested_model'),
      requested_reasoning_effort: textOrNull(
        value.requested_reasoning_effort,
        place,
        misfits,
        'requested_reasoning_effort',
      ),
      agent_state_count: count(value.agent_state_count, place, misfits, 'agent_state_count'),
      completed_agent_count: count(value.completed_agent_count, place, misfits, 'completed_agent_count'),
      failed_agent_count: count(value.failed_agent_count, place, misfits, 'failed_agent_count'),
    },
    35,
    value,
    place,
    misfits,
  );
};

const check89 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check86(value.event_type, place, misfits, 'event_type'),
      event_params: check88(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check90 = oneOf(['codex_web_search_event']);

const check91 = oneOf(['search', 'open_page', 'find_in_page', 'other']);

const check91OrNull = (value, place, misfits, name) => (value === null ? null : check91(value, place, misfits, name));

const check93 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      turn_trigger: textOrNull(value.turn_trigger, place, misfits, 'turn_trigger'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      root_turn_id: textOrNull(value.root_turn_id, place, misfits, 'root_turn_id'),
      item_id: text(value.item_id, place, misfits, 'item_id'),
      parent_call_id: textOrNull(value.parent_call_id, place, misfits, 'parent_call_id'),
      originating_response_id: textOrNull(value.originating_response_id, place, misfits, 'originating_response_id'),
      subsequent_response_id: textOrNull(value.subsequent_response_id, place, misfits, 'subsequent_response_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      tool_name: text(value.tool_name, place, misfits, 'tool_name'),
      started_at_ms: countOrNull(value.started_at_ms, place, misfits, 'started_at_ms'),
      completed_at_ms: countOrNull(value.completed_at_ms, place, misfits, 'completed_at_ms'),
      duration_ms: countOrNull(value.duration_ms, place, misfits, 'duration_ms'),
      execution_duration_ms: countOrNull(value.execution_duration_ms, place, misfits, 'execution_duration_ms'),
      review_count: countOrNull(value.review_count, place, misfits, 'review_count'),
      guardian_review_count: countOrNull(value.guardian_review_count, place, misfits, 'guardian_review_count'),
      user_review_count: countOrNull(value.user_review_count, place, misfits, 'user_review_count'),
      final_approval_outcome: check69OrNull(value.final_approval_outcome, place, misfits, 'final_approval_outcome'),
      terminal_status: check71(value.terminal_status, place, misfits, 'terminal_status'),
      failure_kind: check72OrNull(value.failure_kind, place, misfits, 'failure_kind'),
      requested_additional_permissions: booleanOrNull(
        value.requested_additional_permissions,
        place,
        misfits,
        'requested_additional_permissions',
      ),
      requested_network_access: booleanOrNull(
        value.requested_network_access,
        place,
        misfits,
        'requested_network_access',
      ),
      web_search_action: check91OrNull(value.web_search_action, place, misfits, 'web_search_action'),
      query_present: boolean(value.query_present, place, misfits, 'query_present'),
      query_count: countOrNull(value.query_count, place, misfits, 'query_count'),
    },
    30,
    value,
    place,
    misfits,
  );
};

const check94 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check90(value.event_type, place, misfits, 'event_type'),
      event_params: check93(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check95 = oneOf(['codex_image_generation_event']);

const check96 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      turn_trigger: textOrNull(value.turn_trigger, place, misfits, 'turn_trigger'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      root_turn_id: textOrNull(value.root_turn_id, place, misfits, 'root_turn_id'),
      item_id: text(value.item_id, place, misfits, 'item_id'),
      parent_call_id: textOrNull(value.parent_call_id, place, misfits, 'parent_call_id'),
      originating_response_id: textOrNull(value.originating_response_id, place, misfits, 'originating_response_id'),
      subsequent_response_id: textOrNull(value.subsequent_response_id, place, misfits, 'subsequent_response_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      tool_name: text(value.tool_name, place, misfits, 'tool_name'),
      started_at_ms: countOrNull(value.started_at_ms, place, misfits, 'started_at_ms'),
      completed_at_ms: countOrNull(value.completed_at_ms, place, misfits, 'completed_at_ms'),
      duration_ms: countOrNull(value.duration_ms, place, misfits, 'duration_ms'),
      execution_duration_ms: countOrNull(value.execution_duration_ms, place, misfits, 'execution_duration_ms'),
      review_count: countOrNull(value.review_count, place, misfits, 'review_count'),
      guardian_review_count: countOrNull(value.guardian_review_count, place, misfits, 'guardian_review_count'),
      user_review_count: countOrNull(value.user_review_count, place, misfits, 'user_review_count'),
      final_approval_outcome: check69OrNull(value.final_approval_outcome, place, misfits, 'final_approval_outcome'),
      terminal_status: check71(value.terminal_status, place, misfits, 'terminal_status'),
      failure_kind: check72OrNull(value.failure_kind, place, misfits, 'failure_kind'),
      requested_additional_permissions: booleanOrNull(
        value.requested_additional_permissions,
        place,
        misfits,
        'requested_additional_permissions',
      ),
      requested_network_access: booleanOrNull(
        value.requested_network_access,
        place,
        misfits,
        'requested_network_access',
      ),
      revised_prompt_present: boolean(value.revised_prompt_present, place, misfits, 'revised_prompt_present'),
      saved_path_present: boolean(value.saved_path_present, place, misfits, 'saved_path_present'),
      transparent_background: booleanOrNull(value.transparent_background, place, misfits, 'transparent_background'),
      generation_id: textOrNull(value.generation_id, place, misfits, 'generation_id'),
    },
    31,
    value,
    place,
    misfits,
  );
};

const check97 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check95(value.event_type, place, misfits, 'event_type'),
      event_params: check96(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check98 = oneOf(['codex_control_tool_call_event']);

const check99 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      turn_trigger: textOrNull(value.turn_trigger, place, misfits, 'turn_trigger'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      root_turn_id: textOrNull(value.root_turn_id, place, misfits, 'root_turn_id'),
      item_id: text(value.item_id, place, misfits, 'item_id'),
      parent_call_id: textOrNull(value.parent_call_id, place, misfits, 'parent_call_id'),
      originating_response_id: textOrNull(value.originating_response_id, place, misfits, 'originating_response_id'),
      subsequent_response_id: textOrNull(value.subsequent_response_id, place, misfits, 'subsequent_response_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      tool_name: text(value.tool_name, place, misfits, 'tool_name'),
      started_at_ms: countOrNull(value.started_at_ms, place, misfits, 'started_at_ms'),
      completed_at_ms: countOrNull(value.completed_at_ms, place, misfits, 'completed_at_ms'),
      duration_ms: countOrNull(value.duration_ms, place, misfits, 'duration_ms'),
      execution_duration_ms: countOrNull(value.execution_duration_ms, place, misfits, 'execution_duration_ms'),
      review_count: countOrNull(value.review_count, place, misfits, 'review_count'),
      guardian_review_count: countOrNull(value.guardian_review_count, place, misfits, 'guardian_review_count'),
      user_review_count: countOrNull(value.user_review_count, place, misfits, 'user_review_count'),
      final_approval_outcome: check69OrNull(value.final_approval_outcome, place, misfits, 'final_approval_outcome'),
      terminal_status: check71(value.terminal_status, place, misfits, 'terminal_status'),
      failure_kind: check72OrNull(value.failure_kind, place, misfits, 'failure_kind'),
      requested_additional_permissions: booleanOrNull(
        value.requested_additional_permissions,
        place,
        misfits,
        'requested_additional_permissions',
      ),
      requested_network_access: booleanOrNull(
        value.requested_network_access,
        place,
        misfits,
        'requested_network_access',
      ),
      success: booleanOrNull(value.success, place, misfits, 'success'),
    },
    28,
    value,
    place,
    misfits,
  );
};

const check100 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check98(value.event_type, place, misfits, 'event_type'),
      event_params: check99(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check101 = oneOf(['codex_compaction_event']);

const check102 = oneOf(['manual', 'auto']);

const check102OrNull = (value, place, misfits, name) => (value === null ? null : check102(value, place, misfits, name));

const check104 = oneOf(['standalone_turn', 'pre_turn', 'mid_turn']);

const check104OrNull = (value, place, misfits, name) => (value === null ? null : check104(value, place, misfits, name));

const check106 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      trigger: check102OrNull(value.trigger, place, misfits, 'trigger'),
      phase: check104OrNull(value.phase, place, misfits, 'phase'),
      status: check27(value.status, place, misfits, 'status'),
      active_context_tokens_after: countOrNull(
        value.active_context_tokens_after,
        place,
        misfits,
        'active_context_tokens_after',
      ),
      started_at: count(value.started_at, place, misfits, 'started_at'),
      completed_at: count(value.completed_at, place, misfits, 'completed_at'),
      duration_ms: countOrNull(value.duration_ms, place, misfits, 'duration_ms'),
    },
    15,
    value,
    place,
    misfits,
  );
};

const check107 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check101(value.event_type, place, misfits, 'event_type'),
      event_params: check106(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check108 = oneOf(['codex_hook_run']);

const check109 = oneOf(['completed', 'failed', 'stopped', 'blocked']);

const check110 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      product_client_id: textOrNull(value.product_client_id, place, misfits, 'product_client_id'),
      model_slug: textOrNull(value.model_slug, place, misfits, 'model_slug'),
      hook_name: text(value.hook_name, place, misfits, 'hook_name'),
      hook_source: text(value.hook_source, place, misfits, 'hook_source'),
      handler_type: textOrNull(value.handler_type, place, misfits, 'handler_type'),
      execution_mode: textOrNull(value.execution_mode, place, misfits, 'execution_mode'),
      status: check109(value.status, place, misfits, 'status'),
    },
    9,
    value,
    place,
    misfits,
  );
};

const check111 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check108(value.event_type, place, misfits, 'event_type'),
      event_params: check110(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check112 = oneOf(['codex_goal_event']);

const check113 = oneOf(['created', 'usage_accounted', 'status_changed', 'cleared']);

const check114 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      turn_id: textOrNull(value.turn_id, place, misfits, 'turn_id'),
      app_server_client: check5(value.app_server_client, place, misfits, 'app_server_client'),
      runtime: check6(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      event_kind: check113(value.event_kind, place, misfits, 'event_kind'),
      goal_status: textOrNull(value.goal_status, place, misfits, 'goal_status'),
      has_token_budget: booleanOrNull(value.has_token_budget, place, misfits, 'has_token_budget'),
      cumulative_tokens_accounted: countOrNull(
        value.cumulative_tokens_accounted,
        place,
        misfits,
        'cumulative_tokens_accounted',
      ),
      cumulative_time_accounted_seconds: countOrNull(
        value.cumulative_time_accounted_seconds,
        place,
        misfits,
        'cumulative_time_accounted_seconds',
      ),
    },
    13,
    value,
    place,
    misfits,
  );
};

const check115 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check112(value.event_type, place, misfits, 'event_type'),
      event_params: check114(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check116 = oneOf(['codex_app_mentioned']);

const check117 = oneOf(['explicit', 'implicit']);

const check117OrNull = (value, place, misfits, name) => (value === null ? null : check117(value, place, misfits, name));

const check119 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      connector_id: textOrNull(value.connector_id, place, misfits, 'connector_id'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      app_name: textOrNull(value.app_name, place, misfits, 'app_name'),
      product_client_id: textOrNull(value.product_client_id, place, misfits, 'product_client_id'),
      invoke_type: check117OrNull(value.invoke_type, place, misfits, 'invoke_type'),
      model_slug: textOrNull(value.model_slug, place, misfits, 'model_slug'),
    },
    7,
    value,
    place,
    misfits,
  );
};

const check120 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check116(value.event_type, place, misfits, 'event_type'),
      event_params: check119(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check121 = oneOf(['codex_app_used']);

const check122 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check121(value.event_type, place, misfits, 'event_type'),
      event_params: check119(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const check123 = oneOf(['skill_invocation']);

const check124 = oneOf(['user', 'repo', 'system', 'admin']);

const check124OrNull = (value, place, misfits, name) => (value === null ? null : check124(value, place, misfits, name));

const check126 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      product_client_id: textOrNull(value.product_client_id, place, misfits, 'product_client_id'),
      skill_scope: check124OrNull(value.skill_scope, place, misfits, 'skill_scope'),
      plugin_id: textOrNull(value.plugin_id, place, misfits, 'plugin_id'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      invoke_type: check117(value.invoke_type, place, misfits, 'invoke_type'),
      model_slug: textOrNull(value.model_slug, place, misfits, 'model_slug'),
    },
    7,
    value,
    place,
    misfits,
  );
};

const check127 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check123(value.event_type, place, misfits, 'event_type'),
      skill_id: textOrNull(value.skill_id, place, misfits, 'skill_id'),
      skill_name: textOrNull(value.skill_name, place, misfits, 'skill_name'),
      event_params: check126(value.event_params, place, misfits, 'event_params'),
    },
    4,
    value,
    place,
    misfits,
  );
};

const check128 = oneOf(['codex_review_requested']);

const check129 = oneOf([
  'review',
  'question',
  'elicitation',
  'mcp_approval',
  'waiting_on_approval',
  'waiting_on_user_input',
]);

const check54OrNull = (value, place, misfits, name) => (value === null ? null : check54(value, place, misfits, name));

const check56OrNull = (value, place, misfits, name) => (value === null ? null : check56(value, place, misfits, name));

const check132 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      turn_id: textOrNull(value.turn_id, place, misfits, 'turn_id'),
      item_id: textOrNull(value.item_id, place, misfits, 'item_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      app_server_client: check5OrNull(value.app_server_client, place, misfits, 'app_server_client'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      request_kind: check129(value.request_kind, place, misfits, 'request_kind'),
      reviewer: check55(value.reviewer, place, misfits, 'reviewer'),
      review_id: textOrNull(value.review_id, place, misfits, 'review_id'),
      subject_kind: check54OrNull(value.subject_kind, place, misfits, 'subject_kind'),
      subject_name: textOrNull(value.subject_name, place, misfits, 'subject_name'),
      trigger: check56OrNull(value.trigger, place, misfits, 'trigger'),
      command_source: textOrNull(value.command_source, place, misfits, 'command_source'),
      started_at_ms: count(value.started_at_ms, place, misfits, 'started_at_ms'),
    },
    16,
    value,
    place,
    misfits,
  );
};

const check133 = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: check128(value.event_type, place, misfits, 'event_type'),
      event_params: check132(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

export const validators = {
  codex_thread_initialized: check10,
  codex_thread_archive_event: check18,
  codex_turn_event: check37,
  codex_accepted_line_fingerprints: check46,
  codex_turn_steer_event: check52,
  codex_review_event: check61,
  codex_guardian_review: check67,
  codex_command_execution_event: check76,
  codex_file_change_event: check79,
  codex_mcp_tool_call_event: check82,
  codex_dynamic_tool_call_event: check85,
  codex_collab_agent_tool_call_event: check89,
  codex_web_search_event: check94,
  codex_image_generation_event: check97,
  codex_control_tool_call_event: check100,
  codex_compaction_event: check107,
  codex_hook_run: check111,
  codex_goal_event: check115,
  codex_app_mentioned: check120,
  codex_app_used: check122,
  skill_invocation: check127,
  codex_review_requested: check133,
};
