import type { SpanFacts } from './base.js';

export interface SteerFacts extends SpanFacts {
  readonly type: 'steer';
  readonly expectedTurnId: string | null;
  readonly acceptedTurnId: string | null;
  readonly result: 'accepted' | 'rejected';
  readonly rejectionReason:
    | 'no_active_turn'
    | 'expected_turn_mismatch'
    | 'non_steerable_review'
    | 'non_steerable_compact'
    | 'empty_input'
    | 'input_too_large'
    | null;
  readonly inputImageCount: number;
  readonly ordinal: number;
}

export interface HookFacts extends SpanFacts {
  readonly type: 'hook';
  readonly turnId: string | null;
  /** As on the wire: `preToolUse`. */
  readonly eventName: string;
  /** As on the wire: `sessionFlags`. */
  readonly source: string;
  readonly handlerType: string | null;
  readonly executionMode: string | null;
  readonly status: 'completed' | 'failed' | 'stopped' | 'blocked' | null;
  readonly model: string | null;
  /** The run ids of hooks repeat within a turn. */
  readonly ordinal: number;
  /** A code reviewer runs in a thread of its own that no traffic names: its hooks are told as if they were its parent's. */
  readonly ranForCodeReviewer: boolean;
}

export interface GoalFacts extends SpanFacts {
  readonly type: 'goal';
  readonly turnId: string | null;
  readonly eventKind: 'created' | 'usage_accounted' | 'status_changed' | 'cleared';
  /** snake_case. */
  readonly goalStatus: string | null;
  readonly hasTokenBudget: boolean | null;
  readonly tokensUsed: number | null;
  readonly timeUsedSeconds: number | null;
  readonly ordinal: number;
}
