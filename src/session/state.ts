import { BoundedMap, BoundedSet } from '../bounded.js';
import type { ItemContent, Message } from '../protocol/content.js';
import type { Connection as WireConnection } from '../protocol/observation.js';
import type { SpanItem } from '../protocol/schema/items.js';
import type { Notification, Params } from '../protocol/schema/messages.js';
import type { TokenUsage } from '../protocol/schema/shapes.js';
import { NEWEST_DIALECT, type Dialect } from './dialect.js';
import type * as facts from './facts/index.js';
import type { SessionDeps } from './limits.js';
import { Occurrences } from './occurrences.js';
import type { Subject } from './reviews/subject.js';
import type { HostContext, OpenSpan } from './span-sink.js';
import { PendingRequests } from './threads/pending-requests.js';
import { UNKNOWN_SETTINGS, type Settings } from './threads/settings.js';
import { noSigns } from './turns/task.js';
import { NO_TOTALS, noToolCounts } from './turns/totals.js';

// The whole model of what is going on: fields without behaviour, which functions in the room's other files change.

/** One app-server process. `lookup.ts` forgets it when it has neither connections nor threads. */
export class Server {
  readonly connections = new Set<Connection>();
  readonly threads = new Map<string, Thread>();
  /** The folder of the server's own files. It tells a user's skills from a project's. */
  codexHome: string | null = null;

  constructor(readonly id: string) {}
}

/** One connection to an app-server: the client at its other end. It is forgotten when it closes. */
export class Connection {
  readonly id: string;
  readonly transport: WireConnection['transport'];
  client: facts.ClientFacts | null = null;
  runtime: facts.RuntimeFacts | null = null;
  dialect: Dialect = NEWEST_DIALECT;
  /** Threads that another connection to the same conversation already reports; see `mirrors.ts`. */
  readonly mirrored: Set<string>;
  /** Notifications that the client opted out of. */
  optedOut: ReadonlySet<string> = new Set();

  constructor(
    { id, transport }: WireConnection,
    readonly server: Server,
    { limits, counters }: SessionDeps,
  ) {
    this.id = id;
    this.transport = transport;
    this.mirrored = new BoundedSet({ size: limits.threads, what: 'mirrored thread', counters });
  }
}

/** A request that opened a thread, with the times of the request and of its response. */
export interface OpeningRequest {
  readonly method: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** The item that spawned a thread, until the thread is opened. */
export interface Spawn {
  readonly startMs: number;
  /** The span of the item, else of its turn, else of its thread. */
  readonly parent: OpenSpan | undefined;
}

/** A time without any client: from the last connection's close to the request that opened the thread again. */
export interface ClientlessPeriod {
  readonly from: number;
  /** Null while it lasts. */
  to: number | null;
}

export interface Goal {
  readonly status: string;
  readonly hasTokenBudget: boolean;
  readonly tokensUsed: number | null;
  readonly timeUsedSeconds: number | null;
}

/** A thread in one app-server process. It is forgotten a minute after its end, or beyond the limit of threads. */
export class Thread {
  lineage: facts.LineageFacts;
  readonly turns = new Map<string, Turn>();
  /** The connections that see the thread, with the time since when. */
  readonly connections = new Map<Connection, number>();
  /** The connection that opened or resumed the thread last. Items and reviews are attributed to it. */
  owner: Connection | null = null;
  parent: Thread | null = null;

  /** An item of another thread made this one. */
  isSpawned = false;
  spawn: Spawn | null = null;
  /** How often the thread was opened: by a response, or as a spawned thread. */
  initializations = 0;
  mode: facts.InitializationMode | null = null;
  /** The latest requests that opened the thread. `mirrors.ts` compares with them. */
  readonly recentOpenings: OpeningRequest[] = [];

  originator: string | null = null;
  ephemeral: boolean | null = null;
  cwd: string | null = null;
  settings: Settings = UNKNOWN_SETTINGS;
  readonly pending: PendingRequests;
  readonly occurrences: Occurrences;

  /** Whether the thread had a turn before the next one; null where nobody can know. */
  hadTurns: boolean | null = null;
  /** The thread's total of the last `thread/tokenUsage/updated`. */
  usageTotal: TokenUsage | null = null;
  /** Whether an interrupted turn, or a parent's history, used tokens that only the next turn's first total reports. */
  hasUnreportedUsage = false;

  goal: Goal | null = null;
  goalCalls = 0;
  goalEvents = 0;
  steers = 0;
  /** The runs of hooks outside the thread's turns. */
  readonly hooks = new Map<string, Hook>();
  hookRuns = 0;
  hadCodeReview = false;
  archive: 'archived' | 'unarchived' | null = null;

  /** Why the thread ends soon, wherever it is still open: it was closed, or lost its last connection. */
  closing: facts.EndReason | null = null;
  clientless: ClientlessPeriod | null = null;
  lastHeard: number;

  /** The parent of the thread's turns: its latest initialisation, else its own span. Turns wait until it has started. */
  anchor: OpenSpan;
  /** The thread's own span while it is open. */
  span: OpenSpan | null = null;
  spanStartMs = 0;
  /** How many spans the thread has had. */
  spans = 0;
  /** The sums of the turns that ended since the span started. */
  totals = NO_TOTALS;
  lastTurnEndMs = 0;

