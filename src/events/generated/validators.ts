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

const thread_initialized_event_type = oneOf(['codex_thread_initialized']);

const textOrNull = (value, place, misfits, name) => (value === null ? null : text(value, place, misfits, name));

const thread_initialized_app_server_client_rpc_transport = oneOf(['stdio', 'websocket', 'in_process']);

const thread_initialized_app_server_client_rpc_transportOrNull = (value, place, misfits, name) =>
  value === null ? null : thread_initialized_app_server_client_rpc_transport(value, place, misfits, name);

const booleanOrNull = (value, place, misfits, name) => (value === null ? null : boolean(value, place, misfits, name));

const thread_initialized_app_server_client = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      product_client_id: text(value.product_client_id, place, misfits, 'product_client_id'),
      client_name: textOrNull(value.client_name, place, misfits, 'client_name'),
      client_version: textOrNull(value.client_version, place, misfits, 'client_version'),
      rpc_transport: thread_initialized_app_server_client_rpc_transportOrNull(
        value.rpc_transport,
        place,
        misfits,
        'rpc_transport',
      ),
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

const thread_initialized_runtime = (value, outer, misfits, name) => {
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

const thread_initialized_initialization_mode = oneOf(['new', 'resumed', 'forked']);

const countOrNull = (value, place, misfits, name) => (value === null ? null : count(value, place, misfits, name));

const thread_initialized_event_params = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
      model: textOrNull(value.model, place, misfits, 'model'),
      ephemeral: booleanOrNull(value.ephemeral, place, misfits, 'ephemeral'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      initialization_mode: thread_initialized_initialization_mode(
        value.initialization_mode,
        place,
        misfits,
        'initialization_mode',
      ),
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

const thread_initialized = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: thread_initialized_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: thread_initialized_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const thread_archive_event_event_type = oneOf(['codex_thread_archive_event']);

const thread_archive_event_action = oneOf(['archived', 'unarchived']);

const thread_initialized_app_server_clientOrNull = (value, place, misfits, name) =>
  value === null ? null : thread_initialized_app_server_client(value, place, misfits, name);

const thread_initialized_runtimeOrNull = (value, place, misfits, name) =>
  value === null ? null : thread_initialized_runtime(value, place, misfits, name);

const thread_archive_event_thread_source = oneOf([
  'user',
  'subagent',
  'memory_consolidation',
  'guardian_review',
  'automation',
]);

const thread_archive_event_thread_sourceOrNull = (value, place, misfits, name) =>
  value === null ? null : thread_archive_event_thread_source(value, place, misfits, name);

const thread_archive_event_event_params = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      action: thread_archive_event_action(value.action, place, misfits, 'action'),
      occurred_at_ms: count(value.occurred_at_ms, place, misfits, 'occurred_at_ms'),
      app_server_client: thread_initialized_app_server_clientOrNull(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtimeOrNull(value.runtime, place, misfits, 'runtime'),
      thread_source: thread_archive_event_thread_sourceOrNull(value.thread_source, place, misfits, 'thread_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
    },
    7,
    value,
    place,
    misfits,
  );
};

const thread_archive_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: thread_archive_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: thread_archive_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const turn_event_event_type = oneOf(['codex_turn_event']);

const turn_event_submission_type = oneOf(['default', 'queued']);

const turn_event_submission_typeOrNull = (value, place, misfits, name) =>
  value === null ? null : turn_event_submission_type(value, place, misfits, name);

const thread_initialized_initialization_modeOrNull = (value, place, misfits, name) =>
  value === null ? null : thread_initialized_initialization_mode(value, place, misfits, name);

const turn_event_sandbox_policy = oneOf(['full_access', 'read_only', 'workspace_write', 'external_sandbox']);

const turn_event_sandbox_policyOrNull = (value, place, misfits, name) =>
  value === null ? null : turn_event_sandbox_policy(value, place, misfits, name);

const turn_event_collaboration_mode = oneOf(['plan', 'default']);

const turn_event_collaboration_modeOrNull = (value, place, misfits, name) =>
  value === null ? null : turn_event_collaboration_mode(value, place, misfits, name);

const turn_event_status = oneOf(['completed', 'failed', 'interrupted']);

const turn_event_statusOrNull = (value, place, misfits, name) =>
  value === null ? null : turn_event_status(value, place, misfits, name);

const turn_event_turn_error = oneOf([null]);

const turn_event_turn_error_2 = anyOf([integer, text, turn_event_turn_error]);

const turn_event_turn_error_3 = (value, place, misfits, name) =>
  value === null ? null : turn_event_turn_error_2(value, place, misfits, name);

const turn_event_turn_error_4 = recordOf(/^[A-Za-z][A-Za-z0-9_]*$/, turn_event_turn_error_3);

const turn_event_turn_error_5 = recordOf(/^[A-Za-z][A-Za-z0-9_]*$/, turn_event_turn_error_4, 1);

const turn_event_turn_error_6 = anyOf([text, turn_event_turn_error_5, turn_event_turn_error]);

const turn_event_turn_error_7 = (value, place, misfits, name) =>
  value === null ? null : turn_event_turn_error_6(value, place, misfits, name);

const turn_event_event_params = (value, outer, misfits, name) => {
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
      submission_type: turn_event_submission_typeOrNull(value.submission_type, place, misfits, 'submission_type'),
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
      ephemeral: booleanOrNull(value.ephemeral, place, misfits, 'ephemeral'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      initialization_mode: thread_initialized_initialization_modeOrNull(
        value.initialization_mode,
        place,
        misfits,
        'initialization_mode',
      ),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      model: textOrNull(value.model, place, misfits, 'model'),
      model_provider: textOrNull(value.model_provider, place, misfits, 'model_provider'),
      sandbox_policy: turn_event_sandbox_policyOrNull(value.sandbox_policy, place, misfits, 'sandbox_policy'),
      reasoning_effort: textOrNull(value.reasoning_effort, place, misfits, 'reasoning_effort'),
      reasoning_summary: textOrNull(value.reasoning_summary, place, misfits, 'reasoning_summary'),
      service_tier: textOrNull(value.service_tier, place, misfits, 'service_tier'),
      approval_policy: textOrNull(value.approval_policy, place, misfits, 'approval_policy'),
      approvals_reviewer: textOrNull(value.approvals_reviewer, place, misfits, 'approvals_reviewer'),
      multi_agent_version: textOrNull(value.multi_agent_version, place, misfits, 'multi_agent_version'),
      sandbox_network_access: booleanOrNull(value.sandbox_network_access, place, misfits, 'sandbox_network_access'),
      collaboration_mode: turn_event_collaboration_modeOrNull(
        value.collaboration_mode,
        place,
        misfits,
        'collaboration_mode',
      ),
      personality: textOrNull(value.personality, place, misfits, 'personality'),
      workspace_kind: textOrNull(value.workspace_kind, place, misfits, 'workspace_kind'),
      used_dictation: booleanOrNull(value.used_dictation, place, misfits, 'used_dictation'),
      num_input_images: count(value.num_input_images, place, misfits, 'num_input_images'),
      is_first_turn: booleanOrNull(value.is_first_turn, place, misfits, 'is_first_turn'),
      status: turn_event_statusOrNull(value.status, place, misfits, 'status'),
      explicit_client_interrupt_requested_at_ms: countOrNull(
        value.explicit_client_interrupt_requested_at_ms,
        place,
        misfits,
        'explicit_client_interrupt_requested_at_ms',
      ),
      turn_error: turn_event_turn_error_7(value.turn_error, place, misfits, 'turn_error'),
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

const turn_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: turn_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: turn_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const accepted_line_fingerprints_event_type = oneOf(['codex_accepted_line_fingerprints']);

const accepted_line_fingerprints_event_type_2 = oneOf(['codex.accepted_line_fingerprints']);

const accepted_line_fingerprints_product_surface = oneOf(['codex']);

const accepted_line_fingerprints_repo_hash = matching(/^[0-9a-f]{40}$/);

const accepted_line_fingerprints_repo_hashOrNull = (value, place, misfits, name) =>
  value === null ? null : accepted_line_fingerprints_repo_hash(value, place, misfits, name);

const accepted_line_fingerprints_line_fingerprints = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      path_hash: accepted_line_fingerprints_repo_hash(value.path_hash, place, misfits, 'path_hash'),
      line_hash: accepted_line_fingerprints_repo_hash(value.line_hash, place, misfits, 'line_hash'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const accepted_line_fingerprints_line_fingerprints_2 = listOf(accepted_line_fingerprints_line_fingerprints);

const accepted_line_fingerprints_event_params = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: accepted_line_fingerprints_event_type_2(value.event_type, place, misfits, 'event_type'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      product_surface: accepted_line_fingerprints_product_surface(
        value.product_surface,
        place,
        misfits,
        'product_surface',
      ),
      model_slug: textOrNull(value.model_slug, place, misfits, 'model_slug'),
      completed_at: count(value.completed_at, place, misfits, 'completed_at'),
      repo_hash: accepted_line_fingerprints_repo_hashOrNull(value.repo_hash, place, misfits, 'repo_hash'),
      accepted_added_lines: count(value.accepted_added_lines, place, misfits, 'accepted_added_lines'),
      accepted_deleted_lines: count(value.accepted_deleted_lines, place, misfits, 'accepted_deleted_lines'),
      line_fingerprints: accepted_line_fingerprints_line_fingerprints_2(
        value.line_fingerprints,
        place,
        misfits,
        'line_fingerprints',
      ),
    },
    10,
    value,
    place,
    misfits,
  );
};

const accepted_line_fingerprints = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: accepted_line_fingerprints_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: accepted_line_fingerprints_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const turn_steer_event_event_type = oneOf(['codex_turn_steer_event']);

const turn_steer_event_result = oneOf(['accepted', 'rejected']);

const turn_steer_event_rejection_reason = oneOf([
  'no_active_turn',
  'expected_turn_mismatch',
  'non_steerable_review',
  'non_steerable_compact',
  'empty_input',
  'input_too_large',
]);

const turn_steer_event_rejection_reasonOrNull = (value, place, misfits, name) =>
  value === null ? null : turn_steer_event_rejection_reason(value, place, misfits, name);

const turn_steer_event_event_params = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      expected_turn_id: textOrNull(value.expected_turn_id, place, misfits, 'expected_turn_id'),
      accepted_turn_id: textOrNull(value.accepted_turn_id, place, misfits, 'accepted_turn_id'),
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      num_input_images: count(value.num_input_images, place, misfits, 'num_input_images'),
      result: turn_steer_event_result(value.result, place, misfits, 'result'),
      rejection_reason: turn_steer_event_rejection_reasonOrNull(
        value.rejection_reason,
        place,
        misfits,
        'rejection_reason',
      ),
      created_at: count(value.created_at, place, misfits, 'created_at'),
    },
    13,
    value,
    place,
    misfits,
  );
};

