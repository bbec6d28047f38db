import type { ThreadArchiveFacts, ThreadInitializationFacts } from '../../session/facts/index.js';
import type { EventOf } from '../schema/index.js';
import { appServerClient, runtime, threadContext, type Projection } from './context.js';
import { whole } from './time.js';

/**
 * None if:
 * - the request was never answered;
 * - the thread was spawned and its model, its creation or whether it is ephemeral is not known.
 *
 * No message opens a spawned thread: Codex sends its event as from inside the process, with the client that
 * it inherits. Codex analytics: subagent threads.
 */
export function threadInitialized(facts: ThreadInitializationFacts): Projection<'codex_thread_initialized'> {
  const spawned = facts.method === 'spawn';
  if (spawned && (facts.model === null || facts.ephemeral === null || facts.createdAt === null)) return undefined;
  if (!spawned && facts.endReason !== null) return undefined;
  const context = threadContext(facts);
  if (typeof context === 'string') return context;
  return {
    event_type: 'codex_thread_initialized',
    event_params: {
      session_id: facts.lineage.sessionId,
      model: facts.model,
      ephemeral: facts.ephemeral,
      initialization_mode: spawned ? 'new' : facts.mode,
      forked_from_thread_id: facts.lineage.forkedFromThreadId,
      created_at: facts.createdAt,
      ...context,
      app_server_client: spawned
        ? { ...context.app_server_client, rpc_transport: 'in_process', experimental_api_enabled: null }
        : context.app_server_client,
    },
  };
}

type ArchiveSource = NonNullable<EventOf<'codex_thread_archive_event'>['event_params']['thread_source']>;

const ARCHIVE_SOURCES: readonly string[] = [
  'user',
  'subagent',
  'memory_consolidation',
  'guardian_review',
  'automation',
] satisfies ArchiveSource[];

function isArchiveSource(source: string | null): source is ArchiveSource {
  return source !== null && ARCHIVE_SOURCES.includes(source);
}

/** Never dropped: what is not known is null, and so is a caller's own label of where threads come from. */
export function threadArchive(facts: ThreadArchiveFacts): EventOf<'codex_thread_archive_event'> {
  const { threadId, threadSource, parentThreadId } = facts.lineage;
  return {
    event_type: 'codex_thread_archive_event',
    event_params: {
      thread_id: threadId,
      action: facts.action,
      occurred_at_ms: whole(facts.occurredAtMs),
      app_server_client: facts.client && appServerClient(facts.client, facts.runtime),
      runtime: facts.runtime && runtime(facts.runtime),
      thread_source: isArchiveSource(threadSource) ? threadSource : null,
      parent_thread_id: parentThreadId,
    },
  };
}
