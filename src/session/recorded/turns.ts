import type { Notified } from '../../protocol/observation.js';
import type { TurnEndRecord, TurnRecord } from '../../rollout/observation.js';
import { ensureTurn } from '../lookup.js';
import type { Thread } from '../state.js';
import { turnCompleted, turnStarted } from '../turns/turns.js';

/** `turn/started` of a rollout: the turn is real, and what the wire leaves to be concluded is recorded. */
export function turnRecorded(thread: Thread, seen: Notified<'turn/started'> & { readonly recorded: TurnRecord }): void {
  const turn = ensureTurn(thread, seen.params.turn.id);
  if (turn === undefined) return;
  // A turn that was cut short by its server's end was the first one all the same.
  if (thread.activeTurn?.completion === null && thread.activeTurn.signs.hasWorked) thread.hadTurns = true;
  turn.recorded = { start: seen.recorded, end: null };
  turn.trigger = seen.recorded.trigger;
  if (turn.phase === 'named') turn.phase = 'open';
  turnStarted(thread, seen);
}

/** `turn/completed` of a rollout. */
export function turnEndRecorded(
  thread: Thread,
  seen: Notified<'turn/completed'> & { readonly recorded: TurnEndRecord },
): void {
  const turn = ensureTurn(thread, seen.params.turn.id);
  if (turn?.recorded) turn.recorded.end = seen.recorded;
  if (turn && seen.recorded.task === 'regular') turn.signs.hasWorked = true;
  turnCompleted(thread, seen);
}
