import type { Link, Span } from '@opentelemetry/api';
import type { TokenUsage, ThreadInfo } from '../protocol/schema/shapes.js';
import { Announcements } from './announcements.js';
import type { ConnectionState, ServerState } from './connections.js';
import type {
  EndReason,
  SpanFacts,
  InitializationMode,
  LineageFacts,
  RuntimeFacts,
  ThreadInitializationFacts,
  TurnFacts,
} from '../session/facts/index.js';
import { Gate } from './gate.js';
import { Occurrences } from './occurrences.js';
import type { HookState } from './open.js';
import type { Room } from './room.js';
import { UNKNOWN_SETTINGS, type Settings } from './settings.js';
import type { TurnState } from './turns.js';
import { NO_USAGE, addUsage } from './usage.js';

/** What brought a thread into being where no request did: an item of another thread. */
export interface Spawn {
  readonly startMs: number;
  /** Open once the parent is there. */
  readonly gate: Gate;
  /** The item's span, else its turn's, else its thread's. */
  readonly parent: () => Span | undefined;
}

/** A request and its answer. */
export interface Exchange {
  readonly request: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** As many clients may open a thread at the same moment and still be told from those of a mirror. */
const EXCHANGES = 16;

export interface Opening {
  readonly method: ThreadInitializationFacts['method'];
  readonly startMs: number;
  readonly endMs: number;
  readonly parent?: Span | undefined;
  readonly links?: readonly Link[] | undefined;
  readonly createdAt: number | null;
}

const NO_TOTALS = {
  turnCount: 0,
  toolCount: 0,
  reviewCount: 0,
  tokenUsage: NO_USAGE,
  addedLines: 0,
  deletedLines: 0,
};

/** A thread in one app-server process. */
export class ThreadState {
  readonly room: Room;
  readonly id: string;
  readonly server: ServerState;
  readonly turns = new Map<string, TurnState>();
  /** The connections that see the thread, and since when. */
  readonly connections = new Map<ConnectionState, number>();
  /** The connection that the thread's items and reviews are attributed to: the one that opened or resumed it last. */
  owner: ConnectionState | null = null;
  parent: ThreadState | null = null;
  /** An item of another thread made this one. */
  isSpawned = false;
  /** How, until the thread is opened. */
  spawn: Spawn | null = null;
  lineage: LineageFacts;
  originator: string | null = null;
  mode: InitializationMode | null = null;
  ephemeral: boolean | null = null;
  cwd: string | null = null;
  settings: Settings = UNKNOWN_SETTINGS;
  /** Whether the thread had a turn before the next one; null where nobody can know. */
  hadTurns: boolean | null = null;
  /** The thread's total at the last usage that the server told. */
  usageTotal: TokenUsage | null = null;
  /**
   * Whether something may have been used that only the next turn's first total tells: by an interrupted turn, or, where a
   * subagent begins with its parent's history, by the parent.
   */
  hasUntoldUsage = false;
  goal: {
    readonly status: string;
    readonly hasTokenBudget: boolean;
    readonly tokensUsed: number | null;
    readonly timeUsedSeconds: number | null;
  } | null = null;
  goalCalls = 0;
  /** Runs of hooks outside the thread's turns. */
  readonly hooks = new Map<string, HookState>();
  hookRuns = 0;
  goalEvents = 0;
  steers = 0;
  /** Whether the thread was ever in review mode. */
  hasReviewMode = false;
  /** What was last heard of the thread being archived or not. */
  archive: 'archived' | 'unarchived' | null = null;
  readonly occurrences: Occurrences;
  readonly requested: Announcements;
  /** Why the thread, wherever it is still open, ends soon: it lost its last connection, or was closed. */
  closing: EndReason | null = null;
  /** When the thread was last without a client: from its last connection's close to the request that opened it again. */
  alone: { readonly from: number; readonly to: number } | null = null;
  lastHeard: number;
  /** Open once the spans of the thread's turns have something to hang under. */
  readonly gate: Gate;

  /** The last exchanges that opened the thread. */
  readonly exchanges: Exchange[] = [];
  #initializations = 0;
  /** The latest initialisation. */
  initialization: Span | undefined;
  #span: Span | undefined;
  /** How many spans the thread has had. */
  #spans = 0;
  #startMs = 0;
  #lastTurnEndMs = 0;
  #totals = NO_TOTALS;

  constructor(room: Room, id: string, server: ServerState, at: number) {
    this.room = room;
    this.requested = new Announcements(room);
    this.occurrences = new Occurrences(room.counters);
    this.gate = new Gate(room);
    this.id = id;
    this.server = server;
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

  get isInitialized(): boolean {
    return this.#initializations > 0;
  }

  /** Whether a code review is going on. */
  get isInReview(): boolean {
    return this.hasReviewMode && [...this.turns.values()].some((turn) => turn.isReview && turn.completion === null);
  }

  get span(): Span | undefined {
    return this.#span;
  }

  /** A subagent's thread belongs to whoever its parent belongs to. */
  get attribution(): ConnectionState | null {
    return this.#ownerAmong(new Set());
  }

  /** No thread is its own ancestor, whatever a server says. */
  #ownerAmong(descendants: Set<ThreadState>): ConnectionState | null {
    if (this.owner !== null || this.parent === null || descendants.has(this.parent)) return this.owner;
    return this.parent.#ownerAmong(descendants.add(this));
  }

