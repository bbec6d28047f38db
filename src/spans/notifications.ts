import type { Item } from '../protocol/schema/items.js';
import type { Notified } from '../protocol/observation.js';
import type { ConnectionState } from './connections.js';
import type { Exchanges } from './exchanges.js';
import type { TurnFacts } from '../session/facts/index.js';
import type { Goals } from './goals.js';
import type { Hooks } from './hooks.js';
import type { Items } from './items.js';
import type { Lifecycle } from './lifecycle.js';
import type { Reviews } from './reviews.js';
import { updatedTo } from './settings.js';
import { spawn } from './spawn.js';
import type { ThreadState } from './threads.js';
import { turnError } from './turn-error.js';
import type { TurnState } from './turns.js';
import { usedSince } from './usage.js';

interface Parts {
  readonly lifecycle: Lifecycle;
  readonly items: Items;
  readonly reviews: Reviews;
  readonly hooks: Hooks;
  readonly exchanges: Exchanges;
  readonly goals: Goals;
}

const STATUSES = new Map<string, TurnFacts['status']>(
  Object.entries({
    completed: 'completed',
    failed: 'failed',
    interrupted: 'interrupted',
  }),
);

/** What the server tells of its own accord, once for each connection that hears of the thread. */
export class Notifications {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  observe(connection: ConnectionState, notified: Notified): void {
    const { lifecycle, items, reviews } = this.#parts;
    const { method, params, at } = notified;
    if (method === 'serverRequest/resolved') return; // paired with its request: an observation of its own
    if (method === 'thread/started') {
      const thread = lifecycle.threadOn(connection, params.thread.id, at);
      if (thread.isInitialized) return;
      thread.describe(params.thread);
      thread.parent ??= connection.server.threads.get(thread.lineage.parentThreadId ?? '') ?? null;
      return;
    }
    const thread = lifecycle.threadOn(connection, params.threadId, at);
    switch (method) {
      case 'thread/closed':
      case 'thread/deleted':
        lifecycle.closed(thread, at, 'thread_closed');
        break;
      case 'thread/archived':
        this.#archived(thread, 'archived', at);
        lifecycle.closed(thread, at, 'thread_closed');
        break;
      case 'thread/unarchived':
        this.#archived(thread, 'unarchived', at);
        break;
      case 'thread/reverted':
        this.#reverted(connection, thread, at);
        break;
      case 'thread/settings/updated':
        thread.settings = updatedTo(thread.settings, params.threadSettings);
        break;
      case 'thread/tokenUsage/updated':
        this.#used(thread, notified);
        break;
      case 'thread/goal/updated':
      case 'thread/goal/cleared':
        this.#goal(connection, thread, notified);
        break;
      case 'turn/started':
        this.#started(thread, notified);
        break;
      case 'turn/completed':
        this.#completed(thread, notified);
        break;
      case 'turn/diff/updated': {
        const turn = lifecycle.turn(thread, params.turnId);
        turn.known = true;
        turn.diff = params.diff;
        break;
      }
      case 'item/started':
        items.started(this.#real(thread, params.turnId), notified);
        this.#spawned(thread, params.turnId, params.item, at);
        break;
      case 'item/completed':
        items.completed(this.#real(thread, params.turnId), notified);
        this.#spawned(thread, params.turnId, params.item, at);
        break;
      case 'item/autoApprovalReview/started':
        reviews.automaticStarted(this.#real(thread, params.turnId), notified);
        break;
      case 'item/autoApprovalReview/completed':
        reviews.automaticCompleted(this.#real(thread, params.turnId), notified);
        break;
      case 'hook/started':
      case 'hook/completed':
        this.#hook(connection, thread, notified);
        break;
    }
  }

  /** The turn, which is real by this sign of it. */
  #real(thread: ThreadState, turnId: string): TurnState {
    const turn = this.#parts.lifecycle.turn(thread, turnId);
    this.#parts.lifecycle.touch(turn);
    return turn;
  }

  #started(thread: ThreadState, { params: { turn: info }, at }: Notified<'turn/started'>): void {
    const turn = this.#parts.lifecycle.turn(thread, info.id);
    turn.known = true;
    turn.rootTurnId ??= info.rootTurnId;
    turn.startedAt ??= info.startedAt;
    if (turn.startedMs === null && turn.request === null && !thread.requested.has('turn/start'))
      this.#startedByItself(turn);
    this.#parts.lifecycle.started(turn, at);
  }

  /** A turn that no `turn/start` asked for: a compaction, a message of the queue, or work on the thread's goal. */
  #startedByItself(turn: TurnState): void {
    const { thread } = turn;
    turn.startedByItself = true;
    if (thread.requested.take('thread/compact/start')) turn.isCompaction = true;
    else if (thread.requested.take('thread/queue/add')) turn.trigger = 'queue';
    else if (thread.goal?.status === 'active') turn.trigger = 'goal';
  }

