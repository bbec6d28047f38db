import type { CollabAgentToolCallItem, SubAgentActivityItem } from '../protocol/items.js';
import type { ConnectionState, ServerState } from './connections.js';
import type { EndReason } from './facts.js';
import type { Hooks } from './hooks.js';
import type { Items } from './items.js';
import type { Reviews } from './reviews.js';
import type { Room } from './room.js';
import { UNKNOWN_SETTINGS } from './settings.js';
import { ThreadState } from './threads.js';
import { OPEN_END_MS, startOf } from './time.js';
import { TurnState, type Completion } from './turns.js';
import { NO_USAGE } from './usage.js';

/** Something that ends when a minute of observed time has passed. */
interface Deadline {
  readonly at: number;
  readonly expire: () => void;
}

/** How threads and turns come into being, begin, and end: by the protocol, by a lost connection, by a limit. */
export class Lifecycle {
  readonly #room: Room;
  readonly #items: Items;
  readonly #reviews: Reviews;
  readonly #hooks: Hooks;
  /** In order: every deadline is the same minute away. */
  readonly #deadlines: Deadline[] = [];
  readonly #threads = new Set<ThreadState>();
  /** The first of the threads of one id, where several servers have one. */
  readonly #byId = new Map<string, ThreadState>();
  #now = 0;

  constructor(room: Room, items: Items, reviews: Reviews, hooks: Hooks) {
    this.#room = room;
    this.#items = items;
    this.#reviews = reviews;
    this.#hooks = hooks;
  }

