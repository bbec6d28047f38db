import type { SteerFacts } from '../../session/facts/index.js';
import { inContext, type Projection } from './context.js';
import { inSeconds } from './time.js';

/**
 * None if:
 * - the request was never answered;
 * - it expected no turn at all, which Codex refuses without analytics.
 */
export function turnSteer(facts: SteerFacts): Projection<'codex_turn_steer_event'> {
  if (facts.endReason !== null || facts.expectedTurnId === '') return undefined;
  return inContext(facts, 'codex_turn_steer_event', {
    session_id: facts.lineage.sessionId,
    expected_turn_id: facts.expectedTurnId,
    accepted_turn_id: facts.acceptedTurnId,
    num_input_images: facts.inputImageCount,
    result: facts.result,
    rejection_reason: facts.rejectionReason,
    created_at: inSeconds(facts.startMs),
  });
}
