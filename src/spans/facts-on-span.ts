import type { AttributeValue } from '@opentelemetry/api';
import type { Facts } from '../session/facts/index.js';

const FACTS = Symbol.for('opentelemetry-instrumentation-codex.facts');

/** The flat attributes of a span, a projection of its facts. */
export type SpanAttributes = Record<string, AttributeValue>;

/** A span's facts, and who made events of them. All wrappers of a span lead to the same one. */
export interface Attachment {
  readonly facts: Facts;
  /** The span processors that were given the span. */
  readonly processors: object[];
  /** Whether a logger provider has the span's events, from whichever processor, of whichever copy of this package. */
  isLogged: boolean;
}

/** The attachments of spans that take no property, such as frozen ones. Shared by all copies of this package in the process. */
const shared = globalThis as { [FACTS]?: WeakMap<object, Attachment> | undefined };

/** Freezes a span's facts and puts them on it, in memory, under a symbol that other copies of this package share. */
export function attachFacts(span: object, facts: Facts): void {
  deepFreeze(facts);
  const value: Attachment = { facts, processors: [], isLogged: false };
  try {
    Object.defineProperty(span, FACTS, { value, configurable: true });
  } catch {
    (shared[FACTS] ??= new WeakMap()).set(span, value);
  }
}

/** The facts of a span of ours; undefined for any other span, at the cost of one symbol look-up. */
export function factsOf(span: object): Facts | undefined {
  return attachmentOf(span)?.facts;
}

export function attachmentOf(span: object): Attachment | undefined {
  return (span as { [FACTS]?: Attachment })[FACTS] ?? shared[FACTS]?.get(span);
}

/**
 * Freezes facts with all that they hold, because a span processor or hook of the host sees them before the events are
 * made. A frozen object was frozen here, with all that it holds: the facts of one thread share their lineage, client and
 * runtime.
 */
function deepFreeze(value: object): void {
  if (Object.isFrozen(value)) return;
  Object.freeze(value);
  // A list has members of one kind, and a turn may have a hundred thousand hashes.
  if (Array.isArray(value)) for (const each of typeof value[0] === 'object' ? value : []) freezeMember(each);
  else for (const name in value) freezeMember((value as Readonly<Record<string, unknown>>)[name]);
}

function freezeMember(value: unknown): void {
  if (typeof value === 'object' && value !== null) deepFreeze(value);
}
