import * as z from 'zod';
import { appServerClient, initializationMode, runtime, subagentSource, threadSource } from './blocks.js';
import { event, optionalFlag, optionalText, text, unixMilliseconds, unixSeconds } from './fields.js';

/** Codex analytics: one for each response that starts, resumes or forks a thread, and one for each spawned thread. */
export const threadInitialized = event('codex_thread_initialized', 'A thread was started, resumed or forked.', {
  thread_id: text,
  session_id: optionalText,
  app_server_client: appServerClient,
  runtime,
  model: optionalText,
  ephemeral: optionalFlag,
  thread_source: threadSource,
  initialization_mode: initializationMode,
  subagent_source: subagentSource,
  parent_thread_id: optionalText,
  forked_from_thread_id: optionalText,
  created_at: unixSeconds.nullable(),
});

/** Codex leaves unknown keys of this one event out; here they are null, as everywhere. */
export const threadArchive = event('codex_thread_archive_event', 'A thread was archived or unarchived.', {
  thread_id: text,
  action: z.enum(['archived', 'unarchived']),
  occurred_at_ms: unixMilliseconds,
  app_server_client: appServerClient.nullable(),
  runtime: runtime.nullable(),
  thread_source: z
    .enum(['user', 'subagent', 'memory_consolidation', 'guardian_review', 'automation'])
    .nullable()
    .meta({ description: "Null where unknown and for a caller's own label." }),
  parent_thread_id: optionalText,
});
