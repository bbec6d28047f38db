import type { EndReason } from '../facts/index.js';
import { closeHook } from '../hooks/hooks.js';
import { closeCompactions, closeItem } from '../items/items.js';
import { closeUserInput } from '../inputs/inputs.js';
import { closeReview, settleUnansweredReviews } from '../reviews/reviews.js';
import type { Thread, Turn } from '../state.js';
import { SLEEP_MS, startOf } from '../time.js';
import { waitedUntil } from '../work.js';
import { beginTurn } from './beginning.js';
import { turnFacts } from './facts.js';
import type { Completion } from './records.js';
import { addTurn } from './totals/totals.js';

/** Ends a turn as `turn/completed` reports. What it leaves open may still complete; see {@link settleTurn}. */
export function completeTurn(turn: Turn, completion: Completion): void {
  const { at, durationMs, status, completedAt, wasMissed } = completion;
  turn.completion = completion;
  const startMs = turn.startedMs ?? startOf(at, durationMs);
  beginTurn(turn, startMs);
  turn.phase = 'completed';
  // The report of a missed end comes any time later: its second is nearer to the end.
  const reportedMs = wasMissed && completedAt !== null ? Math.min(at, completedAt * 1000) : at;
  const endMs = durationMs === null ? Math.max(reportedMs, startMs) : startMs + durationMs;
  const slept = durationMs !== null && !wasMissed && at - endMs > SLEEP_MS;
  const turnEndMs = endTurn(turn, slept ? at : endMs, null);
  if (status !== 'completed') closeCompactions(turn, turnEndMs);
  if (turn.startedMs === null) dropUnusedTurns(turn.thread);
  settleLater(turn);
}

/** Ends a turn whose end was never reported, because the thread's next turn began. */
export function supersedeTurn(turn: Turn): void {
  if (turn.endMs !== null) return;
  beginTurn(turn, turn.startedMs ?? firstStart(turn) ?? turn.lastSeenMs);
  turn.phase = 'completed';
  closeCompactions(turn, endTurn(turn, turn.lastSeenMs, 'superseded'));
  settleLater(turn);
}

/** Ends the reviews that another client answered, and settles the turn a minute from now. */
function settleLater(turn: Turn): void {
  settleUnansweredReviews(turn, null);
  turn.isSettled = false;
  turn.session.deadlines.set(turn, () => {
    settleTurn(turn, 'turn_ended');
  });
}

/**
 * Ends the reviews, questions and hooks that a turn left open. Items may go on (a background terminal, a development
 * server): the turn is remembered until the last of them has ended.
 */
export function settleTurn(turn: Turn, reason: EndReason): void {
  closeWork(turn, reason);
  if (turn.endMs !== null && turn.openItems === 0) closeTurn(turn, reason);
  else turn.isSettled = true;
}

/** Forgets a settled turn when its last item has ended. */
export function forgetWhenDone(turn: Turn): void {
  if (turn.isSettled && turn.endMs !== null && turn.openItems === 0) closeTurn(turn, 'turn_ended');
}

function closeWork(turn: Turn, reason: EndReason): void {
  const waitedUntilMs = waitedUntil(turn.thread, turn);
  for (const review of turn.reviews.values()) closeReview(review, waitedUntilMs, reason);
  for (const input of turn.userInputs.values()) closeUserInput(input, waitedUntilMs, reason);
  for (const hook of turn.hooks.values()) closeHook(hook, turn.endMs ?? turn.lastSeenMs, reason);
}

/**
 * Ends everything of a turn that is still open, and forgets the turn but for its key. Reviews, questions and hooks end first,
 * as they do where the turn was settled before: a live observation and its replay end the same in the same order.
 */
export function closeTurn(turn: Turn, reason: EndReason): void {
  const { thread, session } = turn;
  thread.turns.delete(turn.id);
  if (thread.activeTurn === turn) thread.activeTurn = null;
  session.deadlines.delete(turn);
  const isOpen = turn.endMs === null;
  if (isOpen) {
    const isUnusedId = turn.phase === 'named' && (turn.startedMs === null || thread.hadCodeReview);
    if (isUnusedId) {
      if (turn.startedMs !== null) session.counters.add('spans.dropped', 'turn id of review mode');
      session.budget.release(turn);
      return;
    }
    beginTurn(turn, turn.startedMs ?? firstStart(turn) ?? thread.lastSeenMs);
  }
  closeWork(turn, reason);
  if (isOpen) endTurn(turn, thread.lastSeenMs, reason);
  turn.phase = 'closed';
  const endMs = turn.endMs ?? thread.lastSeenMs;
  for (const item of turn.items.values()) closeItem(item, endMs, reason);
  session.endedTurns.add(turnKey(thread, turn.id));
  session.budget.release(turn);
  session.budget.content.release(turn.messageBytes);
}

/** The key of a turn among those of all servers and threads. */
export const turnKey = ({ server, id }: Thread, turnId: string): string => `${server.id}\0${id}\0${turnId}`;

/** @returns the end of the turn, which is never before its start. */
function endTurn(turn: Turn, reportedMs: number, endReason: EndReason | null): number {
  const { thread, signs } = turn;
  const startMs = turn.startMs ?? reportedMs;
  const endMs = Math.max(reportedMs, startMs);
  turn.endMs = endMs;
  const facts = turnFacts(turn, startMs, endMs, endReason);
  turn.memory.diffText = null;
  // A message that the user adds to a shell command of their own waits for the next turn.
  if (signs.hasWorked && facts.task !== 'review' && facts.task !== 'user_shell') thread.hadTurns = true;
  thread.totals = addTurn(thread.totals, facts);
  thread.lastTurnEndMs = Math.max(thread.lastTurnEndMs, endMs);
  const { messages } = turn.memory;
  turn.span.end(facts, messages.isEmpty ? undefined : { messages: messages.keys() });
  return endMs;
}

/** In review mode `turn/started` bears an id that no turn has. Once the real turn has ended, that id can go. */
function dropUnusedTurns(thread: Thread): void {
  for (const turn of thread.turns.values())
    if (turn.phase === 'named' && turn.startedMs !== null) {
      thread.turns.delete(turn.id);
      turn.session.budget.release(turn);
      turn.session.counters.add('spans.dropped', 'turn id of review mode');
    }
}

/** Where no message had the turn's start, the turn began no later than the first of its items, reviews and hooks. */
function firstStart(turn: Turn): number | null {
  let first: number | null = null;
  for (const works of [turn.items, turn.reviews, turn.userInputs, turn.hooks])
    for (const { startMs } of works.values()) first = first === null ? startMs : Math.min(first, startMs);
  return first;
}
