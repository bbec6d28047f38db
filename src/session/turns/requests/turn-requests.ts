import type { Answered, Refused, Requested } from '../../../protocol/observation.js';
import { ensureTurn, threadOn } from '../../lookup.js';
import type { Connection, Turn } from '../../state.js';
import { applyTurnStart, withServiceTier } from '../../threads/settings.js';
import { countImages, recordMentions } from './input.js';
import { metadataOf } from './metadata.js';

/** `turn/start` was answered. */
export function turnAccepted(connection: Connection, { params, result, request, at }: Answered<'turn/start'>): void {
  const thread = threadOn(connection, params.threadId, at);
  thread.pending.delete(request);
  thread.settings = applyTurnStart(thread.settings, params);
  const turn = ensureTurn(thread, result.turn.id);
  if (turn === undefined) return;
  turn.seenBeyondItems = true;
  turn.rootTurnId ??= result.turn.rootTurnId;
  recordMentions(turn, params.input);
  // turn/start on an active turn only steers it, but Codex attributes the turn to the last client that sent one.
  turn.origin = connection;
  turn.inputImages = countImages(params.input);
  const metadata = metadataOf(params);
  turn.usedDictation = metadata.usedDictation ?? turn.usedDictation;
  if (turn.wasRequested || turn.signs.startedByItself) return;
  turn.wasRequested = true;
  turn.trigger = params.turnTrigger ?? turn.trigger;
  turn.workspaceKind = metadata.workspaceKind;
  applyTierForTurn(turn, params, connection);
  turn.host = turn.session.hosts.get(request);
}

/** `turn/interrupt` was sent: its time stands on the turn unless the request is refused. */
export function interruptRequested(connection: Connection, { params, at }: Requested<'turn/interrupt'>): void {
  const turn = interruptedTurn(connection, params);
  if (turn?.completion === null) turn.interruptRequestedAtMs ??= at;
}

/** `turn/interrupt` was answered: the server no longer waits for answers to reviews. */
export function interruptAccepted(connection: Connection, { params }: Answered<'turn/interrupt'>): void {
  const turn = interruptedTurn(connection, params);
  if (turn) turn.interruptWasAccepted = true;
}

/** `turn/interrupt` was refused. */
export function interruptRefused(connection: Connection, { params, request }: Refused<'turn/interrupt'>): void {
  const turn = interruptedTurn(connection, params);
  if (turn?.interruptRequestedAtMs === request.requestedAt) turn.interruptRequestedAtMs = null;
}

/**
 * `review/start` was answered: the answer names the turn. `turn/started` will bear another id, and a detached review runs
 * in another thread.
 */
export function codeReviewStarted(connection: Connection, { params, result, at }: Answered<'review/start'>): void {
  const { server } = connection;
  const id = result.reviewThreadId ?? params.threadId;
  const isNew = !server.threads.has(id);
  const thread = threadOn(connection, id, at);
  if (isNew && id !== params.threadId) thread.parent = server.threads.get(params.threadId) ?? null;
  thread.hadCodeReview = true;
  const turn = ensureTurn(thread, result.turn.id);
  if (turn === undefined) return;
  turn.seenBeyondItems = connection.dialect.keepsItemsOfCodeReviews;
  turn.signs.isCodeReview = true;
}

/** `serviceTierForTurn` counts for this turn alone. */
function applyTierForTurn(
  turn: Turn,
  { serviceTierForTurn }: Answered<'turn/start'>['params'],
  { dialect }: Connection,
): void {
  if (!dialect.hasServiceTierForTurn || serviceTierForTurn === undefined || serviceTierForTurn === null) return;
  turn.settings = withServiceTier(turn.settings ?? turn.thread.settings, serviceTierForTurn);
}

const interruptedTurn = (
  { server }: Connection,
  { threadId, turnId }: Requested<'turn/interrupt'>['params'],
): Turn | undefined => (turnId === null ? undefined : server.threads.get(threadId)?.turns.get(turnId));
