import { project } from '../../src/events/projection/project.js';
import { reviewRequested } from '../../src/events/projection/review-requested.js';
import type { CodexAnalyticsEvent, EventType } from '../../src/events/schema/index.js';
import { everyFact, requested, review } from './facts.js';

/** A valid event of the type. */
export function anyEvent(type: EventType): CodexAnalyticsEvent {
  const events = [...everyFact.flatMap((facts) => project(facts)), reviewRequested(requested(review()))];
  const event = events.find(({ event_type }) => event_type === type);
  if (event === undefined) throw new Error(`no facts have a ${type}`);
  return event;
}
