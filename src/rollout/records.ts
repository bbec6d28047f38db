import * as z from 'zod';
import { toLineage } from '../protocol/schema/conversions.js';
import type { TokenUsage } from '../protocol/schema/shapes.js';
import { count, flag, id, label, list, names, number, object, presence, read, text, time, whole } from './fields.js';
import { MAX_LABEL, shorten } from '../wire/shorten.js';
import { outcomeOf } from './turn/outcome.js';
import { isObject, parseText } from '../wire/json-parse.js';

// Exactly the records of a rollout that are in use. Read with the protocol's tolerance: only ids are required, and of content
// its presence, its number or Codex's own words alone are kept. Checked against Codex 0.144, 0.158 and 0.171.

const tokens = read((value): TokenUsage => {
  const usage = isObject(value) ? value : {};
  const of = (member: string) => {
    const tokens = usage[member];
    return Number.isSafeInteger(tokens) && (tokens as number) >= 0 ? (tokens as number) : 0;
  };
  return {
    inputTokens: of('input_tokens'),
    cachedInputTokens: of('cached_input_tokens'),
    // Older versions do not record it.
    cacheWriteInputTokens: 'cache_write_input_tokens' in usage ? of('cache_write_input_tokens') : null,
    outputTokens: of('output_tokens'),
    reasoningOutputTokens: of('reasoning_output_tokens'),
    totalTokens: of('total_tokens'),
  };
});

/** `cli`, or `{subagent: label | {thread_spawn: {parent_thread_id}} | {other: label}}`. */
const source = read((value) => {
  const subAgent = isObject(value) ? value['subagent'] : null;
  if (typeof subAgent === 'string') return toLineage({ subAgent: shorten(subAgent, MAX_LABEL) });
  return toLineage(isObject(subAgent) ? { subAgent } : null);
});

/** Members of a record that the room reads only in part, and only later. */
const unread = z.unknown().optional();

const tool = z.object({ name: z.string() });

const sessionMeta = z.object({
  id,
  session_id: text,
  parent_thread_id: text,
  forked_from_id: text,
  timestamp: text,
  originator: label,
  cli_version: text,
  source,
  thread_source: label,
  model_provider: text,
  cwd: whole,
  base_instructions: object(z.object({ provenance: object(z.object({ type: text, model: text })) })),
  history_mode: text,
  history_base: presence,
  subagent_history_start_ordinal: count,
  git: object(z.object({ repository_url: whole })),
  /** The client's own tools, by name; some are in a namespace. */
  dynamic_tools: list(tool.extend({ tools: list(tool) })),
});
export type SessionMeta = z.infer<typeof sessionMeta>;

const turnContext = z.object({
  turn_id: text,
  cwd: whole,
  model: text,
  effort: text,
  /** `never`, `on-request` …, or an object whose only member names the policy (`granular`). */
  approval_policy: read((policy) => {
    const name = typeof policy === 'string' ? policy : isObject(policy) ? Object.keys(policy)[0] : undefined;
    return name === undefined ? null : shorten(name, MAX_LABEL);
  }),
  approvals_reviewer: text,
  sandbox_policy: object(
    z.object({
      type: z.string(),
      network_access: read((access) => (typeof access === 'boolean' || typeof access === 'string' ? access : null)),
    }),
  ),
  collaboration_mode: object(z.object({ mode: text })),
  personality: text,
  multi_agent_version: text,
});
export type TurnContext = z.infer<typeof turnContext>;

const threadSettings = z.object({ model: text, model_provider_id: text, service_tier: text, reasoning_summary: text });
export type ThreadSettings = z.infer<typeof threadSettings>;

/** In which turn the model made a call; on most records of most versions. */
const passthrough = object(z.object({ turn_id: text }));

/** Whether a command asks for more than its sandbox allows, and which threads a call of the agents' tools is about. */
const callArguments = z.object({ sandbox_permissions: text, targets: names, target: text });
const readArguments = (json: string | null) => {
  const given = json !== null && /"(?:sandbox_permissions|targets?)"/.test(json) ? parseText(json) : undefined;
  const { data } = callArguments.safeParse(given);
  const { sandbox_permissions: permissions = null, targets = [], target = null } = data ?? {};
  return {
    asksForMore: permissions !== null && permissions !== 'use_default',
    threadIds: target === null ? targets : [...targets, target],
  };
};

