import type { Item } from '../../protocol/schema/items.js';
import type { CounterSink } from '../../counters.js';
import type { ItemRecord, RecordedItemEnd, RolloutObservation, TurnEndRecord } from '../observation.js';
import type { Connection } from '../../protocol/observation.js';
import type { RolloutRecord, SessionMeta } from '../records.js';
import type { Call } from '../turn/call.js';
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

/** How a turn ended. */
export interface TurnEnd {
  readonly at: number;
  readonly status: 'completed' | 'failed' | 'interrupted' | null;
  readonly codexErrorInfo: unknown;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
  readonly durationMs: number | null;
  readonly timeToFirstTokenMs: number | null;
}

/** An item of a turn, and what is recorded of it beside. */
export interface RecordedItemTimes {
  readonly item: Item;
  /** The protocol's own times; null where they are not recorded. */
  readonly startedAtMs: number | null;
  readonly completedAtMs: number | null;
  /** Start and end as well as they are known. */
  readonly startAt: number;
  readonly endAt: number;
}

const NOTHING: ItemRecord = {
  hasEvent: true,
  reviews: null,
  toolName: null,
  hasActions: true,
  originatingResponseId: null,
  subsequentResponseId: null,
  parentCallId: null,
  compaction: null,
};

/**
 * The thread of a rollout, of either form: what is observed of it as a whole and of the beginnings and ends of its turns.
 */
export class RecordedThread {
  readonly id: string;
  readonly role: ThreadRole;
  readonly connection: Connection;
  readonly counters: CounterSink;
  readonly settings: RecordedSettings;
  readonly observe: (observation: RolloutObservation) => void;
  readonly #meta: SessionMeta;
  readonly #at: number;
  readonly #file: string;
  readonly #repoHash: string | null;
  readonly #isEphemeral: boolean;
  #hasStarted = false;

  constructor({ meta, at, file, counters, observe, isEphemeral = false }: RecordedThreadOptions) {
    this.#isEphemeral = isEphemeral;
    this.id = meta.id;
    this.role = roleOf(meta);
    this.connection = { id: `rollout ${meta.id}`, server: 'rollouts', transport: null, source: 'rollout' };
    this.counters = counters;
    this.settings = new RecordedSettings(meta);
    this.observe = observe;
    this.#meta = meta;
    this.#at = at;
    this.#file = file;
    const remote = meta.git?.repository_url ?? null;
    this.#repoHash = remote && repoHash(remote);
    observe({ type: 'connection opened', connection: this.connection, at });
    // A thread that Codex made itself may not name its model, and not the turn that it works for, before its first turn.
    if (this.role === 'user') this.start(null);
  }

