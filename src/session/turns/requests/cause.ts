import type { Turn } from '../../state.js';
import { NO_METADATA } from './metadata.js';

/*
 * A turn that no `turn/start` made: a compaction, a message of the queue, or work on the thread's goal.
 */

/** The turn started by itself. Where a compaction and something else are pending, the turn's first item decides. */
export function startedByItself(turn: Turn): void {
  const { thread, signs } = turn;
  signs.startedByItself = true;
  const mayBeOther = thread.pending.isPending('thread/queue/add') || thread.goal?.status === 'active';
  signs.causeIsUndecided = mayBeOther && thread.pending.isPending('thread/compact/start');
  if (!signs.causeIsUndecided) takeCause(turn, thread.pending.isPending('thread/compact/start'));
}

/** Decides what made the turn by its first item. A turn that ends without an item is a compaction that failed early. */
export function decideCause(turn: Turn): void {
  const { signs } = turn;
  if (!signs.causeIsUndecided) return;
  signs.causeIsUndecided = false;
  takeCause(turn, signs.beganWith === null || signs.beganWith === 'compaction');
}

function takeCause(turn: Turn, isCompaction: boolean): void {
  const { thread, signs } = turn;
  if (isCompaction && thread.pending.takeOldest('thread/compact/start')) {
    signs.compactionRequested = true;
    return;
  }
  const queued = thread.pending.takeOldest('thread/queue/add');
  if (queued !== undefined) {
    turn.trigger = 'queue';
    Object.assign(turn, queued.metadata ?? NO_METADATA);
  } else if (thread.goal?.status === 'active') turn.trigger = 'goal';
}
