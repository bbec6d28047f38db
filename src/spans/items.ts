import type { ItemContent } from '../protocol/content.js';
import { isEcho, type CountedItem, type Item, type SpanItem } from '../protocol/schema/items.js';
import type { Notified } from '../protocol/observation.js';
import { keepWithin } from '../bounded.js';
import type { EndReason, ItemDetailFacts, ItemFacts, ReviewSummaryFacts } from '../session/facts/index.js';
import { toolContent } from './content.js';
import { countImages } from './input.js';
import { detailOf, outcomeOf, toolNameOf } from './item-detail.js';
import type { ItemState } from './open.js';
import type { Room } from './room.js';
import { mention, useSkills } from './skills.js';
import { startOf } from './time.js';
import type { TurnState } from './turns.js';

const NO_REVIEWS: ReviewSummaryFacts = {
  reviewCount: 0,
  guardianReviewCount: 0,
  userReviewCount: 0,
  finalApprovalOutcome: 'unknown',
  requestedAdditionalPermissions: false,
  requestedNetworkAccess: false,
};

/** The items of a turn: tool calls and compactions become spans, the others are counted. */
export class Items {
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  /** `item/started` */
  started(turn: TurnState, { params: { item, startedAtMs }, content, at }: Notified<'item/started'>): void {
    this.#characterize(turn, item);
    if (item.type === 'counted' || isEcho(item)) return;
    if (turn.items.has(item.id) || turn.completedItems.has(item.id) || turn.givenUp.has(item.id)) return;
    const state = this.#start(turn, item, startedAtMs ?? at, startedAtMs);
    state.content = toolContent(content);
  }

  /** `item/completed` */
  completed(turn: TurnState, { params: { item, completedAtMs }, content, at }: Notified<'item/completed'>): void {
    this.#characterize(turn, item);
    if (isEcho(item) || turn.completedItems.has(item.id)) return;
    turn.completedItems.add(item.id);
    if (item.type === 'counted') return this.#count(turn, item, content);
    if (item.type === 'contextCompaction') turn.hasCompacted = true;
    useSkills(turn, item);
    // An activity is a point in the course of a collab call, which is over when it has been told.
    const end = item.type === 'subAgentActivity' ? at : (completedAtMs ?? at);
    const duration = 'durationMs' in item ? item.durationMs : null;
    const detail = detailOf(turn, item, 'completed');
    turn.countTool(detail.kind, item.id);
    if (turn.givenUp.has(item.id)) return;
    const state =
      turn.items.get(item.id) ?? this.#start(turn, item, item.startedAtMs ?? startOf(end, duration), item.startedAtMs);
    state.content = { ...state.content, ...toolContent(content) };
    this.#end(turn, state, item, detail, end, completedAtMs === null ? null : end, null);
  }

  /** Ends what the turn left open, at the turn's end. */
  close(turn: TurnState, state: ItemState, endMs: number, endReason: EndReason): void {
    if (state.isOver) return;
    const failed = turn.completion?.status === 'failed';
    const detail = detailOf(turn, state.item, failed ? 'failed' : null);
    this.#end(turn, state, state.item, detail, Math.max(endMs, state.startMs), null, endReason);
  }

  /** A compaction that failed or was interrupted never completes: it ends with its turn. */
  closeCompactions(turn: TurnState, endMs: number): void {
    for (const state of turn.items.values())
      if (state.item.type === 'contextCompaction') this.close(turn, state, endMs, 'turn_ended');
  }

  #start(turn: TurnState, item: SpanItem, startMs: number, startedAtMs: number | null): ItemState {
    // A command of the user's own has nothing to do with a model.
    const model = isUserShell(item) ? null : (turn.settings ?? turn.thread.settings).model;
    const state: ItemState = {
      id: item.id,
      item,
      startMs,
      startedAtMs,
      model,
      span: undefined,
      content: {},
      isOver: false,
    };
    turn.items.set(item.id, state);
    const { limits, counters } = this.#room;
    const dropped = (oldest: ItemState) => {
      turn.givenUp.add(oldest.id);
      this.close(turn, oldest, turn.thread.lastHeard, 'limit_reached');
    };
    keepWithin(turn.items, { size: limits.itemsPerTurn, what: 'item', counters, dropped });
    turn.gate.when(() => {
      const tool = toolNameOf(item);
      state.span = this.#room.spans.start({
        type: 'item',
        name: tool === null ? 'codex.compaction' : `execute_tool ${tool}`,
        startMs,
        parent: turn.span,
        threadId: turn.thread.id,
        identity: [turn.id, item.id, startMs],
      });
    });
    return state;
  }

  #end(
    turn: TurnState,
    state: ItemState,
    item: SpanItem,
    detail: ItemDetailFacts,
    endMs: number,
    completedAtMs: number | null,
    endReason: EndReason | null,
  ): void {
    state.isOver = true;
    const { thread } = turn;
    const reviews = turn.summaries.get(item.id) ?? NO_REVIEWS;
    turn.summaries.delete(item.id);
    const facts: ItemFacts = {
      type: 'item',
      startMs: state.startMs,
      endMs,
      ...thread.about(),
      endReason,
      turnId: turn.id,
      rootTurnId: isUserShell(item) && turn.request === null ? null : turn.rootTurnId,
      itemId: item.id,
      toolName: toolNameOf(item),
      model: state.model,
      startedAtMs: state.startedAtMs,
      completedAtMs,
      executionDurationMs: executionDurationOf(item, state.startedAtMs, completedAtMs),
      ...outcomeOf(item, endReason),
      reviews,
      turnSeenBeyondItems: turn.known,
      detail,
    };
    const { content } = state;
    state.content = {};
    turn.gate.when(() => {
      if (state.span) this.#room.spans.finish(state.span, facts, content);
    });
  }

  /** What the turn is for, by what it holds. */
  #characterize(turn: TurnState, item: Item): void {
    turn.beganWith ??= isUserShell(item) ? 'user shell' : item.type === 'contextCompaction' ? 'compaction' : 'other';
    if (item.type === 'counted' && item.itemType.endsWith('ReviewMode')) turn.isReview = true;
    else if (isUserShell(item)) turn.ranUserShell = true;
    else if (item.type !== 'contextCompaction') turn.isRegular = true;
  }

  #count(turn: TurnState, { itemType, id, input }: CountedItem, content: ItemContent | undefined): void {
    // What no request brought into the turn its first message tells.
    if (input !== undefined && turn.startedByItself && turn.messages === 0) {
      turn.inputImages = countImages(input);
      mention(turn, input);
    }
    if (content?.message) turn.said.add(content.message);
    if (itemType === 'userMessage' || itemType === 'agentMessage') turn.messages += 1;
    else if (itemType === 'reasoning') turn.reasonings += 1;
    else if (itemType === 'plan') turn.plans += 1;
    else if (itemType === 'imageView') turn.countControlTool(id);
  }
}

const isUserShell = (item: Item) => item.type === 'commandExecution' && item.source === 'userShell';

/** The item's own duration; a collab call has none, its observed one counts. */
function executionDurationOf(item: SpanItem, startedAtMs: number | null, completedAtMs: number | null): number | null {
  if ('durationMs' in item) return item.durationMs;
  if (item.type !== 'collabAgentToolCall' && item.type !== 'subAgentActivity') return null;
  if (startedAtMs === null || completedAtMs === null) return null;
  return Math.max(0, completedAtMs - startedAtMs);
}
