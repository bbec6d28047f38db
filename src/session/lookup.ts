import { keepWithin } from '../bounded.js';
import type { SessionContext } from './context.js';
import { Thread, Turn, type Connection, type Server } from './state.js';
import { endThread } from './threads/closing.js';
import { closeTurn, turnKey } from './turns/ending.js';

/** The thread of this id. It is made at its first sign; beyond the limit the oldest thread ends. */
function ensureThread(context: SessionContext, server: Server, id: string, at: number): Thread {
  const existing = server.threads.get(id);
  if (existing) {
    existing.lastHeard = Math.max(existing.lastHeard, at);
    return existing;
  }
  const thread = new Thread(id, server, context, at);
  server.threads.set(id, thread);
  if (!context.threadsById.has(id)) context.threadsById.set(id, thread);
  context.threads.add(thread);
  const { limits, counters } = context;
  const dropped = (oldest: Thread) => endThread(context, oldest, oldest.lastHeard, 'limit_reached');
  keepWithin(context.threads, { size: limits.threads, what: 'thread', counters, dropped });
  return thread;
}

/** Ends the oldest threads until the state is within its budget; of the only thread, the oldest turns. */
export function keepWithinBudget(context: SessionContext): void {
  const { threads, budget, counters } = context;
  while (budget.isExceeded) {
    const [oldest] = threads;
    if (oldest === undefined) return;
    const [turn] = oldest.turns.values();
    const isTurn = threads.size === 1 && turn !== undefined;
    counters.add('state.dropped', isTurn ? 'turn' : 'thread');
    if (isTurn) closeTurn(context, turn, 'limit_reached');
    else endThread(context, oldest, oldest.lastHeard, 'limit_reached');
  }
}

/** The thread of this id, which `connection` sees from now on. */
export function threadOn(context: SessionContext, connection: Connection, id: string, at: number): Thread {
  const thread = namedOn(context, connection, id, at);
  if (!thread.connections.has(connection)) thread.connections.set(connection, at);
  return thread;
}

/** The thread of this id, which `connection` names, but may not see. */
export function namedOn(context: SessionContext, connection: Connection, id: string, at: number): Thread {
  const thread = ensureThread(context, connection.server, id, at);
  thread.reporters.add(connection);
  connection.threads.add(thread);
  return thread;
}

/**
 * The turn of this id, made at its first sign; beyond the limit the thread's oldest turn is closed. Undefined, and counted,
 * for a turn that is closed: a late message must not open it again.
 */
export function ensureTurn(context: SessionContext, thread: Thread, id: string): Turn | undefined {
  const existing = thread.turns.get(id);
  if (existing) {
    existing.lastHeard = Math.max(existing.lastHeard, thread.lastHeard);
    return existing;
  }
  const { limits, counters } = context;
  if (context.endedTurns.has(turnKey(thread, id))) {
    counters.add('messages.skipped', 'after the turn');
    return undefined;
  }
  const turn = new Turn(id, thread, context);
  thread.turns.set(id, turn);
  const dropped = (oldest: Turn) => closeTurn(context, oldest, 'limit_reached');
  keepWithin(thread.turns, { size: limits.turnsPerThread, what: 'turn', counters, dropped });
  return turn;
}
