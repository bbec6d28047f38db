import * as z from 'zod';
import { eventSchemas, type CodexAnalyticsEvent, type EventType } from './schema/index.js';

/** The event as its schema knows it, fields in the schema's order; or what is wrong with it, without its values. */
export type Validation =
  | { readonly event: CodexAnalyticsEvent; readonly problems?: undefined }
  | { readonly event?: undefined; readonly problems: readonly string[] };

const compiled = new Map<EventType, z.ZodType<CodexAnalyticsEvent>>();

/**
 * Compiled at an event type's first event: compiling takes milliseconds and makes each validation several times faster.
 * Where a process forbids code generation from strings, zod's own interpreter does the same work.
 */
function compiledSchema(type: EventType): z.ZodType<CodexAnalyticsEvent> {
  let schema = compiled.get(type);
  if (schema === undefined) {
    schema = z.compile(eventSchemas[type]);
    compiled.set(type, schema);
  }
  return schema;
}

export function validate(event: CodexAnalyticsEvent): Validation {
  const { success, data, error } = compiledSchema(event.event_type).safeParse(event);
  if (success) return { event: data };
  return { problems: error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`) };
}
