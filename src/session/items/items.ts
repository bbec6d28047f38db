import type { ItemContent } from '../../protocol/content.js';
import type { Notified } from '../../protocol/observation.js';
import { isEcho, isUserShell } from '../../protocol/items.js';
import type { CountedItem, Item as WireItem, SpanItem } from '../../protocol/schema/items.js';
import type { ItemRecord, RecordedItemEnd } from '../../rollout/observation.js';
import type { EndReason, ItemDetailFacts, ItemFacts, ReviewSummaryFacts } from '../facts/index.js';
import { BYTES } from '../limits.js';
import type { Item, Turn } from '../state.js';
import { settleUnansweredReviews } from '../reviews/reviews.js';
import { baseFacts } from '../threads/lineage.js';
import { startOf } from '../time.js';
import { decideCause } from '../turns/requests/cause.js';
import { countControlTool, countTool } from '../turns/totals/counts.js';
import { countImages, recordMentions } from '../turns/requests/input.js';
import { openWork } from '../work.js';
import { keepContent, keepMessage, releaseContent } from './content.js';
import { detailOf } from './details.js';
import {
  isNewCompletion,
  itemToComplete,
  nextOccurrence,
  rememberOccurrence,
  takeReportedStart,
  type Occurrence,
} from './occurrences.js';
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
export function itemStarted(turn: Turn, { params, content, at }: Notified<'item/started'>): void {
  const { item, startedAtMs } = params;
  collectSigns(turn, item);
  if (item.type === 'counted' || isEcho(item)) return;
  const occurrence = nextOccurrence(turn, item.id, startedAtMs);
  if (occurrence === undefined) return;
  keepContent(openItem(turn, item, occurrence, startedAtMs ?? at, startedAtMs), content);
}

/** `item/completed`: spans end; messages, reasoning and plans are counted. A rollout reports each completion once. */
export function itemCompleted(turn: Turn, seen: Notified<'item/completed'> | RecordedItemEnd): void {
  const { params, content, at } = seen;
  const { item, completedAtMs } = params;
  const recorded = 'recorded' in seen ? seen.recorded : undefined;
  collectSigns(turn, item);
  if (isEcho(item)) return;
  if (!recorded && !isNewCompletion(turn, item.id, completedAtMs)) return;
  if (item.type === 'counted') countItem(turn, item, content);
  else completeItem(turn, item, { completedAtMs, at, content, recorded });
}

interface ItemCompletion {
  readonly completedAtMs: number | null;
  /** When the completion was emitted, else observed, Unix milliseconds. */
  readonly at: number;
  readonly content?: ItemContent | undefined;
  /** The facts that only a rollout has. */
  readonly recorded?: ItemRecord | undefined;
}

/** Ends an item, which may be seen for the first time. */
export function completeItem(turn: Turn, item: SpanItem, completion: ItemCompletion): void {
  const { completedAtMs, at, content, recorded } = completion;
  if (item.type === 'contextCompaction') turn.signs.hasCompacted = true;
  recordSkillReads(turn, item);
  // An activity is a point in the course of a collab call, which ends when the activity is reported.
  const endMs = item.type === 'subAgentActivity' ? at : (completedAtMs ?? at);
  const detail = detailOf(turn, item, 'completed', recorded);
  let state = itemToComplete(turn, item.id, item.startedAtMs);
  if (state === undefined) {
    const occurrence = nextOccurrence(turn, item.id, item.startedAtMs);
    const isEvicted = occurrence === undefined && turn.memory.evicted.has(item.id);
    if (occurrence !== undefined || isEvicted) countTool(turn, detail.kind, item.id);
    if (occurrence === undefined) return;
    const duration = 'durationMs' in item ? item.durationMs : null;
    const startMs = item.startedAtMs ?? startOf(endMs, duration);
    state = openItem(turn, item, occurrence, startMs, item.startedAtMs);
  } else {
    if (state.hasEnded) return;
    countTool(turn, detail.kind, item.id);
  }
  keepContent(state, content);
  endItem(state, item, {
    detail,
    endMs,
    completedAtMs: completedAtMs === null ? null : endMs,
    endReason: null,
    recorded,
  });
}

/** Ends an item that its turn left open, at the turn's end. */
export function closeItem(state: Item, endMs: number, endReason: EndReason): void {
  if (state.hasEnded) return;
  const { turn } = state;
  const status = turn.completion?.status;
  const detail = detailOf(turn, state.item, status === 'failed' || status === 'interrupted' ? status : null);
  const end = { detail, endMs: Math.max(endMs, state.startMs), completedAtMs: null, endReason };
  endItem(state, state.item, end);
}

/** A compaction that failed or was interrupted never completes: it ends with its turn. */
export function closeCompactions(turn: Turn, endMs: number): void {
  for (const state of turn.items.values())
    if (state.item.type === 'contextCompaction') closeItem(state, endMs, 'turn_ended');
}

function openItem(
  turn: Turn,
  item: SpanItem,
  occurrence: Occurrence,
  startMs: number,
  startedAtMs: number | null,
): Item {
  const state: Item = {
    thread: turn.thread,
    turn,
    item,
    key: occurrence.key,
    occurrence: occurrence.nth,
    startMs,
    startedAtMs,
    // The user's own command has no model.
    model: isUserShell(item) ? null : (turn.settings ?? turn.thread.settings).model,
    content: undefined,
    span: turn.session.spans.open(),
    hasEnded: false,
  };
  turn.openItems += 1;
  turn.session.budget.take(turn, BYTES.element * elementsOf(item));
  rememberOccurrence(turn, item.id, occurrence);
  return openWork(state, {
    among: turn.items,
    key: occurrence.key,
    what: 'item',
    close: evict,
    subject: { type: 'item', toolName: toolNameOf(item) },
    parent: turn.span,
    identity: [turn.id, item.id || item.type, occurrence.nth],
  });
}