  constructor(
    readonly id: string,
    readonly server: Server,
    deps: SessionDeps,
    at: number,
  ) {
    this.pending = new PendingRequests(deps);
    this.occurrences = new Occurrences(deps.counters);
    this.anchor = deps.spans.open();
    this.lastHeard = at;
    this.lineage = {
      threadId: id,
      isComplete: false,
      sessionId: null,
      threadSource: null,
      subagentSource: null,
      parentThreadId: null,
      forkedFromThreadId: null,
    };
  }
}

/** Where a turn is in its life. */
export type TurnPhase =
  /** Only an id is known. In review mode `turn/started` bears an id that never becomes more. */
  | 'named'
  /** Something real was seen in it. Its span is open as soon as its start is known. */
  | 'open'
  /** The protocol reported its end. Late items may come for a minute. */
  | 'completed'
  /** Its end was reported or made up, and its state is gone but for its key. */
  | 'closed';

/** What `turn/completed` reports. */
export interface Completion {
  readonly status: facts.TurnFacts['status'];
  readonly error: facts.TurnErrorFacts | null;
  readonly durationMs: number | null;
  /** Unix seconds. */
  readonly completedAt: number | null;
  /** When it was emitted, else observed, Unix milliseconds. */
  readonly at: number;
}

/** A turn of a thread, from its first sign until a minute after its end. */
export class Turn {
  phase: TurnPhase = 'named';
  readonly signs = noSigns();

  /** The connection whose `turn/start` made the turn; null for turns that start by themselves. */
  origin: Connection | null = null;
  request: Params<'turn/start'> | null = null;
  host: HostContext | undefined;
  settings: Settings | null = null;
  /** Whether anything but the turn's items reported the turn; see {@link facts.ItemFacts.turnSeenBeyondItems}. */
  seenBeyondItems = false;
  trigger: string | null = null;
  rootTurnId: string | null = null;
  isFirst: boolean | null = null;

  /** When `turn/started` was emitted, else observed, Unix milliseconds; null without it. */
  startedMs: number | null = null;
  /** Unix seconds, as the protocol has it. */
  startedAt: number | null = null;
  interruptRequestedAtMs: number | null = null;
  completion: Completion | null = null;
  readonly span: OpenSpan;
  /** The start of the turn's span, Unix milliseconds; null until it is known. */
  startMs: number | null = null;
  endMs: number | null = null;

  /** The turn's last unified diff. Only its counts leave. */
  diff: string | null = null;
  /** The thread's total when the turn began; null where it was never reported. */
  usageBefore: TokenUsage | null = null;
  /** Whether the server reported usage during the turn. */
  usageReported = false;
  readonly toolCounts = noToolCounts();
  inputImages = 0;
  steers = 0;
  reviewCount = 0;
  hookRuns = 0;
  messages = 0;
  reasonings = 0;
  plans = 0;

  readonly items = new Map<string, Item>();
  readonly reviews = new Map<string, Review>();
  readonly hooks = new Map<string, Hook>();
  readonly occurrences: Occurrences;
  /** Ids of completed items: several connections, and some versions, report one completion twice. */
  readonly completedItems: Set<string>;
  /** Ids of tools that completed while no client was connected, and that a resume reported. */
  readonly toolsCountedOnResume: Set<string>;
  readonly countedControlTools: Set<string>;
  /** Ids of items and reviews that a limit ended. Later messages about them open nothing again. */
  readonly evictedIds: Set<string>;
  /** Resolved reviews of items that have not completed yet, by item id. */
  readonly reviewSummaries: Map<string, facts.ReviewSummaryFacts>;
  readonly skills: Map<string, facts.SkillFacts>;
  /** By the connector's id. */
  readonly appMentions: Map<string, facts.AppMentionFacts>;
  readonly appsUsed: Set<string>;
  /** The turn's messages, where content capture is on. */
  readonly messageContents: Set<Message>;

  constructor(
    readonly id: string,
    readonly thread: Thread,
    { spans, limits, counters }: SessionDeps,
  ) {
    const limit = (what: string) => ({ size: limits.itemsPerTurn, what, counters });
    this.span = spans.open();
    this.occurrences = new Occurrences(counters);
    this.completedItems = new BoundedSet(limit('completed item'));
    this.toolsCountedOnResume = new BoundedSet(limit('tool counted on resume'));
    this.countedControlTools = new BoundedSet(limit('control tool'));
    this.evictedIds = new BoundedSet(limit('id of a dropped item'));
    this.reviewSummaries = new BoundedMap(limit('review summary'));
    this.skills = new BoundedMap(limit('skill'));
    this.appMentions = new BoundedMap(limit('app mention'));
    this.appsUsed = new BoundedSet(limit('app'));
    this.messageContents = new BoundedSet(limit('message'));
  }
}

/** The life that items, reviews and hooks share; see `work.ts`. */
export interface Work {
  readonly startMs: number;
  readonly span: OpenSpan;
  hasEnded: boolean;
}

/** A tool call or a compaction. */
export interface Item extends Work {
  readonly item: SpanItem;
  /** Null where only the completion was seen and does not have the start. */
  readonly startedAtMs: number | null;
  readonly model: string | null;
  /** The call's content, where content capture is on, until the span has it. */
  content: ItemContent | undefined;
}

/** A review: a user or the guardian is asked whether something may be done. */
export interface Review extends Work {
  readonly id: string;
  readonly reviewer: facts.ReviewFacts['reviewer'];
  readonly subject: Subject | null;
  readonly itemId: string | null;
  readonly commandSource: string | null;
  readonly hadConnectedClient: boolean;
  /** A client's answer that came after the turn had ended, when the server no longer waited for one. */
  lateAnswer: { readonly at: number; readonly by: Connection | null } | null;
}

/** One run of a hook. */
export interface Hook extends Work {
  readonly run: Notification<'hook/started'>['run'];
  readonly ordinal: number;
  readonly ranForCodeReviewer: boolean;
}
