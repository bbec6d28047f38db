import type { UserInputAnswered, UserInputRequested, UserInputResolved } from '../../protocol/observation.js';
import type { EndReason, UserInputFacts, UserInputRequestFacts } from '../facts/index.js';
import { findOpenMcpCall, latestItem } from '../items/occurrences.js';
import type { Connection, Thread, Turn, UserInput } from '../state.js';
import { baseFacts } from '../threads/lineage.js';
import { parentForChildren } from '../threads/opening.js';
import { awaitAnswer, openWork } from '../work.js';

/** The server asks a person something. Asked again, or on another connection, it is the same question. */
export function userInputRequested(
  thread: Thread,
  turn: Turn | null,
  { request, requestId, kind, itemId, mcpTool, startedAtMs, at }: UserInputRequested,
): void {
  const owner = turn ?? thread;
  if (owner.userInputs.has(request)) return;
  const startMs = startedAtMs ?? at;
  const item = turn && (itemId === null ? mcpTool && findOpenMcpCall(turn, mcpTool) : latestItem(turn, itemId));
  const input: UserInput = {
    requestId,
    kind,
    itemId: itemId ?? item?.item.id ?? null,
    startMs,
    span: thread.session.spans.open(),
    hasEnded: false,
  };
  const evict = (oldest: UserInput) => {
    closeUserInput(thread, turn, oldest, thread.lastHeard, 'limit_reached');
  };
  openWork({ holder: owner, among: owner.userInputs, key: request, what: 'user input', evict }, input, {
    subject: { type: 'user_input', kind },
    parent: item?.span ?? turn?.span ?? parentForChildren(thread),
    threadId: thread.id,
    identity: [turn?.id ?? null, kind, requestId, startMs],
  });
  awaitAnswer(thread.server, input, requestFacts(thread, turn, input));
}

/** A client answers. */
export function userInputAnswered(
  thread: Thread,
  turn: Turn | null,
  { request, outcome, at }: UserInputAnswered,
  by: Connection,
): void {
  const input = (turn ?? thread).userInputs.get(request);
  if (input && !input.hasEnded) endUserInput(thread, turn, input, { endMs: at, outcome, by, endReason: null });
}

/**
 * The server needs no answer any more. Nothing reports whether another client answered, or whether the question answered
 * itself after a while (`autoResolutionMs`).
 */
export function userInputResolved(thread: Thread, turn: Turn | null, { request, at }: UserInputResolved): void {
  const input = (turn ?? thread).userInputs.get(request);
  if (!input || input.hasEnded) return;
  const isInterrupted = turn !== null && (turn.completion?.status === 'interrupted' || turn.interruptWasAccepted);
  const outcome = isInterrupted ? 'aborted' : null;
  endUserInput(thread, turn, input, { endMs: at, outcome, by: null, endReason: null });
}

/** Ends a question that its turn or its thread left open. */
export function closeUserInput(
  thread: Thread,
  turn: Turn | null,
  input: UserInput,
  endMs: number,
  endReason: EndReason,
): void {
  if (input.hasEnded) return;
  const end = { endMs: Math.max(endMs, input.startMs), outcome: null, by: null, endReason };
  endUserInput(thread, turn, input, end);
}

interface InputEnd extends Pick<UserInputFacts, 'endMs' | 'outcome' | 'endReason'> {
  readonly by: Connection | null;
}

function endUserInput(thread: Thread, turn: Turn | null, input: UserInput, end: InputEnd): void {
  input.hasEnded = true;
  thread.server.waiting.delete(input);
  input.span.end({
    endMs: end.endMs,
    endReason: end.endReason,
    outcome: end.outcome,
    connectionId: end.by?.id ?? null,
    ...requestFacts(thread, turn, input),
  });
}

function requestFacts(thread: Thread, turn: Turn | null, input: UserInput): UserInputRequestFacts {
  return {
    type: 'user_input',
    startMs: input.startMs,
    turnId: turn?.id ?? null,
    requestId: input.requestId,
    itemId: input.itemId,
    kind: input.kind,
    ...baseFacts(thread),
  };
}
