import * as z from 'zod';
import { appServerClient, runtime, threadContext } from './blocks.js';
import { durationMilliseconds, event, optionalText, text, unixMilliseconds, unixSeconds } from './fields.js';

/** Codex analytics: one for each approval that was decided, by the user or by the guardian. */
export const review = event('codex_review_event', 'An approval was decided.', {
  thread_id: text,
  turn_id: text,
  item_id: optionalText,
  review_id: text.meta({ description: "`user:` and the request's id, or the guardian's own id." }),
  ...threadContext,
  subject_kind: z.enum([
    'command_execution',
    'file_change',
    'mcp_tool_call',
    'permissions',
    'network_access',
    'write_stdin',
  ]),
  subject_name: text,
  reviewer: z.enum(['guardian', 'user']),
  trigger: z.enum(['initial', 'sandbox_denial', 'network_policy_denial', 'execve_intercept']),
  status: z.enum(['approved', 'denied', 'aborted', 'timed_out']),
  resolution: z
    .enum(['none', 'session_approval', 'exec_policy_amendment', 'network_policy_amendment'])
    .nullable()
    .meta({ description: 'Null where another client answered and only the end of the item shows the approval.' }),
  started_at_ms: unixMilliseconds,
  completed_at_ms: unixMilliseconds,
  duration_ms: durationMilliseconds,
});

/** Codex analytics: the guardian's own account of a review, before the review's event. */
export const guardianReview = event('codex_guardian_review', 'The guardian decided an approval.', {
  session_id: optionalText,
  app_server_client: appServerClient,
  runtime,
  thread_id: text,
  turn_id: text,
  review_id: text,
  target_item_id: optionalText,
  decision: z.enum(['approved', 'denied', 'aborted']),
  terminal_status: z.enum(['approved', 'denied', 'aborted', 'timed_out', 'failed_closed']).nullable().meta({
    description: 'Null for a denial: the protocol does not distinguish a verdict from a reviewer that failed.',
  }),
  risk_level: optionalText,
  user_authorization: optionalText,
  started_at: unixSeconds,
  completed_at: unixSeconds,
});
