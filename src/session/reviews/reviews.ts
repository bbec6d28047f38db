import type { Notified, UserAnswered, UserRequested, UserResolved } from '../../protocol/observation.js';
import type { ApprovalMethod } from '../../protocol/schema/messages.js';
import { snakeCase } from '../../snake-case.js';
import type { EndReason, ItemFacts, ReviewFacts, ReviewRequestFacts } from '../facts/index.js';
import { latestItem } from '../items/occurrences.js';
import type { Connection, Review, Thread, Turn } from '../state.js';
import { baseFacts, dialectOfThread, mayHaveOtherClients } from '../threads/lineage.js';
import { confirmTurn } from '../turns/beginning.js';
import { awaitAnswer, openWork } from '../work.js';
import { ABORTED, UNRESOLVED, automaticResolutionOf, resolutionOf, summarize, type Resolution } from './resolution.js';
import { subjectOfAction, subjectOfRequest } from './subject.js';

/** The server asks a user for an approval. Asked again, or on another connection, it is the same review. */
export function reviewRequested(turn: Turn, request: UserRequested<ApprovalMethod>): void {
  const { request: key, params, at } = request;
  const id = `user:${request.id}`;
  confirmTurn(turn);
  if (turn.reviews.has(key) || turn.memory.evicted.has(key) || wasAsked(turn, id, params.startedAtMs)) return;
  const source = latestItem(turn, params.itemId)?.item;
  const isUnified = source?.type === 'commandExecution' && source.source.startsWith('unifiedExec');
  openReview(turn, {
    key,
    id,
    startedAtMs: params.startedAtMs,
    reviewer: 'user',
    subject: subjectOfRequest(request),
    itemId: params.itemId,
    commandSource: isUnified ? 'unified_exec' : null,
    startMs: params.startedAtMs ?? at,
  });
}

/** Whether a review ended that is asked on another connection only now. */
function wasAsked({ reviews }: Turn, reviewId: string, startedAtMs: number | null): boolean {
  if (startedAtMs === null) return false;
  for (const { id, startMs, hasEnded } of reviews.values())
    if (hasEnded && id === reviewId && startMs === startedAtMs) return true;
  return false;
}

/**
 * A client answers. The first answer counts, unless the turn has ended or its interrupt was accepted: then the server no
 * longer waits for one.
 */
export function reviewAnswered(
  turn: Turn,
  { request, answer, at }: UserAnswered<ApprovalMethod>,
  by: Connection,
): void {
  const review = turn.reviews.get(request);
  if (review === undefined || review.hasEnded) return;
  if (turn.endMs !== null || turn.interruptWasAccepted) {
    review.lateAnswer ??= { at, by };
    turn.thread.server.waiting.delete(review);
  } else endReview(review, { endMs: at, by, ...resolutionOf(answer, dialectOfThread(turn.thread)) });
}

/**
 * The server needs no answer any more. Without an answer on any connection here, the review was aborted; or another client
 * of a WebSocket server answered, and only the end of the review's item may report how.
 */
export function reviewResolved(turn: Turn, { request, at }: UserResolved<ApprovalMethod>): void {
  const review = turn.reviews.get(request);
  if (review === undefined || review.hasEnded) return;
  if (turn.endMs !== null || turn.interruptWasAccepted || review.lateAnswer || !mayHaveOtherClients(turn.thread))
    endReview(review, { endMs: at, ...ABORTED });
  else {
    review.resolvedAtMs = at;
    turn.thread.server.waiting.delete(review);
    turn.unansweredReviews.add(review);
  }
}

/**
 * Ends the reviews that were resolved without an answer here, when their item ends (`ended`) or their turn does (null). An
 * item that ran was approved, for how long nothing reports; an item that was declined was denied. Items may end after their
 * turn: what is open then is waited for, unless the turn was interrupted.
 */
export function settleUnansweredReviews(
  turn: Turn,
  ended: { readonly itemId: string; readonly terminalStatus: ItemFacts['terminalStatus'] } | null,
): void {
  for (const review of turn.unansweredReviews) {
    if (ended === null ? isItemAwaited(turn, review) : review.itemId !== ended.itemId) continue;
    turn.unansweredReviews.delete(review);
    const endMs = review.resolvedAtMs ?? turn.lastSeenMs;
    endReview(review, { endMs, ...resolutionByEnd(turn, ended?.terminalStatus ?? null) });
  }
}

function isItemAwaited(turn: Turn, { itemId }: Review): boolean {
  const item = itemId === null ? undefined : latestItem(turn, itemId);
  return item?.hasEnded === false && turn.completion?.status !== 'interrupted';
}

function resolutionByEnd({ completion }: Turn, itemStatus: ItemFacts['terminalStatus']): Resolution {
  if (itemStatus === 'completed' || itemStatus === 'failed') return { status: 'approved', resolution: null };
  if (itemStatus === 'rejected') return { status: 'denied', resolution: 'none' };
  return itemStatus === 'interrupted' || completion?.status === 'interrupted' ? ABORTED : UNRESOLVED;
}

/** `item/autoApprovalReview/completed` */
export function guardianCompleted(turn: Turn, seen: Notified<'item/autoApprovalReview/completed'>): void {
  const { params, at } = seen;
  const review = guardianStarted(turn, seen);
  const { status, riskLevel, userAuthorization } = params.review;
  if (review === undefined || review.hasEnded || status === 'inProgress') return;
  const endMs = params.completedAtMs ?? at;
  endReview(review, { endMs, riskLevel, userAuthorization, ...automaticResolutionOf(status) });
}

