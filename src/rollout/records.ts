import * as z from 'zod';
import { count, flag, id, list, presence, setting, text, time } from '../protocol/schema/fields.js';
import { usage as wireUsage } from '../protocol/schema/shapes.js';
import { outcome } from './turn/outcome.js';

/**
 * Exactly the records of a rollout that are in use. Read with the protocol's tolerance: only ids are required, and of
 * content its presence, its number or Codex's own words alone are kept. Checked against Codex 0.144, 0.158 and 0.171.
 */

const snakeUsage = z
  .object({
    input_tokens: z.unknown().optional(),
    cached_input_tokens: z.unknown().optional(),
    cache_write_input_tokens: z.unknown().optional(),
    output_tokens: z.unknown().optional(),
    reasoning_output_tokens: z.unknown().optional(),
    total_tokens: z.unknown().optional(),
  })
  .transform((usage) =>
    wireUsage.parse({
      inputTokens: usage.input_tokens,
      cachedInputTokens: usage.cached_input_tokens,
      cacheWriteInputTokens: usage.cache_write_input_tokens,
      outputTokens: usage.output_tokens,
      reasoningOutputTokens: usage.reasoning_output_tokens,
      totalTokens: usage.total_tokens,
    }),
  );

/** `cli`, or `{subagent: label | {thread_spawn: {parent_thread_id}} | {other: label}}`. */
const source = z
  .object({ subagent: z.union([z.string(), z.record(z.string(), z.unknown())]) })
  .nullable()
  .catch(null)
  .transform((value) => {
    const subagent = value?.subagent;
    if (subagent === undefined) return { subagentSource: null, spawnParentThreadId: null };
    if (typeof subagent === 'string') return { subagentSource: subagent, spawnParentThreadId: null };
    const [label, detail] = Object.entries(subagent)[0] ?? [null, null];
    const parent = z.object({ parent_thread_id: z.string() }).safeParse(detail).data?.parent_thread_id;
    return {
      subagentSource: label === 'other' && typeof detail === 'string' ? detail : label,
      spawnParentThreadId: parent ?? null,
    };
  });

const sessionMeta = z.object({
  id,
  session_id: text,
  parent_thread_id: text,
  forked_from_id: text,
  timestamp: text,
  originator: text,
  cli_version: text,
  source,
  thread_source: text,
  model_provider: text,
  cwd: text,
  base_instructions: z
    .object({ provenance: z.object({ type: text, model: text }).nullable().catch(null) })
    .nullable()
    .catch(null),
  history_mode: text,
  history_base: presence,
  subagent_history_start_ordinal: count,
  git: z.object({ repository_url: text }).nullable().catch(null),
  /** The client's own tools, by name; some are in a namespace. */
  dynamic_tools: list(z.object({ name: z.string(), tools: list(z.object({ name: z.string() })) })),
});
export type SessionMeta = z.infer<typeof sessionMeta>;

const sandbox = z.object({
  type: z.string(),
  network_access: z.union([z.boolean(), z.string()]).nullable().catch(null),
});

/** `never`, `on-request` …, or an object whose only member names the policy (`granular`). */
const approvalPolicy = z
  .union([z.string(), z.record(z.string(), z.unknown()).transform((policy) => Object.keys(policy)[0] ?? null)])
  .nullable()
  .catch(null);

const turnContext = z.object({
  turn_id: text,
  cwd: text,
  model: text,
  effort: text,
  approval_policy: approvalPolicy,
  approvals_reviewer: text,
  sandbox_policy: sandbox.nullable().catch(null),
  collaboration_mode: z.object({ mode: text }).nullable().catch(null),
  personality: text,
  multi_agent_version: text,
});
export type TurnContext = z.infer<typeof turnContext>;

const threadSettings = z.object({
  thread_id: text,
  thread_settings: z.object({ model_provider_id: text, service_tier: setting, reasoning_summary: setting }),
});
export type ThreadSettings = z.infer<typeof threadSettings>['thread_settings'];

const taskStarted = z.object({
  turn_id: id,
  root_turn_id: text,
  started_at: time,
  turn_attribution: z.object({ turn_trigger: text, parent_turn_id: text }).nullable().catch(null),
});

const taskComplete = z.object({
  turn_id: id,
  started_at: time,
  completed_at: time,
  duration_ms: time,
  time_to_first_token_ms: time,
  last_agent_message: presence,
  error: z.object({ codex_error_info: z.unknown().optional() }).nullable().catch(null),
});

const turnAborted = z.object({ turn_id: text, started_at: time, completed_at: time, duration_ms: time });

