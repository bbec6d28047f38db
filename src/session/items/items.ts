import type { ItemContent } from '../../protocol/content.js';
import type { Notified } from '../../protocol/observation.js';
import { isEcho, type CountedItem, type Item as WireItem, type SpanItem } from '../../protocol/schema/items.js';
import type { EndReason, ItemDetailFacts, ItemFacts, ReviewSummaryFacts } from '../facts/index.js';
import type { SessionDeps } from '../limits.js';
import type { Item, Turn } from '../state.js';
import { baseFacts } from '../threads/lineage.js';
import { startOf } from '../time.js';
import { countControlTool, countTool } from '../turns/counts.js';
import { countImages, recordMentions } from '../turns/input.js';
import { openWork } from '../work.js';
import { detailOf } from './details.js';
import { outcomeOf } from './outcome.js';
import { recordSkillReads } from './skills.js';
import { toolNameOf } from './tool-names.js';

const NO_REVIEWS: ReviewSummaryFacts = {
  reviewCount: 0,
  guardianReviewCount: 0,
  userReviewCount: 0,
  finalApprovalOutcome: 'unknown',
  requestedAdditionalPermissions: false,
  requestedNetworkAccess: false,
};

/** `item/started`: tool calls and compactions become spans. */
export function itemStarted(deps: SessionDeps, turn: Turn, { params, content, at }: Notified<'item/started'>): void {
  const { item, startedAtMs } = params;
  collectSigns(turn, item);
  if (item.type === 'counted' || isEcho(item)) return;
  if (turn.items.has(item.id) || turn.completedItems.has(item.id) || turn.evictedIds.has(item.id)) return;
  openItem(deps, turn, item, startedAtMs ?? at, startedAtMs).content = content;
}

/** `item/completed`: spans end; messages, reasoning and plans are counted. */
export function itemCompleted(
  deps: SessionDeps,
  turn: Turn,
  { params, content, at }: Notified<'item/completed'>,
): void {
  const { item, completedAtMs } = params;
  collectSigns(turn, item);
  if (isEcho(item) || turn.completedItems.has(item.id)) return;
  turn.completedItems.add(item.id);
  if (item.type === 'counted') {
    countItem(turn, item, content);
    return;
  }
  if (item.type === 'contextCompaction') turn.signs.hasCompacted = true;
  recordSkillReads(turn, item);
  // An activity is a point in the course of a collab call, which ends when the activity is reported.
  const end = item.type === 'subAgentActivity' ? at : (completedAtMs ?? at);
  const duration = 'durationMs' in item ? item.durationMs : null;
  const detail = detailOf(turn, item, 'completed');
  countTool(turn, detail.kind, item.id);
  if (turn.evictedIds.has(item.id)) return;
  const state =
    turn.items.get(item.id) ?? openItem(deps, turn, item, item.startedAtMs ?? startOf(end, duration), item.startedAtMs);
  state.content = mergeContent(state.content, content);
  endItem(turn, state, item, {
    detail,
    endMs: end,
    completedAtMs: completedAtMs === null ? null : end,
    endReason: null,
  });
}

/** Ends an item that its turn left open, at the turn's end. */
export function closeItem(turn: Turn, state: Item, endMs: number, endReason: EndReason): void {
  if (state.hasEnded) return;
  const failed = turn.completion?.status === 'failed';
  const detail = detailOf(turn, state.item, failed ? 'failed' : null);
  const end = { detail, endMs: Math.max(endMs, state.startMs), completedAtMs: null, endReason };
  endItem(turn, state, state.item, end);
}

/** A compaction that failed or was interrupted never completes: it ends with its turn. */
export function closeCompactions(turn: Turn, endMs: number): void {
  for (const state of turn.items.values())
    if (state.item.type === 'contextCompaction') closeItem(turn, state, endMs, 'turn_ended');
}

