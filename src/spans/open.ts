import type { Span } from '@opentelemetry/api';
import type { SpanItem } from '../protocol/schema/items.js';
import type { Notification } from '../protocol/schema/messages.js';
import type { ConnectionState } from './connections.js';
import type { ReviewFacts } from '../session/facts/index.js';
import type { SpanAttributes } from './facts-on-span.js';
import type { Subject } from './review-detail.js';

/** What goes on within a turn, or outside of all turns, until it is over. */

/** A tool call or a compaction that is going on. */
export interface ItemState {
  readonly id: string;
  readonly item: SpanItem;
  readonly startMs: number;
  /** Null where only the completion was seen and does not tell the start. */
  readonly startedAtMs: number | null;
  readonly model: string | null;
  span: Span | undefined;
  /** What the tool was called with and gave back, where content capture is on, until the span has it. */
  content: SpanAttributes;
  isOver: boolean;
}

/** A review: somebody is asked whether something may be done. */
export interface ReviewState {
  readonly id: string;
  readonly reviewer: ReviewFacts['reviewer'];
  readonly subject: Subject | null;
  readonly itemId: string | null;
  readonly commandSource: string | null;
  readonly startMs: number;
  readonly hadConnectedClient: boolean;
  /** A client's answer that came after the turn had ended: the server had given up waiting by then. */
  lateAnswer: { readonly at: number; readonly by: ConnectionState | null } | null;
  span: Span | undefined;
  isOver: boolean;
}

/** One run of a hook. */
export interface HookState {
  readonly run: Notification<'hook/started'>['run'];
  readonly startMs: number;
  readonly ordinal: number;
  readonly ranForCodeReviewer: boolean;
  span: Span | undefined;
  isOver: boolean;
}
