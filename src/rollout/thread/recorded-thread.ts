import type { Item } from '../../protocol/schema/items.js';
import type { CounterSink } from '../../counters.js';
import { releaseOf } from '../../protocol/release.js';
import type { ItemRecord, RolloutObservation, TurnEndRecord } from '../observation.js';
import type { Connection } from '../../protocol/observation.js';
import { NO_USAGE } from '../../protocol/usage.js';
import type { RolloutRecord, SessionMeta } from '../records.js';
import { openItemOf, type Call } from '../turn/call.js';
import { protocolErrorInfo } from '../turn/items.js';
import type { RecordedTurn } from '../turn/recorded-turn.js';
import { reviewsOf } from '../turn/reviews.js';
import { RecordedSettings } from '../turn/settings.js';
import { codexHomeOf, methodOf, modelOf, roleOf, threadOf, type ThreadRole } from './meta.js';
import { repoHash } from '../../diff/fingerprint.js';

export interface RecordedThreadOptions {
  readonly meta: SessionMeta;
  /** When `session_meta` was recorded, Unix milliseconds. */
  readonly at: number;
  readonly file: string;
  readonly counters: CounterSink;
  readonly observe: (observation: RolloutObservation) => void;
  /** @default false: it has a rollout */
  readonly isEphemeral?: boolean | undefined;
}

/** An item of a turn, and what is recorded of it beside. */
export interface RecordedItemTimes {
  readonly item: Item;
  /** The protocol's own times, where they are recorded. */
  readonly startedAtMs?: number | null;
  readonly completedAtMs?: number | null;
  /** Start and end as well as they are known. */
  readonly startAt: number;
  readonly endAt: number;
}

const NOTHING = {
  reviews: null,
  toolName: null,
  hasActions: true,
  originatingResponseId: null,
  subsequentResponseId: null,
  parentCallId: null,
  compaction: null,
} satisfies Partial<ItemRecord>;

type Method = Extract<RolloutObservation, { readonly method: string }>['method'];
/** The members of a notification that not every one has. */
type Rest<M extends Method> = Omit<
  Extract<RolloutObservation, { readonly method: M }>,
  'type' | 'method' | 'connection' | 'at'
>;

/**
 * The thread of a rollout, of either form: what is observed of it as a whole and of the beginnings and ends of its turns.
 */
export class RecordedThread {
  readonly id: string;
  readonly role: ThreadRole;
  /** The release of Codex that made the thread; a newer one that resumes it leaves no record. */
  readonly release: number;
  readonly connection: Connection;
  readonly counters: CounterSink;
  readonly settings: RecordedSettings;
  readonly observe: (observation: RolloutObservation) => void;
  readonly #options: RecordedThreadOptions;
  readonly #meta: SessionMeta;
  readonly #repoHash: string | null;
  #hasStarted = false;

  constructor(options: RecordedThreadOptions) {
    const { meta, at, counters, observe } = options;
    this.#options = options;
    this.id = meta.id;
    this.role = roleOf(meta);
    this.release = releaseOf(meta.cli_version);
    this.connection = { id: `rollout ${meta.id}`, server: 'rollouts', transport: null, source: 'rollout' };
    this.counters = counters;
    this.settings = new RecordedSettings(meta);
    this.observe = observe;
    this.#meta = meta;
    const remote = meta.git?.repository_url ?? null;
    this.#repoHash = remote && repoHash(remote);
    observe({ type: 'connection opened', connection: this.connection, at });
    // A thread that Codex made itself may not name its model, and not the turn that it works for, before its first turn; a
    // fork names its model in its settings.
    if (this.role === 'user' && !(this.isPaginated && this.#isFork)) this.start(null);
  }

  get #isFork(): boolean {
    return this.#meta.forked_from_id !== null;
  }

  get isPaginated(): boolean {
    return this.#meta.history_mode === 'paginated';
  }

  /** Whether it is a tool of the client's own. */
  isClientTool({ namespace, name }: Call): boolean {
    const tools = this.#meta.dynamic_tools;
    if (namespace === null) return tools.some((tool) => tool.name === name);
    return tools.some((tool) => tool.name === namespace && tool.tools.some((inner) => inner.name === name));
  }

  /** The thread begins, once. */
  start(parentTurnId: string | null): void {
    if (this.#hasStarted) return;
    this.#hasStarted = true;
    const { meta, at, file, isEphemeral = false } = this.#options;
    this.#notify('thread/started', at, {
      params: { thread: { ...threadOf(meta, at), ephemeral: isEphemeral } },
      recorded: {
        method: methodOf(meta),
        codexVersion: meta.cli_version,
        model: this.#model,
        parentTurnId,
        codexHome: codexHomeOf(file),
      },
    });
  }

