import type { GoalFacts } from '../../session/facts/index.js';
import { inContext, type Projection } from './context.js';
import { dialectOf } from './dialect.js';

/** None before goals had events. Usage is reported where it is accounted, and only there. */
export function goal(facts: GoalFacts): Projection<'codex_goal_event'> {
  if (!dialectOf(facts.runtime).hasGoals) return undefined;
  const accounted = facts.eventKind === 'usage_accounted';
  return inContext(facts, 'codex_goal_event', {
    session_id: facts.lineage.sessionId,
    turn_id: facts.turnId,
    event_kind: facts.eventKind,
    goal_status: facts.goalStatus,
    has_token_budget: facts.hasTokenBudget,
    cumulative_tokens_accounted: accounted ? facts.tokensUsed : null,
    cumulative_time_accounted_seconds: accounted ? facts.timeUsedSeconds : null,
  });
}
