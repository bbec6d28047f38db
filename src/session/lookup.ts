import { keepWithin } from '../bounded.js';
import { Thread, Turn, type Connection, type Server, type SessionState } from './state.js';
import { endThread } from './threads/closing.js';
import { closeTurn, turnKey } from './turns/ending.js';

/** The thread of this id. It is made at its first sign; beyond the limit the oldest thread ends. */
function ensureThread(server: Server, id: string, at: number): Thread {
  const existing = server.threads.get(id);
  if (existing) {
    existing.lastSeenMs = Math.max(existing.lastSeenMs, at);
    return existing;
  }
  const thread = new Thread(id, server, at);
  server.threads.set(id, thread);
  const { threads, threadsById, limits, counters } = server.session;
  if (!threadsById.has(id)) threadsById.set(id, thread);
  threads.add(thread);
  const dropped = (oldest: Thread) => endThread(oldest, oldest.lastSeenMs, 'limit_reached');
  keepWithin(threads, { size: limits.threads, what: 'thread', counters, dropped });
  return thread;
}

/** Ends the oldest threads until the state is within its budget; of the only thread, the oldest turns. */
export function keepWithinBudget(session: SessionState): void {
  const { threads, budget, counters } = session;
  while (budget.isExceeded) {
    const [oldest] = threads;
    if (oldest === undefined) return;
    const [turn] = oldest.turns.values();
    const isTurn = threads.size === 1 && turn !== undefined;
    counters.add('state.dropped', isTurn ? 'turn' : 'thread');
    if (isTurn) closeTurn(turn, 'limit_reached');
    else endThread(oldest, oldest.lastSeenMs, 'limit_reached');
  }
}

/** The thread of this id, which `connection` sees from now on. */
export function threadOn(connection: Connection, id: string, at: number): Thread {
  const thread = ensureThread(connection.server, id, at);
  if (thread.connections.has(connection)) return thread;
  report(thread, connection);
  thread.connections.set(connection, at);
  return thread;
}

/** The thread of this id, which `connection` names, but may not see. */
export function namedOn(connection: Connection, id: string, at: number): Thread {
  const thread = ensureThread(connection.server, id, at);
  report(thread, connection);
  return thread;
}

function report(thread: Thread, connection: Connection): void {
  thread.reporters.add(connection);
  connection.threads.add(thread);
}

/**
 * The turn of this id, made at its first sign; beyond the limit the thread's oldest turn is closed. Undefined, and counted,
 * for a turn that is closed: a late message must not open it again.
 */
export function ensureTurn(thread: Thread, id: string): Turn | undefined {
  const existing = thread.turns.get(id);
  if (existing) {
    existing.lastSeenMs = Math.max(existing.lastSeenMs, thread.lastSeenMs);
    return existing;
  }
  const { limits, counters, endedTurns } = thread.session;
  if (endedTurns.has(turnKey(thread, id))) {
    counters.add('messages.skipped', 'after the turn');
    return undefined;
  }
  const turn = new Turn(id, thread);
  thread.turns.set(id, turn);
  const dropped = (oldest: Turn) => closeTurn(oldest, 'limit_reached');
  keepWithin(thread.turns, { size: limits.turnsPerThread, what: 'turn', counters, dropped });
  return turn;
}
