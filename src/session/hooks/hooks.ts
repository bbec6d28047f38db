import type { Notification } from '../../protocol/schema/messages.js';
import type { Notified } from '../../protocol/observation.js';
import type { EndReason, HookFacts } from '../facts/index.js';
import type { Hook, Thread, Turn } from '../state.js';
import { baseFacts } from '../threads/lineage.js';
import { startOf } from '../time.js';
import { openWork } from '../work.js';

type Run = Notification<'hook/started'>['run'];
type Seen = Notified<'hook/started' | 'hook/completed'>;

const STATUSES: readonly string[] = ['completed', 'failed', 'stopped', 'blocked'] satisfies HookFacts['status'][];

/** `hook/started`. The ids of runs repeat within a turn, so `key` is the id and which run of it this is. */
export function hookStarted(thread: Thread, turn: Turn | null, { params: { run }, at }: Seen, key: string): void {
  if (!(turn ?? thread).hooks.has(key)) openHook(thread, turn, run, at, key);
}

/** `hook/completed` */
export function hookCompleted(thread: Thread, turn: Turn | null, { params: { run }, at }: Seen, key: string): void {
  const duration = run.durationMs ?? 0;
  const hook = (turn ?? thread).hooks.get(key) ?? openHook(thread, turn, run, startOf(at, duration), key);
  if (!hook.hasEnded) endHook(hook, run, hook.startMs + duration, null);
}

/** Ends a run that its turn or its thread left open. */
export function closeHook(hook: Hook, endMs: number, endReason: EndReason): void {
  if (!hook.hasEnded) endHook(hook, hook.run, Math.max(endMs, hook.startMs), endReason);
}

function openHook(thread: Thread, turn: Turn | null, run: Run, startMs: number, key: string): Hook {
  const place = turn ?? thread;
  const ordinal = place.hookRuns;
  place.hookRuns += 1;
  const hook: Hook = {
    thread,
    turn,
    run,
    startMs,
    ordinal,
    ranForCodeReviewer: isInCodeReview(thread) && turn?.signs.isCodeReview !== true,
    span: thread.session.spans.open(),
    hasEnded: false,
  };
  const subject = { type: 'hook', eventName: run.eventName } as const;
  const identity = [turn?.id ?? null, run.id, ordinal, startMs];
  return openWork(hook, { among: place.hooks, key, what: 'hook', close: closeHook, subject, identity });
}

/** Whether a code review goes on in the thread. */
function isInCodeReview(thread: Thread): boolean {
  if (!thread.hadCodeReview) return false;
  for (const turn of thread.turns.values()) if (turn.signs.isCodeReview && turn.completion === null) return true;
  return false;
}

function endHook(hook: Hook, run: Run, endMs: number, endReason: EndReason | null): void {
  const { thread, turn } = hook;
  hook.hasEnded = true;
  hook.span.end({
    type: 'hook',
    startMs: hook.startMs,
    endMs,
    endReason,
    turnId: turn?.id ?? null,
    eventName: run.eventName,
    source: run.source,
    handlerType: run.handlerType,
    executionMode: run.executionMode,
    status: endReason === null ? statusOf(run) : null,
    model: (turn?.settings ?? thread.settings).model,
    ordinal: hook.ordinal,
    ranForCodeReviewer: hook.ranForCodeReviewer,
    ...baseFacts(thread),
  });
}

/** A run that completed with the status `running`, or with none, failed. */
const statusOf = ({ status }: Run): HookFacts['status'] =>
  status !== null && STATUSES.includes(status) ? (status as HookFacts['status']) : 'failed';