const turn_steer_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: turn_steer_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: turn_steer_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const review_event_event_type = oneOf(['codex_review_event']);

const review_event_subject_kind = oneOf([
  'command_execution',
  'file_change',
  'mcp_tool_call',
  'permissions',
  'network_access',
  'write_stdin',
]);

const review_event_reviewer = oneOf(['guardian', 'user']);

const review_event_trigger = oneOf(['initial', 'sandbox_denial', 'network_policy_denial', 'execve_intercept']);

const review_event_status = oneOf(['approved', 'denied', 'aborted', 'timed_out']);

const review_event_resolution = oneOf([
  'none',
  'session_approval',
  'exec_policy_amendment',
  'network_policy_amendment',
]);

const review_event_resolutionOrNull = (value, place, misfits, name) =>
  value === null ? null : review_event_resolution(value, place, misfits, name);

const review_event_event_params = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      item_id: textOrNull(value.item_id, place, misfits, 'item_id'),
      review_id: text(value.review_id, place, misfits, 'review_id'),
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      subject_kind: review_event_subject_kind(value.subject_kind, place, misfits, 'subject_kind'),
      subject_name: text(value.subject_name, place, misfits, 'subject_name'),
      reviewer: review_event_reviewer(value.reviewer, place, misfits, 'reviewer'),
      trigger: review_event_trigger(value.trigger, place, misfits, 'trigger'),
      status: review_event_status(value.status, place, misfits, 'status'),
      resolution: review_event_resolutionOrNull(value.resolution, place, misfits, 'resolution'),
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

