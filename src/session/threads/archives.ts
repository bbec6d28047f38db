import type { Answered, Notified } from '../../protocol/observation.js';
import type { ThreadArchiveFacts } from '../facts/index.js';
import type { Connection, Thread } from '../state.js';
import { closeThread } from './closing.js';
import { baseFacts } from './lineage.js';
import { parentForChildren, recordSpan } from './opening.js';

type Action = ThreadArchiveFacts['action'];

const ACTIONS = {
  'thread/archive': 'archived',
  'thread/archived': 'archived',
  'thread/unarchive': 'unarchived',
  'thread/unarchived': 'unarchived',
} as const;

/** `thread/archive`, `thread/unarchive` was answered. */
export function archiveAnswered(
  { server }: Connection,
  { method, params, request, at }: Answered<'thread/archive' | 'thread/unarchive'>,
): void {
  const thread = server.threads.get(params.threadId);
  if (thread === undefined) return;
  thread.pending.delete(request);
  recordArchive(thread, ACTIONS[method], request.requestedAt, at);
}

/**
 * `thread/archived`, which also closes the thread, and `thread/unarchived`. Where another client sent the request, only they report
 * it.
 */
export function archiveNotified(
  thread: Thread,
  { method, at }: Notified<'thread/archived' | 'thread/unarchived'>,
): void {
  const action = ACTIONS[method];
  const isPending = thread.pending.isPending('thread/archive', 'thread/unarchive');
  if (!isPending && thread.archive !== action) recordArchive(thread, action, at, at);
  if (action === 'archived') closeThread(thread, at, 'thread_closed');
}

function recordArchive(thread: Thread, action: Action, startMs: number, at: number): void {
  thread.archive = action;
  const facts: ThreadArchiveFacts = {
    type: 'thread_archive',
    startMs,
    endMs: at,
    endReason: null,
    action,
    occurredAtMs: at,
    ...baseFacts(thread),
  };
  // The archive of a thread that no client opened here has nothing to wait for: it is a root.
  const waits = thread.initializations > 0 || thread.isSpawned || thread.spans > 0;
  recordSpan(thread, facts, waits ? parentForChildren(thread) : undefined, [action, startMs]);
}