const call = z
  .object({
    type: text,
    id: text,
    call_id: text,
    name: text,
    namespace: text,
    arguments: whole,
    internal_chat_message_metadata_passthrough: passthrough,
  })
  .transform(({ id: itemId, call_id: callId, internal_chat_message_metadata_passthrough: of, ...rest }) => ({
    ...rest,
    id: callId ?? itemId,
    arguments: readArguments(rest.arguments),
    turnId: of?.turn_id ?? null,
  }));
export type CallRecord = z.infer<typeof call>;

const callOutput = z
  .object({ call_id: text, output: unread })
  .transform(({ call_id: callId, output }) => ({ id: callId, outcome: outcomeOf(output), agents: agentsOf(output) }));
export type CallOutputRecord = z.infer<typeof callOutput>;

export const schemas = {
  session_meta: sessionMeta,
  turn_context: turnContext,
  token_usage_record: z.object({ turn_id: id, response_id: text }),
  compacted: z.object({ window_number: count, compaction_response_id: text }),
  task_started: z.object({
    turn_id: id,
    root_turn_id: text,
    started_at: time,
    turn_attribution: object(z.object({ turn_trigger: text, parent_turn_id: text })),
  }),
  task_complete: z.object({
    turn_id: id,
    started_at: time,
    completed_at: time,
    duration_ms: time,
    time_to_first_token_ms: time,
    last_agent_message: presence,
    error: object(z.object({ codex_error_info: unread })),
  }),
  turn_aborted: z.object({ turn_id: text, started_at: time, completed_at: time, duration_ms: time }),
  item_completed: z.object({ thread_id: id, turn_id: id, started_at_ms: time, completed_at_ms: time, item: unread }),
  thread_settings_applied: z.object({ thread_settings: threadSettings }),
  token_count: z.object({ info: object(z.object({ total_token_usage: tokens, last_token_usage: tokens })) }),
  call,
  call_output: callOutput,
  // Of legacy rollouts only.
  user_message: z.object({ images: number, local_images: number }),
  agent_message: z.object({}),
  agent_reasoning: z.object({}),
  user_shell_command: z.object({}),
  context_compacted: z.object({}),
  thread_rolled_back: z.object({}),
  mcp_tool_call_end: z.object({
    call_id: id,
    invocation: object(z.object({ server: text, tool: text })),
    duration: unread,
    result: object(z.object({ Ok: z.object({ is_error: flag, isError: flag }) })),
  }),
  patch_apply_end: z.object({ call_id: id, status: text, success: flag, changes: unread }),
  web_search_end: z.object({ call_id: id, query: unread, action: unread }),
  image_generation_end: z.object({ call_id: id, status: text, revised_prompt: unread, saved_path: unread }),
} as const;

export type RecordKind = keyof typeof schemas;

interface Head {
  /** Unix milliseconds: when the record was written. */
  readonly at: number;
  /** Counts the records of a paginated thread; null in a legacy rollout. */
  readonly ordinal: number | null;
}

/** One line of a rollout; `kind` discriminates. */
export type RolloutRecord<K extends RecordKind = RecordKind> = {
  [Kind in K]: Head & { readonly kind: Kind; readonly payload: z.infer<(typeof schemas)[Kind]> };
}[K];

/** The threads that the agents' tools answer with (`spawn_agent`: `agent_id`; `wait_agent`: `status`), and their states. */
function agentsOf(output: unknown): { readonly spawned: string | null; readonly states: Record<string, string> } {
  const answer = typeof output === 'string' && /^\{"(?:agent_id|status)"/.test(output) ? parseText(output) : undefined;
  if (!isObject(answer)) return { spawned: null, states: {} };
  const { agent_id: spawned, status } = answer;
  return { spawned: typeof spawned === 'string' ? spawned : null, states: statesOf(status) };
}

/** The states of agents without their messages: `pending_init`, or the only member of `{completed: message}`. */
export const statesOf = (agents: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(isObject(agents) ? agents : {}).flatMap(([threadId, state]) => {
      const label = isObject(state) ? Object.keys(state)[0] : state;
      return typeof label === 'string' ? [[threadId, label]] : [];
    }),
  );
