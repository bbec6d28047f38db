import * as z from 'zod';
import { acceptedLineFingerprints } from './accepted-lines.js';
import { appMentioned, appUsed } from './app.js';
import { collabAgentToolCall } from './collab-agent-tool-call.js';
import { commandExecution } from './command-execution.js';
import { compaction } from './compaction.js';
import { dynamicToolCall } from './dynamic-tool-call.js';
import { fileChange } from './file-change.js';
import { goal } from './goal.js';
import { hookRun } from './hook.js';
import { imageGeneration } from './image-generation.js';
import { mcpToolCall } from './mcp-tool-call.js';
import { guardianReview, review } from './review.js';
import { skillInvocation } from './skill.js';
import { turnSteer } from './steer.js';
import { threadArchive, threadInitialized } from './thread.js';
import { turn } from './turn.js';
import { webSearch } from './web-search.js';

/** The schema of every analytics event, by its `event_type`. Every field is always present, null where unknown. */
export const eventSchemas = {
  codex_thread_initialized: threadInitialized,
  codex_thread_archive_event: threadArchive,
  codex_turn_event: turn,
  codex_accepted_line_fingerprints: acceptedLineFingerprints,
  codex_turn_steer_event: turnSteer,
  codex_review_event: review,
  codex_guardian_review: guardianReview,
  codex_command_execution_event: commandExecution,
  codex_file_change_event: fileChange,
  codex_mcp_tool_call_event: mcpToolCall,
  codex_dynamic_tool_call_event: dynamicToolCall,
  codex_collab_agent_tool_call_event: collabAgentToolCall,
  codex_web_search_event: webSearch,
  codex_image_generation_event: imageGeneration,
  codex_compaction_event: compaction,
  codex_hook_run: hookRun,
  codex_goal_event: goal,
  codex_app_mentioned: appMentioned,
  codex_app_used: appUsed,
  skill_invocation: skillInvocation,
} as const;

export type EventType = keyof typeof eventSchemas;

/** Any analytics event, told apart by `event_type`. */
export type CodexAnalyticsEvent = { [Type in EventType]: z.infer<(typeof eventSchemas)[Type]> }[EventType];

/** The union of all event schemas. */
export const codexAnalyticsEvent = z.discriminatedUnion('event_type', [
  threadInitialized,
  threadArchive,
  turn,
  acceptedLineFingerprints,
  turnSteer,
  review,
  guardianReview,
  commandExecution,
  fileChange,
  mcpToolCall,
  dynamicToolCall,
  collabAgentToolCall,
  webSearch,
  imageGeneration,
  compaction,
  hookRun,
  goal,
  appMentioned,
  appUsed,
  skillInvocation,
]);

/** The events' JSON Schemas (draft 2020-12), one an event type, each of the whole event. */
export function toJsonSchemas(): Record<EventType, z.core.JSONSchema.BaseSchema> {
  const schemas = Object.entries(eventSchemas).map(([type, schema]) => [
    type,
    z.toJSONSchema(schema, { target: 'draft-2020-12' }),
  ]);
  return Object.fromEntries(schemas) as Record<EventType, z.core.JSONSchema.BaseSchema>;
}

export type { AcceptedLineFingerprintsEvent, LineFingerprint } from './accepted-lines.js';
export type { AppMentionedEvent, AppUsedEvent } from './app.js';
export type { AppServerClient, Runtime } from './blocks.js';
export type { CollabAgentToolCallEvent } from './collab-agent-tool-call.js';
export type { CommandExecutionEvent } from './command-execution.js';
export type { CompactionEvent } from './compaction.js';
export type { DynamicToolCallEvent } from './dynamic-tool-call.js';
export type { FileChangeEvent } from './file-change.js';
export type { GoalEvent } from './goal.js';
export type { HookRunEvent } from './hook.js';
export type { ImageGenerationEvent } from './image-generation.js';
export type { McpToolCallEvent } from './mcp-tool-call.js';
export type { GuardianReviewEvent, ReviewEvent } from './review.js';
export type { SkillInvocationEvent } from './skill.js';
export type { TurnSteerEvent } from './steer.js';
export type { ThreadArchiveEvent, ThreadInitializedEvent } from './thread.js';
export type { TurnEvent } from './turn.js';
export type { WebSearchEvent } from './web-search.js';
