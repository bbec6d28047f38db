import { project } from '../../src/events/projection/project.js';
import type { CodexAnalyticsEvent, EventType } from '../../src/events/schema/index.js';
import { everyFact } from './facts.js';

/** A valid event of the type. */
export function anyEvent(type: EventType): CodexAnalyticsEvent {
  const event = everyFact.flatMap((facts) => project(facts)).find(({ event_type }) => event_type === type);
  if (event === undefined) throw new Error(`no facts have a ${type}`);
  return event;
}
