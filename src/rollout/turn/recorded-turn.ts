import type { CounterSink } from '../../counters.js';
import type { RolloutObservation } from '../observation.js';
import type { RolloutRecord } from '../records.js';
import { TurnCalls } from './calls.js';
import { TurnDiff } from './turn-diff.js';

/** Observations that wait for a turn's settings. */
const MAX_WAITING = 1_000;

/** A turn that is being read. */
export class RecordedTurn {
  readonly id: string;
  /** When its beginning was recorded, Unix milliseconds. */
  readonly at: number;
  /** Unix seconds. */
  readonly startedAt: number | null;
  readonly rootTurnId: string | null;
  readonly trigger: string | null;
  readonly parentTurnId: string | null;
  readonly calls: TurnCalls;
  readonly diff = new TurnDiff();

  isReview = false;
  /** Its beginning is recorded as that of a standalone compaction. */
  isCompaction = false;
  /** A `turn_context` was recorded in it. */
  hasContext = false;
  /** The model or the user did something in it: a message, a call, an item other than a compaction. */
  hasWork = false;
  ranUserShell = false;
  hasCompaction = false;
  /** The compaction that it was to begin with failed or was interrupted. */
  endedBeforeWork = false;
  /** A count of tokens in it repeated what was used before. */
  repeatedUsage = false;
  /** Its end was recorded, or another turn's beginning. */
  isOver = false;
  userMessages = 0;
  /** Whether Codex counted each command of the turn is known. */
  countsCommands = true;
  /** Messages, compactions and the like, which have no ids in a legacy rollout. */
  unnamed = 0;
  /** Of the last compaction: whether its window was recorded, and the tokens in the context after it. */
  compaction = { hasWindow: false, tokens: null as number | null };

  #waiting: (() => RolloutObservation)[] | undefined = [];

  constructor({ at, payload }: Pick<RolloutRecord<'task_started'>, 'at' | 'payload'>, counters: CounterSink) {
    this.id = payload.turn_id;
    this.at = at;
    this.startedAt = payload.started_at;
    this.rootTurnId = payload.root_turn_id;
    this.trigger = payload.turn_attribution?.turn_trigger ?? null;
    this.parentTurnId = payload.turn_attribution?.parent_turn_id ?? null;
    this.calls = new TurnCalls(counters);
  }

  get hasBegun(): boolean {
    return this.#waiting === undefined;
  }

  /** Keeps what is observed until the turn begins; false once it has begun, or where too much waits. */
  defer(observation: () => RolloutObservation): boolean {
    if (this.#waiting === undefined || this.#waiting.length >= MAX_WAITING) return false;
    this.#waiting.push(observation);
    return true;
  }

  /** The turn begins: returns what waited for it. */
  begin(): RolloutObservation[] {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    return waiting.map((observation) => observation());
  }
}
