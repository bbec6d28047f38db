import type { Facts, TurnFacts } from '../../session/facts/index.js';
import { acceptedLineFingerprints } from './accepted-lines.js';
import { appsMentioned } from './app.js';
import { goal } from './goal.js';
import { hookRun } from './hook.js';
import { item } from './item.js';
import { guardianReview, review } from './review.js';
import { skillInvocations } from './skill.js';
import { turnSteer } from './steer.js';
import { threadArchive, threadInitialized } from './thread.js';
import { turn } from './turn.js';
import type { CodexAnalyticsEvent } from '../schema/index.js';

/**
 * What a finished span means to analytics: its events, in the order in which Codex sends them; none for spans that mean
 * nothing to it. A pure function of the span's facts.
 */
export function project(facts: Facts): CodexAnalyticsEvent[] {
  return eventsOf(facts).filter((event) => event !== undefined);
}

function eventsOf(facts: Facts): (CodexAnalyticsEvent | undefined)[] {
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
function turnEvents(facts: TurnFacts): (CodexAnalyticsEvent | undefined)[] {
  const event = turn(facts);
  const lines = event && acceptedLineFingerprints(facts);
  return [event, lines, ...appsMentioned(facts), ...skillInvocations(facts)];
}
