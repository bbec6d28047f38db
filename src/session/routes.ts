import type {
  Answered,
  Notified,
  Refused,
  Requested,
  Unanswered,
  UserAnswered,
  UserRequested,
  UserResolved,
} from '../protocol/observation.js';
import type { ApprovalMethod, ClientMethod, NotificationMethod, UserMethod } from '../protocol/schema/messages.js';
import type { RolloutObservation } from '../rollout/observation.js';
import { initialized } from './connections/connections.js';
import { hookCompleted, hookStarted } from './hooks/hooks.js';
import { userInputAnswered, userInputRequested, userInputResolved } from './inputs/inputs.js';
import { itemCompleted, itemStarted } from './items/items.js';
import { ensureTurn, threadOn } from './lookup.js';
import { settingsRecorded, threadRecorded } from './recorded/threads.js';
import { turnEndRecorded, turnRecorded } from './recorded/turns.js';
import {
  guardianCompleted,
  guardianStarted,
  reviewAnswered,
  reviewRequested,
  reviewResolved,
} from './reviews/reviews.js';
import type { Connection, Thread, Turn } from './state.js';
import { archiveAnswered, archiveNotified } from './threads/archives.js';
import { goalCleared, goalUpdated } from './threads/goals.js';
import { rememberHost, threadInitialized, threadStarted, unsubscribed } from './threads/initializing.js';
import type { PendingMethod } from './threads/pending-requests.js';
import { recordSpawns } from './threads/spawning.js';
import { revertAnswered, revertThread, settingsUpdated, threadClosed, threadReverted } from './threads/threads.js';
import { confirmTurn } from './turns/beginning.js';
import { statusChanged } from './inputs/waiting.js';
import { forgetWhenDone } from './turns/ending.js';
import { metadataOf } from './turns/requests/metadata.js';
import { takeReportedTurns } from './turns/reported.js';
import { codeReviewStarted, interrupted, turnAccepted } from './turns/requests/turn-requests.js';
import { steered } from './turns/requests/steers.js';
import { diffUpdated, errorReported, modelRerouted, turnCompleted, turnStarted, usageUpdated } from './turns/turns.js';

/*
 * The table of contents: every message in use and its handler. The types keep it complete.
 */

type Handler<O> = (connection: Connection, observation: O) => void;

/** The server's notifications. `serverRequest/resolved` comes as an observation of its own, with its approval. */
export const onNotification: {
  readonly [M in Exclude<NotificationMethod, 'serverRequest/resolved'>]: Handler<Notified<M>>;
} = {
  'thread/started': threadStarted,
  'thread/closed': inThread(threadClosed),
  'thread/status/changed': inThread(statusChanged),
  'thread/deleted': inThread(threadClosed),
  'thread/archived': inThread(archiveNotified),
  'thread/unarchived': inThread(archiveNotified),
  'thread/reverted': inThread(once(threadReverted)),
  'thread/settings/updated': inThread(settingsUpdated),
  'thread/tokenUsage/updated': inThread(usageUpdated),
  error: inThread(errorReported),
  'model/rerouted': aboutTurn(modelRerouted),
  'thread/goal/updated': inThread(once(goalUpdated)),
  'thread/goal/cleared': inThread(once(goalCleared)),
  'turn/started': aboutTurn(turnStarted),
  'turn/completed': aboutTurn(turnCompleted),
  'turn/diff/updated': aboutTurn(diffUpdated),
  'item/started': inThread((thread, seen, connection) => {
    inTurn(thread, seen, itemStarted);
    recordSpawns(thread, seen, connection);
  }),
  'item/completed': inThread((thread, seen, connection) => {
    const turn = inTurn(thread, seen, itemCompleted);
    recordSpawns(thread, seen, connection);
    if (turn) forgetWhenDone(turn);
  }),
  'item/autoApprovalReview/started': inThread((thread, seen) => inTurn(thread, seen, guardianStarted)),
  'item/autoApprovalReview/completed': inThread((thread, seen) => inTurn(thread, seen, guardianCompleted)),
  'hook/started': hookRun(hookStarted),
  'hook/completed': hookRun(hookCompleted),
};

