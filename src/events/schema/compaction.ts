import * as z from 'zod';
import { threadContext } from './blocks.js';
import { count, durationMilliseconds, event, optionalText, text, unixSeconds } from './fields.js';

/** Codex analytics: one for each compaction of a thread's context. The traffic does not report why and how it ran. */
export const compaction = event('codex_compaction_event', "A thread's context was compacted, or was not.", {
  thread_id: text,
  session_id: optionalText,
  turn_id: text,
  ...threadContext,
  trigger: z.enum(['manual', 'auto']).nullable(),
  phase: z
    .enum(['standalone_turn', 'pre_turn', 'mid_turn'])
    .nullable()
    .meta({ description: 'Where in its turn it ran (rollouts).' }),
  status: z.enum(['completed', 'failed', 'interrupted']),
  active_context_tokens_after: count.nullable().meta({ description: 'Tokens in the context (rollouts).' }),
  started_at: unixSeconds,
  completed_at: unixSeconds,
  duration_ms: durationMilliseconds,
});
