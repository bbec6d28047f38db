import type { TurnEndRecord, TurnRecord } from '../../rollout/observation.js';
import type { TurnErrorFacts, TurnFacts } from '../facts/index.js';

// Small records that a turn holds; see `state.ts`.

/** Where a turn is in its life. */
export type TurnPhase =
  /** Only an id is known. In review mode `turn/started` bears an id that never becomes more. */
  | 'named'
  /** Something real was seen in it. Its span is open as soon as its start is known. */
  | 'open'
  /** It has ended, by report or by the next turn's start. Reviews may still end for a minute, items at any time. */
  | 'completed'
  /** Everything in it has ended, and its state is gone but for its key. */
  | 'closed';

/** The report of a turn's end. */
export interface Completion {
  readonly status: TurnFacts['status'];
  readonly error: TurnErrorFacts | null;
  readonly durationMs: number | null;
  /** Unix seconds. */
  readonly completedAt: number | null;
  /** Whether a resume or a list reported the end, later than it happened. */
  readonly wasMissed: boolean;
  /** When it was emitted, else observed, Unix milliseconds. */
  readonly at: number;
}

/** The records of a rollout about a turn: of its beginning, and of its end once it has ended. */
export interface RecordedTurn {
  readonly start: TurnRecord;
  end: TurnEndRecord | null;
}
