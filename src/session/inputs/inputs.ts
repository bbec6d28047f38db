import type { UserAnswered, UserRequested, UserResolved } from '../../protocol/observation.js';
import type { ApprovalMethod, UserMethod } from '../../protocol/schema/messages.js';
import type { EndReason, UserInputFacts, UserInputRequestFacts } from '../facts/index.js';
import { findOpenMcpCall, latestItem } from '../items/occurrences.js';
import type { Connection, Thread, Turn, UserInput } from '../state.js';
import { baseFacts } from '../threads/lineage.js';
import { confirmTurn } from '../turns/beginning.js';
import { countControlTool } from '../turns/totals/counts.js';
import { awaitAnswer, openWork } from '../work.js';

type QuestionMethod = Exclude<UserMethod, ApprovalMethod>;

/** The server asks a person something. Asked again, or on another connection, it is the same question. */
export function userInputRequested(thread: Thread, turn: Turn | null, seen: UserRequested<QuestionMethod>): void {
  const { request, id: requestId, at } = seen;
  const { kind, itemId, mcpTool } = outlineOf(seen);
  if (turn !== null) confirmTurn(turn);
  if (turn !== null && kind === 'question' && itemId !== null) countControlTool(turn, itemId);
  const { userInputs } = turn ?? thread;
  if (userInputs.has(request)) return;
  const startMs = seen.params.startedAtMs ?? at;
  const item = turn && (itemId === null ? mcpTool && findOpenMcpCall(turn, mcpTool) : latestItem(turn, itemId));
  const input: UserInput = {
    thread,
    turn,
    requestId,
    kind,
    itemId: itemId ?? item?.item.id ?? null,
    startMs,
    span: thread.session.spans.open(),
    hasEnded: false,
  };
  openWork(input, {
    among: userInputs,
    key: request,
    what: 'user input',
    close: closeUserInput,
    subject: { type: 'user_input', kind },
    parent: item?.span,
    identity: [turn?.id ?? null, kind, requestId, startMs],
  });
  awaitAnswer(input, requestFacts(input));
}

interface Outline {
  readonly kind: UserInputFacts['kind'];
  /** The item of the question, where the request names one. */
  readonly itemId: string | null;
  /** The MCP tool whose call waits for the answer, where the request names one; older versions name its server alone. */
  readonly mcpTool: { readonly server: string; readonly tool: string | null } | null;
}

function outlineOf({ method, params }: UserRequested<QuestionMethod>): Outline {
  if (method === 'item/tool/requestUserInput') return { kind: 'question', itemId: params.itemId, mcpTool: null };
  const { serverName: server, _meta: meta } = params;
  if (meta?.codex_approval_kind !== 'mcp_tool_call') return { kind: 'elicitation', itemId: null, mcpTool: null };
  return { kind: 'mcp_approval', itemId: null, mcpTool: server === null ? null : { server, tool: meta.tool_name } };
}

/** A client answers. */
export function userInputAnswered(
  thread: Thread,
  turn: Turn | null,
  seen: UserAnswered<QuestionMethod>,
  by: Connection,
): void {
  const { request, answer: outcome, at: endMs } = seen;
  const input = (turn ?? thread).userInputs.get(request);
  if (input && !input.hasEnded) endUserInput(input, { endMs, outcome, connectionId: by.id, endReason: null });
}

/**
 * The server needs no answer any more. Nothing reports whether another client answered, or whether the question answered
 * itself after a while (`autoResolutionMs`).
 */
export function userInputResolved(thread: Thread, turn: Turn | null, { request, at: endMs }: UserResolved): void {
  const input = (turn ?? thread).userInputs.get(request);
  if (!input || input.hasEnded) return;
  const isInterrupted = turn !== null && (turn.completion?.status === 'interrupted' || turn.interruptWasAccepted);
  endUserInput(input, { endMs, outcome: isInterrupted ? 'aborted' : null, connectionId: null, endReason: null });
}

/** Ends a question that its turn or its thread left open. */
export function closeUserInput(input: UserInput, endMs: number, endReason: EndReason): void {
  if (input.hasEnded) return;
  endUserInput(input, { endMs: Math.max(endMs, input.startMs), outcome: null, connectionId: null, endReason });
}

function endUserInput(
  input: UserInput,
  { endMs, endReason, outcome, connectionId }: Pick<UserInputFacts, 'endMs' | 'endReason' | 'outcome' | 'connectionId'>,
): void {
  input.hasEnded = true;
  input.thread.server.waiting.delete(input);
  input.span.end({ endMs, endReason, outcome, connectionId, ...requestFacts(input) });
}

function requestFacts({ thread, turn, startMs, requestId, itemId, kind }: UserInput): UserInputRequestFacts {
  return { type: 'user_input', startMs, turnId: turn?.id ?? null, requestId, itemId, kind, ...baseFacts(thread) };
}
