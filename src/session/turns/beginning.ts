import type { SessionContext } from '../context.js';
import type { Turn } from '../state.js';
import { openSpawnedThread, startThreadSpan } from '../threads/opening.js';

/** A sign that the turn is more than an id. Its span begins as soon as its start is known. */
export function confirmTurn(context: SessionContext, turn: Turn): void {
  if (turn.phase === 'named') turn.phase = 'open';
  rememberThreadState(turn);
  if (turn.startedMs !== null) beginTurn(context, turn, turn.startedMs);
}

/** `turn/started` was seen: the first one has the turn's start. */
export function startTurn(context: SessionContext, turn: Turn, at: number): void {
  if (turn.startedMs !== null) return;
  turn.startedMs = at;
  rememberThreadState(turn);
  openSpawnedThread(context, turn.thread, at);
  if (turn.phase !== 'named') beginTurn(context, turn, at);
}

/** Starts the turn's span. Later calls change nothing. */
export function beginTurn(context: SessionContext, turn: Turn, startMs: number): void {
  if (turn.startMs !== null) return;
  const { thread } = turn;
  turn.startMs = startMs;
  turn.settings ??= thread.settings;
  openSpawnedThread(context, thread, startMs);
  startThreadSpan(context, thread, startMs);
  turn.span.start({
    subject: { type: 'turn' },
    startMs,
    parent: thread.anchor,
    host: turn.host,
    threadId: thread.id,
    identity: [turn.id],
    model: turn.settings.model,
  });
}

/** A turn runs with the settings, and counts from the usage, that its thread had when the turn was first seen. */
function rememberThreadState(turn: Turn): void {
  turn.settings ??= turn.thread.settings;
  turn.usageBefore ??= turn.thread.usageTotal;
}
