import type { TurnEndRecord, TurnRecord } from '../../rollout/observation.js';
import type { TurnErrorFacts } from '../facts/index.js';

// Small records that a turn holds; see `state.ts`.

/** What the server reported of a turn's requests to the model. */
export interface TurnModel {
  retryCount: number;
  lastRetryError: TurnErrorFacts | null;
  responseModel: string | null;
}

/** What a rollout has of a turn's beginning, and of its end once it has ended. */
export interface RecordedTurn {
  readonly start: TurnRecord;
  end: TurnEndRecord | null;
}
