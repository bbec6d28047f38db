import type { Misfit, Path, Place } from './checks.js';
import { validators } from './generated/validators.js';
import type { CodexAnalyticsEvent, EventType } from './schema/index.js';

export interface Validation {
  /** The event that fits its schema, fields in the schema's order; undefined where none could be made of it. */
  readonly event: CodexAnalyticsEvent | undefined;
  /** The misfits, without their values, such as `event_params.model: invalid_type`. Those fields are null in the event. */
  readonly problems: readonly string[];
}

const NO_PROBLEMS: readonly string[] = [];

/** Fits a value to the schema of an event; what it returns is an event if there are no misfits. */
type Validator = (value: unknown, place: Place | undefined, misfits: Misfit[]) => CodexAnalyticsEvent;

/*
 * The schemas under `schema/` stay the source, and the validators are generated from them: every host would load zod with this
 * library, and zod would generate code from strings at run time.
 */
const validatorOf = validators as Readonly<Record<EventType, Validator>>;

/** Fits an event to its schema: a value that does not fit makes its field null, or costs the event where null is no value. */
export function validate(event: CodexAnalyticsEvent): Validation {
  const validator = validatorOf[event.event_type];
  const misfits: Misfit[] = [];
  const read = validator(event, undefined, misfits);
  if (misfits.length === 0) return { event: read, problems: NO_PROBLEMS };
  const problems = misfits.map(({ path, code }) => `${keyOf(path)}: ${code}`);
  return { event: withOddValuesNull(validator, event, misfits), problems };
}

/**
 * Puts null where the misfits are, then, while the event still does not fit, in the place around each of those: an
 * entry of a list that is no text makes the whole list null.
 */
function withOddValuesNull(
  validator: Validator,
  event: CodexAnalyticsEvent,
  misfits: readonly Misfit[],
): CodexAnalyticsEvent | undefined {
  const nulled = new Set<string>();
  let candidate: unknown = event;
  let open = misfits;
  for (;;) {
    const places = open.map(({ path }) => innermost(path, nulled));
    if (places.some((place) => place.length === 0)) return undefined;
    for (const place of places) {
      nulled.add(keyOf(place));
      candidate = withNull(candidate, place);
    }
    const left: Misfit[] = [];
    const read = validator(candidate, undefined, left);
    if (left.length === 0) return read;
    open = left;
  }
}

const keyOf = (path: Path) => path.join('.');

/** The innermost place of a path that is not null yet; empty where there is none. */
function innermost(path: Path, nulled: ReadonlySet<string>): Path {
  let place = path;
  while (nulled.has(keyOf(place))) place = place.slice(0, -1);
  return place;
}

/** A copy of the value with null at the path. */
function withNull(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined || value === null) return null;
  const copy: Record<PropertyKey, unknown> = { ...(value as object) };
  copy[key] = withNull(copy[key], rest);
  return copy;
}