/** The reports of rollouts, with the facts that only they have. */
export const onRecord: {
  readonly [M in RecordedMethod]: Handler<Extract<RolloutObservation, { readonly method: M }>>;
} = {
  'thread/started': threadRecorded,
  'thread/settings/updated': inThread(settingsRecorded),
  'thread/tokenUsage/updated': inThread(usageUpdated),
  'thread/reverted': inThread((thread, { recorded }) => revertThread(thread, recorded.hasTurns)),
  'turn/started': aboutTurn(turnRecorded),
  'turn/completed': aboutTurn(turnEndRecorded),
  'turn/diff/updated': aboutTurn(diffUpdated),
  'item/started': inThread((thread, seen) => inTurn(thread, seen, itemStarted)),
  'item/completed': inThread((thread, seen) => inTurn(thread, seen, itemCompleted)),
};
type RecordedMethod = Extract<RolloutObservation, { readonly type: 'notified' }>['method'];

interface RequestHandlers<M extends ClientMethod> {
  /** The request was sent. Its effect may be reported before its answer. */
  readonly requested?: Handler<Requested<M>>;
  readonly answered?: Handler<Answered<M>>;
  readonly refused?: Handler<Refused<M>>;
  /** The request can have no effect any more. */
  readonly unanswered?: Handler<Unanswered<M>>;
}

/** A request is remembered until its effect is seen, or can come no more. */
const pending = { requested: remember, refused: forget, unanswered: forget };

/** The requests of clients. */
export const onRequest: { readonly [M in ClientMethod]: RequestHandlers<M> } = {
  initialize: { answered: initialized },
  'thread/start': { requested: rememberHost, answered: threadInitialized },
  'thread/resume': { requested: rememberHost, answered: threadInitialized },
  'thread/fork': { requested: rememberHost, answered: threadInitialized },
  'thread/archive': { answered: archiveAnswered, ...pending },
  'thread/unarchive': { answered: archiveAnswered, ...pending },
  'thread/revert': { answered: revertAnswered, ...pending },
  'thread/unsubscribe': { answered: unsubscribed },
  'thread/read': { answered: historyReported },
  'thread/turns/list': { answered: historyReported },
  'thread/compact/start': pending,
  'thread/queue/add': pending,
  'thread/goal/set': pending,
  'turn/start': { answered: turnAccepted, ...pending },
  'turn/steer': { answered: steered, refused: steered },
  'turn/interrupt': { requested: interrupted, answered: interrupted, refused: interrupted },
  'review/start': { answered: codeReviewStarted },
};

interface UserRequestHandlers<M extends UserMethod> {
  readonly 'user requested': Handler<UserRequested<M>>;
  readonly 'user answered': Handler<UserAnswered<M>>;
  readonly 'user resolved': Handler<UserResolved<M>>;
}

const review: UserRequestHandlers<ApprovalMethod> = {
  'user requested': aboutTurn(reviewRequested),
  'user answered': aboutTurn(reviewAnswered),
  'user resolved': aboutTurn(reviewResolved),
};
const question: UserRequestHandlers<Exclude<UserMethod, ApprovalMethod>> = {
  'user requested': aboutThread(userInputRequested),
  'user answered': aboutThread(userInputAnswered),
  'user resolved': aboutThread(userInputResolved),
};

/** The server's requests to a person, and their answers. */
export const onUserRequest: { readonly [M in UserMethod]: UserRequestHandlers<M> } = {
  'item/commandExecution/requestApproval': review,
  'item/fileChange/requestApproval': review,
  'item/permissions/requestApproval': review,
  'item/tool/requestUserInput': question,
  'mcpServer/elicitation/request': question,
};

interface InThread {
  readonly params: { readonly threadId: string };
  readonly at: number;
}

