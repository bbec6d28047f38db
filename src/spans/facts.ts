import type { AttributeValue } from '@opentelemetry/api';
import type { ItemDetailFacts, ReviewSummaryFacts } from './item-facts.js';
import type { ClientFacts, InitializationMode, SpanFacts } from './span-facts.js';
import type { TokenUsageFacts, TurnFacts } from './turn-facts.js';

export type * from './item-facts.js';
export type * from './span-facts.js';
export type * from './turn-facts.js';

/**
 * Facts: what a span knows, as one frozen and typed record that stays in memory. A span's attributes and its analytics
 * events are both projections of its facts, so span limits, masking and sampling change what a back end shows and never
 * what analytics says. Null means that the traffic did not tell; nothing here is guessed.
 *
 * No fact holds content: no prompt, answer, command, output, path, diff, rationale or host.
 */
const FACTS = Symbol.for('opentelemetry-instrumentation-codex.facts');

export interface ThreadInitializationFacts extends SpanFacts {
  readonly type: 'thread_initialization';
  /** The request that initialised the thread; `spawn` where an item of another thread did. */
  readonly method: 'start' | 'resume' | 'fork' | 'spawn';
  readonly mode: InitializationMode;
  readonly model: string | null;
  readonly modelProvider: string | null;
  readonly ephemeral: boolean | null;
  /** Unix seconds. */
  readonly createdAt: number | null;
  /** Distinguishes two initialisations of one thread that started in the same millisecond. */
  readonly ordinal: number;
}

export interface ThreadFacts extends SpanFacts {
  readonly type: 'thread';
  readonly turnCount: number;
  readonly toolCount: number;
  readonly reviewCount: number;
  readonly tokenUsage: TokenUsageFacts;
  readonly addedLines: number;
  readonly deletedLines: number;
}

export interface ItemFacts extends SpanFacts {
  readonly type: 'item';
  readonly turnId: string;
  readonly rootTurnId: string | null;
  readonly itemId: string;
  /** The tool as analytics names it (`shell`, `unified_exec`, `apply_patch`, an MCP tool's name …); null for compactions. */
  readonly toolName: string | null;
  /** The thread's model when the item started. */
  readonly model: string | null;
  /** Milliseconds of `item/started`; null where only the completion was seen. */
  readonly startedAtMs: number | null;
  /** Milliseconds of `item/completed`; null for an item that never completed. */
  readonly completedAtMs: number | null;
  /** The item's own duration; collab calls: the observed one. */
  readonly executionDurationMs: number | null;
  readonly terminalStatus: 'completed' | 'failed' | 'rejected' | 'interrupted' | null;
  readonly failureKind: 'tool_error' | 'approval_denied' | null;
  readonly reviews: ReviewSummaryFacts;
  /**
   * Whether anything but this turn's items told of the turn. Codex keeps no tool event of a turn it has no state for.
   */
  readonly turnKnown: boolean;
  readonly detail: ItemDetailFacts;
}

export type ReviewSubject =
  'command_execution' | 'file_change' | 'mcp_tool_call' | 'permissions' | 'network_access' | 'write_stdin';
export type ReviewStatus = 'approved' | 'denied' | 'aborted' | 'timed_out';
export type ReviewResolution = 'none' | 'session_approval' | 'exec_policy_amendment' | 'network_policy_amendment';

export interface ReviewFacts extends SpanFacts {
  readonly type: 'review';
  readonly turnId: string;
  /** The item under review; a network approval's made-up item id stands here without its host. */
  readonly itemId: string | null;
  /** `user:` and the request's id, or the guardian's own id. */
  readonly reviewId: string;
  readonly reviewer: 'user' | 'guardian';
  readonly subjectKind: ReviewSubject;
  readonly subjectName: string;
  readonly trigger: 'initial' | 'sandbox_denial' | 'network_policy_denial' | 'execve_intercept';
  /**
   * Whether a client was connected when the review began. Codex's analytics knows of an approval only if somebody was there
   * to be asked: one that is put to a client that comes later makes no event and counts nowhere.
   */
  readonly isHeard: boolean;
  /** Null where the review never resolved, or resolved by an answer that means nothing: no event then. */
  readonly status: ReviewStatus | null;
  readonly resolution: ReviewResolution | null;
  /** How a command under review is run, where the protocol tells: `shell`, `unified_exec`. */
  readonly commandSource: string | null;
  /** The client that answered, where several share a thread. */
  readonly decidedBy: ClientFacts | null;
  /** The connection that answered (user reviews). */
  readonly connectionId: string | null;
  readonly riskLevel: string | null;
  readonly userAuthorization: string | null;
}

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

export interface ThreadArchiveFacts extends SpanFacts {
  readonly type: 'thread_archive';
  readonly action: 'archived' | 'unarchived';
  /** When the server said so (`thread/archived`, `thread/unarchived`), Unix milliseconds. */
  readonly occurredAtMs: number;
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
  readonly isReviewers: boolean;
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

export type Facts =
  | ThreadInitializationFacts
  | ThreadFacts
  | TurnFacts
  | ItemFacts
  | ReviewFacts
  | SteerFacts
  | ThreadArchiveFacts
  | HookFacts
  | GoalFacts;

/** The value of `codex.span.type`. */
export type SpanType = Facts['type'];

/** The flat attributes of a span, a projection of its facts. */
export type SpanAttributes = Record<string, AttributeValue>;

/** Puts a span's facts on it: in memory, under a symbol that other copies of this package share. */
export function attachFacts(span: object, facts: Facts): void {
  Object.defineProperty(span, FACTS, { value: Object.freeze(facts), configurable: true });
}

/** The facts of a span of ours; undefined for any other span, at the cost of one symbol look-up. */
export function factsOf(span: object): Facts | undefined {
  return (span as { [FACTS]?: Facts })[FACTS];
}
