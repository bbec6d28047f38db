import type { Item } from '../protocol/schema/items.js';
import type { CompactionRecord } from './observation.js';
import type { RolloutRecord } from './records.js';
import { isBefore } from './thread/meta.js';
import type { RecordedItemTimes, RecordedThread } from './thread/recorded-thread.js';
import { agentsCallOf, controlOf, dynamicOf, kindOf, refusedCommandOf, type Call } from './turn/call.js';
import { COMPACTION } from './turn/items.js';
import type { RecordedTurn } from './turn/recorded-turn.js';

type Completed = RolloutRecord<'item_completed'>;
type ToolItem = Exclude<Item, { readonly type: 'counted' | 'contextCompaction' }>;
type CountedItem = Extract<Item, { readonly type: 'counted' }>;

/** The items of a paginated rollout, and the calls that have none. */
export class PaginatedItems {
  readonly #thread: RecordedThread;
  /** Older versions record the start of a command after its approval. */
  readonly #startsAfterApproval: boolean;

  constructor(thread: RecordedThread) {
    this.#thread = thread;
    this.#startsAfterApproval = isBefore(thread.codexVersion, 0, 169);
  }

  counted(turn: RecordedTurn, item: CountedItem, record: Completed): void {
    if (item.itemType === 'userMessage') turn.userMessages += 1;
    this.#thread.worked(turn);
    // A control tool looked at the picture: its call is reported.
    if (item.itemType === 'imageView' && turn.calls.get(item.id) !== undefined) return;
    this.#thread.item(turn, timesOf(item, record));
  }

  tool(turn: RecordedTurn, item: ToolItem, record: Completed): void {
    const isUserShell = item.type === 'commandExecution' && item.source === 'userShell';
    if (isUserShell) turn.ranUserShell = true;
    else turn.hasWork = true;
    if (turn.hasContext || isUserShell) this.#thread.begin(turn);
    if (item.type === 'fileChange' && item.status === 'completed')
      turn.diff.apply((record.payload.item as { readonly changes?: unknown }).changes);
    const call = turn.calls.get(item.id);
    if (call) call.hasItem = true;
    // A cell of code mode made the calls that the model did not make itself.
    const cell = call === undefined && !isUserShell ? turn.calls.cell : undefined;
    const recorded = { toolName: toolNameOf(item, call), parentCallId: cell?.id ?? null };
    this.#thread.item(turn, this.#timesOfTool(item, record, call), call ?? cell, () => recorded);
  }

  /** In the parent's rollout, of a code reviewer's thread. */
  ofReviewer(turn: RecordedTurn, item: ToolItem, record: Completed): void {
    this.#thread.item(turn, timesOf(item, record));
  }

  /** @param trigger asked when it is known what else the turn does. */
  compaction(
    turn: RecordedTurn,
    item: Extract<Item, { readonly type: 'contextCompaction' }>,
    record: Completed,
    trigger: () => 'manual' | 'auto',
  ): void {
    turn.hasCompaction = true;
    const { tokens: activeContextTokensAfter, windowNumber, responseId } = turn.compaction;
    const isMidTurn = turn.hasWork;
    this.#thread.item(turn, timesOf(item, record), undefined, () => {
      const isStandalone = trigger() === 'manual';
      const phase = isStandalone ? 'standalone_turn' : isMidTurn ? 'mid_turn' : 'pre_turn';
      const compaction = { trigger: trigger(), phase, responseId, windowNumber, activeContextTokensAfter } as const;
      return { compaction: { ...compaction, status: 'completed' } };
    });
  }

  /** A compaction that failed or was interrupted has no item: it is its turn. */
  unfinishedCompaction(turn: RecordedTurn, status: CompactionRecord['status'], at: number): void {
    const nothing = { responseId: null, windowNumber: null, activeContextTokensAfter: null };
    this.#thread.item(turn, { item: COMPACTION, startAt: turn.at, endAt: at }, undefined, () => ({
      compaction: { trigger: 'manual', phase: 'standalone_turn', status, ...nothing },
    }));
  }

  /** The item of a call that has none of its own, by its output: a refused command, a cell, a control tool. */
  itemOfOutput(call: Call): Item | undefined {
    const { outcome } = call;
    switch (kindOf(call)) {
      case 'command':
        if (outcome === 'declined') return refusedCommandOf(call, 'declined');
        return outcome === 'unasked' ? refusedCommandOf(call, 'failed') : undefined;
      case 'cell':
        if (outcome !== 'succeeded' && outcome !== 'failed') return undefined;
        return dynamicOf(call, outcome === 'succeeded' ? 'completed' : 'failed', outcome === 'succeeded');
      case 'control':
        if (outcome === 'stopped' || outcome === 'aborted') return undefined;
        return controlOf(call, outcome === 'succeeded');
      case 'agents':
        if (call.name !== 'list_agents' || outcome !== 'succeeded') return undefined;
        return agentsCallOf(call, this.#thread.id, 'completed');
      default:
        return undefined;
    }
  }

  #timesOfTool(item: ToolItem, record: Completed, call: Call | undefined): RecordedItemTimes {
    const times = timesOf(item, record);
    const startAt = call?.at ?? times.startAt;
    // The activity's own time is that of its notification; Codex's events have the times of the call.
    if (item.type === 'subAgentActivity') return { item, startAt, endAt: times.endAt };
    const mayHaveAsked =
      item.type === 'commandExecution' && this.#startsAfterApproval && call !== undefined && this.#mayAsk(call);
    return mayHaveAsked ? { ...times, startedAtMs: null, startAt } : times;
  }

  /** Whether somebody may have been asked before the command ran. */
  #mayAsk(call: Call): boolean {
    const policy = this.#thread.settings.context?.approval_policy;
    return policy === 'on-request' ? call.arguments.asksForMore : policy !== 'never';
  }
}

function timesOf(item: Item, { at, payload }: Completed): RecordedItemTimes {
  const { started_at_ms: startedAtMs, completed_at_ms: completedAtMs } = payload;
  const endAt = completedAtMs ?? at;
  return { item, startedAtMs, completedAtMs, startAt: startedAtMs ?? endAt, endAt };
}

/** An activity has no name of a tool; the call of the same id has. */
function toolNameOf(item: ToolItem, call: Call | undefined): string | null {
  return item.type === 'subAgentActivity' ? (call?.name ?? null) : null;
}
