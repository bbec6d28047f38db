import * as z from 'zod';
import { threadContext } from './blocks.js';
import { count, event, optionalFlag, optionalText, text } from './fields.js';

/** Codex analytics: what happened to a thread's goal. */
export const goal = event('codex_goal_event', "A thread's goal was created, worked on, changed or cleared.", {
  thread_id: text,
  session_id: optionalText,
  turn_id: optionalText,
  ...threadContext,
  event_kind: z.enum(['created', 'usage_accounted', 'status_changed', 'cleared']),
  goal_status: optionalText,
  has_token_budget: optionalFlag,
  cumulative_tokens_accounted: count.nullable().meta({ description: 'Null unless usage was accounted.' }),
  cumulative_time_accounted_seconds: count.nullable().meta({ description: 'Null unless usage was accounted.' }),
});
