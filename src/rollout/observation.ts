import type { ConnectionClosed, ConnectionOpened, Notified } from '../protocol/observation.js';

/**
 * A rollout is read as the notifications that the wire would have given. `recorded` on them holds the facts that only a
 * rollout has, and marks the members of the notification that a rollout leaves unknown. The `source` of their connection
 * is `rollout`; its transport is null.
 */
export type RolloutObservation =
  | ConnectionOpened
  | ConnectionClosed
  | (Notified<'thread/started'> & { readonly recorded: ThreadRecord })
  | Notified<'thread/settings/updated' | 'thread/tokenUsage/updated' | 'turn/diff/updated'>
  | (Notified<'thread/reverted'> & { readonly recorded: RevertRecord })
  | (Notified<'turn/started'> & { readonly recorded: TurnRecord })
  | (Notified<'turn/completed'> & { readonly recorded: TurnEndRecord })
  | Notified<'item/started'>
  | RecordedItemEnd;

/**
 * An item ended. `at` is its end as well as it is known, as it is the start of an `item/started`; `completedAtMs` and
 * `startedAtMs` are null where they are not the protocol's own times.
 */
export type RecordedItemEnd = Notified<'item/completed'> & { readonly recorded: ItemRecord };

/** Facts of `session_meta` that the protocol's `thread` does not have. */
export interface ThreadRecord {
  /** How the thread came about. A resume leaves no record. */
  readonly method: 'start' | 'fork' | 'spawn';
  /** The version that made the thread; a newer one that resumes it leaves no record. */
  readonly codexVersion: string | null;
  /** The model that the thread was made with; null where the version does not record it. */
  readonly model: string | null;
  /** The turn of the parent thread that a subagent, a guardian or a code reviewer works for. */
  readonly parentTurnId: string | null;
  /** CODEX_HOME; null where the rollout does not lie in it. A user's skills lie there, a project's do not. */
  readonly codexHome: string | null;
}

/** Facts of a revert that the protocol's notification does not have. */
interface RevertRecord {
  /** Whether the thread still has turns; null where it is not recorded. */
  readonly hasTurns: boolean | null;
}

/** Facts of a turn's beginning that the protocol's `turn` does not have. */
export interface TurnRecord {
  /** The cause of the turn, such as `goal` or `guardian_review`; null for a client's turn and in older versions. */
  readonly trigger: string | null;
  readonly parentTurnId: string | null;
  /** `new` for the turns of subagents, guardians and reviewers; null elsewhere, for a resume leaves no record. */
  readonly initializationMode: 'new' | null;
  /** `v1`, `v2` or `disabled`. */
  readonly multiAgentVersion: string | null;
  /** `default` where no tier was named; null where nothing is recorded of it, or the one in effect depends on the model. */
  readonly serviceTier: 'default' | null;
  /** The hash of the repository's remote, where the turn works in the folder that the thread was started in. */
  readonly repoHash: string | null;
}

/** Facts of a turn's end that the protocol's `turn` does not have. */
export interface TurnEndRecord {
  /** The kind of work that the turn did, by all of its records. */
  readonly task: 'regular' | 'review' | 'compaction' | 'user_shell' | 'none';
  readonly timeToFirstTokenMs: number | null;
  /** A turn of one user message took no steer; null where there may have been some. */
  readonly steerCount: 0 | null;
  /** Whether every tool call of the turn is known to have run or not; else the counts of commands and of all are unknown. */
  readonly countsCommands: boolean;
}

/** Facts of an item that the protocol's item does not have. */
export interface ItemRecord {
  /**
   * Whether Codex's analytics is known to have an event of it. A call that was only begun, and every tool of a legacy
   * rollout, makes a span and no event.
   */
  readonly hasEvent: boolean;
  /** `none` where nobody could have been asked for an approval; null where nothing is recorded of it. */
  readonly reviews: 'none' | null;
  /** The name by which the model called the tool, where the item has none: `followup_task` of an activity. */
  readonly toolName: string | null;
  /** False for a refused command, of which Codex keeps no parsed actions. */
  readonly hasActions: boolean;
  /** The model's response that called the tool, and the first one that saw its output. */
  readonly originatingResponseId: string | null;
  readonly subsequentResponseId: string | null;
  /** Of a call that a code-mode cell made: the cell's call id. */
  readonly parentCallId: string | null;
  readonly compaction: CompactionRecord | null;
}

export interface CompactionRecord {
  readonly trigger: 'manual' | 'auto' | null;
  /** Of a compaction turn that never got to its item. */
  readonly status: 'completed' | 'failed' | 'interrupted';
  readonly phase: 'standalone_turn' | 'pre_turn' | 'mid_turn' | null;
  /** Tokens in the context after the compaction. */
  readonly activeContextTokensAfter: number | null;
}
