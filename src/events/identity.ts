import canonicalize from 'canonical-json';
import type { Facts, ItemFacts, RequestFacts, ThreadInitializationFacts } from '../session/facts/index.js';
import { sha256 } from '../spans/ids.js';
import type { EventType } from './schema/index.js';

type Identity = Readonly<Record<string, string | number | null>>;

/**
 * The id of an event: the SHA-256 of the canonical JSON (RFC 8785) of its type and of what identifies its span in the
 * protocol. The event's parameters are no part of it, so the same happening has the same id in a live session and in a
 * replay, and in every version of this package.
 *
 * @param place the event's place among those of its type that one span has: a turn may use two skills.
 */
export function eventId(type: EventType, facts: Facts | RequestFacts, place: number): string {
  return sha256(canonicalize({ type, place, span: identityOf(facts) }) ?? '');
}

/**
 * What identifies a span in the protocol. Where the protocol has an id, no start is part of it, because the start of a
 * request, or of a notification without `emittedAtMs`, is a time of the observer's clock.
 */
function identityOf(facts: Facts | RequestFacts): Identity {
  const { startMs } = facts;
  const { threadId } = facts.lineage;
  switch (facts.type) {
    case 'thread_initialization':
      return initialization(facts);
    case 'thread':
      return { startMs, threadId };
    case 'turn':
      return { threadId, turnId: facts.turnId };
    case 'item':
      return item(facts);
    case 'review':
      return { reviewId: facts.reviewId, startMs, threadId, turnId: facts.turnId };
    case 'user_input':
      return { kind: facts.kind, requestId: facts.requestId, startMs, threadId, turnId: facts.turnId };
    case 'waiting':
      return { kind: facts.kind, startMs, threadId, turnId: facts.turnId };
    case 'steer':
      return { ordinal: facts.ordinal, startMs, threadId };
    case 'thread_archive':
      return { action: facts.action, startMs, threadId };
    case 'hook':
      return { eventName: facts.eventName, ordinal: facts.ordinal, startMs, threadId, turnId: facts.turnId };
    case 'goal':
      return { eventKind: facts.eventKind, ordinal: facts.ordinal, startMs, threadId };
  }
}

/** A thread is started, forked or spawned once, and resumed any number of times, also twice in one millisecond. */
function initialization({ lineage: { threadId }, method, startMs, ordinal }: ThreadInitializationFacts): Identity {
  return method === 'resume' ? { method, ordinal, startMs, threadId } : { method, threadId };
}

/**
 * Which item of its id in the turn it is, since some model providers repeat call ids. A compaction's id is unique, where it
 * has one.
 */
function item({ lineage: { threadId }, turnId, itemId, detail, occurrence }: ItemFacts): Identity {
  if (detail.kind === 'contextCompaction' && itemId !== '') return { itemId, threadId, turnId };
  return { itemId, occurrence, threadId, turnId };
}