const itemCompleted = z.object({
  thread_id: id,
  turn_id: id,
  started_at_ms: time,
  completed_at_ms: time,
  item: z.unknown().optional(),
});

/** In which turn the model made a call; on most records of most versions. */
const passthrough = z.object({ turn_id: text }).nullable().catch(null);

/** Whether a command asks for more than its sandbox allows, and which threads a call of the agents' tools is about. */
const callArguments = text.transform((json) => {
  const { data } = z
    .object({ sandbox_permissions: text, targets: list(z.string()), target: text })
    .safeParse(json === null ? null : jsonOf(json));
  const { sandbox_permissions: permissions, targets = [], target = null } = data ?? {};
  return {
    asksForMore: typeof permissions === 'string' && permissions !== 'use_default',
    threadIds: target === null ? targets : [...targets, target],
  };
});

const call = z
  .object({
    type: text,
    id: text,
    call_id: text,
    name: text,
    namespace: text,
    arguments: callArguments,
    internal_chat_message_metadata_passthrough: passthrough,
  })
  .transform(({ id: itemId, call_id: callId, internal_chat_message_metadata_passthrough: of, ...rest }) => ({
    ...rest,
    id: callId ?? itemId,
    turnId: of?.turn_id ?? null,
  }));
export type CallRecord = z.infer<typeof call>;

const callOutput = z
  .object({ call_id: text, output: z.unknown().optional() })
  .transform(({ call_id: callId, output }) => ({
    id: callId,
    outcome: outcome.parse(output),
    agents: agentsOf(output),
  }));
export type CallOutputRecord = z.infer<typeof callOutput>;

const duration = z.object({ secs: count, nanos: count }).nullable().catch(null);

export const schemas = {
  session_meta: sessionMeta,
  turn_context: turnContext,
  token_usage_record: z.object({ thread_id: text, turn_id: id, response_id: text }),
  compacted: z.object({ window_number: count, compaction_response_id: text }),
  task_started: taskStarted,
  task_complete: taskComplete,
  turn_aborted: turnAborted,
  item_completed: itemCompleted,
  thread_settings_applied: threadSettings,
  token_count: z.object({
    info: z.object({ total_token_usage: snakeUsage, last_token_usage: snakeUsage }).nullable().catch(null),
  }),
  call,
  call_output: callOutput,
  // Of legacy rollouts only.
  user_message: z.object({ images: list(z.unknown()), local_images: list(z.unknown()) }),
  agent_message: z.object({}),
  agent_reasoning: z.object({}),
  user_shell_command: z.object({}),
  context_compacted: z.object({}),
  thread_rolled_back: z.object({}),
  mcp_tool_call_end: z.object({
    call_id: id,
    invocation: z.object({ server: text, tool: text }).nullable().catch(null),
    duration,
    result: z
      .object({ Ok: z.object({ is_error: flag, isError: flag }) })
      .nullable()
      .catch(null),
  }),
  patch_apply_end: z.object({ call_id: id, status: text, success: flag, changes: z.unknown().optional() }),
  web_search_end: z.object({ call_id: id, query: text, action: z.unknown().optional() }),
  image_generation_end: z.object({ call_id: id, status: text, revised_prompt: presence, saved_path: presence }),
} as const;

export type RecordKind = keyof typeof schemas;

interface Head {
  /** Unix milliseconds: when the record was written. */
  readonly at: number;
  /** Counts the records of a paginated thread; null in a legacy rollout. */
  readonly ordinal: number | null;
}

/** One line of a rollout, told apart by `kind`. */
export type RolloutRecord<K extends RecordKind = RecordKind> = {
  [Kind in K]: Head & { readonly kind: Kind; readonly payload: z.infer<(typeof schemas)[Kind]> };
}[K];

/** The threads that the agents' tools answer with (`spawn_agent`: `agent_id`; `wait_agent`: `status`), and their states. */
function agentsOf(output: unknown): { readonly spawned: string | null; readonly states: Record<string, string> } {
  const { data } = z
    .object({ agent_id: text, status: z.record(z.string(), z.unknown()).catch({}) })
    .safeParse(typeof output === 'string' && output.startsWith('{') ? jsonOf(output) : null);
  return { spawned: data?.agent_id ?? null, states: statesOf(data?.status ?? {}) };
}

/** The states of agents without what they said: `pending_init`, or the only member of `{completed: message}`. */
export const statesOf = (agents: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(agents).flatMap(([threadId, state]) => {
      const label = typeof state === 'object' && state !== null ? Object.keys(state)[0] : state;
      return typeof label === 'string' ? [[threadId, label]] : [];
    }),
  );

/** The value of a JSON text; undefined for what is none. */
export function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
