import type { Notified } from '../../protocol/observation.js';
import type { WaitingFacts } from '../facts/index.js';
import type { Thread } from '../state.js';
import { confirmTurn } from '../turns/beginning.js';
import { awaitAnswer } from '../work.js';
import { baseFacts } from '../threads/lineage.js';

const FLAGS = [
  ['approval', 'waitingOnApproval'],
  ['user_input', 'waitingOnUserInput'],
] as const;

/** `thread/status/changed` reports that the thread waits for a person, or no longer does. */
export function statusChanged(thread: Thread, { params: { status }, at }: Notified<'thread/status/changed'>): void {
  for (const [kind, flag] of FLAGS) {
    if (!status.activeFlags.includes(flag)) endWait(thread, kind);
    else if (!thread.waits.has(kind)) beginWait(thread, kind, at);
  }
}

/** Nobody waits in the thread any more. */
export function endWaits(thread: Thread): void {
  for (const [kind] of FLAGS) endWait(thread, kind);
}

function beginWait(thread: Thread, kind: WaitingFacts['kind'], startMs: number): void {
  const turn = thread.activeTurn;
  if (turn !== null) confirmTurn(turn);
  const wait = { thread, turn, startMs, span: turn?.span ?? thread.anchor, hasEnded: false };
  thread.waits.set(kind, wait);
  awaitAnswer(wait, { type: 'waiting', kind, startMs, turnId: turn?.id ?? null, ...baseFacts(thread) });
}

function endWait(thread: Thread, kind: WaitingFacts['kind']): void {
  const wait = thread.waits.get(kind);
  if (wait === undefined) return;
  thread.waits.delete(kind);
  thread.server.waiting.delete(wait);
}