const review_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: review_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: review_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const guardian_review_event_type = oneOf(['codex_guardian_review']);

const guardian_review_decision = oneOf(['approved', 'denied', 'aborted']);

const guardian_review_terminal_status = oneOf(['approved', 'denied', 'aborted', 'timed_out', 'failed_closed']);

const guardian_review_terminal_statusOrNull = (value, place, misfits, name) =>
  value === null ? null : guardian_review_terminal_status(value, place, misfits, name);

const guardian_review_event_params = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      review_id: text(value.review_id, place, misfits, 'review_id'),
      target_item_id: textOrNull(value.target_item_id, place, misfits, 'target_item_id'),
      decision: guardian_review_decision(value.decision, place, misfits, 'decision'),
      terminal_status: guardian_review_terminal_statusOrNull(value.terminal_status, place, misfits, 'terminal_status'),
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

const guardian_review = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: guardian_review_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: guardian_review_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const command_execution_event_event_type = oneOf(['codex_command_execution_event']);

const command_execution_event_final_approval_outcome = oneOf([
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

const command_execution_event_final_approval_outcomeOrNull = (value, place, misfits, name) =>
  value === null ? null : command_execution_event_final_approval_outcome(value, place, misfits, name);

const command_execution_event_terminal_status = oneOf(['completed', 'failed', 'rejected', 'interrupted']);

const command_execution_event_failure_kind = oneOf([
  'tool_error',
  'approval_denied',
  'approval_aborted',
  'sandbox_denied',
  'policy_forbidden',
]);

const command_execution_event_failure_kindOrNull = (value, place, misfits, name) =>
  value === null ? null : command_execution_event_failure_kind(value, place, misfits, name);

const integerOrNull = (value, place, misfits, name) => (value === null ? null : integer(value, place, misfits, name));

const command_execution_event_event_params = (value, outer, misfits, name) => {
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
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
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
      final_approval_outcome: command_execution_event_final_approval_outcomeOrNull(
        value.final_approval_outcome,
        place,
        misfits,
        'final_approval_outcome',
      ),
      terminal_status: command_execution_event_terminal_status(
        value.terminal_status,
        place,
        misfits,
        'terminal_status',
      ),
      failure_kind: command_execution_event_failure_kindOrNull(value.failure_kind, place, misfits, 'failure_kind'),
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

const command_execution_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: command_execution_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: command_execution_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const file_change_event_event_type = oneOf(['codex_file_change_event']);

const file_change_event_event_params = (value, outer, misfits, name) => {
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
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
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
      final_approval_outcome: command_execution_event_final_approval_outcomeOrNull(
        value.final_approval_outcome,
        place,
        misfits,
        'final_approval_outcome',
      ),
      terminal_status: command_execution_event_terminal_status(
        value.terminal_status,
        place,
        misfits,
        'terminal_status',
      ),
      failure_kind: command_execution_event_failure_kindOrNull(value.failure_kind, place, misfits, 'failure_kind'),
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

const file_change_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: file_change_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: file_change_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const mcp_tool_call_event_event_type = oneOf(['codex_mcp_tool_call_event']);

const mcp_tool_call_event_event_params = (value, outer, misfits, name) => {
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
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
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
      final_approval_outcome: command_execution_event_final_approval_outcomeOrNull(
        value.final_approval_outcome,
        place,
        misfits,
        'final_approval_outcome',
      ),
      terminal_status: command_execution_event_terminal_status(
        value.terminal_status,
        place,
        misfits,
        'terminal_status',
      ),
      failure_kind: command_execution_event_failure_kindOrNull(value.failure_kind, place, misfits, 'failure_kind'),
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

const mcp_tool_call_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: mcp_tool_call_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: mcp_tool_call_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const dynamic_tool_call_event_event_type = oneOf(['codex_dynamic_tool_call_event']);

const dynamic_tool_call_event_event_params = (value, outer, misfits, name) => {
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
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
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
      final_approval_outcome: command_execution_event_final_approval_outcomeOrNull(
        value.final_approval_outcome,
        place,
        misfits,
        'final_approval_outcome',
      ),
      terminal_status: command_execution_event_terminal_status(
        value.terminal_status,
        place,
        misfits,
        'terminal_status',
      ),
      failure_kind: command_execution_event_failure_kindOrNull(value.failure_kind, place, misfits, 'failure_kind'),
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

const dynamic_tool_call_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: dynamic_tool_call_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: dynamic_tool_call_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const collab_agent_tool_call_event_event_type = oneOf(['codex_collab_agent_tool_call_event']);

const collab_agent_tool_call_event_receiver_thread_ids = listOf(text);

const collab_agent_tool_call_event_event_params = (value, outer, misfits, name) => {
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
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
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
      final_approval_outcome: command_execution_event_final_approval_outcomeOrNull(
        value.final_approval_outcome,
        place,
        misfits,
        'final_approval_outcome',
      ),
      terminal_status: command_execution_event_terminal_status(
        value.terminal_status,
        place,
        misfits,
        'terminal_status',
      ),
      failure_kind: command_execution_event_failure_kindOrNull(value.failure_kind, place, misfits, 'failure_kind'),
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
      receiver_thread_ids: collab_agent_tool_call_event_receiver_thread_ids(
        value.receiver_thread_ids,
        place,
        misfits,
        'receiver_thread_ids',
      ),
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

const collab_agent_tool_call_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: collab_agent_tool_call_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: collab_agent_tool_call_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const web_search_event_event_type = oneOf(['codex_web_search_event']);

const web_search_event_web_search_action = oneOf(['search', 'open_page', 'find_in_page', 'other']);

const web_search_event_web_search_actionOrNull = (value, place, misfits, name) =>
  value === null ? null : web_search_event_web_search_action(value, place, misfits, name);

const web_search_event_event_params = (value, outer, misfits, name) => {
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
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
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
      final_approval_outcome: command_execution_event_final_approval_outcomeOrNull(
        value.final_approval_outcome,
        place,
        misfits,
        'final_approval_outcome',
      ),
      terminal_status: command_execution_event_terminal_status(
        value.terminal_status,
        place,
        misfits,
        'terminal_status',
      ),
      failure_kind: command_execution_event_failure_kindOrNull(value.failure_kind, place, misfits, 'failure_kind'),
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
      web_search_action: web_search_event_web_search_actionOrNull(
        value.web_search_action,
        place,
        misfits,
        'web_search_action',
      ),
      query_present: boolean(value.query_present, place, misfits, 'query_present'),
      query_count: countOrNull(value.query_count, place, misfits, 'query_count'),
    },
    30,
    value,
    place,
    misfits,
  );
};

const web_search_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: web_search_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: web_search_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const image_generation_event_event_type = oneOf(['codex_image_generation_event']);

const image_generation_event_event_params = (value, outer, misfits, name) => {
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
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
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
      final_approval_outcome: command_execution_event_final_approval_outcomeOrNull(
        value.final_approval_outcome,
        place,
        misfits,
        'final_approval_outcome',
      ),
      terminal_status: command_execution_event_terminal_status(
        value.terminal_status,
        place,
        misfits,
        'terminal_status',
      ),
      failure_kind: command_execution_event_failure_kindOrNull(value.failure_kind, place, misfits, 'failure_kind'),
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

const image_generation_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: image_generation_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: image_generation_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const control_tool_call_event_event_type = oneOf(['codex_control_tool_call_event']);

const control_tool_call_event_event_params = (value, outer, misfits, name) => {
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
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
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
      final_approval_outcome: command_execution_event_final_approval_outcomeOrNull(
        value.final_approval_outcome,
        place,
        misfits,
        'final_approval_outcome',
      ),
      terminal_status: command_execution_event_terminal_status(
        value.terminal_status,
        place,
        misfits,
        'terminal_status',
      ),
      failure_kind: command_execution_event_failure_kindOrNull(value.failure_kind, place, misfits, 'failure_kind'),
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

const control_tool_call_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: control_tool_call_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: control_tool_call_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const compaction_event_event_type = oneOf(['codex_compaction_event']);

const compaction_event_trigger = oneOf(['manual', 'auto']);

const compaction_event_triggerOrNull = (value, place, misfits, name) =>
  value === null ? null : compaction_event_trigger(value, place, misfits, name);

const compaction_event_phase = oneOf(['standalone_turn', 'pre_turn', 'mid_turn']);

const compaction_event_phaseOrNull = (value, place, misfits, name) =>
  value === null ? null : compaction_event_phase(value, place, misfits, name);

const compaction_event_event_params = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      trigger: compaction_event_triggerOrNull(value.trigger, place, misfits, 'trigger'),
      phase: compaction_event_phaseOrNull(value.phase, place, misfits, 'phase'),
      status: turn_event_status(value.status, place, misfits, 'status'),
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

const compaction_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: compaction_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: compaction_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const hook_run_event_type = oneOf(['codex_hook_run']);

const hook_run_status = oneOf(['completed', 'failed', 'stopped', 'blocked']);

const hook_run_event_params = (value, outer, misfits, name) => {
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
      status: hook_run_status(value.status, place, misfits, 'status'),
    },
    9,
    value,
    place,
    misfits,
  );
};

const hook_run = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: hook_run_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: hook_run_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const goal_event_event_type = oneOf(['codex_goal_event']);

const goal_event_event_kind = oneOf(['created', 'usage_accounted', 'status_changed', 'cleared']);

const goal_event_event_params = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      turn_id: textOrNull(value.turn_id, place, misfits, 'turn_id'),
      app_server_client: thread_initialized_app_server_client(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      runtime: thread_initialized_runtime(value.runtime, place, misfits, 'runtime'),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      event_kind: goal_event_event_kind(value.event_kind, place, misfits, 'event_kind'),
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

const goal_event = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: goal_event_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: goal_event_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const app_mentioned_event_type = oneOf(['codex_app_mentioned']);

const app_mentioned_invoke_type = oneOf(['explicit', 'implicit']);

const app_mentioned_invoke_typeOrNull = (value, place, misfits, name) =>
  value === null ? null : app_mentioned_invoke_type(value, place, misfits, name);

const app_mentioned_event_params = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      connector_id: textOrNull(value.connector_id, place, misfits, 'connector_id'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      app_name: textOrNull(value.app_name, place, misfits, 'app_name'),
      product_client_id: textOrNull(value.product_client_id, place, misfits, 'product_client_id'),
      invoke_type: app_mentioned_invoke_typeOrNull(value.invoke_type, place, misfits, 'invoke_type'),
      model_slug: textOrNull(value.model_slug, place, misfits, 'model_slug'),
    },
    7,
    value,
    place,
    misfits,
  );
};

const app_mentioned = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: app_mentioned_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: app_mentioned_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const app_used_event_type = oneOf(['codex_app_used']);

const app_used = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: app_used_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: app_mentioned_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

const skill_invocation_event_type = oneOf(['skill_invocation']);

const skill_invocation_skill_scope = oneOf(['user', 'repo', 'system', 'admin']);

const skill_invocation_skill_scopeOrNull = (value, place, misfits, name) =>
  value === null ? null : skill_invocation_skill_scope(value, place, misfits, name);

const skill_invocation_event_params = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      product_client_id: textOrNull(value.product_client_id, place, misfits, 'product_client_id'),
      skill_scope: skill_invocation_skill_scopeOrNull(value.skill_scope, place, misfits, 'skill_scope'),
      plugin_id: textOrNull(value.plugin_id, place, misfits, 'plugin_id'),
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      turn_id: text(value.turn_id, place, misfits, 'turn_id'),
      invoke_type: app_mentioned_invoke_type(value.invoke_type, place, misfits, 'invoke_type'),
      model_slug: textOrNull(value.model_slug, place, misfits, 'model_slug'),
    },
    7,
    value,
    place,
    misfits,
  );
};

const skill_invocation = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: skill_invocation_event_type(value.event_type, place, misfits, 'event_type'),
      skill_id: textOrNull(value.skill_id, place, misfits, 'skill_id'),
      skill_name: textOrNull(value.skill_name, place, misfits, 'skill_name'),
      event_params: skill_invocation_event_params(value.event_params, place, misfits, 'event_params'),
    },
    4,
    value,
    place,
    misfits,
  );
};

