import type { Answered, Refused } from '../../../protocol/observation.js';
import type { SteerFacts } from '../../facts/index.js';
import type { Connection, Thread, Turn } from '../../state.js';
import { baseFacts } from '../../threads/lineage.js';
import { parentForChildren, recordSpan } from '../../threads/opening.js';
import { confirmTurn } from '../beginning.js';
import { countImages } from './input.js';
import { metadataOf } from './metadata.js';

type Steer = Answered<'turn/steer'> | Refused<'turn/steer'>;

/** `turn/steer` was answered or refused. It is attributed to the connection that sent it. */
export function steered(connection: Connection, steer: Steer): void {
  const { threadId, expectedTurnId } = steer.params;
  const thread = connection.server.threads.get(threadId);
  // Codex refuses a steer without an expected turn and makes no event for it, nor for a thread that it does not know.
  if (thread === undefined || !expectedTurnId) return;
  const id = steer.type === 'answered' ? steer.result.turnId : expectedTurnId;
  const turn = thread.turns.get(id) ?? null;
  if (turn !== null && steer.type === 'answered') {
    confirmTurn(turn);
    if (turn.completion === null) turn.steers += 1;
    if (metadataOf(steer.params, connection.dialect).usedDictation === true) turn.usedDictation = true;
  }
  recordSteer(thread, turn?.phase === 'named' ? null : turn, steer, connection);
}

function recordSteer(thread: Thread, turn: Turn | null, steer: Steer, connection: Connection): void {
  const { params, request, at } = steer;
  const acceptedTurnId = steer.type === 'answered' ? steer.result.turnId : null;
  const startMs = request.requestedAt;
  const ordinal = thread.steers;
  thread.steers += 1;
  const facts: SteerFacts = {
    type: 'steer',
    startMs,
    endMs: at,
    endReason: null,
    expectedTurnId: params.expectedTurnId,
    acceptedTurnId,
    result: acceptedTurnId === null ? 'rejected' : 'accepted',
    rejectionReason: steer.type === 'refused' ? rejectionOf(steer) : null,
    inputImageCount: countImages(params.input),
    ordinal,
    ...baseFacts(thread, connection),
  };
  recordSpan(thread, facts, turn?.span ?? parentForChildren(thread), [startMs, ordinal]);
}

/** The reason of a refusal. Codex writes it in words; these are the words of 0.131 to 0.171. */
function rejectionOf({ error }: Refused<'turn/steer'>): SteerFacts['rejectionReason'] {
  const kind = error.data?.codexErrorInfo?.activeTurnNotSteerable?.turnKind;
  if (kind === 'review') return 'non_steerable_review';
  if (kind === 'compact') return 'non_steerable_compact';
  if (error.data?.input_error_code === 'input_too_large') return 'input_too_large';
  if (error.message.startsWith('no active turn')) return 'no_active_turn';
  if (error.message.startsWith('expected active turn id')) return 'expected_turn_mismatch';
  return error.message === 'input must not be empty' ? 'empty_input' : null;
}
