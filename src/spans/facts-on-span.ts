import type { AttributeValue } from '@opentelemetry/api';
import type { Facts } from '../session/facts/index.js';

const FACTS = Symbol.for('opentelemetry-instrumentation-codex.facts');

/** The flat attributes of a span, a projection of its facts. */
export type SpanAttributes = Record<string, AttributeValue>;

/** Puts a span's facts on it: in memory, under a symbol that other copies of this package share. */
export function attachFacts(span: object, facts: Facts): void {
  Object.defineProperty(span, FACTS, { value: Object.freeze(facts), configurable: true });
}

/** The facts of a span of ours; undefined for any other span, at the cost of one symbol look-up. */
export function factsOf(span: object): Facts | undefined {
  return (span as { [FACTS]?: Facts })[FACTS];
}
