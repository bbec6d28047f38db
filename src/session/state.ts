import type { ItemContent } from '../protocol/content.js';
import type { Connection as WireConnection } from '../protocol/observation.js';
import type { SpanItem } from '../protocol/schema/items.js';
import type { Notification } from '../protocol/schema/messages.js';
import type { TokenUsage } from '../protocol/schema/shapes.js';
import { NEWEST_DIALECT, type Dialect } from './dialect.js';
import type * as facts from './facts/index.js';
import { SessionContext } from './context.js';
import { BYTES, type Holder } from './limits.js';
import { Occurrences } from './connections/occurrences.js';
import type { Completion, RecordedTurn, TurnPhase } from './turns/records.js';
import type { Subject } from './reviews/subject.js';
import type { HostContext, OpenSpan } from './span-sink.js';
import { PendingRequests } from './threads/pending-requests.js';
import * as records from './threads/records.js';
import { UNKNOWN_SETTINGS, type Settings } from './threads/settings.js';
import { memoryOf } from './turns/totals/memory.js';
import { TurnSigns } from './turns/task.js';
import { NO_TOTALS, noToolCounts } from './turns/totals/totals.js';

// The whole model of what is going on: fields without behaviour, which functions in the room's other files change.

/** The root of the model: everything that goes on. */
export class SessionState extends SessionContext {
  readonly servers = new Map<string, Server>();
  readonly connections = new Map<string, Connection>();
  /** All threads of all servers, the oldest first. */
  readonly threads = new Set<Thread>();
  /** The first thread of each id, where several servers have one. */
  readonly threadsById = new Map<string, Thread>();
  /** The mirrored threads of all connections, the oldest first; see `mirrors.ts`. */
  readonly mirrored = new Set<MirroredThread>();
}

/** One app-server process, and which requests wait in it. `lookup.ts` forgets it without connections and threads. */
export class Server {
  readonly connections = new Set<Connection>();
  readonly threads = new Map<string, Thread>();
  readonly waiting = new Map<Work, facts.RequestFacts>();
  /** The folder of the server's own files. It distinguishes a user's skills from a project's. */
  codexHome: string | null = null;
  /** The names that clients gave to skills, by their files. */
  readonly skillNames = new Map<string, string>();

  constructor(
    readonly id: string,
    readonly session: SessionState,
  ) {}
}

/** One connection to an app-server: the client at its other end. It is forgotten when it closes. */
export class Connection {
  readonly id: string;
  readonly transport: WireConnection['transport'];
  readonly source: facts.SpanFacts['connectionSource'];
  client: facts.ClientFacts | null = null;
  runtime: facts.RuntimeFacts | null = null;
  dialect: Dialect = NEWEST_DIALECT;
  /** Threads that another connection to the same conversation already reports, by their ids; see `mirrors.ts`. */
  readonly mirrored = new Map<string, MirroredThread>();
  /** The threads that it reported, or named; see {@link Thread.reporters}. */
  readonly threads = new Set<Thread>();
  /** Notifications that the client opted out of. */
  optedOut: ReadonlySet<string> = new Set();

  constructor(
    { id, transport, source = 'wire' }: WireConnection,
    readonly server: Server,
  ) {
    this.id = id;
    this.transport = transport;
    this.source = source;
  }
}

/** A thread that a connection passes over, with its estimated bytes. */
export type MirroredThread = { readonly connection: Connection; readonly id: string; bytes: number };

/** The part that threads and turns have in common. */
abstract class Place implements Holder {
  /** The runs of hooks; of a thread, those outside its turns. The questions likewise. */
  readonly hooks = new Map<string, Hook>();
  hookRuns = 0;
  readonly userInputs = new Map<object, UserInput>();
  steers = 0;
  readonly occurrences = new Occurrences(this);
  /** Estimated bytes of a turn with all that happens in it; of a thread without its turns. */
  bytes = 0;

  constructor(
    readonly id: string,
    readonly session: SessionState,
    public lastSeenMs: number,
    bytes: number,
  ) {
    session.budget.take(this, bytes);
  }
}

