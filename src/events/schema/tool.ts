import * as z from 'zod';
import { threadContext } from './blocks.js';
import { count, durationMilliseconds, optionalText, text, unixMilliseconds } from './fields.js';

/** The fields that open the event of every tool item. Codex analytics: the base of tool events. */
export const toolBase = {
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
  requested_additional_permissions: z.boolean().nullable(),
  requested_network_access: z.boolean().nullable(),
};
