import type { TurnEndRecord, TurnRecord } from '../../rollout/observation.js';

/** What a rollout has of a turn's beginning, and of its end once it has ended. */
export interface RecordedTurn {
  readonly start: TurnRecord;
  end: TurnEndRecord | null;
}
