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

/** A question to a person that is no approval of Codex's own. What was asked and answered is content. */
export interface UserInputFacts extends SpanFacts {
  readonly type: 'user_input';
  readonly turnId: string | null;
  /** The server's id of its request. */
  readonly requestId: string;
  readonly itemId: string | null;
  /** A question of the model, a form of an MCP server, or the approval of an MCP tool call. */
  readonly kind: 'question' | 'elicitation' | 'mcp_approval';
  /** Null where nothing reported an answer, or the answer did not decode. */
  readonly outcome: 'accepted' | 'declined' | 'cancelled' | 'answered' | 'aborted' | null;
  /** The connection that answered. */
  readonly connectionId: string | null;
}

/** The facts of a question when it begins: nobody has answered yet. */
export type UserInputRequestFacts = Omit<UserInputFacts, 'endMs' | 'endReason' | 'outcome' | 'connectionId'>;

/**
 * The facts of a thread that waits for a person, where only its status reports that: `approval` may be a review or a form of an
 * MCP server, `user_input` a question of the model.
 */
export interface WaitingFacts extends Omit<SpanFacts, 'endMs' | 'endReason'> {
  readonly type: 'waiting';
  readonly turnId: string | null;
  readonly kind: 'approval' | 'user_input';
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
  /** A code reviewer runs in a thread that is not on the wire: its hooks are reported as its parent's. */
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
