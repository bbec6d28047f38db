import type { TurnTask } from '../facts/index.js';

/** Signs of a turn's kind, collected as they are seen. */
export class TurnSigns {
  /** `review/start` named the turn, or an item entered review mode. */
  isCodeReview = false;
  /** No `turn/start` made the turn. */
  startedByItself = false;
  /** Several pending requests may have made the turn; its first item decides. */
  causeIsUndecided = false;
  /** The turn's first item. */
  beganWith: 'user shell' | 'compaction' | 'other' | null = null;
  /** `thread/compact/start` made the turn. */
  compactionRequested = false;
  /** A compaction completed. */
  hasCompacted = false;
  /** A message, a tool call of the model or the like: the turn did what a turn is for. */
  hasWorked = false;
  /** A command of the user's own ran. */
  ranUserShell = false;
  /** The model answered: it sent a message, called a tool, or used tokens. */
  modelAnswered = false;
}

/** Further facts of the turn that decide its kind. */
export interface TurnOutline {
  /** Something other than a request made the turn, and the server named it. */
  readonly hasTrigger: boolean;
  /** The turn's request or `turn/started` was seen. */
  readonly beginningWasSeen: boolean;
  /** The turn failed or was interrupted. */
  readonly hasFailed: boolean;
}

/** Decides what kind of turn it is. */
export function taskOf(signs: TurnSigns, { hasTrigger, beginningWasSeen, hasFailed }: TurnOutline): TurnTask {
  if (signs.isCodeReview) return 'review';
  // A message that the user adds to a shell command of their own does not reach the model.
  const isOwnTurn = signs.startedByItself ? !hasTrigger : !signs.modelAnswered && !hasFailed;
  if (signs.beganWith === 'user shell' && isOwnTurn) return 'user_shell';
  // A turn that was to begin with a compaction does not reach the model where the compaction fails.
  if (signs.beganWith === 'compaction' && !signs.hasCompacted && !signs.compactionRequested && hasFailed) return 'none';
  // A turn whose beginning was not seen is known in part: its counts would be guesses.
  if (signs.hasWorked) return beginningWasSeen ? 'regular' : 'none';
  if (signs.compactionRequested) return 'compaction';
  return signs.ranUserShell ? 'user_shell' : 'none';
}
