import * as z from 'zod';
import { threadContext } from './blocks.js';
import { count, event, optionalText, text, unixSeconds } from './fields.js';

/** Codex analytics: one for each `turn/steer` request that was answered. */
export const turnSteer = event('codex_turn_steer_event', 'More input was sent to a running turn.', {
  thread_id: text,
  session_id: optionalText,
  expected_turn_id: optionalText,
  accepted_turn_id: optionalText,
  ...threadContext,
  num_input_images: count,
  result: z.enum(['accepted', 'rejected']),
  rejection_reason: z
    .enum([
      'no_active_turn',
      'expected_turn_mismatch',
      'non_steerable_review',
      'non_steerable_compact',
      'empty_input',
      'input_too_large',
    ])
    .nullable(),
  created_at: unixSeconds,
});
