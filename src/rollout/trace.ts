import { readdir } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { BoundedMap } from '../bounded.js';
import { uncounted, type CounterSink } from '../counters.js';
import { parseJson } from '../wire/json-parse.js';
import { readLines } from '../wire/source.js';
import { object, text, time } from './fields.js';
import type { RolloutObservation } from './observation.js';
import { schemas, type RecordKind, type RolloutRecord } from './records.js';
import { Rollout } from './rollout.js';

/** A line of a trace: its time, ids and kinds. Prompts, commands and outputs stand in other members, and in other files. */
const traceLine = z.object({
  wall_time_unix_ms: time,
  thread_id: text,
  codex_turn_id: text,
  payload: z.object({
    type: z.string(),
    root_thread_id: text,
    thread_id: text,
    codex_turn_id: text,
    tool_call_id: text,
    status: text,
    model: text,
    provider_name: text,
    kind: object(z.object({ type: text, name: text, server: text, tool: text })),
  }),
});
type TraceLine = z.infer<typeof traceLine>;

const OPEN_CALLS = 10_000;

export interface ReadTraceOptions {
  readonly counters?: CounterSink | undefined;
  readonly observe: (observation: RolloutObservation) => void;
}

/** The traces below a folder that Codex was given as `CODEX_ROLLOUT_TRACE_ROOT`, one for each root thread. */
export async function tracesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name, 'trace.jsonl'));
}

/**
 * Reads Codex's own trace of a session without a rollout as the observations that a rollout of its threads would give. A trace
 * has no usage and no exit codes but in its payloads, which are not read.
 *
 * Rejects where the file cannot be read.
 */
export async function readTrace(file: string, { counters = uncounted, observe }: ReadTraceOptions): Promise<void> {
  const providers = new Map<string, string>();
  for await (const { thread_id: threadId, payload } of linesOf(file, uncounted))
    if (threadId !== null && payload.provider_name !== null) providers.set(threadId, payload.provider_name);
  const threads = new Map<string, TracedThread>();
  let root: string | null = null;
  for await (const line of linesOf(file, counters)) {
    const { type } = line.payload;
    if (type === 'rollout_started') root = line.payload.root_thread_id;
    const threadId = line.thread_id ?? line.payload.thread_id;
    if (threadId === null) continue;
    if (type === 'thread_started') {
      const rollout = new Rollout({ file, counters, observe, isEphemeral: true });
      const thread = new TracedThread(rollout, counters);
      threads.set(threadId, thread);
      const provider = providers.get(threadId) ?? null;
      thread.started(line.wall_time_unix_ms ?? 0, { id: threadId, rootId: root ?? threadId, provider });
    } else threads.get(threadId)?.take(line);
  }
  for (const { rollout } of threads.values()) rollout.end();
}

async function* linesOf(file: string, counters: CounterSink): AsyncGenerator<TraceLine, void, undefined> {
  const read = (bytes: Buffer) => {
    const { success, data } = traceLine.safeParse(parseJson(bytes));
    if (!success) counters.add('lines.broken');
    return data;
  };
  const failure = (reason: string, cause: unknown) => new Error(`Cannot read Codex's trace: ${reason}`, { cause });
  for await (const batch of readLines(file, { read, failure, counters, maxLineBytes: undefined })) yield* batch;
}

interface ThreadIds {
  readonly id: string;
  readonly rootId: string;
  readonly provider: string | null;
}

/** Turns the lines of one thread into the records that a legacy rollout has of it. */
class TracedThread {
  readonly rollout: Rollout;
  /** The kinds of calls that go on. */
  readonly #tools: Map<string | null, TraceLine['payload']['kind']>;
  #turnStartedAt = 0;
  #hasPrompt = false;

  constructor(rollout: Rollout, counters: CounterSink) {
    this.rollout = rollout;
    this.#tools = new BoundedMap({ size: OPEN_CALLS, what: 'tool call', counters });
  }

  started(at: number, { id, rootId, provider }: ThreadIds): void {
    const parent = id === rootId ? null : rootId;
    this.#take('session_meta', at, {
      id,
      session_id: rootId,
      parent_thread_id: parent,
      source: parent === null ? 'exec' : { subagent: { thread_spawn: { parent_thread_id: parent } } },
      originator: 'codex_exec',
      model_provider: provider,
    });
  }

  take({ wall_time_unix_ms: time, codex_turn_id: turnId, payload }: TraceLine): void {
    const at = time ?? 0;
    switch (payload.type) {
      case 'codex_turn_started':
        this.#turnStartedAt = at;
        this.#hasPrompt = false;
        this.#take('task_started', at, { turn_id: turnId ?? payload.codex_turn_id });
        break;
      case 'inference_started':
        this.#take('turn_context', at, { turn_id: turnId, model: payload.model });
        // The first request of a turn has its prompt.
        if (!this.#hasPrompt) this.#take('user_message', at, {});
        this.#hasPrompt = true;
        break;
      case 'tool_call_started':
        this.#take('call', at, { call_id: payload.tool_call_id, ...toolOf(payload.kind) });
        this.#tools.set(payload.tool_call_id, payload.kind);
        break;
      case 'tool_call_ended':
        this.#toolEnded(payload, at);
        break;
      case 'codex_turn_ended': {
        const times = { turn_id: turnId ?? payload.codex_turn_id, duration_ms: at - this.#turnStartedAt };
        if (payload.status === 'completed') this.#take('task_complete', at, { ...times, last_agent_message: '' });
        else if (payload.status === 'failed') this.#take('task_complete', at, times);
        else this.#take('turn_aborted', at, times);
        break;
      }
      default: // responses of the model, and what stands in payloads
    }
  }

  #toolEnded({ tool_call_id: id, status }: TraceLine['payload'], at: number): void {
    const kind = this.#tools.get(id) ?? null;
    this.#tools.delete(id);
    const isCompleted = status === 'completed';
    switch (kind?.type) {
      case 'apply_patch':
        return this.#take('patch_apply_end', at, {
          call_id: id,
          status: isCompleted ? 'completed' : 'failed',
          changes: {},
        });
      case 'mcp':
        return this.#take('mcp_tool_call_end', at, {
          call_id: id,
          invocation: { server: kind.server, tool: kind.tool },
          result: isCompleted ? { Ok: {} } : null,
        });
      case 'web':
        return this.#take('web_search_end', at, { call_id: id });
      case 'image_generation':
        return this.#take('image_generation_end', at, { call_id: id, status });
      default:
        // Codex's words for the outcome, as its output has them. The exit code stands in a payload.
        return this.#take('call_output', at, { call_id: id, output: isCompleted ? '' : FAILED });
    }
  }

  /** Gives the rollout a record, with null for everything that a trace does not have. */
  #take(kind: RecordKind, at: number, payload: object): void {
    const { success, data } = schemas[kind].safeParse(payload);
    if (success) this.rollout.take({ kind, at, ordinal: null, payload: data } as RolloutRecord);
  }
}

const FAILED = 'Process exited with code 1';

/** The kinds of a trace as the calls of a rollout name their tools. */
function toolOf(kind: TraceLine['payload']['kind']): { readonly name: string | null; readonly namespace?: string } {
  switch (kind?.type) {
    case 'mcp':
      return { name: kind.tool, namespace: `mcp__${kind.server ?? ''}` };
    case 'spawn_agent':
    case 'wait_agent':
    case 'close_agent':
      return { name: kind.type, namespace: 'multi_agent' };
    default:
      return { name: kind?.name ?? kind?.type ?? null };
  }
}