/** A thread in one app-server process. `closing.ts` forgets it; beyond the limit, the oldest is forgotten. */
export class Thread extends Place {
  lineage = records.unknownLineage(this.id);
  readonly turns = new Map<string, Turn>();
  /** The turn of the last `turn/started`. */
  activeTurn: Turn | null = null;
  /** The connections that see the thread, with the time since when. */
  readonly connections = new Map<Connection, number>();
  /** The connections that reported the thread or named it, also those that have unsubscribed: their close may end it. */
  readonly reporters = new Set<Connection>();
  /** The connection that opened or resumed the thread last. Items and reviews are attributed to it. */
  owner: Connection | null = null;
  parent: Thread | null = null;

  /** An item of another thread made this one. */
  isSpawned = false;
  spawn: records.Spawn | null = null;
  /** Of the turn that spawned this thread, or sent it input last. */
  inherited: records.Inheritance = { trigger: null, rootTurnId: null };
  /** When the thread began to wait for the item that may have spawned it, Unix milliseconds. */
  heldSinceMs: number | null = null;
  /** Whether the server has the thread in memory: a resume then changes no settings. */
  isLoaded = false;
  /** How often the thread was opened: by a response, or as a spawned thread. */
  initializations = 0;
  mode: facts.InitializationMode | null = null;
  /** The latest requests that opened the thread. `mirrors.ts` compares with them. */
  readonly recentOpenings: records.OpeningRequest[] = [];

  originator: string | null = null;
  ephemeral: boolean | null = null;
  cwd: string | null = null;
  settings: Settings = UNKNOWN_SETTINGS;
  readonly pending = new PendingRequests(this, 'request', this.session.limits.turnsPerThread);

  /** Whether the thread had a turn before the next one; null where nobody can know. */
  hadTurns: boolean | null = null;
  /** The thread's total of the last `thread/tokenUsage/updated`. */
  usageTotal: TokenUsage | null = null;
  /** Whether an interrupted turn, or a parent's history, used tokens that only the next turn's first total reports. */
  hasUnreportedUsage = false;

  goal: Notification<'thread/goal/updated'>['goal'] | null = null;
  goalCalls = 0;
  goalEvents = 0;
  readonly waits = new Map<facts.WaitingFacts['kind'], Work>(); // for a person, as only the thread's status reports it
  /** Whether a code review ever ran in the thread. */
  hadCodeReview = false;
  archive: 'archived' | 'unarchived' | null = null;

  /** Why the thread ends soon, wherever it is still open: it was closed, or lost its last connection. */
  closing: facts.EndReason | null = null;
  clientless: records.ClientlessPeriod | null = null;

  /** The parent of the thread's turns: its latest initialisation, else its own span. Turns wait until it has started. */
  anchor: OpenSpan = this.session.spans.open();
  /** The thread's own span while it is open. */
  span: OpenSpan | null = null;
  spanStartMs = 0;
  /** How many spans the thread has had. */
  spans = 0;
  /** The sums of the turns that ended since the span started. */
  totals = NO_TOTALS;
  lastTurnEndMs = 0;

  constructor(
    id: string,
    readonly server: Server,
    at: number,
  ) {
    super(id, server.session, at, BYTES.thread);
  }
}

/** A turn of a thread, from its first sign until a minute after its end, or until its last item ends. */
export class Turn extends Place {
  phase: TurnPhase = 'named';
  readonly signs = new TurnSigns();

  /** The connection whose `turn/start` made the turn; null for turns that start by themselves. */
  origin: Connection | null = null;
  /** Whether a `turn/start` made the turn. */
  wasRequested = false;
  host: HostContext | undefined;
  settings: Settings | null = null;
  /** Whether anything but the turn's items reported the turn; see {@link facts.ItemFacts.turnSeenBeyondItems}. */
  seenBeyondItems = false;
  trigger: string | null = null;
  rootTurnId: string | null = null;
  /** The records of a rollout about the turn; null for a turn that the wire reports. */
  recorded: RecordedTurn | null = null;
  retryCount = 0;
  lastRetryError: facts.TurnErrorFacts | null = null;
  /** The model that the turn was rerouted to. */
  responseModel: string | null = null;
  usedDictation: boolean | null = null;
  workspaceKind: string | null = null;