/** Hands the thread that the message is about to `handle`. */
function inThread<O extends InThread>(handle: (thread: Thread, seen: O, connection: Connection) => void): Handler<O> {
  return (connection, seen) => {
    handle(threadOn(connection, seen.params.threadId, seen.at), seen, connection);
  };
}

/** Hands the turn that the message is about to `handle`. The message confirms the turn; a closed turn is left alone. */
function inTurn<O extends { readonly params: { readonly turnId: string } }>(
  thread: Thread,
  seen: O,
  handle: (turn: Turn, seen: O) => void,
): Turn | undefined {
  const turn = ensureTurn(thread, seen.params.turnId);
  if (turn === undefined) return undefined;
  confirmTurn(turn);
  handle(turn, seen);
  return turn;
}

interface AboutTurn extends InThread {
  readonly params: InThread['params'] & ({ readonly turnId: string } | { readonly turn: { readonly id: string } });
}

/** Hands the turn that the message is about to `handle`; a closed turn is left alone. */
function aboutTurn<O extends AboutTurn>(handle: (turn: Turn, seen: O, connection: Connection) => void): Handler<O> {
  return inThread((thread, seen, connection) => {
    const { params } = seen;
    const turn = ensureTurn(thread, 'turn' in params ? params.turn.id : params.turnId);
    if (turn) handle(turn, seen, connection);
  });
}

/** Hands the thread and the turn (null outside all turns) that the message is about; a closed turn is left alone. */
function aboutThread<O extends InThread & { readonly params: { readonly turnId: string | null } }>(
  handle: (thread: Thread, turn: Turn | null, seen: O, connection: Connection) => void,
): Handler<O> {
  return inThread((thread, seen, connection) => {
    const { turnId } = seen.params;
    const turn = turnId === null ? null : ensureTurn(thread, turnId);
    if (turn !== undefined) handle(thread, turn, seen, connection);
  });
}

/** Hands a notification without an id of its own to `handle` once, though it comes on all connections of the thread. */
function once<O extends InThread & { readonly method: string }>(handle: (thread: Thread, seen: O) => void) {
  return (thread: Thread, seen: O, connection: Connection): void => {
    const since = thread.connections.get(connection) ?? seen.at;
    if (thread.occurrences.next(seen.method, connection, since, seen.at).isNew) handle(thread, seen);
  };
}

/** A run of a hook, in a turn or outside all turns, distinguished by its number from the same run on other connections. */
function hookRun(handle: typeof hookStarted): Handler<Notified<'hook/started' | 'hook/completed'>> {
  return aboutThread((thread, turn, seen, connection) => {
    const { params, method, at } = seen;
    if (turn !== null) confirmTurn(turn);
    const since = thread.connections.get(connection) ?? at;
    const { nth } = (turn ?? thread).occurrences.next(`${method} ${params.run.id}`, connection, since, at);
    handle(thread, turn, seen, `${params.run.id}#${String(nth)}`);
  });
}

/** Remembers a request whose effect also arrives as a notification. */
function remember(connection: Connection, seen: Requested<PendingMethod>): void {
  const { method, params, request } = seen;
  const { dialect } = connection;
  if (method === 'turn/start') rememberHost(connection, seen);
  const metadata = method === 'thread/queue/add' ? metadataOf(params, dialect) : undefined;
  connection.server.threads.get(params.threadId)?.pending.set(request, { method, metadata });
}

/** The history of a thread was read: it may have the end of a turn that was not reported here. */
function historyReported(
  { server }: Connection,
  { params, result, at }: Answered<'thread/read' | 'thread/turns/list'>,
): void {
  const thread = server.threads.get(params.threadId);
  const turns = 'thread' in result ? result.thread.turns : result.data;
  if (thread) takeReportedTurns(thread, turns, { at, wasClientless: false });
}

function forget({ server }: Connection, { params, request }: Refused<PendingMethod> | Unanswered<PendingMethod>): void {
  server.threads.get(params.threadId)?.pending.delete(request);
}
