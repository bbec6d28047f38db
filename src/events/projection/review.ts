import type { ReviewFacts, ReviewStatus } from '../../session/facts/index.js';
import type { EventOf } from '../schema/index.js';
import { inContext, threadContext, type Projection } from './context.js';
import { elapsed, inSeconds, whole } from './time.js';

/** None if nothing reported how the review was resolved, or no client was connected to be asked. */
export function review(facts: ReviewFacts): Projection<'codex_review_event'> {
  if (facts.status === null || !facts.hadConnectedClient) return undefined;
  if (facts.startedAtMs === null && facts.reviewer === 'user') return 'no start';
  return inContext(facts, 'codex_review_event', {
    turn_id: facts.turnId,
    item_id: facts.itemId,
    review_id: facts.reviewId,
    subject_kind: facts.subjectKind,
    subject_name: facts.subjectName,
    reviewer: facts.reviewer,
    trigger: facts.trigger,
    status: facts.status,
    resolution: facts.resolution,
    started_at_ms: whole(facts.startMs),
    completed_at_ms: whole(facts.endMs),
    duration_ms: elapsed(facts.startMs, facts.endMs),
  });
}

/** Codex analytics: a reviewer that runs out of time denies. */
const DECISION = {
  approved: 'approved',
  denied: 'denied',
  aborted: 'aborted',
  timed_out: 'denied',
} as const satisfies Record<ReviewStatus, EventOf<'codex_guardian_review'>['event_params']['decision']>;

/** None if the user was asked, or the review never resolved. */
export function guardianReview(facts: ReviewFacts): Projection<'codex_guardian_review'> {
  if (facts.reviewer !== 'guardian' || facts.status === null) return undefined;
  const context = threadContext(facts);
  if (typeof context === 'string') return context;
  return {
    event_type: 'codex_guardian_review',
    event_params: {
      session_id: facts.lineage.sessionId,
      app_server_client: context.app_server_client,
      runtime: context.runtime,
      thread_id: facts.lineage.threadId,
      turn_id: facts.turnId,
      review_id: facts.reviewId,
      target_item_id: facts.itemId,
      decision: DECISION[facts.status],
      // A reviewer that failed shows as a denial, too: only Codex itself can distinguish the two.
      terminal_status: facts.status === 'denied' ? null : facts.status,
      risk_level: facts.riskLevel,
      user_authorization: facts.userAuthorization,
      started_at: inSeconds(facts.startMs),
      completed_at: inSeconds(facts.endMs),
    },
  };
}