  /** Observed time has come to `at`: what is overdue ends. */
  advance(at: number): void {
    if (at > this.#now) this.#now = at;
    for (let next = this.#deadlines[0]; next !== undefined && next.at <= this.#now; next = this.#deadlines[0]) {
      this.#deadlines.shift();
      next.expire();
    }
  }

  /** When something will be overdue, Unix milliseconds; undefined where nothing waits. */
  get nextDeadline(): number | undefined {
    return this.#deadlines[0]?.at;
  }

  /** Everything has ended: nothing waits any more. */
  rest(): void {
    this.#deadlines.length = 0;
  }

  thread(server: ServerState, id: string, at: number): ThreadState {
    const known = server.threads.get(id);
    if (known) {
      known.lastHeard = Math.max(known.lastHeard, at);
      return known;
    }
    if (this.#threads.size >= this.#room.limits.threads) this.#dropOldestThread();
    const thread = new ThreadState(id, server, at);
    server.threads.set(id, thread);
    this.#threads.add(thread);
    if (!this.#byId.has(id)) this.#byId.set(id, thread);
    return thread;
  }

  /** The thread of this id in whatever server it was heard of first. */
  firstOf(id: string): ThreadState | undefined {
    return this.#byId.get(id);
  }

  /** A thread as a connection of it hears of it. */
  threadOn(connection: ConnectionState, id: string, at: number): ThreadState {
    const thread = this.thread(connection.server, id, at);
    if (!thread.connections.has(connection)) thread.connections.set(connection, at);
    return thread;
  }

  turn(thread: ThreadState, id: string): TurnState {
    const known = thread.turns.get(id);
    if (known) return known;
    if (thread.overTurns.has(id)) {
      this.#room.tally.count('messages.skipped', 'after the turn');
      return TurnState.over(id, thread);
    }
    if (thread.turns.size >= this.#room.limits.turnsPerThread) this.#dropOldestTurn(thread);
    const turn = new TurnState(id, thread);
    thread.turns.set(id, turn);
    return turn;
  }

  /** A sign that the turn is more than an id: its span begins as soon as its start is known. */
  touch(turn: TurnState): void {
    turn.isReal = true;
    turn.settings ??= turn.thread.settings;
    turn.usageBefore ??= turn.thread.usageTotal;
    if (turn.startedMs !== null) this.#begin(turn, turn.startedMs);
  }

  /** `turn/started` */
  started(turn: TurnState, at: number): void {
    const { thread } = turn;
    if (turn.startedMs !== null) return;
    turn.startedMs = at;
    turn.settings ??= thread.settings;
    turn.usageBefore ??= thread.usageTotal;
    if (thread.spawn !== null && !thread.isInitialized) this.#openSpawned(thread, at);
    if (turn.isReal) this.#begin(turn, at);
  }

  /** `turn/completed`. What the turn leaves open may still complete; after a minute it ends with the turn. */
  completed(turn: TurnState, completion: Completion): void {
    if (turn.completion !== null) return;
    turn.completion = completion;
    turn.isReal = true;
    const { at, durationMs } = completion;
    const startMs = turn.startedMs ?? startOf(at, durationMs);
    this.#begin(turn, startMs);
    const endMs = durationMs === null ? Math.max(at, startMs) : startMs + durationMs;
    turn.end(this.#room, endMs, null);
    if (completion.status !== 'completed') this.#items.closeCompactions(turn, endMs);
    if (turn.startedMs === null) this.#dropUnused(turn.thread);
    this.#after(() => {
      if (turn.thread.turns.get(turn.id) !== turn) return;
      this.#closeTurn(turn, 'turn_ended');
      this.#forgetTurn(turn);
    });
  }

  /** The thread's span ends. What the thread has open may go on (its client may come back), for a minute at most. */
  closed(thread: ThreadState, at: number, reason: EndReason): void {
    const closing = { at, reason };
    thread.closing = closing;
    thread.closeSpan(this.#room, at, reason === 'thread_closed' ? null : reason);
    this.#after(() => {
      if (thread.closing === closing) this.end(thread, at, reason);
    });
  }

  /** A connection went: so did its stdio server; a WebSocket server lives on. */
  disconnected(connection: ConnectionState, at: number): void {
    const { server } = connection;
    server.connections.delete(connection);
    const serverGone = connection.transport !== 'websocket' && server.connections.size === 0;
    for (const thread of [...server.threads.values()]) {
      thread.connections.delete(connection);
      if (thread.connections.size === 0) thread.alone = { from: at, to: Infinity };
      if (serverGone) this.end(thread, at, 'server_closed');
      else if (thread.connections.size === 0 && thread.closing === null) this.closed(thread, at, 'connection_closed');
    }
  }

  /** Ends everything of a thread that is still open, and forgets the thread. */
  end(thread: ThreadState, at: number, reason: EndReason): void {
    for (const turn of thread.turns.values()) this.#closeTurn(turn, reason);
    for (const hook of thread.hooks.values()) this.#hooks.close(thread, null, hook, thread.lastHeard, reason);
    // A spawned thread that never had a turn was never anything.
    thread.closeSpan(this.#room, at, reason === 'server_closed' ? 'connection_closed' : reason);
    thread.closing = null;
    if (thread.server.threads.get(thread.id) === thread) thread.server.threads.delete(thread.id);
    this.#threads.delete(thread);
    if (this.#byId.get(thread.id) === thread) this.#byId.delete(thread.id);
    thread.server.release();
  }

  /** An item names the thread of a subagent: it inherits its parent's connection, settings and lineage. */
  spawned(
    parent: ThreadState,
    turnId: string,
    { id: itemId, model, reasoningEffort }: CollabAgentToolCallItem | SubAgentActivityItem,
    id: string,
    hasHistory: boolean,
    at: number,
  ): void {
    const thread = this.thread(parent.server, id, at);
    if (thread.spawn !== null || thread.isInitialized || thread.span !== undefined) return;
    const turn = this.turn(parent, turnId);
    const item = turn.items.get(itemId);
    const settings = turn.settings ?? parent.settings;
    thread.spawn = {
      turn,
      itemId,
      startMs: item?.startMs ?? at,
      parent: () => item?.span ?? turn.span,
    };
    thread.parent = parent;
    thread.mode = 'new';
    thread.settings = {
      ...settings,
      model: model || settings.model,
      reasoningEffort: reasoningEffort ?? settings.reasoningEffort,
    };
    thread.ephemeral = parent.ephemeral;
    thread.cwd = parent.cwd;
    thread.hadTurns = hasHistory;
    thread.usageTotal = hasHistory ? null : NO_USAGE;
    thread.hasUntoldUsage = true;
    thread.lineage = {
      threadId: id,
      // Codex hands a client's name on to the subagents of a thread that a client opened, and no further.
      known: parent.owner !== null,
      sessionId: parent.lineage.sessionId,
      threadSource: 'subagent',
      subagentSource: 'thread_spawn',
      parentThreadId: parent.id,
      forkedFromThreadId: hasHistory ? parent.id : null,
    };
    // Its first turn may be told of before the item that spawned it is.
    for (const begun of thread.turns.values()) {
      if (begun.settings === UNKNOWN_SETTINGS) begun.settings = thread.settings;
      begun.usageBefore ??= thread.usageTotal;
    }
  }

  #begin(turn: TurnState, startMs: number): void {
    const { thread } = turn;
    turn.settings ??= thread.settings;
    if (!thread.isInitialized) {
      if (thread.spawn !== null) this.#openSpawned(thread, startMs);
      else thread.openSpan(this.#room, startMs);
    }
    turn.begin(this.#room, startMs);
  }

  #openSpawned(thread: ThreadState, firstTurnMs: number): void {
    const { spawn } = thread;
    if (spawn === null || thread.spawning) return;
    thread.spawning = true;
    spawn.turn.gate.when(() => {
      thread.open(this.#room, {
        method: 'spawn',
        startMs: spawn.startMs,
        endMs: Math.max(firstTurnMs, spawn.startMs),
        parent: spawn.parent(),
        createdAt: Math.floor(spawn.startMs / 1000),
        client: thread.client,
      });
    });
  }

  #closeTurn(turn: TurnState, reason: EndReason): void {
    const { thread } = turn;
    if (turn.endMs === null) {
      if (turn.startedMs !== null && !thread.hasReviewMode) turn.isReal = true;
      if (!turn.isReal) {
        if (turn.startedMs !== null) this.#room.tally.count('spans.dropped', 'turn id of review mode');
        return;
      }
      this.#begin(turn, turn.startedMs ?? firstStart(turn) ?? thread.lastHeard);
      turn.end(this.#room, thread.lastHeard, reason);
    }
    const endMs = turn.endMs ?? thread.lastHeard;
    for (const item of turn.items.values()) this.#items.close(turn, item, endMs, reason);
    for (const review of turn.reviews.values()) this.#reviews.close(turn, review, endMs, reason);
    for (const hook of turn.hooks.values()) this.#hooks.close(thread, turn, hook, endMs, reason);
  }

  /** In review mode `turn/started` bears an id that no turn has; once the real turn is over it can go. */
  #dropUnused(thread: ThreadState): void {
    for (const turn of thread.turns.values())
      if (!turn.isReal && turn.startedMs !== null) {
        thread.turns.delete(turn.id);
        this.#room.tally.count('spans.dropped', 'turn id of review mode');
      }
  }

  #dropOldestTurn(thread: ThreadState): void {
    const [oldest] = thread.turns.values();
    if (oldest === undefined) return;
    this.#closeTurn(oldest, 'limit_reached');
    this.#forgetTurn(oldest);
    this.#room.tally.count('state.dropped', 'turn');
  }

  /** Of a turn that had a span its id is kept for a while: what is told of it later must not make it again. */
  #forgetTurn({ id, thread, hasBegun }: TurnState): void {
    thread.turns.delete(id);
    if (!hasBegun) return;
    const { overTurns } = thread;
    overTurns.add(id);
    const [oldest] = overTurns;
    if (oldest !== undefined && overTurns.size > this.#room.limits.turnsPerThread) overTurns.delete(oldest);
  }

  #dropOldestThread(): void {
    const [oldest] = this.#threads;
    if (oldest === undefined) return;
    this.end(oldest, oldest.lastHeard, 'limit_reached');
    this.#room.tally.count('state.dropped', 'thread');
  }

  #after(expire: () => void): void {
    this.#deadlines.push({ at: this.#now + OPEN_END_MS, expire });
  }
}

/** Where nothing told the turn's start, it began no later than the first of what it holds. */
function firstStart(turn: TurnState): number | null {
  const starts = [...turn.items.values(), ...turn.reviews.values(), ...turn.hooks.values()].map(
    ({ startMs }) => startMs,
  );
  return starts.length === 0 ? null : Math.min(...starts);
}