  get codexVersion(): string | null {
    return this.#meta.cli_version;
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
    const meta = this.#meta;
    this.observe({
      type: 'notified',
      method: 'thread/started',
      connection: this.connection,
      at: this.#at,
      params: { thread: { ...threadOf(meta, this.#at), ephemeral: this.#isEphemeral } },
      recorded: {
        method: methodOf(meta),
        codexVersion: meta.cli_version,
        model: modelOf(meta) ?? (this.role === 'user' ? null : (this.settings.context?.model ?? null)),
        parentTurnId,
        codexHome: codexHomeOf(this.#file),
      },
    });
  }

  /** Reports an observation of a turn once the turn has begun. */
  report(turn: RecordedTurn, observation: () => RolloutObservation): void {
    if (turn.defer(observation)) return;
    this.begin(turn);
    this.observe(observation());
  }

  /** The turn begins: what it runs with is known now, or will not be known before its end. */
  begin(turn: RecordedTurn): void {
    if (turn.hasBegun) return;
    this.start(turn.parentTurnId);
    const { connection } = this;
    const waiting = turn.begin();
    const threadSettings = this.settings.update;
    if (threadSettings !== undefined)
      this.observe({
        type: 'notified',
        method: 'thread/settings/updated',
        connection,
        at: turn.at,
        params: { threadId: this.id, threadSettings },
      });
    const { context } = this.settings;
    const isAtHome = context !== undefined && (context.cwd === null || context.cwd === this.#meta.cwd);
    this.observe({
      type: 'notified',
      method: 'turn/started',
      connection,
      at: turn.at,
      params: {
        threadId: this.id,
        turn: { ...NO_END, id: turn.id, rootTurnId: turn.rootTurnId, startedAt: turn.startedAt },
      },
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

  /**
   * An item began and ended.
   *
   * @param recorded asked when the item's end is observed.
   * @param call the item's own, or that of the cell that called it: the item's end waits for the response that sees the
   *   call's output.
   */
  item(turn: RecordedTurn, times: RecordedItemTimes, recorded: () => Partial<ItemRecord>, call?: Call): void {
    const { startedAtMs, completedAtMs, startAt, endAt } = times;
    const item = times.item.type === 'counted' ? times.item : { ...times.item, startedAtMs, completedAtMs };
    this.itemStarted(turn, item, startedAtMs, startAt);
    const reviews = reviewsOf(item, this.settings.context);
    const end = (): RecordedItemEnd => ({
      type: 'notified',
      method: 'item/completed',
      connection: this.connection,
      at: endAt,
      params: { threadId: this.id, turnId: turn.id, item, completedAtMs },
      recorded: { ...NOTHING, reviews, ...recorded() },
    });
    // No response saw what ended after its turn, and what ended before its own response was whole Codex attributes to none.
    if (call === undefined || call.originatingResponseId === null || turn.isOver) return this.report(turn, end);
    const released = turn.calls.wait(end(), call);
    if (released !== undefined) this.report(turn, () => released);
  }

  /** An item began; its end may be observed later, or never. */
  itemStarted(turn: RecordedTurn, item: Item, startedAtMs: number | null, at: number): void {
    this.report(turn, () => ({
      type: 'notified',
      method: 'item/started',
      connection: this.connection,
      at,
      params: { threadId: this.id, turnId: turn.id, item, startedAtMs },
    }));
  }

  used(turn: RecordedTurn, { at, payload: { info } }: RolloutRecord<'token_count'>): void {
    if (info === null) return;
    const { total_token_usage: total, last_token_usage: last } = info;
    this.report(turn, () => ({
      type: 'notified',
      method: 'thread/tokenUsage/updated',
      connection: this.connection,
      at,
      params: { threadId: this.id, turnId: turn.id, tokenUsage: { total, last } },
    }));
  }

  end(turn: RecordedTurn, end: TurnEnd): void {
    this.begin(turn);
    const { connection } = this;
    const diff = turn.diff.textFrom(this.#meta.cwd ?? '');
    if (diff !== undefined)
      this.observe({
        type: 'notified',
        method: 'turn/diff/updated',
        connection,
        at: end.at,
        params: { threadId: this.id, turnId: turn.id, diff },
      });
    this.observe({
      type: 'notified',
      method: 'turn/completed',
      connection,
      at: end.at,
      params: {
        threadId: this.id,
        turn: {
          id: turn.id,
          rootTurnId: turn.rootTurnId,
          status: end.status,
          error: end.codexErrorInfo === undefined ? null : { codexErrorInfo: end.codexErrorInfo },
          startedAt: end.startedAt ?? turn.startedAt,
          completedAt: end.completedAt,
          durationMs: end.durationMs,
        },
      },
      recorded: {
        task: this.#taskOf(turn),
        timeToFirstTokenMs: end.timeToFirstTokenMs,
        steerCount: end.status === 'completed' && turn.userMessages <= 1 ? 0 : null,
        countsCommands: turn.countsCommands,
      },
    });
  }

  /** The rollout is over, for now. */
  close(at: number): void {
    this.start(null);
    this.observe({ type: 'connection closed', connection: this.connection, at });
  }

  #taskOf(turn: RecordedTurn): TurnEndRecord['task'] {
    if (turn.isReview) return 'review';
    // Of a guardian's first turn not even the question is recorded.
    if (turn.hasWork || this.role === 'guardian') return 'regular';
    if (turn.isCompaction || turn.hasCompaction) return 'compaction';
    return turn.ranUserShell ? 'user_shell' : 'none';
  }
}

const NO_END = { status: null, error: null, completedAt: null, durationMs: null };
