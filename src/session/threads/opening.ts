import type { GoalFacts, SteerFacts, ThreadArchiveFacts, ThreadInitializationFacts } from '../facts/index.js';
import type { HostContext, OpenSpan, SpanStart } from '../span-sink.js';
import type { Thread } from '../state.js';
import { baseFacts } from './lineage.js';

/** How a thread was opened. */
export interface Opening {
  readonly method: ThreadInitializationFacts['method'];
  readonly startMs: number;
  readonly endMs: number;
  /** The span of the item that spawned the thread. */
  readonly parent?: OpenSpan | undefined;
  readonly host?: HostContext | undefined;
  /** Unix seconds. */
  readonly createdAt: number | null;
}

/** Makes the span of an initialisation, which is over by now, and starts the thread's span unless it is open. */
export function openThread(thread: Thread, opening: Opening): void {
  const { method, startMs, endMs, parent, host, createdAt } = opening;
  const { model, modelProvider } = thread.settings;
  const ordinal = thread.initializations;
  if (thread.cwd !== null) thread.session.options.acceptedLines?.repositories?.look(thread.cwd);
  const isResumed = method === 'resume';
  const facts: ThreadInitializationFacts = {
    type: 'thread_initialization',
    startMs,
    endMs,
    endReason: null,
    method,
    mode: thread.mode ?? 'new',
    model,
    modelProvider,
    ephemeral: thread.ephemeral,
    createdAt,
    ordinal,
    ...baseFacts(thread),
  };
  thread.spawn = null;
  thread.heldSinceMs = null;
  thread.session.deadlines.delete(thread.anchor);
  // The first initialisation is what the thread's spans have waited for, unless they hang under its own span already.
  const initialization = ordinal === 0 && thread.spans === 0 ? thread.anchor : thread.session.spans.open();
  thread.initializations += 1;
  thread.anchor = initialization;
  // A thread is started, forked or spawned once, and resumed any number of times.
  const identity = isResumed || ordinal > 0 ? [method, startMs, ordinal] : [method];
  const rootThreadId = (method === 'spawn' ? thread.lineage.sessionId : null) ?? thread.id;
  const start = { subject: facts, startMs, parent, host, threadId: thread.id, rootThreadId, identity, model };
  initialization.start(start, facts);
  startThreadSpan(thread, endMs, !isResumed);
}

/**
 * Starts the thread's span, unless it is open: under the latest initialisation; as a root, where there is none. `isNew`: the
 * thread did not exist before, so its id alone identifies the span.
 */
export function startThreadSpan(thread: Thread, startMs: number, isNew = false): void {
  if (thread.span !== null) return;
  const isRoot = thread.initializations === 0;
  thread.span = isRoot && thread.spans === 0 ? thread.anchor : thread.session.spans.open();
  if (isRoot) thread.anchor = thread.span;
  thread.spanStartMs = startMs;
  // A thread without a client may still be opened, by the history that another client reads: it ends soon all the same.
  if (thread.connections.size > 0) thread.closing = null;
  thread.span.start({
    subject: { type: 'thread' },
    startMs,
    parent: isRoot ? undefined : thread.anchor,
    threadId: thread.id,
    rootThreadId: rootOf(thread),
    identity: isNew && thread.spans === 0 ? [] : [startMs, thread.spans],
  });
  thread.spans += 1;
}

/** An agent's trace is that of its session's root thread, also where its parent was not seen. */
const rootOf = ({ id, lineage: { parentThreadId, sessionId } }: Thread): string =>
  parentThreadId === null ? id : (sessionId ?? id);

/**
 * Holds back the span of a thread that no response opened, while another thread's turn is open: a subagent may be reported
 * before the item that spawns it. After a minute the thread counts as one that this observer saw too late.
 */
export function holdThreadSpan(thread: Thread, startMs: number): void {
  if (thread.heldSinceMs !== null) return;
  thread.heldSinceMs = startMs;
  thread.session.deadlines.set(thread.anchor, () => {
    releaseThreadSpan(thread);
  });
}

/** Starts the span of a thread that was held back. */
export function releaseThreadSpan(thread: Thread): void {
  const { heldSinceMs } = thread;
  if (heldSinceMs === null) return;
  thread.heldSinceMs = null;
  thread.session.deadlines.delete(thread.anchor);
  startThreadSpan(thread, heldSinceMs);
}

/** Opens a spawned thread when its first turn begins at `firstTurnMs`, unless a client opened it before. */
export function openSpawnedThread(thread: Thread, firstTurnMs: number): void {
  const { spawn } = thread;
  if (spawn === null || thread.initializations > 0) return;
  openThread(thread, {
    method: 'spawn',
    startMs: spawn.startMs,
    endMs: Math.max(firstTurnMs, spawn.startMs),
    parent: spawn.parent,
    createdAt: Math.floor(spawn.startMs / 1000),
  });
}

/** The span under which a thread's hooks, goals, steers and archives hang; undefined where they are roots. */
export const parentForChildren = (thread: Thread): OpenSpan | undefined =>
  thread.initializations === 0 && thread.spans > 0 ? (thread.span ?? undefined) : thread.anchor;

/** Makes the span of something that is over by now. */
export function recordSpan(
  { session, id: threadId }: Thread,
  facts: SteerFacts | ThreadArchiveFacts | GoalFacts,
  parent: OpenSpan | undefined,
  identity: SpanStart['identity'],
): void {
  session.spans.open().start({ subject: facts, startMs: facts.startMs, parent, threadId, identity }, facts);
}
