import type { Connection as WireConnection, Observation } from '../protocol/observation.js';
import type { RolloutObservation } from '../rollout/observation.js';
import { closeConnection, ensureConnection } from './connections/connections.js';
import { endMirror, isMirrored } from './connections/mirrors.js';
import type { SessionOptions } from './context.js';
import type { RequestFacts } from './facts/index.js';
import type { Budget } from './limits.js';
import { keepWithinBudget } from './lookup.js';
import { onNotification, onRecord, onRequest, onUserRequest } from './routes.js';
import type { OpenSpan } from './span-sink.js';
import { SessionState, type Connection } from './state.js';
import { endThread, settleThreadWork } from './threads/closing.js';

type Recorded = Extract<RolloutObservation, { readonly type: 'notified' }>;
type Handle = ((connection: Connection, observation: Observation) => void) | undefined;

/**
 * The model of what is going on, made from observations. Observations of one connection must come in their order; those of
 * several connections of a server interleave as they were seen.
 */
export class Session {
  readonly #state: SessionState;

  constructor(options: SessionOptions) {
    this.#state = new SessionState(options);
  }

  /** Moves observed time on to `at` (Unix milliseconds) and ends what is overdue. */
  advance(at: number): void {
    this.#state.deadlines.advance(at);
  }

  /** When {@link advance} has something to do, Unix milliseconds; undefined while nothing waits. */
  get nextDeadline(): number | undefined {
    return this.#state.deadlines.next;
  }

  /** Hands an observation to its handler in `routes.ts`. */
  observe(observation: Observation | RolloutObservation): void {
    const state = this.#state;
    const connection = ensureConnection(state, observation.connection);
    if (observation.type === 'connection opened') return;
    if (observation.type === 'connection closed') {
      closeConnection(connection, observation.at);
      return;
    }
    if (connection.source === 'rollout')
      (onRecord[(observation as Recorded).method] as Handle)?.(connection, observation);
    else if (isMirrored(connection, observation)) state.counters.add('messages.skipped', 'mirrored');
    else handlerOf(observation)?.(connection, observation);
    if (state.budget.isExceeded) keepWithinBudget(state);
  }

  /** Ends everything that is open at the time of its last message, because the observer stops. */
  end(): void {
    const { servers, connections, mirrored } = this.#state;
    const threads = [...servers.values()].flatMap((server) => [...server.threads.values()]);
    // In the order in which they would end if the observer went on: a recording may end right after its connections.
    for (const thread of threads) if (thread.closing === 'connection_closed') settleThreadWork(thread);
    for (const thread of threads) endThread(thread, thread.lastSeenMs, thread.closing ?? 'observation_ended');
    for (const thread of mirrored) endMirror(thread);
    servers.clear();
    connections.clear();
  }

  /** The span of the thread's latest initialisation: a request about the thread belongs to it. */
  initializationOf(connection: WireConnection, threadId: string): OpenSpan | undefined {
    const { servers, connections, threadsById } = this.#state;
    const isMirror = connections.get(connection.id)?.mirrored.has(threadId);
    const thread =
      servers.get(connection.server)?.threads.get(threadId) ?? (isMirror ? threadsById.get(threadId) : undefined);
    return thread !== undefined && thread.initializations > 0 ? thread.anchor : undefined;
  }

  /** Room for what is held outside of the session, within the budget of all state. */
  get rooms(): Pick<Budget, 'partialMessages' | 'requests'> {
    return this.#state.budget;
  }

  /** The numbers of open threads and turns. */
  get openCounts(): { readonly threads: number; readonly turns: number } {
    let threads = 0;
    let turns = 0;
    for (const thread of this.#state.threads) {
      if (thread.span !== null) threads += 1;
      for (const turn of thread.turns.values()) if (turn.startMs !== null && turn.endMs === null) turns += 1;
    }
    return { threads, turns };
  }

  /** The reviews and questions that wait for an answer, those of each server in the order in which they began. */
  get waiting(): RequestFacts[] {
    return [...this.#state.servers.values()].flatMap(({ waiting }) => [...waiting.values()]);
  }
}

/** The handler of an observation. The tables' types pair each handler with its observation. */
function handlerOf(observation: Exclude<Observation, { type: `connection ${string}` }>): Handle {
  switch (observation.type) {
    case 'notified':
      return observation.method === 'serverRequest/resolved'
        ? undefined
        : (onNotification[observation.method] as Handle);
    case 'requested':
    case 'answered':
    case 'refused':
    case 'unanswered':
      return onRequest[observation.method][observation.type] as Handle;
    default:
      return onUserRequest[observation.method][observation.type] as Handle;
  }
}
