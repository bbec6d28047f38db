import * as z from 'zod';
import { event, optionalText, text } from './fields.js';

/** Codex analytics: one for each hook that ran. Two runs of one hook may have equal parameters. */
export const hookRun = event('codex_hook_run', 'A hook ran.', {
  thread_id: text,
  turn_id: text,
  product_client_id: optionalText,
  model_slug: optionalText,
  hook_name: text.meta({ description: 'Such as `PreToolUse`.' }),
  hook_source: text.meta({ description: 'Where the hook was configured, such as `session_flags`.' }),
  handler_type: optionalText.meta({ description: 'Such as `command`.' }),
  execution_mode: optionalText.meta({ description: 'Such as `sync`.' }),
  status: z.enum(['completed', 'failed', 'stopped', 'blocked']),
});
