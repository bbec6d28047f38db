import type { GoalFacts } from '../../session/facts/index.js';
import type { EventOf } from '../schema/index.js';
import { threadContext } from './context.js';
import { dialectOf } from './dialect.js';

/** None if the thread's context is not known. What was used is told where usage is accounted, and only there. */
export function goal(facts: GoalFacts): EventOf<'codex_goal_event'> | undefined {
  if (!dialectOf(facts.runtime).hasGoals) return undefined;
  const context = threadContext(facts);
  if (context === undefined) return undefined;
  const accounted = facts.eventKind === 'usage_accounted';
  return {
    event_type: 'codex_goal_event',
    event_params: {
      thread_id: facts.lineage.threadId,
      session_id: facts.lineage.sessionId,
      turn_id: facts.turnId,
      ...context,
      event_kind: facts.eventKind,
      goal_status: facts.goalStatus,
      has_token_budget: facts.hasTokenBudget,
      cumulative_tokens_accounted: accounted ? facts.tokensUsed : null,
      cumulative_time_accounted_seconds: accounted ? facts.timeUsedSeconds : null,
    },
  };
}