const review_requested_event_type = oneOf(['codex_review_requested']);

const review_requested_request_kind = oneOf([
  'review',
  'question',
  'elicitation',
  'mcp_approval',
  'waiting_on_approval',
  'waiting_on_user_input',
]);

const review_event_subject_kindOrNull = (value, place, misfits, name) =>
  value === null ? null : review_event_subject_kind(value, place, misfits, name);

const review_event_triggerOrNull = (value, place, misfits, name) =>
  value === null ? null : review_event_trigger(value, place, misfits, name);

const review_requested_event_params = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      thread_id: text(value.thread_id, place, misfits, 'thread_id'),
      turn_id: textOrNull(value.turn_id, place, misfits, 'turn_id'),
      item_id: textOrNull(value.item_id, place, misfits, 'item_id'),
      session_id: textOrNull(value.session_id, place, misfits, 'session_id'),
      app_server_client: thread_initialized_app_server_clientOrNull(
        value.app_server_client,
        place,
        misfits,
        'app_server_client',
      ),
      thread_source: textOrNull(value.thread_source, place, misfits, 'thread_source'),
      subagent_source: textOrNull(value.subagent_source, place, misfits, 'subagent_source'),
      parent_thread_id: textOrNull(value.parent_thread_id, place, misfits, 'parent_thread_id'),
      request_kind: review_requested_request_kind(value.request_kind, place, misfits, 'request_kind'),
      reviewer: review_event_reviewer(value.reviewer, place, misfits, 'reviewer'),
      review_id: textOrNull(value.review_id, place, misfits, 'review_id'),
      subject_kind: review_event_subject_kindOrNull(value.subject_kind, place, misfits, 'subject_kind'),
      subject_name: textOrNull(value.subject_name, place, misfits, 'subject_name'),
      trigger: review_event_triggerOrNull(value.trigger, place, misfits, 'trigger'),
      command_source: textOrNull(value.command_source, place, misfits, 'command_source'),
      started_at_ms: count(value.started_at_ms, place, misfits, 'started_at_ms'),
    },
    16,
    value,
    place,
    misfits,
  );
};

