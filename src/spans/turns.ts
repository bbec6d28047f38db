import type { Context, Span } from '@opentelemetry/api';
import { isEcho, type SpanItem } from '../protocol/schema/items.js';
import type { Params } from '../protocol/schema/messages.js';
import type { TokenUsage } from '../protocol/schema/shapes.js';
import type { ConnectionState } from './connections.js';
import type { Message } from '../protocol/content.js';
import { BoundedMap, BoundedSet } from '../bounded.js';
import { turnContent } from './content.js';
import { countLines } from './diff.js';
import type {
  AppMentionFacts,
  EndReason,
  ItemDetailFacts,
  ReviewSummaryFacts,
  SkillFacts,
  ToolCountFacts,
  TokenUsageFacts,
  TurnErrorFacts,
  TurnFacts,
  TurnTask,
} from '../session/facts/index.js';
import { Gate } from './gate.js';
import { linkTo } from './links.js';
import { Occurrences } from './occurrences.js';
import type { HookState, ItemState, ReviewState } from './open.js';
import type { Settings } from './settings.js';
import type { ThreadState } from './threads.js';
import { usedSince } from './usage.js';
import { isBefore } from './versions.js';

/** What `turn/completed` says. */
export interface Completion {
  readonly status: TurnFacts['status'];
  readonly error: TurnErrorFacts | null;
  readonly durationMs: number | null;
  /** Unix seconds. */
  readonly completedAt: number | null;
  /** When it was emitted, else seen, Unix milliseconds. */
  readonly at: number;
}

const CATEGORIES: Record<ItemDetailFacts['kind'], keyof ToolCountFacts | null> = {
  commandExecution: 'shellCommand',
  fileChange: 'fileChange',
  mcpToolCall: 'mcpToolCall',
  dynamicToolCall: 'dynamicToolCall',
  collabAgentToolCall: 'subagentToolCall',
  webSearch: 'webSearch',
  imageGeneration: 'imageGeneration',
  contextCompaction: null,
};

const missed = (id: string) => `missed ${id}`;

/** A turn of a thread, from the first sign of it until a minute after its end. */
export class TurnState {
  readonly id: string;
  readonly thread: ThreadState;
  readonly items = new Map<string, ItemState>();
  readonly reviews = new Map<string, ReviewState>();
  readonly hooks = new Map<string, HookState>();
  readonly occurrences: Occurrences;
  /** Ids of all items that completed: several connections, and some versions, tell of one twice. */
  readonly completedItems: Set<string>;
  /** Ids of items and reviews that a limit ended: what is told of one later must not make it again. */
  readonly givenUp: Set<string>;
  /** Reviews of items that have not completed yet, by item id. */
  readonly summaries: Map<string, ReviewSummaryFacts>;
  readonly skills: Map<string, SkillFacts>;
  /** By the connector's id. */
  readonly appMentions: Map<string, AppMentionFacts>;
  readonly appsUsed: Set<string>;
  /** What was said, where content capture is on. */
  readonly said: Set<Message>;
  /** Open while the turn's span is there for others to hang under. */
  readonly gate: Gate;

  /** The connection whose `turn/start` made the turn; null for turns that start by themselves. */
  origin: ConnectionState | null = null;
  request: Params<'turn/start'> | null = null;
  settings: Settings | null = null;
  /** Anything but the turn's items told of it; see {@link ItemFacts.turnSeenBeyondItems}. */
  known = false;
  isReview = false;
  /** No `turn/start` made the turn. */
  startedByItself = false;
  /** What the turn's first item was. */
  beganWith: 'user shell' | 'compaction' | 'other' | null = null;
  /** Whether a compaction completed. */
  hasCompacted = false;
  /** `thread/compact/start` made the turn. */
  isCompaction = false;
  trigger: string | null = null;
  rootTurnId: string | null = null;
  isFirst: boolean | null = null;
  startedMs: number | null = null;
  startedAt: number | null = null;
  interruptRequestedAtMs: number | null = null;
  completion: Completion | null = null;
  /** The turn's last unified diff; only its counts leave. */
  diff: string | null = null;
  /** The thread's total when the turn began; null where it was never told. */
  usageBefore: TokenUsage | null = null;
  /** Whether the server told of usage while the turn went on. */
  usageTold = false;
  inputImages = 0;
  steers = 0;
  reviewCount = 0;
  hookRuns = 0;
  messages = 0;
  reasonings = 0;
  plans = 0;
  /** A message, a tool call of the model …: the turn did what a turn is for. */
  isRegular = false;
  ranUserShell = false;
  /** Whether the turn is more than an id: in review mode `turn/started` bears an id that no turn has. */
  isReal = false;
  /** The host's context when it asked for the turn, where it had an active span. */
  hostContext: Context | undefined;
  span: Span | undefined;
  /** Whether the turn's start is known; its span begins there, once its thread has one. */
  hasBegun = false;
  startMs = 0;
  endMs: number | null = null;

