import * as z from 'zod';
import { appServerClient, subagentSource, threadSource } from './blocks.js';
import { event, optionalText, text, unixMilliseconds } from './fields.js';
import { review } from './review.js';

const { subject_kind, trigger } = review.shape.event_params.shape;

/** An event of this package's own, sent live: Codex has none when an approval begins. */
export const reviewRequested = event('codex_review_requested', 'A review or a question waits for its answer.', {
  thread_id: text,
  turn_id: optionalText.meta({ description: 'Null for a question outside all turns.' }),
  item_id: optionalText,
  session_id: optionalText,
  app_server_client: appServerClient
    .nullable()
    .meta({ description: 'Null where the connection was never initialised.' }),
  thread_source: threadSource,
  subagent_source: subagentSource,
  parent_thread_id: optionalText,
  request_kind: z
    .enum(['review', 'question', 'elicitation', 'mcp_approval', 'waiting_on_approval', 'waiting_on_user_input'])
    .meta({
      description:
        'A review, a question of the model, a form of an MCP server, or the approval of an MCP tool call. ' +
        '`waiting_on_…`: only the status of the thread is known, as `codex-otel watch` gets it without `--subscribe`.',
    }),
  reviewer: z.enum(['guardian', 'user']).meta({ description: 'A question always waits for the user.' }),
  review_id: optionalText.meta({ description: 'As in `codex_review_event`; null for all but a review.' }),
  subject_kind: subject_kind.nullable().meta({ description: 'Null for all but a review.' }),
  subject_name: optionalText.meta({ description: 'Null for all but a review.' }),
  trigger: trigger.nullable().meta({ description: 'Null for all but a review.' }),
  command_source: optionalText.meta({
    description: 'How a command under review is run, where the protocol reports it: `shell`, `unified_exec`.',
  }),
  started_at_ms: unixMilliseconds,
});
