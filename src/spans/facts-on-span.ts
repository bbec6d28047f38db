import type { AttributeValue } from '@opentelemetry/api';
import type { Facts } from '../session/facts/index.js';

const FACTS = Symbol.for('opentelemetry-instrumentation-codex.facts');

/** The flat attributes of a span, a projection of its facts. */
export type SpanAttributes = Record<string, AttributeValue>;

/** Freezes a span's facts and puts them on it, in memory, under a symbol that other copies of this package share. */
export function attachFacts(span: object, facts: Facts): void {
  Object.defineProperty(span, FACTS, { value: freezeFacts(facts), configurable: true });
}

/** The facts of a span of ours; undefined for any other span, at the cost of one symbol look-up. */
export function factsOf(span: object): Facts | undefined {
  return (span as { [FACTS]?: Facts })[FACTS];
}

/**
 * Freezes facts with all that they hold, because a span processor or hook of the host sees them before the events are
 * made. The facts of one thread share their lineage, client and runtime: those are frozen with the first of them.
 */
function freezeFacts(facts: Facts): Facts {
  deepFreeze(facts);
  return facts;
}

/** Takes a frozen object for one that was frozen here, with all that it holds. */
function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const member of Object.values(value)) deepFreeze(member);
}
