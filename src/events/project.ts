import type { Facts, TurnFacts } from '../spans/facts.js';
import { acceptedLineFingerprints } from './project/accepted-lines.js';
import { appsMentioned } from './project/app.js';
import { goal } from './project/goal.js';
import { hookRun } from './project/hook.js';
import { item } from './project/item.js';
import { guardianReview, review } from './project/review.js';
import { skillInvocations } from './project/skill.js';
import { turnSteer } from './project/steer.js';
import { threadArchive, threadInitialized } from './project/thread.js';
import { turn } from './project/turn.js';
import type { CodexAnalyticsEvent } from './schema/index.js';

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
