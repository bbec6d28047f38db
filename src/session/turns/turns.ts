import type { Notified } from '../../protocol/observation.js';
import { ensureTurn } from '../lookup.js';
import type { Thread, Turn } from '../state.js';
import { startTurn } from './beginning.js';
import { startedByItself } from './requests/cause.js';
import { supersedeTurn } from './ending.js';
import { turnError } from './error.js';
import { endReportedTurn, takeReport } from './reported.js';
import { countLines } from './totals/diff.js';
import { usedSince } from './totals/totals.js';

/** `turn/started` */
export function turnStarted(turn: Turn, { params, at }: Notified<'turn/started'>): void {
  const { thread } = turn;
  takeReport(turn, params.turn);
  if (turn.startedMs === null) supersedeActiveTurn(thread, turn);
  if (turn.startedMs === null && !turn.wasRequested && !thread.pending.isPending('turn/start')) startedByItself(turn);
  startTurn(turn, at);
}

/** `turn/completed` */
export function turnCompleted(turn: Turn, { params, at }: Notified<'turn/completed'>): void {
  if (turn.endMs === null) endReportedTurn(turn, params.turn, { at, wasMissed: false });
}

/** `turn/diff/updated`: the last diff counts. */
export function diffUpdated(turn: Turn, { params: { diff } }: Notified<'turn/diff/updated'>): void {
  turn.seenBeyondItems = true;
  turn.diff = countLines(diff);
  if (turn.session.options.acceptedLines?.hasFingerprints?.() === true) keepDiff(turn, diff);
}

/** Keeps the diff until the turn's end, when its lines are hashed: an update repeats the lines of those before. */
function keepDiff(turn: Turn, diff: string): void {
  turn.session.budget.take(turn, diff.length - (turn.memory.diffText?.length ?? 0));
  turn.memory.diffText = diff;
}

/**
 * `thread/tokenUsage/updated`. The server repeats the last usage after a resume, a fork, around compactions and cut
 * streams, so only totals count.
 */
export function usageUpdated(
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
    if (total.totalTokens > turn.usageBefore.totalTokens) tokensUsed(turn);
    thread.hasUnreportedUsage = false;
  }
  thread.usageTotal = total;
}

/**
 * The model answered. A subagent's turn may come without a message, and a client may have opted out of items: then it is the
 * first sign of the turn's work.
 */
function tokensUsed({ signs, thread, wasRequested }: Turn): void {
  signs.modelAnswered = true;
  if ((thread.isSpawned || wasRequested) && signs.beganWith === null) signs.hasWorked = true;
}

/** `error`: a request to the model failed. With `willRetry`, Codex sends it again; without, the turn has failed. */
export function errorReported(thread: Thread, { params, at }: Notified<'error'>): void {
  if (!params.willRetry) {
    const failed = thread.turns.get(params.turnId);
    if (failed) failed.failedAtMs = at;
    return;
  }
  const turn = ensureTurn(thread, params.turnId);
  if (turn === undefined) return;
  turn.retryCount += 1;
  turn.lastRetryError = turnError(params.error?.codexErrorInfo);
}

/** `model/rerouted`: another model answers from here on. */
export function modelRerouted(turn: Turn, { params }: Notified<'model/rerouted'>): void {
  turn.responseModel = params.toModel;
}

/** A thread runs one turn at a time. An open turn that another follows has ended, whatever happened to the report. */
function supersedeActiveTurn(thread: Thread, next: Turn): void {
  const { activeTurn } = thread;
  thread.activeTurn = next;
  if (activeTurn?.phase === 'open' && !activeTurn.signs.isCodeReview) supersedeTurn(activeTurn);
}
