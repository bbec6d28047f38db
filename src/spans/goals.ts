import type { Notification } from '../protocol/schema/messages.js';
import type { GoalFacts } from '../session/facts/index.js';
import type { Room } from './room.js';
import { snakeCase } from './snake-case.js';
import type { ThreadState } from './threads.js';
import type { TurnState } from './turns.js';
import { isBefore } from './versions.js';

type Goal = Notification<'thread/goal/updated'>['goal'];

/** What became of a thread's goal: a span without length for each thing that happened to it. */
export class Goals {
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  /** `thread/goal/updated`: made, worked on, or in another state; nothing where it only repeats itself. */
  updated(thread: ThreadState, turn: TurnState | null, goal: Goal, at: number): void {
    const before = thread.goal;
    const { status, tokensUsed, timeUsedSeconds } = goal;
    thread.goal = { status, hasTokenBudget: goal.tokenBudget !== null, tokensUsed, timeUsedSeconds };
    const wasSet = thread.requested.take('thread/goal/set');
    // A thread that is opened again tells of the goal that it had all along.
    const wasOpenedAgain = thread.mode === 'resumed' || thread.mode === 'forked';
    if (before === null && turn === null && wasOpenedAgain && !wasSet) return;
    const isAccounted = before !== null && tokensUsed !== before.tokensUsed;
    if (before === null || status !== before.status || !isAccounted)
      this.#countTool(thread, turn, before === null, goal);
    if (before === null) return this.#record(thread, turn, 'created', goal, at);
    if (isAccounted || timeUsedSeconds !== before.timeUsedSeconds)
      this.#record(thread, turn, 'usage_accounted', goal, at);
    if (goal.status !== before.status) this.#record(thread, turn, 'status_changed', goal, at);
  }

  /** `thread/goal/cleared`; newer versions say so of threads that never had a goal, too. */
  cleared(thread: ThreadState, at: number): void {
    const before = thread.goal;
    thread.goal = null;
    if (before === null) return;
    const { status, tokensUsed, hasTokenBudget } = before;
    const goal = { status, tokensUsed, timeUsedSeconds: null, tokenBudget: hasTokenBudget ? 1 : null };
    this.#record(thread, null, 'cleared', goal, at);
  }

  /**
   * In a turn it is the model that makes a goal or says that it is reached or cannot be, each by a tool call of its own,
   * also where it only says so again.
   */
  #countTool(thread: ThreadState, turn: TurnState | null, created: boolean, { status }: Goal): void {
    if (!created && status !== 'complete' && status !== 'blocked') return;
    turn?.countControlTool(`goal ${String(thread.goalCalls)}`);
    thread.goalCalls += 1;
  }

  #record(
    thread: ThreadState,
    turn: TurnState | null,
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
      ...thread.about(),
      ...(isBefore(thread.runtime, 'goals have events') && { client: null }),
      endReason: null,
      turnId: turn?.id ?? null,
      eventKind,
      goalStatus: snakeCase(goal.status),
      hasTokenBudget: goal.tokenBudget !== null,
      tokensUsed: goal.tokensUsed,
      timeUsedSeconds: goal.timeUsedSeconds,
      ordinal,
    };
    (turn ?? thread).gate.when(() => {
      this.#room.spans.record(facts, { parent: turn?.span ?? thread.top, identity: [eventKind, ordinal, at] });
    });
  }
}