const review_requested = (value, outer, misfits, name) => {
  if (!isObject(value)) return misfit('invalid_type', value, outer, misfits, name);
  const place = placeOf(outer, name);
  return alone(
    {
      event_type: review_requested_event_type(value.event_type, place, misfits, 'event_type'),
      event_params: review_requested_event_params(value.event_params, place, misfits, 'event_params'),
    },
    2,
    value,
    place,
    misfits,
  );
};

export const validators = {
  codex_thread_initialized: thread_initialized,
  codex_thread_archive_event: thread_archive_event,
  codex_turn_event: turn_event,
  codex_accepted_line_fingerprints: accepted_line_fingerprints,
  codex_turn_steer_event: turn_steer_event,
  codex_review_event: review_event,
  codex_guardian_review: guardian_review,
  codex_command_execution_event: command_execution_event,
  codex_file_change_event: file_change_event,
  codex_mcp_tool_call_event: mcp_tool_call_event,
  codex_dynamic_tool_call_event: dynamic_tool_call_event,
  codex_collab_agent_tool_call_event: collab_agent_tool_call_event,
  codex_web_search_event: web_search_event,
  codex_image_generation_event: image_generation_event,
  codex_control_tool_call_event: control_tool_call_event,
  codex_compaction_event: compaction_event,
  codex_hook_run: hook_run,
  codex_goal_event: goal_event,
  codex_app_mentioned: app_mentioned,
  codex_app_used: app_used,
  skill_invocation: skill_invocation,
  codex_review_requested: review_requested,
};
