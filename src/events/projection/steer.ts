import type { SteerFacts } from '../../session/facts/index.js';
import type { EventOf } from '../schema/index.js';
import { threadContext } from './context.js';
import { inSeconds } from './time.js';

/**
 * None if:
 * - the request was never answered;
 * - it expected no turn at all, which Codex refuses without analytics;
 * - the context of the connection that asked, or of the thread, is not known.
 */
export function turnSteer(facts: SteerFacts): EventOf<'codex_turn_steer_event'> | undefined {
  if (facts.endReason !== null || facts.expectedTurnId === '') return undefined;
  const context = threadContext(facts);
  if (context === undefined) return undefined;
  return {
    event_type: 'codex_turn_steer_event',
    event_params: {
      thread_id: facts.lineage.threadId,
      session_id: facts.lineage.sessionId,
      expected_turn_id: facts.expectedTurnId,
      accepted_turn_id: facts.acceptedTurnId,
      ...context,
      num_input_images: facts.inputImageCount,
      result: facts.result,
      rejection_reason: facts.rejectionReason,
      created_at: inSeconds(facts.startMs),
    },
  };
}
