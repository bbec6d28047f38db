import type { Span } from '@opentelemetry/api';
import type {
  ApprovalAnswered,
  ApprovalRequested,
  ApprovalResolved,
  Connection,
  Observation,
} from '../protocol/observation.js';
import type { CounterSink } from '../counters.js';
import { ConnectionState, ServerState } from './connections.js';
import { Exchanges } from './exchanges.js';
import type { SpanFactory } from './finish.js';
import { Goals } from './goals.js';
import { Hooks } from './hooks.js';
import { Items } from './items.js';
import { Lifecycle } from './lifecycle.js';
import { isMirrored } from './mirrors.js';
import { Notifications } from './notifications.js';
import { Requests } from './requests.js';
import { Reviews } from './reviews.js';
import { DEFAULT_LIMITS, type Host, type Limits, type Room } from './room.js';
import type { TurnState } from './turns.js';

export interface TrackerOptions {
  readonly spans: SpanFactory;
  readonly counters: CounterSink;
  readonly limits?: Partial<Limits> | undefined;
  readonly host?: Host | undefined;
}

/**
 * The living state of what was observed, and the spans it becomes. Observations of one connection must come in their
 * order; those of several connections of a server interleave as they were seen.
 */
export class Tracker {
  readonly #servers = new Map<string, ServerState>();
  readonly #connections = new Map<string, ConnectionState>();
  readonly #lifecycle: Lifecycle;
  readonly #reviews: Reviews;
  readonly #requests: Requests;
  readonly #notifications: Notifications;
  readonly #room: Room;

  constructor({ spans, counters, limits, host }: TrackerOptions) {
    const room: Room = { spans, counters, host, limits: { ...DEFAULT_LIMITS, ...limits } };
    this.#room = room;
    const items = new Items(room);
    const reviews = new Reviews(room);
    const hooks = new Hooks(room);
    const exchanges = new Exchanges(room);
    const lifecycle = new Lifecycle(room, items, reviews, hooks);
    this.#lifecycle = lifecycle;
    this.#reviews = reviews;
    this.#requests = new Requests(room, lifecycle, exchanges);
    this.#notifications = new Notifications({ lifecycle, items, reviews, hooks, exchanges, goals: new Goals(room) });
  }

  /** Observed time has come to `at` (Unix milliseconds): what is overdue ends. */
  advance(at: number): void {
    this.#lifecycle.deadlines.advance(at);
  }

  /** When {@link advance} has something to do, Unix milliseconds; undefined while nothing waits. */
  get nextDeadline(): number | undefined {
    return this.#lifecycle.deadlines.next;
  }

  observe(observation: Observation): void {
    const connection = this.#connection(observation.connection);
    if (isMirrored(connection, observation, this.#lifecycle)) {
      this.#room.counters.add('messages.skipped', 'mirrored');
      return;
    }
    switch (observation.type) {
      case 'connection opened':
        break;
      case 'connection closed':
        this.#closed(connection, observation.at);
        break;
      case 'requested':
        this.#requests.requested(connection, observation);
        break;
      case 'answered':
        this.#requests.answered(connection, observation);
        break;
      case 'refused':
        this.#requests.refused(connection, observation);
        break;
      case 'unanswered':
        this.#requests.unanswered(connection, observation);
        break;
      case 'notified':
        this.#notifications.observe(connection, observation);
        break;
      case 'approval requested': {
        const turn = this.#turnOf(connection, observation.params, observation.at);
        this.#lifecycle.touch(turn);
        this.#reviews.requested(turn, observation);
        break;
      }
      case 'approval answered':
        this.#reviews.answered(this.#turnOf(connection, observation, observation.at), observation, connection);
        break;
      case 'approval resolved':
        this.#reviews.resolved(this.#turnOf(connection, observation, observation.at), observation);
        break;
      case 'user input requested':
        this.#turnOf(connection, observation, observation.at).countControlTool(observation.itemId);
        break;
    }
  }

  /** The observer stops: everything that is open ends where it was last heard of. */
  end(): void {
    for (const server of this.#servers.values())
      for (const thread of [...server.threads.values()])
        this.#lifecycle.end(thread, thread.lastHeard, thread.closing ?? 'observation_ended');
    this.#servers.clear();
    this.#connections.clear();
  }

  /** The span that a request about a thread belongs to where the host has none: the thread's latest initialisation. */
  initializationOf(connection: Connection, threadId: string): Span | undefined {
    const known = this.#servers.get(connection.server)?.threads.get(threadId);
    if (known !== undefined) return known.initialization;
    const isMirror = this.#connections.get(connection.id)?.mirrored.has(threadId);
    return isMirror ? this.#lifecycle.firstOf(threadId)?.initialization : undefined;
  }

  /** How many threads and turns are open: what metrics tell. */
  get open(): { readonly threads: number; readonly turns: number } {
    let threads = 0;
    let turns = 0;
    for (const server of this.#servers.values())
      for (const thread of server.threads.values()) {
        if (thread.span !== undefined) threads += 1;
        for (const turn of thread.turns.values()) if (turn.span !== undefined && turn.endMs === null) turns += 1;
      }
    return { threads, turns };
  }

  #turnOf(
    connection: ConnectionState,
    {
      threadId,
      turnId,
    }: Pick<ApprovalAnswered | ApprovalResolved | ApprovalRequested['params'], 'threadId' | 'turnId'>,
    at: number,
  ): TurnState {
    return this.#lifecycle.turn(this.#lifecycle.threadOn(connection, threadId, at), turnId);
  }

  #connection(connection: Connection): ConnectionState {
    const known = this.#connections.get(connection.id);
    if (known) return known;
    const server =
      this.#servers.get(connection.server) ??
      new ServerState(connection.server, (gone) => this.#servers.delete(gone.id));
    this.#servers.set(connection.server, server);
    const state = new ConnectionState(connection, server, this.#room);
    server.connections.add(state);
    this.#connections.set(connection.id, state);
    return state;
  }

  #closed(connection: ConnectionState, at: number): void {
    this.#lifecycle.disconnected(connection, at);
    this.#connections.delete(connection.id);
    connection.server.release();
  }
}
