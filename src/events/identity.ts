import canonicalize from 'canonical-json';
import type { Facts } from '../session/facts/index.js';
import { sha256 } from '../spans/ids.js';
import { idsOf } from './record.js';
import type { CodexAnalyticsEvent } from './schema/index.js';

/**
 * The id of an event: the SHA-256 of the canonical JSON of what it says and of what it tells of. Two runs of one hook
 * have equal parameters, so the span's protocol identity (ids, start, ordinal) goes in; a span id would not do, since the
 * host's provider makes another one at every replay. `occurrence` counts the events of one type that a span has: a turn
 * may use two skills of one name.
 *
 * The event must have passed its schema: only then is `canonical-json` RFC 8785 for it.
 */
export function eventId(event: CodexAnalyticsEvent, facts: Facts, occurrence: number): string {
  const span = {
    type: facts.type,
    ...idsOf(facts),
    startMs: facts.startMs,
    ordinal: 'ordinal' in facts ? facts.ordinal : null,
  };
  return sha256(canonicalize({ event, span, occurrence }) ?? '');
}
