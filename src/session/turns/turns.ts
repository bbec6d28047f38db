import type { Notified } from '../../protocol/observation.js';
import type { SessionContext } from '../context.js';
import type { TurnFacts } from '../facts/index.js';
import { ensureTurn } from '../lookup.js';
import type { Thread, Turn } from '../state.js';
import { startTurn } from './beginning.js';
import { completeTurn } from './ending.js';
import { turnError } from './error.js';
import { usedSince } from './usage.js';

/** `turn/started` */
export function turnStarted(
  context: SessionContext,
  thread: Thread,
  { params: { turn: info }, at }: Notified<'turn/started'>,
): void {
  const turn = ensureTurn(context, thread, info.id);
  if (turn === undefined) return;
  takeInfo(turn, info);
  if (turn.startedMs === null && turn.request === null && !thread.pending.isPending('turn/start'))
    startedByItself(turn);
  startTurn(context, turn, at);
}

/** `turn/completed` */
export function turnCompleted(
  context: SessionContext,
  thread: Thread,
  { params: { turn: info }, at }: Notified<'turn/completed'>,
): void {
  const turn = ensureTurn(context, thread, info.id);
  if (turn === undefined || turn.completion !== null) return;
  takeInfo(turn, info);
  const status = statusOf(info.status);
  if (status !== 'interrupted') turn.interruptRequestedAtMs = null;
  turn.isFirst = thread.hadTurns === null ? null : !thread.hadTurns;
  if (turn.signs.hasWorked && !turn.signs.isCodeReview) thread.hadTurns = true;
  if (status === 'interrupted') thread.hasUnreportedUsage = true;
  const { durationMs, completedAt } = info;
  const error = turnError(info.error?.codexErrorInfo);
  completeTurn(context, turn, { status, error, durationMs, completedAt, at });
}

/** `turn/diff/updated`: the last diff counts. */
export function diffUpdated(
  context: SessionContext,
  thread: Thread,
  { params: { turnId, diff } }: Notified<'turn/diff/updated'>,
): void {
  const turn = ensureTurn(context, thread, turnId);
  if (turn === undefined) return;
  turn.seenBeyondItems = true;
  turn.diff = diff;
}

/**
 * `thread/tokenUsage/updated`. The server repeats the last usage after a resume, a fork, around compactions and cut
 * streams, so only totals count.
 */
export function usageUpdated(
  _context: SessionContext,
  thread: Thread,
  { params: { turnId, tokenUsage } }: Notified<'thread/tokenUsage/updated'>,
): void {
  const { total, last } = tokenUsage;
  const turn = thread.turns.get(turnId);
  if (turn !== undefined && turn.completion === null) {
    const before = usedSince(total, last);
    turn.usageBefore ??= thread.usageTotal ?? before;
    if (thread.hasUnreportedUsage && before.inputTokens > turn.usageBefore.inputTokens) {
      turn.usageBefore = before;
      if (thread.isSpawned) thread.hadTurns = true;
    }
    turn.usageReported = true;
    // A subagent's turn may come without a message: that its model answered is the first sign of its work.
    if (thread.isSpawned && turn.signs.beganWith === null) turn.signs.hasWorked = true;
    thread.hasUnreportedUsage = false;
  }
  thread.usageTotal = total;
}

type TurnInfo = Notified<'turn/started'>['params']['turn'];

function takeInfo(turn: Turn, { rootTurnId, startedAt }: TurnInfo): void {
  turn.seenBeyondItems = true;
  turn.rootTurnId ??= rootTurnId;
  turn.startedAt ??= startedAt;
}

/** A turn that no `turn/start` made: a compaction, a message of the queue, or work on the thread's goal. */
function startedByItself(turn: Turn): void {
  const { thread, signs } = turn;
  signs.startedByItself = true;
  if (thread.pending.resolveOldest('thread/compact/start')) signs.compactionRequested = true;
  else if (thread.pending.resolveOldest('thread/queue/add')) turn.trigger = 'queue';
  else if (thread.goal?.status === 'active') turn.trigger = 'goal';
}

const statusOf = (status: string | null): TurnFacts['status'] =>
  status === 'completed' || status === 'failed' || status === 'interrupted' ? status : null;
