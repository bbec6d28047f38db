import type { TurnErrorFacts, TurnFacts } from '../facts/index.js';

/** What `turn/completed` reports. */
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
