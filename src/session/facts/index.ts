import type { ItemFacts } from './item.js';
import type {
  GoalFacts,
  HookFacts,
  SteerFacts,
  UserInputFacts,
  UserInputRequestFacts,
  WaitingFacts,
} from './others.js';
import type { ReviewFacts, ReviewRequestFacts } from './review.js';
import type { ThreadArchiveFacts, ThreadFacts, ThreadInitializationFacts } from './thread.js';
import type { TurnFacts } from './turn.js';

export type * from './base.js';
export type * from './item.js';
export type * from './others.js';
export type * from './review.js';
export type * from './thread.js';
export type * from './turn.js';

/**
 * Facts are the knowledge of one span, as one frozen and typed record that stays in memory. A span's attributes and its analytics
 * events are both projections of its facts, so span limits, masking and sampling change what a back end shows and never
 * what analytics reports. Null means that the traffic did not report it; nothing here is guessed.
 *
 * No fact holds content: no prompt, answer, command, output, path, diff, rationale or host. A repository is a fact only where
 * the host switches that on.
 */
export type Facts =
  | ThreadInitializationFacts
  | ThreadFacts
  | TurnFacts
  | ItemFacts
  | ReviewFacts
  | UserInputFacts
  | SteerFacts
  | ThreadArchiveFacts
  | HookFacts
  | GoalFacts;

/** The facts of a review or a question that waits for its answer, or of a thread that waits for one of them. */
export type RequestFacts = ReviewRequestFacts | UserInputRequestFacts | WaitingFacts;

/** The value of `codex.span.type`. */
export type SpanType = Facts['type'];
