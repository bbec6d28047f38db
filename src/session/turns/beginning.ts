import type { Thread, Turn } from '../state.js';
import { dialectOfThread } from '../threads/lineage.js';
import { holdThreadSpan, openSpawnedThread, startThreadSpan } from '../threads/opening.js';

/** A sign that the turn is more than an id. Its span begins as soon as its start is known. */
export function confirmTurn(turn: Turn): void {
  if (turn.phase === 'named') turn.phase = 'open';
  rememberThreadState(turn);
  if (turn.startedMs !== null) beginTurn(turn, turn.startedMs);
}

/** `turn/started` was seen: the first one has the turn's start. */
export function startTurn(turn: Turn, at: number): void {
  if (turn.startedMs !== null) return;
  turn.startedMs = at;
  rememberThreadState(turn);
  inheritFromParent(turn);
  openSpawnedThread(turn.thread, at);
  turn.anchor = turn.thread.anchor;
  if (turn.phase !== 'named') beginTurn(turn, at);
}

/** Starts the turn's span. Later calls change nothing. */
export function beginTurn(turn: Turn, startMs: number): void {
  if (turn.startMs !== null) return;
  const { thread } = turn;
  turn.startMs = startMs;
  turn.settings ??= thread.settings;
  openSpawnedThread(thread, startMs);
  if (mayBeSpawned(thread)) holdThreadSpan(thread, startMs);
  else startThreadSpan(thread, startMs);
  turn.span.start({
    subject: { type: 'turn' },
    startMs,
    parent: turn.anchor ?? thread.anchor,
    host: turn.host,
    threadId: thread.id,
    identity: [turn.id],
    model: turn.settings.model,
  });
}

/** A subagent's turn has the trigger, and where the wire has none, the root turn, of the turn that it works for. */
export function inheritFromParent(turn: Turn): void {
  const { thread } = turn;
  if (thread.isSpawned) turn.trigger ??= thread.inherited.trigger;
  const { impliesRootTurns } = dialectOfThread(thread);
  if (impliesRootTurns === 'none') return;
  if (impliesRootTurns === 'of clients' && !thread.isSpawned && isForCodex(turn)) return;
  turn.rootTurnId ??= thread.isSpawned ? thread.inherited.rootTurnId : turn.id;
}

/** Whether the turn started by itself, or its thread's source is one of those that Codex opens itself. */
const isForCodex = ({ signs, thread: { lineage } }: Turn): boolean =>
  signs.startedByItself || lineage.threadSource === 'subagent' || lineage.threadSource === 'memory_consolidation';

/** Whether an item of another thread may turn out to have spawned this one: nothing opened it, and other turns are open. */
function mayBeSpawned({ initializations, isSpawned, spans, lineage, server, id }: Thread): boolean {
  if (initializations > 0 || isSpawned || spans > 0 || lineage.isComplete) return false;
  for (const other of server.threads.values())
    if (other.id !== id && other.initializations > 0)
      for (const turn of other.turns.values()) if (turn.phase === 'open') return true;
  return false;
}

/** A turn runs with the settings, and counts from the usage, that its thread had when the turn was first seen. */
function rememberThreadState(turn: Turn): void {
  turn.settings ??= turn.thread.settings;
  turn.usageBefore ??= turn.thread.usageTotal;
}
