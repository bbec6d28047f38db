import type { Answered, Refused, Requested } from '../../../protocol/observation.js';
import { ensureTurn, threadOn } from '../../lookup.js';
import type { Connection } from '../../state.js';
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
  const metadata = metadataOf(params, connection.dialect);
  turn.usedDictation = metadata.usedDictation ?? turn.usedDictation;
  if (turn.wasRequested || turn.signs.startedByItself) return;
  turn.wasRequested = true;
  turn.trigger = params.turnTrigger ?? turn.trigger;
  turn.workspaceKind = metadata.workspaceKind;
  const { serviceTierForTurn } = params;
  if (typeof serviceTierForTurn === 'string' && connection.dialect.hasServiceTierForTurn)
    // The name `fast` stands for the tier `priority` in the thread's settings alone; for one turn it is no tier.
    turn.settings = withServiceTier(
      turn.settings ?? thread.settings,
      serviceTierForTurn === 'fast' ? 'default' : serviceTierForTurn,
    );
  turn.host = turn.session.hosts.get(request);
}

/**
 * `turn/interrupt`: its time stands on the turn unless it is refused. Once it was answered, the server no longer waits for answers
 * to reviews.
 */
export function interrupted(
  { server }: Connection,
  seen: Requested<'turn/interrupt'> | Answered<'turn/interrupt'> | Refused<'turn/interrupt'>,
): void {
  const { threadId, turnId } = seen.params;
  const turn = turnId === null ? undefined : server.threads.get(threadId)?.turns.get(turnId);
  if (turn === undefined) return;
  if (seen.type === 'answered') turn.interruptWasAccepted = true;
  else if (seen.type === 'requested') {
    if (turn.completion === null) turn.interruptRequestedAtMs ??= seen.at;
  } else if (turn.interruptRequestedAtMs === seen.request.requestedAt) turn.interruptRequestedAtMs = null;
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
