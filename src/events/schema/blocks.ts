import * as z from 'zod';
import { optionalFlag, optionalText, text } from './fields.js';

/** Blocks that stand in many events alike, flattened where they are listed. Codex analytics: the shared blocks. */

export const appServerClient = z
  .strictObject({
    product_client_id: text.meta({ description: "The thread's originator, else the client's name." }),
    client_name: optionalText,
    client_version: optionalText,
    rpc_transport: z.enum(['stdio', 'websocket', 'in_process']).nullable().meta({ description: 'Null for a rollout.' }),
    experimental_api_enabled: optionalFlag.meta({ description: 'Null where the client sent no capabilities.' }),
  })
  .meta({ description: 'The client of the connection that the event is attributed to, as it introduced itself.' });
export type AppServerClient = z.infer<typeof appServerClient>;

export const runtime = z
  .strictObject({
    codex_rs_version: optionalText,
    runtime_os: optionalText,
    runtime_os_version: optionalText,
    runtime_arch: optionalText,
  })
  .meta({ description: 'The app-server process; nulls where `initialize` was answered by something else.' });
export type Runtime = z.infer<typeof runtime>;

/** The set of labels is open: a caller may give one of its own. */
export const threadSource = optionalText.meta({
  description: "`user`, `subagent`, `memory_consolidation`, `guardian_review` or a caller's own label.",
});

export const subagentSource = optionalText.meta({
  description: '`review`, `compact`, `thread_spawn`, `memory_consolidation` or another label; null for a root thread.',
});

export const initializationMode = z.enum(['new', 'resumed', 'forked']);

/** The connection and the thread's origin, in the order in which most events list them. */
export const threadContext = {
  app_server_client: appServerClient,
  runtime,
  thread_source: threadSource,
  subagent_source: subagentSource,
  parent_thread_id: optionalText,
};
