import { isUserShell } from '../protocol/items.js';
import type { Item } from '../protocol/schema/items.js';
import type { CompactionRecord } from './observation.js';
import type { RolloutRecord } from './records.js';
import type { RecordedItemTimes, RecordedThread } from './thread/recorded-thread.js';
import { agentsCallOf, controlOf, dynamicOf, kindOf, refusedCommandOf, type Call } from './turn/call.js';
import { COMPACTION } from './turn/items.js';
import type { RecordedTurn } from './turn/recorded-turn.js';

type Completed = RolloutRecord<'item_completed'>;
type ToolItem = Exclude<Item, { readonly type: 'counted' | 'contextCompaction' }>;
type CountedItem = Extract<Item, { readonly type: 'counted' }>;

// The items of a paginated rollout, and the calls that have none.

export function counted(thread: RecordedThread, turn: RecordedTurn, item: CountedItem, record: Completed): void {
  if (item.itemType === 'userMessage') turn.userMessages += 1;
  thread.worked(turn);
  // A control tool looked at the picture: its call is reported.
  if (item.itemType === 'imageView' && turn.calls.get(item.id) !== undefined) return;
  thread.item(turn, timesOf(item, record));
}

export function tool(thread: RecordedThread, turn: RecordedTurn, item: ToolItem, record: Completed): void {
  const isOfUser = isUserShell(item);
  if (isOfUser) turn.ranUserShell = true;
  else turn.hasWork = true;
  if (turn.hasContext || isOfUser) thread.begin(turn);
  if (item.type === 'fileChange' && item.status === 'completed')
    turn.diff.apply((record.payload.item as { readonly changes?: unknown }).changes);
  const call = turn.calls.get(item.id);
  if (call) call.hasItem = true;
  // A cell of code mode made the calls that the model did not make itself.
  const cell = call === undefined && !isOfUser ? turn.calls.cell : undefined;
  const recorded = {
    toolName: toolNameOf(item, call),
    parentCallId: cell?.id ?? null,
    ...(turn.isReview && eventOf(thread)),
  };
  thread.item(turn, timesOfTool(thread, item, record, call), call ?? cell, () => recorded);
}

/** In the parent's rollout, of a code reviewer's thread. */
export function ofReviewer(thread: RecordedThread, turn: RecordedTurn, item: ToolItem, record: Completed): void {
  thread.item(turn, timesOf(item, record), undefined, () => eventOf(thread));
}

/** Before 0.164 Codex loses the items of a code review. */
const eventOf = ({ release }: RecordedThread) => (release < 164 ? { hasEvent: false } : {});

/** @param trigger asked when it is known what else the turn does. */
export function compaction(
  thread: RecordedThread,
  turn: RecordedTurn,
  item: Extract<Item, { readonly type: 'contextCompaction' }>,
  record: Completed,
  trigger: () => 'manual' | 'auto',
): void {
  turn.hasCompaction = true;
  const { tokens: activeContextTokensAfter } = turn.compaction;
  const inTurn = turn.hasWork ? 'mid_turn' : 'pre_turn';
  thread.item(turn, timesOf(item, record), undefined, () => {
    const phase = trigger() === 'manual' ? 'standalone_turn' : inTurn;
    return { compaction: { trigger: trigger(), phase, status: 'completed', activeContextTokensAfter } };
  });
}

/** A compaction that failed or was interrupted has no item: it is its turn, or a turn's beginning. */
export function unfinishedCompaction(
  thread: RecordedThread,
  turn: RecordedTurn,
  status: CompactionRecord['status'],
  at: number,
): void {
  const cause = turn.isCompaction
    ? ({ trigger: 'manual', phase: 'standalone_turn' } as const)
    : ({ trigger: 'auto', phase: 'pre_turn' } as const);
  thread.item(turn, { item: COMPACTION, startAt: turn.at, endAt: at }, undefined, () => ({
    compaction: { ...cause, status, activeContextTokensAfter: null },
  }));
}

/** The item of a call that has none of its own, by its output: a refused command, a cell, a control tool. */
export function itemOfOutput({ id: threadId }: RecordedThread, call: Call): Item | undefined {
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
      return agentsCallOf(call, threadId, 'completed');
    default:
      return undefined;
  }
}

function timesOfTool(
  thread: RecordedThread,
  item: ToolItem,
  record: Completed,
  call: Call | undefined,
): RecordedItemTimes {
  const times = timesOf(item, record);
  const startAt = call?.at ?? times.startAt;
  // The activity's own time is that of its notification; Codex's events have the times of the call.
  if (item.type === 'subAgentActivity') return { item, startAt, endAt: times.endAt };
  // Older versions record the start of a command after its approval.
  const mayHaveAsked =
    item.type === 'commandExecution' && thread.release < 169 && call !== undefined && mayAsk(thread, call);
  return mayHaveAsked ? { ...times, startedAtMs: null, startAt } : times;
}

/** Whether somebody may have been asked before the command ran. */
function mayAsk({ settings }: RecordedThread, call: Call): boolean {
  const policy = settings.context?.approval_policy;
  return policy === 'on-request' ? call.arguments.asksForMore : policy !== 'never';
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