function openItem(deps: SessionDeps, turn: Turn, item: SpanItem, startMs: number, startedAtMs: number | null): Item {
  const evict = (oldest: Item) => {
    turn.evictedIds.add(oldest.item.id);
    closeItem(turn, oldest, turn.thread.lastHeard, 'limit_reached');
  };
  const state: Item = {
    item,
    startMs,
    startedAtMs,
    // The user's own command has no model.
    model: isUserShell(item) ? null : (turn.settings ?? turn.thread.settings).model,
    content: undefined,
    span: deps.spans.open(),
    hasEnded: false,
  };
  return openWork(deps, { among: turn.items, key: item.id, what: 'item', evict }, state, {
    subject: { type: 'item', toolName: toolNameOf(item) },
    parent: turn.span,
    threadId: turn.thread.id,
    identity: [turn.id, item.id, startMs],
  });
}

interface ItemEnd {
  readonly detail: ItemDetailFacts;
  readonly endMs: number;
  readonly completedAtMs: number | null;
  readonly endReason: EndReason | null;
}

function endItem(turn: Turn, state: Item, item: SpanItem, end: ItemEnd): void {
  state.hasEnded = true;
  const reviews = turn.reviewSummaries.get(item.id) ?? NO_REVIEWS;
  turn.reviewSummaries.delete(item.id);
  const facts: ItemFacts = {
    type: 'item',
    startMs: state.startMs,
    endMs: end.endMs,
    ...baseFacts(turn.thread),
    endReason: end.endReason,
    turnId: turn.id,
    rootTurnId: isUserShell(item) && turn.request === null ? null : turn.rootTurnId,
    itemId: item.id,
    toolName: toolNameOf(item),
    model: state.model,
    startedAtMs: state.startedAtMs,
    completedAtMs: end.completedAtMs,
    executionDurationMs: executionDurationOf(item, state.startedAtMs, end.completedAtMs),
    ...outcomeOf(item, end.endReason),
    reviews,
    turnSeenBeyondItems: turn.seenBeyondItems,
    detail: end.detail,
  };
  state.span.end(facts, state.content && { tool: state.content });
  state.content = undefined;
}

/** Collects the signs of the turn's kind that an item gives. */
function collectSigns({ signs }: Turn, item: WireItem): void {
  signs.beganWith ??= isUserShell(item) ? 'user shell' : item.type === 'contextCompaction' ? 'compaction' : 'other';
  if (item.type === 'counted' && item.itemType.endsWith('ReviewMode')) signs.isCodeReview = true;
  else if (isUserShell(item)) signs.ranUserShell = true;
  else if (item.type !== 'contextCompaction') signs.hasWorked = true;
}

function countItem(turn: Turn, { itemType, id, input }: CountedItem, content: ItemContent | undefined): void {
  // The first message of a turn that no request made has the turn's input.
  if (input !== undefined && turn.signs.startedByItself && turn.messages === 0) {
    turn.inputImages = countImages(input);
    recordMentions(turn, input);
  }
  if (content?.message) turn.messageContents.add(content.message);
  if (itemType === 'userMessage' || itemType === 'agentMessage') turn.messages += 1;
  else if (itemType === 'reasoning') turn.reasonings += 1;
  else if (itemType === 'plan') turn.plans += 1;
  else if (itemType === 'imageView') countControlTool(turn, id);
}

const isUserShell = (item: WireItem) => item.type === 'commandExecution' && item.source === 'userShell';

/** The completion's content wins where it has any. */
function mergeContent(started: ItemContent | undefined, completed: ItemContent | undefined): ItemContent | undefined {
  if (started === undefined || completed === undefined) return completed ?? started;
  return {
    arguments: completed.arguments ?? started.arguments,
    result: completed.result ?? started.result,
  };
}

/** The item's own duration. A collab call has none, so its observed duration counts. */
function executionDurationOf(item: SpanItem, startedAtMs: number | null, completedAtMs: number | null): number | null {
  if ('durationMs' in item) return item.durationMs;
  if (item.type !== 'collabAgentToolCall' && item.type !== 'subAgentActivity') return null;
  if (startedAtMs === null || completedAtMs === null) return null;
  return Math.max(0, completedAtMs - startedAtMs);
}
