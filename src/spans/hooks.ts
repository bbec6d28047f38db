import type { Notification } from '../protocol/schema/messages.js';
import type { Notified } from '../protocol/observation.js';
import { keepWithin } from '../bounded.js';
import type { EndReason, HookFacts } from '../session/facts/index.js';
import type { HookState } from './open.js';
import type { Room } from './room.js';
import type { ThreadState } from './threads.js';
import { startOf } from './time.js';
import type { TurnState } from './turns.js';

type Run = Notification<'hook/started'>['run'];

const STATUSES = new Map<string, HookFacts['status']>(
  Object.entries({
    completed: 'completed',
    failed: 'failed',
    stopped: 'stopped',
    blocked: 'blocked',
  }),
);

/** The hooks of a turn, or of a thread outside its turns. Run ids repeat within a turn, so runs are told apart by count. */
export class Hooks {
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  started(
    thread: ThreadState,
    turn: TurnState | null,
    { params: { run }, at }: Notified<'hook/started'>,
    nth: number,
  ): void {
    const hooks = (turn ?? thread).hooks;
    const key = `${run.id}#${String(nth)}`;
    if (!hooks.has(key)) this.#start(thread, turn, run, at, key);
  }

  completed(
    thread: ThreadState,
    turn: TurnState | null,
    { params: { run }, at }: Notified<'hook/completed'>,
    nth: number,
  ): void {
    const key = `${run.id}#${String(nth)}`;
    const duration = run.durationMs ?? 0;
    const state = (turn ?? thread).hooks.get(key) ?? this.#start(thread, turn, run, startOf(at, duration), key);
    if (!state.isOver) this.#end(thread, turn, state, run, state.startMs + duration, null);
  }

  close(thread: ThreadState, turn: TurnState | null, state: HookState, endMs: number, endReason: EndReason): void {
    if (!state.isOver) this.#end(thread, turn, state, state.run, Math.max(endMs, state.startMs), endReason);
  }

  #start(thread: ThreadState, turn: TurnState | null, run: Run, startMs: number, key: string): HookState {
    const owner = turn ?? thread;
    const ranForCodeReviewer = thread.isInReview && turn?.isReview !== true;
    const state: HookState = { run, startMs, ordinal: owner.hookRuns, ranForCodeReviewer, span: undefined, isOver: false };
    owner.hookRuns += 1;
    owner.hooks.set(key, state);
    const { limits, counters } = this.#room;
    const dropped = (oldest: HookState) => this.close(thread, turn, oldest, thread.lastHeard, 'limit_reached');
    keepWithin(owner.hooks, { size: limits.itemsPerTurn, what: 'hook', counters, dropped });
    owner.gate.when(() => {
      state.span = this.#room.spans.start({
        type: 'hook',
        name: `codex.hook ${run.eventName}`,
        startMs,
        parent: turn?.span ?? thread.top,
        threadId: thread.id,
        identity: [turn?.id ?? null, run.id, state.ordinal, startMs],
      });
    });
    return state;
  }

  #end(
    thread: ThreadState,
    turn: TurnState | null,
    state: HookState,
    run: Run,
    endMs: number,
    endReason: EndReason | null,
  ): void {
    state.isOver = true;
    const facts: HookFacts = {
      type: 'hook',
      startMs: state.startMs,
      endMs,
      ...thread.about(),
      endReason,
      turnId: turn?.id ?? null,
      eventName: run.eventName,
      source: run.source,
      handlerType: run.handlerType,
      executionMode: run.executionMode,
      // A run that is said to have completed while running failed.
      status: endReason === null ? (STATUSES.get(run.status ?? '') ?? 'failed') : null,
      model: (turn?.settings ?? thread.settings).model,
      ordinal: state.ordinal,
      ranForCodeReviewer: state.ranForCodeReviewer,
    };
    (turn ?? thread).gate.when(() => {
      if (state.span) this.#room.spans.finish(state.span, facts);
    });
  }
}