/** Ends a review that its turn left open, at the turn's end. A late answer that nobody resolved was its end. */
export function closeReview(review: Review, endMs: number, endReason: EndReason): void {
  if (review.hasEnded) return;
  const { turn, lateAnswer, startMs, resolvedAtMs } = review;
  turn.unansweredReviews.delete(review);
  if (lateAnswer) endReview(review, { endMs: lateAnswer.at, by: lateAnswer.by, ...ABORTED });
  else if (resolvedAtMs !== null) endReview(review, { endMs: resolvedAtMs, ...UNRESOLVED });
  else endReview(review, { endMs: Math.max(endMs, startMs), endReason, ...UNRESOLVED });
}

/**
 * `item/autoApprovalReview/started`
 *
 * @returns the guardian's review of this id, opened at its first message; undefined where a limit ended it.
 */
export function guardianStarted(
  turn: Turn,
  { params, at }: Notified<'item/autoApprovalReview/started' | 'item/autoApprovalReview/completed'>,
): Review | undefined {
  const { reviewId, targetItemId, action, startedAtMs } = params;
  const existing = turn.reviews.get(reviewId);
  if (existing || turn.memory.evicted.has(reviewId)) return existing;
  return openReview(turn, {
    key: reviewId,
    id: reviewId,
    startedAtMs,
    reviewer: 'guardian',
    subject: subjectOfAction(action),
    itemId: targetItemId,
    commandSource: action.source === null ? null : snakeCase(action.source),
    startMs: startedAtMs ?? at,
  });
}

type ReviewStart = Omit<
  Review,
  'thread' | 'turn' | 'hadConnectedClient' | 'lateAnswer' | 'resolvedAtMs' | 'span' | 'hasEnded'
>;

function openReview(turn: Turn, start: ReviewStart): Review {
  const { key, id, reviewer, itemId, startMs } = start;
  const review: Review = Object.assign(start, {
    thread: turn.thread,
    turn,
    hadConnectedClient: reviewer === 'guardian' || hadClientAt(turn.thread, startMs),
    lateAnswer: null,
    resolvedAtMs: null,
    span: turn.session.spans.open(),
    hasEnded: false,
  });
  turn.reviewCount += 1;
  const item = itemId === null ? undefined : latestItem(turn, itemId);
  const subject = { type: 'review', reviewer } as const;
  const identity = [turn.id, id, startMs];
  openWork(review, { among: turn.reviews, key, what: 'review', close: evict, subject, parent: item?.span, identity });
  // Nobody knows the subject of an action that analytics does not know: no request event is sent of such a review.
  if (review.subject !== null) awaitAnswer(review, requestFacts(review));
  return review;
}

function evict(oldest: Review, endMs: number, endReason: EndReason): void {
  oldest.turn.memory.evicted.add(oldest.key);
  closeReview(oldest, endMs, endReason);
}

/** Whether a client was connected to the thread at this time. */
const hadClientAt = ({ clientless }: Thread, at: number): boolean =>
  clientless === null || at < clientless.from || (clientless.to !== null && at > clientless.to);

interface ReviewEnd extends Resolution {
  readonly endMs: number;
  readonly endReason?: EndReason;
  readonly by?: Connection | null;
  readonly riskLevel?: string | null;
  readonly userAuthorization?: string | null;
}

function endReview(review: Review, end: ReviewEnd): void {
  review.hasEnded = true;
  const { subject, thread } = review;
  thread.server.waiting.delete(review);
  addToItem(review, end);
  const by = end.by ?? null;
  const facts: ReviewFacts = Object.assign(requestFacts(review), {
    endMs: end.endMs,
    endReason: end.endReason ?? null,
    // A review of an action that analytics does not know has a span and no event.
    status: subject && end.status,
    resolution: subject && end.resolution,
    decidedBy: by?.client ?? null,
    connectionId: by?.id ?? null,
    riskLevel: end.riskLevel ?? null,
    userAuthorization: end.userAuthorization ?? null,
  });
  review.span.end(facts);
}

function requestFacts(review: Review): ReviewRequestFacts {
  const { thread, turn, subject, itemId } = review;
  return {
    type: 'review',
    startMs: review.startMs,
    turnId: turn.id,
    itemId: itemId && withoutHost(itemId),
    reviewId: review.id,
    reviewer: review.reviewer,
    subjectKind: subject?.subjectKind ?? 'command_execution',
    subjectName: subject?.subjectName ?? 'unknown',
    trigger: subject?.trigger ?? 'initial',
    hadConnectedClient: review.hadConnectedClient,
    startedAtMs: review.startedAtMs,
    commandSource: review.commandSource,
    ...baseFacts(thread),
  };
}

/** Adds a resolved review to its item, unless the item has ended, or Codex's analytics does not know the review. */
function addToItem(review: Review, resolution: Resolution): void {
  const { turn, subject, itemId, reviewer, hadConnectedClient, startedAtMs } = review;
  const { memory } = turn;
  if (subject === null || itemId === null || !hadConnectedClient) return;
  if (reviewer === 'user' && (startedAtMs === null || subject.isCheckpoint)) return;
  if (latestItem(turn, itemId)?.hasEnded) return;
  const summary = summarize(memory.reviewSummaries.get(itemId), reviewer, subject, resolution);
  if (summary) memory.reviewSummaries.set(itemId, summary);
}

/**
 * The item id of a network approval is made up and names the host: `network#local#http#HOST#80#uuid`, in older versions
 * `network#local#http#HOST#80` or `network#http#HOST#80`. It leaves without the host.
 */
function withoutHost(itemId: string): string {
  return itemId.replace(/^(network#.*#)[^#]*(?=#\d+(?:#[^#]*)?$)/, '$1');
}