  #completed(thread: ThreadState, { params: { turn: info }, at }: Notified<'turn/completed'>): void {
    const turn = this.#parts.lifecycle.turn(thread, info.id);
    if (turn.completion !== null) return;
    turn.known = true;
    turn.rootTurnId ??= info.rootTurnId;
    turn.startedAt ??= info.startedAt;
    const status = STATUSES.get(info.status ?? '') ?? null;
    if (status !== 'interrupted') turn.interruptRequestedAtMs = null;
    turn.isFirst = thread.hadTurns === null ? null : !thread.hadTurns;
    if (turn.isRegular && !turn.isReview) thread.hadTurns = true;
    if (status === 'interrupted') thread.hasUntoldUsage = true;
    this.#parts.lifecycle.completed(turn, {
      status,
      error: turnError(info.error?.codexErrorInfo),
      durationMs: info.durationMs,
      completedAt: info.completedAt,
      at,
    });
  }

  /** The server repeats the last usage after a resume, a fork, around compactions and cut streams: only totals count. */
  #used(thread: ThreadState, { params: { turnId, tokenUsage } }: Notified<'thread/tokenUsage/updated'>): void {
    const { total, last } = tokenUsage;
    const turn = thread.turns.get(turnId);
    if (turn !== undefined && turn.completion === null) {
      const before = usedSince(total, last);
      turn.usageBefore ??= thread.usageTotal ?? before;
      if (thread.hasUntoldUsage && before.inputTokens > turn.usageBefore.inputTokens) {
        turn.usageBefore = before;
        if (thread.isSpawned) thread.hadTurns = true;
      }
      turn.usageTold = true;
      // A subagent's turn may be told without a message: that its model answered is the first sign of its work.
      if (thread.isSpawned && turn.beganWith === null) turn.isRegular = true;
      thread.hasUntoldUsage = false;
    }
    thread.usageTotal = total;
  }

  /** An item that spawns a subagent names its thread, which announces itself to nobody. */
  #spawned(parent: ThreadState, turnId: string, item: Item, at: number): void {
    const { lifecycle } = this.#parts;
    const { server } = parent;
    if (item.type === 'collabAgentToolCall' && item.tool === 'spawnAgent') {
      for (const id of item.receiverThreadIds) spawn(lifecycle.thread(server, id, at), parent, turnId, item, at);
    } else if (item.type === 'subAgentActivity' && item.kind === 'started' && item.agentThreadId !== null)
      spawn(lifecycle.thread(server, item.agentThreadId, at), parent, turnId, item, at);
  }

  #hook(
    connection: ConnectionState,
    thread: ThreadState,
    notified: Notified<'hook/started'> | Notified<'hook/completed'>,
  ): void {
    const { params, method, at } = notified;
    const turn = params.turnId === null ? null : this.#real(thread, params.turnId);
    const since = thread.connections.get(connection) ?? at;
    const { nth } = (turn ?? thread).occurrences.next(`${method} ${params.run.id}`, connection, since, at);
    if (method === 'hook/started') this.#parts.hooks.started(thread, turn, notified, nth);
    else this.#parts.hooks.completed(thread, turn, notified, nth);
  }

  #goal(
    connection: ConnectionState,
    thread: ThreadState,
    notified: Notified<'thread/goal/updated'> | Notified<'thread/goal/cleared'>,
  ): void {
    const { method, at } = notified;
    const since = thread.connections.get(connection) ?? at;
    if (!thread.occurrences.next(method, connection, since, at).isNew) return;
    if (method === 'thread/goal/cleared') return this.#parts.goals.cleared(thread, at);
    const { turnId, goal } = notified.params;
    this.#parts.goals.updated(thread, turnId === null ? null : (thread.turns.get(turnId) ?? null), goal, at);
  }

  /** Where the request was seen, its answer says more. */
  #reverted(connection: ConnectionState, thread: ThreadState, at: number): void {
    const since = thread.connections.get(connection) ?? at;
    if (!thread.occurrences.next('thread/reverted', connection, since, at).isNew) return;
    if (!thread.requested.take('thread/revert')) thread.revert(null);
  }

  /** Told of an archive that this connection's client did not ask for. */
  #archived(thread: ThreadState, action: 'archived' | 'unarchived', at: number): void {
    if (thread.requested.has('thread/archive', 'thread/unarchive') || thread.archive === action) return;
    thread.archive = action;
    this.#parts.exchanges.archived(thread, action, at, at);
  }
}
