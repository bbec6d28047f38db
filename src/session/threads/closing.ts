import type { EndReason } from '../facts/index.js';
import { closeHook } from '../hooks/hooks.js';
import { closeUserInput } from '../inputs/inputs.js';
import type { Server, Thread } from '../state.js';
import { closeTurn, settleTurn } from '../turns/ending.js';
import { NO_TOTALS } from '../turns/totals/totals.js';
import { CLIENTLESS_MS, OPEN_END_MS } from '../time.js';
import { waitedUntil } from '../work.js';
import { baseFacts, storedPartOf } from './lineage.js';
import { releaseThreadSpan } from './opening.js';
import { endWaits } from '../inputs/waiting.js';

/** Ends the thread's span. What the thread has open may go on for a minute, because its client may return. */
export function closeThread(thread: Thread, at: number, reason: EndReason): void {
  releaseThreadSpan(thread);
  thread.closing = reason;
  endThreadSpan(thread, at, reason === 'thread_closed' ? null : reason);
  if (reason === 'thread_closed') thread.isLoaded = false;
  thread.session.deadlines.set(thread, () => {
    if (thread.closing === null) return;
    if (reason === 'connection_closed') settleThread(thread, at);
    else endThread(thread, at, reason);
  });
}

/**
 * A minute after a thread lost its last connection, its reviews, questions and hooks end. Its turns and items go on while
 * their server lives, because a client may return; after an hour without a client they end, too.
 */
function settleThread(thread: Thread, at: number): void {
  settleThreadWork(thread);
  const isIdle = thread.turns.size === 0;
  if (isIdle) endThread(thread, at, 'connection_closed');
  else
    thread.session.deadlines.set(
      thread,
      () => {
        if (thread.closing !== null) endThread(thread, at, 'connection_closed');
      },
      CLIENTLESS_MS - OPEN_END_MS,
    );
}

/** Ends the reviews, questions and hooks of a thread that lost its last connection. */
export function settleThreadWork(thread: Thread): void {
  for (const turn of thread.turns.values()) settleTurn(turn, 'connection_closed');
  closeThreadWork(thread, 'connection_closed');
}

function closeThreadWork(thread: Thread, reason: EndReason): void {
  for (const hook of thread.hooks.values()) closeHook(hook, thread.lastSeenMs, reason);
  const waitedUntilMs = waitedUntil(thread, null);
  for (const input of thread.userInputs.values()) closeUserInput(input, waitedUntilMs, reason);
  endWaits(thread);
}

/** Ends everything of a thread that is still open, and forgets the thread. */
export function endThread(thread: Thread, at: number, reason: EndReason): void {
  const { session, server, id } = thread;
  for (const turn of thread.turns.values()) closeTurn(turn, reason);
  closeThreadWork(thread, reason);
  // A turn may have begun just now, in a thread whose span is held back.
  releaseThreadSpan(thread);
  endThreadSpan(thread, at, reason === 'server_closed' ? 'connection_closed' : reason);
  thread.closing = null;
  session.deadlines.delete(thread);
  session.storedThreads.set(id, storedPartOf(thread));
  for (const reporter of thread.reporters) reporter.threads.delete(thread);
  session.threads.delete(thread);
  session.budget.release(thread);
  if (server.threads.get(id) === thread) server.threads.delete(id);
  if (session.threadsById.get(id) === thread) session.threadsById.delete(id);
  forgetIfEmpty(server);
}

/** Forgets a server that has neither connections nor threads. */
export function forgetIfEmpty(server: Server): void {
  if (server.connections.size > 0 || server.threads.size > 0) return;
  const { session } = server;
  if (session.servers.get(server.id) !== server) return;
  session.servers.delete(server.id);
  session.options.serverForgotten?.(server.id);
}

function endThreadSpan(thread: Thread, at: number, endReason: EndReason | null): void {
  const { span, spanStartMs, totals, lastTurnEndMs } = thread;
  if (span === null) return;
  thread.span = null;
  thread.totals = NO_TOTALS;
  span.end({
    type: 'thread',
    startMs: spanStartMs,
    // A turn may last, by its duration, beyond the moment at which its thread was closed.
    endMs: Math.max(at, spanStartMs, lastTurnEndMs),
    endReason,
    ...totals,
    ...baseFacts(thread),
  });
}