  /** When `turn/started` was emitted, else observed, Unix milliseconds; null without it. `startedAt`: its Unix seconds. */
  startedMs: number | null = null;
  startedAt: number | null = null;
  interruptRequestedAtMs: number | null = null;
  failedAtMs: number | null = null; // when the last error without a retry was emitted, else observed, Unix milliseconds
  /** The server accepted an interrupt: answers to reviews come too late from then on. */
  interruptWasAccepted = false;
  completion: Completion | null = null;
  readonly span = this.session.spans.open();
  /** The start of the turn's span, Unix milliseconds, and what it hangs under; null until the start is known. */
  startMs: number | null = null;
  anchor: OpenSpan | null = null;
  endMs: number | null = null;

  /** The lines of the turn's last unified diff. */
  diff: facts.DiffFacts | null = null;
  /** The thread's total when the turn began; null where it was never reported. */
  usageBefore: TokenUsage | null = null;
  /** Whether the server reported usage during the turn. */
  usageReported = false;
  readonly toolCounts = noToolCounts();
  inputImages = 0;
  reviewCount = 0;
  messages = 0;
  messageBytes = 0; // of the messages in the memory
  reasonings = 0;
  plans = 0;

  /** By their ids; a later item of the same id under the key of `items/occurrences.ts`. */
  readonly items = new Map<string, Item>();
  /** Items that are open. The turn is remembered while there are any. */
  openItems = 0;
  isSettled = false; // a minute has passed since the turn's end, and only items are open
  /** A user's review by the handle of its request, a guardian's by its id. */
  readonly reviews = new Map<object | string, Review>();
  /** Reviews that were resolved without an answer here: their item's end may report how. */
  readonly unansweredReviews = new Set<Review>();
  readonly memory = memoryOf(this);

  constructor(
    id: string,
    readonly thread: Thread,
  ) {
    super(id, thread.session, thread.lastSeenMs, BYTES.turn);
  }
}

/** The life that items, reviews, questions and hooks share; see `work.ts`. */
export interface Work {
  readonly thread: Thread;
  /** Null outside all turns. */
  readonly turn: Turn | null;
  readonly startMs: number;
  readonly span: OpenSpan;
  hasEnded: boolean;
}

/** A tool call or a compaction. */
export interface Item extends Work {
  readonly turn: Turn;
  readonly item: SpanItem;
  /** Its key in its turn. */
  readonly key: string;
  /** Null where only the completion was seen and does not have the start. */
  readonly startedAtMs: number | null;
  readonly model: string | null;
  /** Which item of its id in the turn it is, from 0. */
  readonly occurrence: number;
  /** The call's content, where content capture is on, until the span has it. */
  content: ItemContent | undefined;
}

/** A review: a user or the guardian is asked whether something may be done. */
export interface Review extends Work {
  readonly turn: Turn;
  readonly key: object | string;
  readonly id: string;
  /** Null where the request does not have it. */
  readonly startedAtMs: number | null;
  readonly reviewer: facts.ReviewFacts['reviewer'];
  readonly subject: Subject | null;
  readonly itemId: string | null;
  readonly commandSource: string | null;
  readonly hadConnectedClient: boolean;
  /** A client's answer that came after the turn had ended, when the server no longer waited for one. */
  lateAnswer: { readonly at: number; readonly by: Connection | null } | null;
  /** When the server resolved the review without an answer on any connection here, Unix milliseconds. */
  resolvedAtMs: number | null;
}

/** A question to a person. */
export interface UserInput extends Work {
  readonly requestId: string;
  readonly kind: facts.UserInputFacts['kind'];
  readonly itemId: string | null;
}

/** One run of a hook. */
export interface Hook extends Work {
  readonly run: Notification<'hook/started'>['run'];
  readonly ordinal: number;
  readonly ranForCodeReviewer: boolean;
}
