import type { Notified } from '../../protocol/observation.js';
import type { TurnEndRecord, TurnRecord } from '../../rollout/observation.js';
import type { Turn } from '../state.js';
import { turnCompleted, turnStarted } from '../turns/turns.js';

/** `turn/started` of a rollout: the turn is real, and what the wire leaves to be concluded is recorded. */
export function turnRecorded(turn: Turn, seen: Notified<'turn/started'> & { readonly recorded: TurnRecord }): void {
  const { thread } = turn;
  // A turn that was cut short by its server's end was the first one all the same.
  if (thread.activeTurn?.completion === null && thread.activeTurn.signs.hasWorked) thread.hadTurns = true;
  turn.recorded = { start: seen.recorded, end: null };
  turn.trigger = seen.recorded.trigger;
  if (turn.phase === 'named') turn.phase = 'open';
  turnStarted(turn, seen);
}

/** `turn/completed` of a rollout. */
export function turnEndRecorded(
  turn: Turn,
  seen: Notified<'turn/completed'> & { readonly recorded: TurnEndRecord },
): void {
  if (turn.recorded) turn.recorded.end = seen.recorded;
  if (seen.recorded.task === 'regular') turn.signs.hasWorked = true;
  turnCompleted(turn, seen);
}
