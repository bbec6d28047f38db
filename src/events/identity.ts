import canonicalize from 'canonical-json';
import type { Facts, RequestFacts } from '../session/facts/index.js';
import { sha256 } from '../spans/ids.js';
import type { EventType } from './schema/index.js';

/**
 * The id of an event: the SHA-256 of the canonical JSON (RFC 8785) of its type and of what identifies its span in the
 * protocol. The event's parameters are no part of it, so the same happening has the same id in a live session and in a
 * replay, and in every version of this package.
 *
 * @param place the event's place among those of its type that one span has: a turn may use two skills.
 */
export function eventId(type: EventType, facts: Facts | RequestFacts, place: number): string {
  return sha256(canonicalize([type, place, facts.lineage.threadId, ...identityOf(facts)]) ?? '');
}

/**
 * The identity of a span among those of its thread. Where the protocol has an id, no start is part of it, because the start of
 * a request, or of a notification without `emittedAtMs`, is a time of the observer's clock.
 */
function identityOf(facts: Facts | RequestFacts): readonly (string | number | null)[] {
  const { startMs } = facts;
  switch (facts.type) {
    case 'thread_initialization':
      // A thread is started, forked or spawned once, and resumed any number of times, also twice in one millisecond.
      return facts.method === 'resume' ? [facts.method, startMs, facts.ordinal] : [facts.method];
    case 'thread':
      return [startMs];
    case 'turn':
      return [facts.turnId];
    case 'item':
      // Some model providers repeat call ids in a turn. A compaction's id is unique, where it has one.
      if (facts.detail.kind === 'contextCompaction' && facts.itemId !== '') return [facts.turnId, facts.itemId];
      return [facts.turnId, facts.itemId, facts.occurrence];
    case 'review':
      return [facts.turnId, facts.reviewId, startMs];
    case 'user_input':
      return [facts.turnId, facts.kind, facts.requestId, startMs];
    case 'waiting':
      return [facts.turnId, facts.kind, startMs];
    case 'steer':
      return [startMs, facts.ordinal];
    case 'thread_archive':
      return [facts.action, startMs];
    case 'hook':
      return [facts.turnId, facts.eventName, startMs, facts.ordinal];
    case 'goal':
      return [facts.eventKind, startMs, facts.ordinal];
  }
}
