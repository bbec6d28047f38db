import type { Answered, Notified } from '../../protocol/observation.js';
import type { ThreadArchiveFacts } from '../facts/index.js';
import type { Connection, Thread } from '../state.js';
import { closeThread } from './closing.js';
import { baseFacts } from './lineage.js';
import { parentForChildren, recordSpan } from './opening.js';

type Action = ThreadArchiveFacts['action'];

const ACTIONS = { 'thread/archive': 'archived', 'thread/unarchive': 'unarchived' } as const;

/** `thread/archive`, `thread/unarchive` was answered. */
export function archiveAnswered(
  { server }: Connection,
  { method, params, request, at }: Answered<keyof typeof ACTIONS>,
): void {
  const thread = server.threads.get(params.threadId);
  if (thread === undefined) return;
  thread.pending.delete(request);
  thread.archive = ACTIONS[method];
  recordArchive(thread, ACTIONS[method], request.requestedAt, at);
}

/** `thread/archived`, which also closes the thread. */
export function threadArchived(thread: Thread, { at }: Notified<'thread/archived'>): void {
  archiveNotified(thread, 'archived', at);
  closeThread(thread, at, 'thread_closed');
}

/** `thread/unarchived` */
export function threadUnarchived(thread: Thread, { at }: Notified<'thread/unarchived'>): void {
  archiveNotified(thread, 'unarchived', at);
}

/** Where another client sent the request, only the notification reports it. */
function archiveNotified(thread: Thread, action: Action, at: number): void {
  if (thread.pending.isPending('thread/archive', 'thread/unarchive') || thread.archive === action) return;
  thread.archive = action;
  recordArchive(thread, action, at, at);
}

function recordArchive(thread: Thread, action: Action, startMs: number, at: number): void {
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
