import canonicalize from 'canonical-json';
import type { Facts, ItemFacts, RequestFacts, ThreadInitializationFacts } from '../session/facts/index.js';
import { sha256 } from '../spans/ids.js';
import type { EventType } from './schema/index.js';

type Identity = readonly (string | number | null)[];

/**
 * The id of an event: the SHA-256 of the canonical JSON (RFC 8785) of its type and of what identifies its span in the
 * protocol. The event's parameters are no part of it, so the same happening has the same id in a live session and in a
 * replay, and in every version of this package.
 *
 * @param place the event's place among those of its type that one span has: a turn may use two skills.
 */
export function eventId(type: EventType, facts: Facts | RequestFacts, place: number): string {
  return sha256(canonicalize(identityOf(type, place, facts)) ?? '');
}

/**
 * The type, the place, and what identifies the span in the protocol. Where the protocol has an id, no start is part of it,
 * because the start of a request, or of a notification without `emittedAtMs`, is a time of the observer's clock.
 */
function identityOf(type: EventType, place: number, facts: Facts | RequestFacts): Identity {
  const { startMs } = facts;
  const { threadId } = facts.lineage;
  switch (facts.type) {
    case 'thread_initialization':
      return initialization(type, place, facts);
    case 'thread':
      return [type, place, threadId, startMs];
    case 'turn':
      return [type, place, threadId, facts.turnId];
    case 'item':
      return item(type, place, facts);
    case 'review':
      return [type, place, threadId, facts.turnId, facts.reviewId, startMs];
    case 'user_input':
      return [type, place, threadId, facts.turnId, facts.kind, facts.requestId, startMs];
    case 'waiting':
      return [type, place, threadId, facts.turnId, facts.kind, startMs];
    case 'steer':
      return [type, place, threadId, startMs, facts.ordinal];
    case 'thread_archive':
      return [type, place, threadId, facts.action, startMs];
    case 'hook':
      return [type, place, threadId, facts.turnId, facts.eventName, startMs, facts.ordinal];
    case 'goal':
      return [type, place, threadId, facts.eventKind, startMs, facts.ordinal];
  }
}

/** A thread is started, forked or spawned once, and resumed any number of times, also twice in one millisecond. */
function initialization(type: EventType, place: number, facts: ThreadInitializationFacts): Identity {
  const { lineage, method, startMs, ordinal } = facts;
  const { threadId } = lineage;
  return method === 'resume' ? [type, place, threadId, method, startMs, ordinal] : [type, place, threadId, method];
}

/**
 * Which item of its id in the turn it is, since some model providers repeat call ids. A compaction's id is unique, where it
 * has one.
 */
function item(type: EventType, place: number, facts: ItemFacts): Identity {
  const { lineage, turnId, itemId, detail, occurrence } = facts;
  const { threadId } = lineage;
  if (detail.kind === 'contextCompaction' && itemId !== '') return [type, place, threadId, turnId, itemId];
  return [type, place, threadId, turnId, itemId, occurrence];
}