  #toolCounts: Record<keyof ToolCountFacts, number> = {
    total: 0,
    shellCommand: 0,
    fileChange: 0,
    mcpToolCall: 0,
    dynamicToolCall: 0,
    subagentToolCall: 0,
    webSearch: 0,
    imageGeneration: 0,
  };

  constructor(id: string, thread: ThreadState) {
    this.id = id;
    this.thread = thread;
    const { limits, counters } = thread.room;
    const limit = (what: string) => ({ size: limits.itemsPerTurn, what, counters });
    this.occurrences = new Occurrences(counters);
    this.completedItems = new BoundedSet(limit('completed item'));
    this.givenUp = new BoundedSet(limit('id of a dropped item'));
    this.summaries = new BoundedMap(limit('review summary'));
    this.skills = new BoundedMap(limit('skill'));
    this.appMentions = new BoundedMap(limit('app mention'));
    this.appsUsed = new BoundedSet(limit('app'));
    this.said = new BoundedSet(limit('message'));
    this.gate = new Gate(thread.room);
  }

  /** Stands in for a turn whose span ended and whose state is gone: whatever it is told, it makes no span. */
  static over(id: string, thread: ThreadState): TurnState {
    const turn = new TurnState(id, thread);
    turn.hasBegun = true;
    turn.startedMs = turn.endMs = turn.startMs = thread.lastHeard;
    turn.completion = { status: null, error: null, durationMs: null, completedAt: null, at: thread.lastHeard };
    return turn;
  }

  /** Counts a tool that completed while nobody was there to be told. */
  countMissed(item: SpanItem): void {
    if (isEcho(item) || this.completedItems.has(item.id)) return;
    this.countTool(item.type === 'subAgentActivity' ? 'collabAgentToolCall' : item.type, item.id);
    this.completedItems.add(missed(item.id));
  }

  /** Counts a completed tool item, as Codex does: whatever its status, and nothing once the turn is over. */
  countTool(kind: ItemDetailFacts['kind'], id: string): void {
    const category = CATEGORIES[kind];
    if (category === null || this.completion !== null || this.completedItems.has(missed(id))) return;
    this.#toolCounts[category] += 1;
    this.#toolCounts.total += 1;
  }

  /**
   * Counts a control tool, of which no item tells, by its effect: a question to the user, a picture looked at, a goal. Older
   * versions do not count these. Several connections hear of one call: `id` tells them apart.
   */
  countControlTool(id: string): void {
    const key = `control ${id}`;
    if (
      this.completion !== null ||
      this.completedItems.has(key) ||
      isBefore(this.thread.runtime, 'control tools count')
    )
      return;
    this.completedItems.add(key);
    this.#toolCounts.total += 1;
  }

  get task(): TurnTask {
    if (this.isReview) return 'review';
    // What is asked for on top of the user's own command never gets to the model …
    if (this.beganWith === 'user shell' && this.startedByItself && this.trigger === null) return 'user_shell';
    // … nor does a turn that was to begin with a compaction, which failed.
    if (this.beganWith === 'compaction' && !this.hasCompacted && !this.isCompaction && this.#hasFailed) return 'none';
    // Whose beginning nobody saw is known in part only: its counts would be guesses.
    if (this.isRegular) return this.request === null && this.startedMs === null ? 'none' : 'regular';
    if (this.isCompaction) return 'compaction';
    return this.ranUserShell ? 'user_shell' : 'none';
  }

  get #hasFailed(): boolean {
    return this.completion !== null && this.completion.status !== 'completed';
  }

  /** Starts the turn's span once its thread has one to hang it under. Later calls change nothing. */
  begin(startMs: number): void {
    if (this.hasBegun) return;
    this.hasBegun = true;
    this.startMs = startMs;
    const { thread } = this;
    const { room } = thread;
    const model = (this.settings ?? thread.settings).model;
    thread.gate.when(() => {
      thread.openSpan(startMs);
      const inThread = thread.top;
      const underHost = this.hostContext !== undefined && room.host?.turnParent() === 'active';
      this.span = room.spans.start({
        type: 'turn',
        name: 'invoke_agent codex',
        startMs,
        parent: inThread,
        ...(underHost && { parentContext: this.hostContext }),
        links: linkTo(underHost ? inThread : this.hostContext),
        threadId: thread.id,
        identity: [this.id],
        model,
      });
      this.gate.open();
    });
  }

  /** Ends the turn's span: as its completion says, else at `endMs` for a reason of the observer's. */
  end(endMs: number, endReason: EndReason | null): void {
    if (this.endMs !== null) return;
    this.endMs = Math.max(endMs, this.startMs);
    const facts = this.#facts(this.endMs, endReason);
    this.thread.count(facts);
    this.gate.when(() => {
      if (this.span) this.thread.room.spans.finish(this.span, facts, turnContent(this.said));
    });
  }

  /**
   * A turn uses the difference between the thread's totals at its end and at its start. A turn without a word of usage used
   * nothing, unless it was cut short (Codex says nothing then either), its client did not want to hear, or it was a code
   * review, whose own thread uses what is told nowhere.
   */
  #usage(): TokenUsageFacts | null {
    const { usageTotal } = this.thread;
    if (usageTotal === null || this.usageBefore === null) return null;
    if (!this.usageTold) {
      const ended = this.completion?.status === 'completed' || this.completion?.status === 'failed';
      const declined = this.thread.attribution?.optedOut.has('thread/tokenUsage/updated') ?? false;
      if (!ended || declined || this.isReview) return null;
    }
    return usedSince(usageTotal, this.usageBefore);
  }

  #facts(endMs: number, endReason: EndReason | null): TurnFacts {
    const { thread, completion, request } = this;
    const settings = this.settings ?? thread.settings;
    const origin = this.origin ?? thread.attribution;
    const runtime = origin?.runtime ?? null;
    const isNobodys = this.origin === null && isBefore(runtime, 'turns without a request count');
    return {
      type: 'turn',
      startMs: this.startMs,
      endMs,
      ...thread.about(origin),
      ...(isNobodys && { client: null }),
      endReason,
      turnId: this.id,
      rootTurnId: this.rootTurnId,
      trigger: this.trigger,
      hasRequester: this.origin !== null,
      task: this.task,
      ephemeral: thread.ephemeral,
      initializationMode: thread.mode,
      ...settings,
      serviceTier: settings.serviceTier === 'priority' ? 'fast' : settings.serviceTier,
      approvalsReviewer:
        settings.approvalsReviewer === 'auto_review' && isBefore(runtime, 'auto_review')
          ? 'guardian_subagent'
          : settings.approvalsReviewer,
      collaborationMode: settings.collaborationMode === 'plan' ? 'plan' : 'default',
      workspaceKind: request?.responsesapiClientMetadata?.workspace_kind ?? null,
      inputImageCount: this.inputImages,
      isFirstTurn: this.isFirst,
      status: completion?.status ?? null,
      interruptRequestedAtMs: this.interruptRequestedAtMs,
      error: completion?.error ?? null,
      steerCount: this.steers,
      toolCounts: { ...this.#toolCounts },
      reviewCount: this.reviewCount,
      messageCount: this.messages,
      reasoningCount: this.reasonings,
      planCount: this.plans,
      tokenUsage: this.#usage(),
      durationMs: completion?.durationMs ?? null,
      startedAt: this.startedAt,
      completedAt: completion?.completedAt ?? null,
      completionSeenAtMs: completion?.at ?? null,
      diff: this.diff === null ? null : countLines(this.diff),
      skills: [...this.skills.values()],
      appMentions: [...this.appMentions.values()],
    };
  }
}
