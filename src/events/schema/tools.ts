import * as z from 'zod';
import { threadContext } from './blocks.js';
import { count, durationMilliseconds, event, optionalFlag, optionalText, text, unixMilliseconds } from './fields.js';

/** The fields that open the event of every tool item. Codex analytics: the base of tool events. */
const toolBase = {
  turn_trigger: optionalText.meta({ description: 'What started the turn, where the caller reported it.' }),
  thread_id: text,
  session_id: optionalText,
  turn_id: text,
  root_turn_id: optionalText,
  item_id: text,
  parent_call_id: optionalText.meta({ description: 'The code-mode cell that made the call (rollouts).' }),
  originating_response_id: optionalText.meta({ description: "The model's response that called the tool (rollouts)." }),
  subsequent_response_id: optionalText.meta({
    description: "The model's first response that saw the tool's output (rollouts).",
  }),
  ...threadContext,
  tool_name: text,
  started_at_ms: unixMilliseconds.nullable(),
  completed_at_ms: unixMilliseconds.nullable(),
  duration_ms: durationMilliseconds,
  execution_duration_ms: count
    .nullable()
    .meta({ description: "Milliseconds by the tool's own account; null where it gives none." }),
  review_count: count.nullable().meta({ description: 'Null where a rollout leaves it open; so are the fields below.' }),
  guardian_review_count: count.nullable(),
  user_review_count: count.nullable(),
  final_approval_outcome: z
    .enum([
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
    ])
    .nullable()
    .meta({ description: 'Of the last review before the item completed; `unknown` where there was none.' }),
  terminal_status: z.enum(['completed', 'failed', 'rejected', 'interrupted']),
  failure_kind: z
    .enum(['tool_error', 'approval_denied', 'approval_aborted', 'sandbox_denied', 'policy_forbidden'])
    .nullable(),
  requested_additional_permissions: optionalFlag,
  requested_network_access: optionalFlag,
};

export const commandExecution = event('codex_command_execution_event', 'A command ended.', {
  model_slug: optionalText,
  ...toolBase,
  plugin_id: optionalText,
  script_path: optionalText.meta({ description: 'Null always: it is part of a path.' }),
  command_execution_source: text.meta({
    description: '`agent`, `userShell`, `unifiedExecStartup` or `unifiedExecInteraction`, as the protocol has it.',
  }),
  exit_code: z.int().nullable(),
  command_total_action_count: count.nullable(),
  command_read_action_count: count.nullable(),
  command_list_files_action_count: count.nullable(),
  command_search_action_count: count.nullable(),
  command_unknown_action_count: count.nullable(),
});

export const fileChange = event('codex_file_change_event', 'A patch was applied, or was not.', {
  ...toolBase,
  file_change_count: count,
  file_add_count: count,
  file_update_count: count,
  file_delete_count: count,
  file_move_count: count.meta({ description: 'Updates that move their file; none of them counts as an update.' }),
});

export const mcpToolCall = event('codex_mcp_tool_call_event', 'A tool of an MCP server was called.', {
  ...toolBase,
  mcp_server_name: text,
  mcp_tool_name: text,
  mcp_error_present: z.boolean(),
  plugin_id: optionalText,
  connector_id: optionalText,
});

const outputCount = count.nullable().meta({ description: 'Null where the call has no output items at all.' });

export const dynamicToolCall = event('codex_dynamic_tool_call_event', 'A tool of the client was called.', {
  ...toolBase,
  dynamic_tool_name: text,
  success: optionalFlag,
  output_content_item_count: outputCount,
  output_text_item_count: outputCount,
  output_image_item_count: outputCount,
  output_audio_item_count: outputCount,
});

export const collabAgentToolCall = event(
  'codex_collab_agent_tool_call_event',
  'An agent was spawned, waited for, written to or closed.',
  {
    ...toolBase,
    sender_thread_id: text,
    receiver_thread_count: count,
    receiver_thread_ids: z.array(text),
    requested_model: optionalText,
    requested_reasoning_effort: optionalText,
    agent_state_count: count,
    completed_agent_count: count,
    failed_agent_count: count.meta({ description: 'Agents that erred, were shut down or were not found.' }),
  },
);

export const webSearch = event('codex_web_search_event', 'The web was searched.', {
  ...toolBase,
  web_search_action: z.enum(['search', 'open_page', 'find_in_page', 'other']).nullable(),
  query_present: z.boolean(),
  query_count: count.nullable(),
});

export const imageGeneration = event('codex_image_generation_event', 'An image was generated, or was not.', {
  ...toolBase,
  revised_prompt_present: z.boolean(),
  saved_path_present: z.boolean(),
  transparent_background: optionalFlag,
  generation_id: optionalText,
});

/** Only rollouts have these calls: the wire has no item for them. */
export const controlToolCall = event('codex_control_tool_call_event', 'A tool that steers Codex itself was called.', {
  ...toolBase,
  success: optionalFlag,
});
