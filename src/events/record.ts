import type { HrTime, SpanContext } from '@opentelemetry/api';
import type { Facts, RequestFacts } from '../session/facts/index.js';
import type { CodexAnalyticsEvent } from './schema/index.js';

/**
 * The version of the events' shape, `codex.event.version` on each log record. It goes up by one when a field is removed,
 * renamed, or means something else; a new field or a new family of events leaves it as it is.
 */
export const EVENT_VERSION = 1;

/** The protocol's ids of what an event is about; null where there is none. */
export interface EventIds {
  readonly threadId: string;
  readonly turnId: string | null;
  readonly itemId: string | null;
  readonly reviewId: string | null;
}

/** An event with its id and its span, which its parameters do not hold. */
export interface EventRecord {
  readonly event: CodexAnalyticsEvent;
  /** SHA-256, lower-case hex: the same for one happening however it was observed, different for two happenings. */
  readonly id: string;
  readonly spanContext: SpanContext;
  /** The span's end; its start in a `codex_review_requested`. */
  readonly endTime: HrTime;
  readonly ids: EventIds;
}

/** Where events go. An exporter that throws or rejects is counted and loses that event, nothing else. */
export interface EventExporter {
  export(record: EventRecord): void;
  forceFlush?(): Promise<void>;
  shutdown?(): Promise<void>;
}

export function idsOf(facts: Facts | RequestFacts): EventIds {
  return {
    threadId: facts.lineage.threadId,
    turnId: turnIdOf(facts),
    itemId: 'itemId' in facts ? facts.itemId : null,
    reviewId: 'reviewId' in facts ? facts.reviewId : null,
  };
}

/** A steer belongs to the turn that took it, else to the one that was expected. */
function turnIdOf(facts: Facts | RequestFacts): string | null {
  if (facts.type === 'steer') return facts.acceptedTurnId ?? facts.expectedTurnId;
  return 'turnId' in facts ? facts.turnId : null;
}
