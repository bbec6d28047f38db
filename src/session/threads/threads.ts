import type { Answered, Notified } from '../../protocol/observation.js';
import type { Connection, Thread } from '../state.js';
import { NO_USAGE } from '../../protocol/usage.js';
import { closeThread } from './closing.js';
import { applyUpdate } from './settings.js';

/** `thread/closed`, `thread/deleted` */
export function threadClosed(thread: Thread, { at }: Notified<'thread/closed' | 'thread/deleted'>): void {
  closeThread(thread, at, 'thread_closed');
}

/** `thread/settings/updated` */
export function settingsUpdated(thread: Thread, { params }: Notified<'thread/settings/updated'>): void {
  thread.settings = applyUpdate(thread.settings, params.threadSettings);
}

/** `thread/revert` was answered. The answer reports whether the thread still has turns. */
export function revertAnswered({ server }: Connection, { params, result }: Answered<'thread/revert'>): void {
  const thread = server.threads.get(params.threadId);
  if (thread !== undefined) revertThread(thread, result.turnsBackwardsCursor);
}

/** `thread/reverted`. Where the request was seen, its answer reports more. */
export function threadReverted(thread: Thread): void {
  if (!thread.pending.takeOldest('thread/revert')) revertThread(thread, null);
}

/** The thread goes back to an earlier turn, and its total with it. `hasTurns` is null where nobody can know. */
export function revertThread(thread: Thread, hasTurns: boolean | null): void {
  thread.hadTurns = hasTurns;
  thread.usageTotal = NO_USAGE;
  thread.hasUnreportedUsage = true;
}