  get #model(): string | null {
    const { applied, context } = this.settings;
    const ofFork = this.role === 'user' && this.#isFork ? applied?.model : null;
    return ofFork ?? modelOf(this.#meta) ?? (this.role === 'user' ? null : (context?.model ?? null));
  }

  /** The turn begins: what it runs with is known now, or will not be known before its end. */
  begin(turn: RecordedTurn): void {
    if (turn.hasBegun) return;
    this.start(turn.parentTurnId);
    const threadId = this.id;
    const waiting = turn.begin();
    const threadSettings = this.settings.update;
    if (threadSettings !== undefined)
      this.#notify('thread/settings/updated', turn.at, { params: { threadId, threadSettings } });
    const { context } = this.settings;
    const isAtHome = context !== undefined && (context.cwd === null || context.cwd === this.#meta.cwd);
    const { id, rootTurnId, startedAt } = turn;
    this.#notify('turn/started', turn.at, {
      params: { threadId, turn: { ...NO_END, id, rootTurnId, startedAt } },
      recorded: {
        trigger: turn.trigger,
        parentTurnId: turn.parentTurnId,
        initializationMode: this.role === 'user' ? null : 'new',
        multiAgentVersion: context?.multi_agent_version ?? null,
        serviceTier: this.settings.serviceTier,
        repoHash: isAtHome ? this.#repoHash : null,
      },
    });
    for (const observation of waiting) this.observe(observation);
  }

  /** The model or the user did something in the turn. */
  worked(turn: RecordedTurn): void {
    turn.hasWork = true;
    if (turn.hasContext) this.begin(turn);
  }

  /**
   * An item began and ended.
   *
   * @param call the item's own, or that of the cell that called it: the item's end waits for the response that sees the
   *   call's output.
   * @param recorded asked when the item's end is observed.
   */
  item(turn: RecordedTurn, times: RecordedItemTimes, call?: Call, recorded?: () => Partial<ItemRecord>): void {
    const { startedAtMs = null, completedAtMs = null, startAt, endAt } = times;
    const item = times.item.type === 'counted' ? times.item : { ...times.item, startedAtMs, completedAtMs };
    this.#itemStarted(turn, item, startedAtMs, startAt);
    const hasEvent = this.isPaginated;
    const reviews = reviewsOf(item, this.settings.context);
    const end = () =>
      this.#notified('item/completed', endAt, {
        params: { threadId: this.id, turnId: turn.id, item, completedAtMs },
        recorded: { ...NOTHING, hasEvent, reviews, ...recorded?.() },
      });
    // No response saw what ended after its turn, and what ended before its own response was whole Codex attributes to none.
    if (call === undefined || call.originatingResponseId === null || turn.isOver) return this.#report(turn, end);
    const released = turn.calls.wait(end(), call);
    if (released !== undefined) this.#report(turn, () => released);
  }

  /** @param repeats Whether nothing was used since the count before. */
  used(turn: RecordedTurn, { at, payload: { info } }: RolloutRecord<'token_count'>, repeats: boolean): void {
    if (info === null) return;
    const tokenUsage = { total: info.total_token_usage, last: repeats ? NO_USAGE : info.last_token_usage };
    const params = { threadId: this.id, turnId: turn.id, tokenUsage };
    this.#report(turn, () => this.#notified('thread/tokenUsage/updated', at, { params }));
  }

  /** Nothing more comes of the turn but what ends late. */
  finish(turn: RecordedTurn): void {
    this.begin(turn);
    // A call without an item goes on, or was cut short.
    for (const call of turn.calls.withoutItem) {
      if (call.outcome !== null && call.outcome !== 'aborted' && call.outcome !== 'running') continue;
      const item = openItemOf(call, this.id);
      if (item === undefined) continue;
      if (item.type === 'commandExecution' && call.outcome !== 'running') turn.countsCommands = false;
      this.#itemStarted(turn, item, null, call.at);
    }
    for (const end of turn.calls.release()) this.observe(end);
    turn.isOver = true;
  }

  /** The end of a turn is recorded. */
  end(
    turn: RecordedTurn,
    { at, payload }: RolloutRecord<'task_complete' | 'turn_aborted'>,
    status: 'completed' | 'failed' | 'interrupted' | null,
  ): void {
    const threadId = this.id;
    const diff = turn.diff.textFrom(this.#meta.cwd ?? '');
    if (diff !== undefined) this.#notify('turn/diff/updated', at, { params: { threadId, turnId: turn.id, diff } });
    const { time_to_first_token_ms: timeToFirstTokenMs = null, error = null } = 'error' in payload ? payload : {};
    const codexErrorInfo = protocolErrorInfo(error?.codex_error_info);
    this.#notify('turn/completed', at, {
      params: {
        threadId,
        turn: {
          id: turn.id,
          rootTurnId: turn.rootTurnId,
          status,
          error: codexErrorInfo === undefined ? null : { codexErrorInfo },
          startedAt: payload.started_at ?? turn.startedAt,
          completedAt: payload.completed_at,
          durationMs: payload.duration_ms,
        },
      },
      recorded: {
        task: this.#taskOf(turn),
        timeToFirstTokenMs,
        steerCount: status === 'completed' && turn.userMessages <= 1 ? 0 : null,
        countsCommands: turn.countsCommands,
      },
    });
  }

  /** The thread went back to an earlier turn. */
  reverted(at: number, hasTurns: boolean | null): void {
    this.#notify('thread/reverted', at, { params: { threadId: this.id }, recorded: { hasTurns } });
  }

  /** The rollout is over, for now. */
  close(at: number): void {
    this.start(null);
    this.observe({ type: 'connection closed', connection: this.connection, at });
  }

  /** An item began; its end may be observed later, or never. */
  #itemStarted(turn: RecordedTurn, item: Item, startedAtMs: number | null, at: number): void {
    const params = { threadId: this.id, turnId: turn.id, item, startedAtMs };
    this.#report(turn, () => this.#notified('item/started', at, { params }));
  }

  /** Reports an observation of a turn once the turn has begun. */
  #report(turn: RecordedTurn, observation: () => RolloutObservation): void {
    if (turn.defer(observation)) return;
    this.begin(turn);
    this.observe(observation());
  }

  #notify<M extends Method>(method: M, at: number, rest: Rest<M>): void {
    this.observe(this.#notified(method, at, rest));
  }

  #notified<M extends Method>(method: M, at: number, { params, ...rest }: Rest<M>) {
    return { type: 'notified', method, connection: this.connection, at, params, ...rest } as Extract<
      RolloutObservation,
      { readonly method: M }
    >;
  }

  #taskOf(turn: RecordedTurn): TurnEndRecord['task'] {
    if (turn.isReview) return 'review';
    // Of a guardian's first turn not even the question is recorded.
    if (turn.endedBeforeWork) return 'none';
    if (turn.hasWork || this.role === 'guardian') return 'regular';
    if (turn.isCompaction || turn.hasCompaction) return 'compaction';
    return turn.ranUserShell ? 'user_shell' : 'none';
  }
}

const NO_END = { status: null, error: null, completedAt: null, durationMs: null };