function evict(oldest: Item, endMs: number, endReason: EndReason): void {
  oldest.turn.memory.evicted.add(oldest.key);
  closeItem(oldest, endMs, endReason);
}

interface ItemEnd {
  readonly detail: ItemDetailFacts;
  readonly endMs: number;
  readonly completedAtMs: number | null;
  readonly endReason: EndReason | null;
  readonly recorded?: ItemRecord | undefined;
}

function endItem(state: Item, item: SpanItem, end: ItemEnd): void {
  const { turn, thread } = state;
  const { detail, endMs, completedAtMs, endReason, recorded } = end;
  state.hasEnded = true;
  turn.openItems -= 1;
  const { terminalStatus, failureKind } = outcomeOf(item, endReason);
  const startedAtMs = recorded ? (state.startedAtMs ?? item.startedAtMs) : state.startedAtMs;
  settleUnansweredReviews(turn, { itemId: item.id, terminalStatus });
  const facts: ItemFacts = {
    type: 'item',
    startMs: state.startMs,
    endMs,
    endReason,
    turnId: turn.id,
    rootTurnId: hasRootTurn(turn, item) ? turn.rootTurnId : null,
    turnTrigger: turn.trigger,
    itemId: item.id,
    occurrence: state.occurrence,
    toolName: recorded?.toolName ?? toolNameOf(item),
    model: state.model,
    modelProvider: (turn.settings ?? thread.settings).modelProvider,
    startedAtMs: recorded || endReason !== null ? startedAtMs : takeReportedStart(state, item),
    completedAtMs,
    executionDurationMs: executionDurationOf(item, startedAtMs, completedAtMs),
    terminalStatus,
    failureKind,
    reviews: reviewsOf(turn, item, recorded),
    recordedEvent: recorded?.hasEvent ?? null,
    originatingResponseId: recorded?.originatingResponseId ?? null,
    subsequentResponseId: recorded?.subsequentResponseId ?? null,
    parentCallId: recorded?.parentCallId ?? null,
    turnSeenBeyondItems: turn.seenBeyondItems,
    detail,
    ...baseFacts(thread),
  };
  state.span.end(facts, state.content && { tool: state.content });
  releaseContent(state);
}

/** No rollout has reviews: it only shows, of some items, that they had none. */
function reviewsOf(turn: Turn, item: SpanItem, recorded: ItemRecord | undefined): ReviewSummaryFacts | null {
  if (turn.recorded !== null) return recorded?.reviews === 'none' ? NO_REVIEWS : null;
  const { reviewSummaries } = turn.memory;
  const reviews = reviewSummaries.get(item.id) ?? NO_REVIEWS;
  reviewSummaries.delete(item.id);
  return reviews;
}

/** The user's own command has the root turn of a turn that a client requested, once that turn has begun its work. */
function hasRootTurn({ wasRequested, signs }: Turn, item: SpanItem): boolean {
  return !isUserShell(item) || (wasRequested && signs.hasWorked);
}

/** Collects the signs of the turn's kind that an item gives. */
function collectSigns(turn: Turn, item: WireItem): void {
  const { signs } = turn;
  signs.beganWith ??= isUserShell(item) ? 'user shell' : item.type === 'contextCompaction' ? 'compaction' : 'other';
  if (signs.causeIsUndecided) decideCause(turn);
  if (item.type === 'counted' && item.itemType.endsWith('ReviewMode')) signs.isCodeReview = true;
  else if (isUserShell(item)) signs.ranUserShell = true;
  else if (item.type !== 'contextCompaction') {
    signs.hasWorked = true;
    if (item.type !== 'counted' || item.itemType !== 'userMessage') signs.modelAnswered = true;
  }
}

function countItem(turn: Turn, { itemType, id, input }: CountedItem, content: ItemContent | undefined): void {
  // The first message of a turn that no request made has the turn's input.
  if (input !== undefined && turn.signs.startedByItself && turn.messages === 0) {
    turn.inputImages = countImages(input);
    recordMentions(turn, input);
  }
  keepMessage(turn, content?.message);
  if (itemType === 'userMessage' || itemType === 'agentMessage') turn.messages += 1;
  else if (itemType === 'reasoning') turn.reasonings += 1;
  else if (itemType === 'plan') turn.plans += 1;
  else if (itemType === 'imageView') countControlTool(turn, id);
}

/** The elements of the lists that an item keeps. */
function elementsOf(item: SpanItem): number {
  if ('commandActions' in item) return item.commandActions.length;
  if ('changes' in item) return item.changes.length;
  if ('contentItems' in item) return item.contentItems?.length ?? 0;
  return 'agentsStates' in item ? item.receiverThreadIds.length + Object.keys(item.agentsStates).length : 0;
}

/** The item's own duration. A collab call has none, so its observed duration counts. */
function executionDurationOf(item: SpanItem, startedAtMs: number | null, completedAtMs: number | null): number | null {
  if ('durationMs' in item) return item.durationMs;
  if (item.type !== 'collabAgentToolCall' && item.type !== 'subAgentActivity') return null;
  if (startedAtMs === null || completedAtMs === null) return null;
  return Math.max(0, completedAtMs - startedAtMs);
}
