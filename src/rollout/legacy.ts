import type { CountedItem, Item } from '../protocol/schema/items.js';

import type { CallOutputRecord, RolloutRecord } from './records.js';
import type { RecordedThread, TurnEnd } from './thread/recorded-thread.js';
import {
  agentsCallOf,
  dynamicOf,
  endedCommandOf,
  kindOf,
  openItemOf,
  refusedCommandOf,
  type Call,
} from './turn/call.js';
import { itemOf } from './turn/items.js';
import { RecordedTurn } from './turn/recorded-turn.js';

type ToolEnd = RolloutRecord<'mcp_tool_call_end' | 'patch_apply_end' | 'web_search_end' | 'image_generation_end'>;

/** Of no tool of a legacy rollout is recorded enough for an analytics event. */
const NO_EVENT = () => ({ hasEvent: false });

/**
 * Reads the records of a legacy rollout. It records threads and turns as a paginated one does; of a tool it has the call, the
 * output and, for some tools, a record of the end. Most records name no turn: they belong to the one that is open.
 */
export class LegacyRollout {
  readonly #thread: RecordedThread;
  #turn: RecordedTurn | undefined;

  constructor(thread: RecordedThread) {
    this.#thread = thread;
  }

  take(record: RolloutRecord): void {
    if (record.kind === 'task_started') return this.#started(record);
    const turn = this.#turn;
    if (record.kind === 'thread_rolled_back') return this.#rolledBack(record.at);
    if (turn === undefined) return;
    const { at } = record;
    switch (record.kind) {
      case 'turn_context':
        this.#thread.settings.entered(record.payload);
        turn.hasContext = true;
        break;
      case 'token_count':
        this.#thread.used(turn, record);
        break;
      case 'user_message': {
        const { images, local_images: localImages } = record.payload;
        const parts = [...Array<string>(images).fill('image'), ...Array<string>(localImages).fill('localImage')];
        turn.userMessages += 1;
        this.#counted(
          turn,
          'userMessage',
          at,
          parts.map((type) => ({ type, name: null, path: null })),
        );
        break;
      }
      case 'agent_message':
        this.#counted(turn, 'agentMessage', at);
        break;
      case 'agent_reasoning':
        this.#counted(turn, 'reasoning', at);
        break;
      case 'user_shell_command':
        // The rollout has the message to the model about the command, and nothing of the command itself.
        turn.ranUserShell = true;
        turn.countsCommands = false;
        break;
      case 'context_compacted':
        this.#compacted(turn, at);
        break;
      case 'call':
        this.#worked(turn);
        turn.calls.called(record.payload, at);
        break;
      case 'call_output':
        this.#returned(turn, record);
        break;
      case 'mcp_tool_call_end':
      case 'patch_apply_end':
      case 'web_search_end':
      case 'image_generation_end':
        this.#toolEnded(turn, record);
        break;
      case 'task_complete':
      case 'turn_aborted':
        this.#ended(turn, record);
        break;
      default: // of the thread, and of paginated rollouts
    }
  }

  /** Nothing waits: no response is recorded. */
  release(): void {
    return;
  }

  /** The rollout is over; a turn that goes on is left as it is. */
  end(at: number): void {
    this.#leave();
    this.#thread.close(at);
  }

  #started(record: RolloutRecord<'task_started'>): void {
    this.#leave();
    this.#turn = new RecordedTurn(record, this.#thread.counters);
  }

  #leave(): void {
    if (this.#turn) this.#finish(this.#turn);
  }

  #finish(turn: RecordedTurn): void {
    this.#thread.begin(turn);
    for (const call of turn.calls.withoutItem) {
      if (call.outcome !== null && call.outcome !== 'aborted' && call.outcome !== 'running') continue;
      const item = openItemOf(call, this.#thread.id);
      if (item === undefined) continue;
      if (item.type === 'commandExecution') turn.countsCommands = false;
      this.#thread.itemStarted(turn, item, null, call.at);
    }
    this.#turn = undefined;
  }

  #ended(turn: RecordedTurn, record: RolloutRecord<'task_complete' | 'turn_aborted'>): void {
    const { at, payload } = record;
    if (payload.turn_id !== null && payload.turn_id !== turn.id) return;
    const isComplete = record.kind === 'task_complete';
    const end: TurnEnd = {
      at,
      // No error is recorded; but a turn that failed has no last message.
      status: isComplete ? (record.payload.last_agent_message ? 'completed' : null) : 'interrupted',
      codexErrorInfo: undefined,
      startedAt: payload.started_at,
      completedAt: payload.completed_at,
      durationMs: payload.duration_ms,
      timeToFirstTokenMs: isComplete ? record.payload.time_to_first_token_ms : null,
    };
    this.#finish(turn);
    this.#thread.end(turn, end);
  }

  /** The thread went back to an earlier turn. */
  #rolledBack(at: number): void {
    const { connection, id } = this.#thread;
    this.#thread.observe({ type: 'notified', method: 'thread/reverted', connection, at, params: { threadId: id } });
  }

  #worked(turn: RecordedTurn): void {
    turn.hasWork = true;
    if (turn.hasContext) this.#thread.begin(turn);
  }

  #counted(turn: RecordedTurn, itemType: string, at: number, input?: CountedItem['input']): void {
    this.#worked(turn);
    turn.unnamed += 1;
    const id = `${itemType} ${turn.unnamed}`;
    this.#report(turn, { type: 'counted', itemType, id, ...(input && { input }) }, at, at);
  }

  #compacted(turn: RecordedTurn, at: number): void {
    turn.hasCompaction = true;
    this.#report(turn, { type: 'contextCompaction', id: '', startedAtMs: null, completedAtMs: null }, at, at);
  }

  #returned(turn: RecordedTurn, { at, payload }: RolloutRecord<'call_output'>): void {
    const call = turn.calls.returned(payload.id, payload.outcome);
    if (call === undefined || call.hasItem) return;
    const item = this.#itemOfOutput(turn, call, payload);
    if (item === undefined) return;
    call.hasItem = true;
    this.#report(turn, item, call.at, at);
  }

  /** The item of a call whose end is not recorded, read from its output. */
  #itemOfOutput(turn: RecordedTurn, call: Call, { outcome, agents }: CallOutputRecord): Item | undefined {
    switch (kindOf(call)) {
      case 'command':
        if (outcome === 'declined') return refusedCommandOf(call, 'declined');
        if (outcome === 'unasked') return refusedCommandOf(call, 'failed');
        if (outcome === 'stopped') return undefined;
        // These versions lose some commands that end at once, and count none that the sandbox stops; they read the same.
        turn.countsCommands = false;
        return outcome === 'running' || outcome === 'aborted' ? undefined : endedCommandOf(call);
      case 'agents':
        if (outcome === 'stopped' || outcome === 'aborted') return undefined;
        return agentsCallOf(call, this.#thread.id, 'completed', agents);
      case 'other':
        if (outcome === 'stopped' || outcome === 'aborted') return undefined;
        return this.#thread.isClientTool(call) ? dynamicOf(call, 'completed') : undefined;
      default:
        return undefined;
    }
  }

  #toolEnded(turn: RecordedTurn, record: ToolEnd): void {
    const { at, payload } = record;
    const call = turn.calls.get(payload.call_id);
    if (call) call.hasItem = true;
    this.#worked(turn);
    const item = itemOfEnd(record);
    if (item?.type === 'fileChange' && item.status === 'completed' && record.kind === 'patch_apply_end')
      turn.diff.apply(record.payload.changes);
    const took = item !== undefined && 'durationMs' in item ? (item.durationMs ?? 0) : 0;
    if (item) this.#report(turn, item, call?.at ?? at - took, at);
  }

  #report(turn: RecordedTurn, item: Item, startAt: number, endAt: number): void {
    this.#thread.item(turn, { item, startedAtMs: null, completedAtMs: null, startAt, endAt }, NO_EVENT);
  }
}

/** The item of a tool's end, as a paginated rollout would have it. */
function itemOfEnd({ kind, payload }: ToolEnd): Item | undefined {
  const { call_id: id } = payload;
  switch (kind) {
    case 'mcp_tool_call_end': {
      const { invocation, duration, result } = payload;
      const isError = result === null || result.Ok.is_error === true || result.Ok.isError === true;
      const error = result === null ? true : null;
      return itemOf({
        type: 'McpToolCall',
        id,
        ...invocation,
        status: isError ? 'failed' : 'completed',
        error,
        duration,
      });
    }
    case 'patch_apply_end': {
      const { status, success, changes } = payload;
      return itemOf({ type: 'FileChange', id, status: status ?? (success === true ? 'completed' : 'failed'), changes });
    }
    case 'web_search_end':
      return itemOf({ ...payload, type: 'WebSearch', id });
    case 'image_generation_end':
      return itemOf({ ...payload, type: 'Extension', kind: 'image_gen.generation', id });
  }
}
