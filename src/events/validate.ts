import * as z from 'zod';
import { eventSchemas, type CodexAnalyticsEvent, type EventType } from './schema/index.js';

export interface Validation {
  /** The event that fits its schema, fields in the schema's order; undefined where none could be made of it. */
  readonly event: CodexAnalyticsEvent | undefined;
  /** The misfits, without their values, such as `event_params.model: invalid_type`. Those fields are null in the event. */
  readonly problems: readonly string[];
}

const NO_PROBLEMS: readonly string[] = [];

/** Fits an event to its schema: a value that does not fit makes its field null, or costs the event where null is no value. */
export function validate(event: CodexAnalyticsEvent): Validation {
  const schema = compiledSchema(event.event_type);
  const { success, data, error } = schema.safeParse(event);
  if (success) return { event: data, problems: NO_PROBLEMS };
  const problems = error.issues.map(({ path, code }) => `${keyOf(path)}: ${code}`);
  return { event: withOddValuesNull(schema, event, error.issues), problems };
}

const compiled = new Map<EventType, z.ZodType<CodexAnalyticsEvent>>();

/**
 * Compiled at an event type's first event: compiling takes a moment and makes each validation faster.
 * Where a process forbids code generation from strings, `z.compile` gives the schema back and zod interprets it.
 */
function compiledSchema(type: EventType): z.ZodType<CodexAnalyticsEvent> {
  let schema = compiled.get(type);
  if (schema === undefined) {
    schema = z.compile(eventSchemas[type]);
    compiled.set(type, schema);
  }
  return schema;
}

type Path = readonly PropertyKey[];

/**
 * Puts null where the issues point to, then, while the event still does not fit, in the place around each of those: an
 * entry of a list that is no text makes the whole list null.
 */
function withOddValuesNull(
  schema: z.ZodType<CodexAnalyticsEvent>,
  event: CodexAnalyticsEvent,
  issues: readonly { readonly path: Path }[],
): CodexAnalyticsEvent | undefined {
  const nulled = new Set<string>();
  let candidate: unknown = event;
  let open = issues;
  for (;;) {
    const places = open.map(({ path }) => innermost(path, nulled));
    if (places.some((place) => place.length === 0)) return undefined;
    for (const place of places) {
      nulled.add(keyOf(place));
      candidate = withNull(candidate, place);
    }
    const { success, data, error } = schema.safeParse(candidate);
    if (success) return data;
    open = error.issues;
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
