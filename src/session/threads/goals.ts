import type { Notified } from '../../protocol/observation.js';
import type { Notification } from '../../protocol/schema/messages.js';
import { snakeCase } from '../../snake-case.js';
import type { GoalFacts } from '../facts/index.js';
import type { Thread, Turn } from '../state.js';
import { countControlTool } from '../turns/totals/counts.js';
import { baseFacts } from './lineage.js';
import { parentForChildren, recordSpan } from './opening.js';

type Goal = Notification<'thread/goal/updated'>['goal'];

/** `thread/goal/updated`: the goal was created, worked on, or has another status. A repetition makes no span. */
export function goalUpdated(thread: Thread, { params, at }: Notified<'thread/goal/updated'>): void {
  const { turnId, goal } = params;
  const turn = turnId === null ? null : (thread.turns.get(turnId) ?? null);
  const before = thread.goal;
  const { status, tokensUsed, timeUsedSeconds } = goal;
  thread.goal = goal;
  const wasSet = thread.pending.takeOldest('thread/goal/set') !== undefined;
  // A thread that is opened again reports the goal that it had before.
  const wasOpenedAgain = thread.mode === 'resumed' || thread.mode === 'forked';
  if (before === null && turn === null && wasOpenedAgain && !wasSet) return;
  const isAccounted = before !== null && tokensUsed !== before.tokensUsed;
  if (before === null || status !== before.status || !isAccounted) countGoalTool(thread, turn, before === null, status);
  if (before === null) {
    recordGoal(thread, turn, 'created', goal, at);
    return;
  }
  if (isAccounted || timeUsedSeconds !== before.timeUsedSeconds) recordGoal(thread, turn, 'usage_accounted', goal, at);
  if (status !== before.status) recordGoal(thread, turn, 'status_changed', goal, at);
}

/** `thread/goal/cleared`. Newer versions send it for threads without a goal, too. */
export function goalCleared(thread: Thread, { at }: Notified<'thread/goal/cleared'>): void {
  const { goal } = thread;
  thread.goal = null;
  if (goal !== null) recordGoal(thread, null, 'cleared', { ...goal, timeUsedSeconds: null }, at);
}

/**
 * Within a turn, the model creates a goal, or reports that it is reached or blocked, by a tool call of its own. It does so
 * also where it reports the same again.
 */
function countGoalTool(thread: Thread, turn: Turn | null, isNew: boolean, status: string): void {
  if (!isNew && status !== 'complete' && status !== 'blocked') return;
  if (turn !== null) countControlTool(turn, `goal ${String(thread.goalCalls)}`);
  thread.goalCalls += 1;
}

function recordGoal(
  thread: Thread,
  turn: Turn | null,
  eventKind: GoalFacts['eventKind'],
  goal: Goal,
  at: number,
): void {
  const ordinal = thread.goalEvents;
  thread.goalEvents += 1;
  const facts: GoalFacts = {
    type: 'goal',
    startMs: at,
    endMs: at,
    endReason: null,
    turnId: turn?.id ?? null,
    eventKind,
    goalStatus: snakeCase(goal.status),
    hasTokenBudget: goal.tokenBudget !== null,
    tokensUsed: goal.tokensUsed,
    timeUsedSeconds: goal.timeUsedSeconds,
    ordinal,
    ...baseFacts(thread),
  };
  recordSpan(thread, facts, turn?.span ?? parentForChildren(thread), [eventKind, ordinal, at]);
}