  get runtime(): RuntimeFacts | null {
    return this.attribution?.runtime ?? null;
  }

  /**
   * What each of the thread's spans knows, attributed to a connection: its client goes under the thread's own originator,
   * where that has one.
   */
  about(by = this.attribution): Pick<SpanFacts, 'lineage' | 'client' | 'runtime'> {
    const { client = null, runtime = null } = by ?? {};
    const originator = this.originator ?? this.parent?.originator ?? null;
    const named = client && originator !== null ? { ...client, productClientId: originator } : client;
    return { lineage: this.lineage, client: named, runtime };
  }

  /** What hangs in the thread and in none of its turns hangs under this: its latest initialisation, else its own span. */
  get top(): Span | undefined {
    return this.initialization ?? this.#span;
  }

  openedBy(exchange: Exchange): void {
    this.exchanges.push(exchange);
    if (this.exchanges.length > EXCHANGES) this.exchanges.shift();
  }

  /** Takes in what a `thread` of the protocol says of itself. */
  describe(thread: ThreadInfo): void {
    const { subagentSource, spawnParentThreadId } = thread.source;
    this.lineage = {
      threadId: this.id,
      isComplete: true,
      sessionId: thread.sessionId,
      threadSource: thread.threadSource,
      subagentSource,
      parentThreadId: thread.parentThreadId ?? spawnParentThreadId,
      forkedFromThreadId: thread.forkedFromId,
    };
    this.originator = thread.originator ?? this.originator;
    this.ephemeral = thread.ephemeral;
    this.cwd = thread.cwd;
    this.hadTurns ??= thread.turns.any || thread.preview;
    if (!this.hadTurns) this.usageTotal ??= NO_USAGE;
  }

  /** The thread went back to an earlier turn: so did its total, and whether it has turns may be known. */
  revert(hasTurns: boolean | null): void {
    this.hadTurns = hasTurns;
    this.usageTotal = NO_USAGE;
    this.hasUntoldUsage = true;
  }

  /** Records an initialisation, which is over by now, and opens the thread's span unless it is open. */
  open(opening: Opening): void {
    const { method, startMs, endMs, parent, links, createdAt } = opening;
    const { model, modelProvider } = this.settings;
    this.spawn = null;
    const ordinal = this.#initializations;
    this.#initializations += 1;
    const facts: ThreadInitializationFacts = {
      type: 'thread_initialization',
      startMs,
      endMs,
      ...this.about(),
      endReason: null,
      method,
      mode: this.mode ?? 'new',
      model,
      modelProvider,
      ephemeral: this.ephemeral,
      createdAt,
      ordinal,
    };
    this.initialization = this.room.spans.record(facts, { parent, links, identity: [startMs, ordinal], model });
    this.openSpan(endMs);
  }

  /** The thread's span: under its latest initialisation, a root where it has none. */
  openSpan(startMs: number): void {
    if (this.#span !== undefined) return;
    this.#startMs = startMs;
    this.closing = null;
    this.#span = this.room.spans.start({
      type: 'thread',
      name: 'codex.thread',
      startMs,
      parent: this.initialization,
      threadId: this.id,
      identity: this.#spans === 0 ? [startMs] : [startMs, this.#spans],
    });
    this.#spans += 1;
    this.gate.open();
  }

  /** Adds a turn that ended to the totals of the thread's span. */
  count(turn: TurnFacts): void {
    const totals = this.#totals;
    this.#lastTurnEndMs = Math.max(this.#lastTurnEndMs, turn.endMs);
    this.#totals = {
      turnCount: totals.turnCount + 1,
      toolCount: totals.toolCount + turn.toolCounts.total,
      reviewCount: totals.reviewCount + turn.reviewCount,
      tokenUsage: turn.tokenUsage ? addUsage(totals.tokenUsage, turn.tokenUsage) : totals.tokenUsage,
      addedLines: totals.addedLines + (turn.diff?.addedLines ?? 0),
      deletedLines: totals.deletedLines + (turn.diff?.deletedLines ?? 0),
    };
  }

  closeSpan(at: number, endReason: EndReason | null): void {
    if (this.#span === undefined) return;
    this.room.spans.finish(this.#span, {
      type: 'thread',
      startMs: this.#startMs,
      // A turn may last, by its duration, beyond the moment at which its thread was closed.
      endMs: Math.max(at, this.#startMs, this.#lastTurnEndMs),
      ...this.about(),
      endReason,
      ...this.#totals,
    });
    this.#span = undefined;
    this.#totals = NO_TOTALS;
  }
}
