import { keepWithin, BoundedSet } from '../bounded.js';
import type { ConnectionState, ServerState } from './connections.js';
import { Deadlines } from './deadlines.js';
import type { EndReason } from '../session/facts/index.js';
import type { Hooks } from './hooks.js';
import type { Items } from './items.js';
import type { Reviews } from './reviews.js';
import type { Room } from './room.js';
import { ThreadState } from './threads.js';
import { startOf } from './time.js';
import { TurnState, type Completion } from './turns.js';

/** How threads and turns come into being, begin, and end: by the protocol, by a lost connection, by a limit. */
export class Lifecycle {
  readonly #room: Room;
  readonly #items: Items;
  readonly #reviews: Reviews;
  readonly #hooks: Hooks;
  /** What the minute after a turn's or a thread's end ends. */
  readonly deadlines = new Deadlines();
  readonly #threads = new Set<ThreadState>();
  /** The first of the threads of one id, where several servers have one. */
  readonly #byId = new Map<string, ThreadState>();
  /**
   * The turns that had a span and are forgotten, by the ids of server, thread and turn, for those may be forgotten as
   * well: what is told of one later must not make it again.
   */
  readonly #over: Set<string>;

  constructor(room: Room, items: Items, reviews: Reviews, hooks: Hooks) {
    this.#room = room;
    this.#over = new BoundedSet({ size: room.limits.endedTurns, what: 'ended turn', counters: room.counters });
    this.#items = items;
    this.#reviews = reviews;
    this.#hooks = hooks;
  }

  thread(server: ServerState, id: string, at: number): ThreadState {
    const known = server.threads.get(id);
    if (known) {
      known.lastHeard = Math.max(known.lastHeard, at);
      return known;
    }
    const thread = new ThreadState(this.#room, id, server, at);
    server.threads.set(id, thread);
    if (!this.#byId.has(id)) this.#byId.set(id, thread);
    this.#threads.add(thread);
    const { limits, counters } = this.#room;
    const dropped = (oldest: ThreadState) => this.end(oldest, oldest.lastHeard, 'limit_reached');
    keepWithin(this.#threads, { size: limits.threads, what: 'thread', counters, dropped });
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
    const { limits, counters } = this.#room;
    if (this.#over.has(keyOf(thread, id))) {
      counters.add('messages.skipped', 'after the turn');
      return TurnState.over(id, thread);
    }
    const turn = new TurnState(id, thread);
    thread.turns.set(id, turn);
    const dropped = (oldest: TurnState) => this.#closeTurn(oldest, 'limit_reached');
    keepWithin(thread.turns, { size: limits.turnsPerThread, what: 'turn', counters, dropped });
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
    this.#openSpawned(thread, at);
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
    turn.end(endMs, null);
    if (completion.status !== 'completed') this.#items.closeCompactions(turn, endMs);
    if (turn.startedMs === null) this.#dropUnused(turn.thread);
    this.deadlines.set(turn, () => {
      this.#closeTurn(turn, 'turn_ended');
    });
  }

  /** The thread's span ends. What the thread has open may go on (its client may come back), for a minute at most. */
  closed(thread: ThreadState, at: number, reason: EndReason): void {
    thread.closing = reason;
    thread.closeSpan(at, reason === 'thread_closed' ? null : reason);
    this.deadlines.set(thread, () => {
      if (thread.closing !== null) this.end(thread, at, reason);
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
    thread.closeSpan(at, reason === 'server_closed' ? 'connection_closed' : reason);
    thread.closing = null;
    this.deadlines.delete(thread);
    if (thread.server.threads.get(thread.id) === thread) thread.server.threads.delete(thread.id);
    this.#threads.delete(thread);
    if (this.#byId.get(thread.id) === thread) this.#byId.delete(thread.id);
    thread.server.release();
  }

  #begin(turn: TurnState, startMs: number): void {
    if (turn.endMs !== null) return;
    const { thread } = turn;
    turn.settings ??= thread.settings;
    if (thread.isSpawned) this.#openSpawned(thread, startMs);
    else if (!thread.isInitialized) thread.openSpan(startMs);
    turn.begin(startMs);
  }

  /** A subagent's thread is opened when its first turn begins, unless a client opened it before. */
  #openSpawned(thread: ThreadState, firstTurnMs: number): void {
    const { spawn } = thread;
    if (spawn === null || thread.isInitialized) return;
    thread.spawn = null;
    spawn.gate.when(() => {
      thread.open({
        method: 'spawn',
        startMs: spawn.startMs,
        endMs: Math.max(firstTurnMs, spawn.startMs),
        parent: spawn.parent(),
        createdAt: Math.floor(spawn.startMs / 1000),
      });
    });
  }

  /** Ends everything of a turn that is still open, and forgets the turn. */
  #closeTurn(turn: TurnState, reason: EndReason): void {
    const { thread } = turn;
    thread.turns.delete(turn.id);
    this.deadlines.delete(turn);
    if (turn.endMs === null) {
      if (turn.startedMs !== null && !thread.hasReviewMode) turn.isReal = true;
      if (!turn.isReal) {
        if (turn.startedMs !== null) this.#room.counters.add('spans.dropped', 'turn id of review mode');
        return;
      }
      this.#begin(turn, turn.startedMs ?? firstStart(turn) ?? thread.lastHeard);
      turn.end(thread.lastHeard, reason);
    }
    const endMs = turn.endMs ?? thread.lastHeard;
    for (const item of turn.items.values()) this.#items.close(turn, item, endMs, reason);
    for (const review of turn.reviews.values()) this.#reviews.close(turn, review, endMs, reason);
    for (const hook of turn.hooks.values()) this.#hooks.close(thread, turn, hook, endMs, reason);
    this.#over.add(keyOf(thread, turn.id));
  }

  /** In review mode `turn/started` bears an id that no turn has; once the real turn is over it can go. */
  #dropUnused(thread: ThreadState): void {
    for (const turn of thread.turns.values())
      if (!turn.isReal && turn.startedMs !== null) {
        thread.turns.delete(turn.id);
        this.#room.counters.add('spans.dropped', 'turn id of review mode');
      }
  }
}

const keyOf = ({ server, id }: ThreadState, turnId: string) => `${server.id}\0${id}\0${turnId}`;

/** Where nothing told the turn's start, it began no later than the first of what it holds. */
function firstStart(turn: TurnState): number | null {
  const starts = [...turn.items.values(), ...turn.reviews.values(), ...turn.hooks.values()].map(
    ({ startMs }) => startMs,
  );
  return starts.length === 0 ? null : Math.min(...starts);
}
