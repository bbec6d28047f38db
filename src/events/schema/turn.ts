import * as z from 'zod';
import { appServerClient, initializationMode, runtime, subagentSource, threadSource } from './blocks.js';
import {
  count,
  durationMilliseconds,
  event,
  name,
  optionalFlag,
  optionalText,
  text,
  unixMilliseconds,
  unixSeconds,
} from './fields.js';

const variant = z
  .record(name, z.record(name, z.union([z.int(), text, z.null()])))
  .refine((value) => Object.keys(value).length === 1, 'one variant')
  .meta({ minProperties: 1, maxProperties: 1 });

/** `codexErrorInfo` without its texts: a variant, or a variant with its number or kind. */
const turnError = z.union([text, variant, z.null()]).meta({
  description: 'The variant of the error, such as `badRequest` or {"httpConnectionFailed":{"httpStatusCode":503}}.',
});

const tokens = count.nullable().meta({ description: 'Tokens of the turn; null where no usage was reported.' });

/** Codex analytics: one for each turn that worked on the user's input, when it ends. */
export const turn = event('codex_turn_event', 'A turn ended.', {
  thread_id: text,
  session_id: optionalText,
  turn_id: text,
  root_turn_id: optionalText,
  parent_turn_id: optionalText.meta({ description: 'The turn that this one works for (rollouts).' }),
  turn_trigger: optionalText.meta({ description: 'What started the turn, where the caller named it.' }),
  submission_type: z.enum(['default', 'queued']).nullable().meta({ description: 'Codex sends null always.' }),
  app_server_client: appServerClient,
  runtime,
  ephemeral: optionalFlag,
  thread_source: threadSource,
  initialization_mode: initializationMode.nullable(),
  subagent_source: subagentSource,
  parent_thread_id: optionalText,
  model: optionalText,
  model_provider: optionalText,
  sandbox_policy: z.enum(['full_access', 'read_only', 'workspace_write', 'external_sandbox']).nullable(),
  reasoning_effort: optionalText,
  reasoning_summary: optionalText,
  service_tier: optionalText.meta({ description: '`default` where none was set; null where unknown.' }),
  approval_policy: optionalText,
  approvals_reviewer: optionalText,
  multi_agent_version: optionalText.meta({ description: '`v1`, `v2` or `disabled` (rollouts).' }),
  sandbox_network_access: optionalFlag,
  collaboration_mode: z.enum(['plan', 'default']).nullable(),
  personality: optionalText,
  workspace_kind: optionalText,
  used_dictation: optionalFlag.meta({
    description: 'Whether the user dictated the input, where the client reported it (from 0.171).',
  }),
  num_input_images: count,
  is_first_turn: optionalFlag,
  status: z.enum(['completed', 'failed', 'interrupted']).nullable(),
  explicit_client_interrupt_requested_at_ms: unixMilliseconds.nullable(),
  turn_error: turnError,
  steer_count: count.nullable(),
  total_tool_call_count: count.nullable().meta({ description: 'Null where a rollout leaves it open.' }),
  shell_command_count: count.nullable(),
  file_change_count: count,
  mcp_tool_call_count: count,
  dynamic_tool_call_count: count,
  subagent_tool_call_count: count,
  web_search_count: count,
  image_generation_count: count,
  input_tokens: tokens,
  cached_input_tokens: tokens,
  cache_write_input_tokens: tokens,
  output_tokens: tokens,
  reasoning_output_tokens: tokens,
  total_tokens: tokens,
  duration_ms: durationMilliseconds,
  started_at: unixSeconds.nullable(),
  completed_at: count.meta({ description: 'Unix time in seconds; 0 where the completion had none.' }),
});
