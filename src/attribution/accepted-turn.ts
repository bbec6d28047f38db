/** A turn whose accepted lines are in the event files. */
export interface AcceptedTurn {
  readonly threadId: string;
  readonly turnId: string;
  /** Null where the event does not have it. */
  readonly model: string | null;
  /** The turn event's; null without that event. */
  modelProvider: string | null;
  /** Unix seconds: the turn event's start, else the end of the turn. */
  startedAt: number;
  /** Lines that it added and that have a fingerprint. */
  lines: number;
}
