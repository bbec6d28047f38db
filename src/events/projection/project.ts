import type { Facts, TurnFacts } from '../../session/facts/index.js';
import type { CodexAnalyticsEvent, EventType } from '../schema/index.js';
import { acceptedLineFingerprints } from './accepted-lines.js';
import { appsMentioned } from './app.js';
import type { MissingContext, Projection } from './context.js';
import { goal } from './goal.js';
import { hookRun } from './hook.js';
import { item } from './item.js';
import { guardianReview, review } from './review.js';
import { skillInvocations } from './skill.js';
import { turnSteer } from './steer.js';
import { threadArchive, threadInitialized } from './thread.js';
import { turn } from './turn.js';

/**
 * The analytics events of a finished span, in the order in which Codex sends them; none for spans that mean nothing to
 * analytics. A pure function of the span's facts.
 *
 * @param withheld called for each event that cannot be made, because the context that it needs was not observed.
 */
export function project(facts: Facts, withheld?: (missing: MissingContext) => void): CodexAnalyticsEvent[] {
  const events: CodexAnalyticsEvent[] = [];
  for (const projection of projectionsOf(facts)) {
    if (typeof projection === 'string') withheld?.(projection);
    else if (projection !== undefined) events.push(projection);
  }
  return events;
}

function projectionsOf(facts: Facts): Projection<EventType>[] {
  switch (facts.type) {
    case 'thread_initialization':
      return [threadInitialized(facts)];
    case 'turn':
      return turnEvents(facts);
    case 'item':
      return item(facts);
    case 'review':
      return [guardianReview(facts), review(facts)];
    case 'steer':
      return [turnSteer(facts)];
    case 'thread_archive':
      return [threadArchive(facts)];
    case 'hook':
      return [hookRun(facts)];
    case 'goal':
      return [goal(facts)];
    // Codex has no event for a thread's end. Facts of a type that this version does not know are another version's.
    case 'thread':
    default:
      return [];
  }
}

/** The accepted lines go directly after the turn's event, and never without it. */
function turnEvents(facts: TurnFacts): Projection<EventType>[] {
  const event = turn(facts);
  const lines = event === undefined ? [] : acceptedLineFingerprints(facts);
  return [
    event,
    ...(typeof event === 'string' ? lines.map(() => event) : lines),
    ...appsMentioned(facts),
    ...skillInvocations(facts),
  ];
}
