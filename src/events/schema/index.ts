import * as z from 'zod';
import { acceptedLineFingerprints } from './accepted-lines.js';
import { appMentioned, appUsed } from './app.js';
import { compaction } from './compaction.js';
import { goal } from './goal.js';
import { hookRun } from './hook.js';
import { guardianReview, review } from './review.js';
import { reviewRequested } from './review-requested.js';
import { skillInvocation } from './skill.js';
import { turnSteer } from './steer.js';
import { threadArchive, threadInitialized } from './thread.js';
import * as tools from './tools.js';
import { turn } from './turn.js';

const schemas = [
  threadInitialized,
  threadArchive,
  turn,
  acceptedLineFingerprints,
  turnSteer,
  review,
  guardianReview,
  tools.commandExecution,
  tools.fileChange,
  tools.mcpToolCall,
  tools.dynamicToolCall,
  tools.collabAgentToolCall,
  tools.webSearch,
  tools.imageGeneration,
  tools.controlToolCall,
  compaction,
  hookRun,
  goal,
  appMentioned,
  appUsed,
  skillInvocation,
  reviewRequested,
] as const;
/** The zod schema of any family of analytics events. */
export type EventSchema = (typeof schemas)[number];

/** The zod schema of any analytics event, discriminated by `event_type`. */
export const codexAnalyticsEvent = z.discriminatedUnion('event_type', schemas);

/** Any analytics event; a test of `event_type` narrows it to one family. */
export type CodexAnalyticsEvent = z.infer<(typeof schemas)[number]>;

/** The `event_type` of an analytics event, such as `codex_turn_event`. */
export type EventType = CodexAnalyticsEvent['event_type'];

/** The analytics event of one family: `EventOf<'codex_turn_event'>`. */
export type EventOf<Type extends EventType> = Extract<CodexAnalyticsEvent, { event_type: Type }>;

/** The zod schema of one family of analytics events. */
export type SchemaOf<Type extends EventType> = Extract<EventSchema, { shape: { event_type: z.ZodLiteral<Type> } }>;

/** The zod schema of each analytics event, by its `event_type`. Every field is always present, null where unknown. */
export const eventSchemas = Object.fromEntries(
  schemas.map((schema) => [schema.shape.event_type.value, schema]),
) as unknown as { readonly [Type in EventType]: SchemaOf<Type> };

/** The JSON Schema (draft 2020-12) of each analytics event as a whole, by its `event_type`. */
export function toJsonSchemas(): Record<EventType, z.core.JSONSchema.BaseSchema> {
  const jsonSchemas = schemas.map((schema) => [
    schema.shape.event_type.value,
    z.toJSONSchema(schema, { target: 'draft-2020-12' }),
  ]);
  return Object.fromEntries(jsonSchemas) as Record<EventType, z.core.JSONSchema.BaseSchema>;
}
