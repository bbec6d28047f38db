import type { ApprovalAnswered, ApprovalRequested, ApprovalResolved, Notified } from '../protocol/observation.js';
import { keepWithin } from '../bounded.js';
import type { ConnectionState } from './connections.js';
import type { EndReason, ReviewFacts } from '../session/facts/index.js';
import type { ReviewState } from './open.js';
import {
  ABORTED,
  UNRESOLVED,
  automaticResolutionOf,
  resolutionOf,
  subjectOfAction,
  subjectOfRequest,
  summarize,
} from './review-detail.js';
import type { Room } from './room.js';
import { snakeCase } from './snake-case.js';
import type { TurnState } from './turns.js';

interface End extends Pick<ReviewFacts, 'status' | 'resolution'> {
  readonly endMs: number;
  readonly endReason?: EndReason;
  readonly by?: ConnectionState | null;
  readonly riskLevel?: string | null;
  readonly userAuthorization?: string | null;
}

/** The reviews of a turn: by its user (approval requests) and by the guardian (automatic reviews). */
export class Reviews {
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  /** The server asks; asked again, or on another connection, it is the same review. */
  requested(turn: TurnState, request: ApprovalRequested): void {
    const { reviewId, params, at } = request;
    if (turn.reviews.has(reviewId) || turn.givenUp.has(reviewId)) return;
    const source = turn.items.get(params.itemId)?.item;
    const unified = source?.type === 'commandExecution' && source.source.startsWith('unifiedExec');
    this.#start(turn, {
      id: reviewId,
      reviewer: 'user',
      subject: subjectOfRequest(request),
      itemId: params.itemId,
      commandSource: unified ? 'unified_exec' : null,
      startMs: params.startedAtMs ?? at,
    });
  }

  /** A client answers. The first answer counts, unless the turn is over: then the server no longer hears it. */
  answered(turn: TurnState, { reviewId, answer, at }: ApprovalAnswered, by: ConnectionState | null): void {
    const review = turn.reviews.get(reviewId);
    if (review === undefined || review.isOver) return;
    if (turn.completion !== null) review.lateAnswer ??= { at, by };
    else this.#end(turn, review, { ...resolutionOf(answer, turn.thread.runtime), endMs: at, by });
  }

  /** The server needs no answer any more; without one before, the review was aborted. */
  resolved(turn: TurnState, { reviewId, at }: ApprovalResolved): void {
    const review = turn.reviews.get(reviewId);
    if (review !== undefined && !review.isOver) this.#end(turn, review, { ...ABORTED, endMs: at });
  }

  /** `item/autoApprovalReview/started` */
  automaticStarted(
    turn: TurnState,
    { params, at }: Notified<'item/autoApprovalReview/started'>,
  ): ReviewState | undefined {
    const { reviewId, targetItemId, action, startedAtMs } = params;
    const known = turn.reviews.get(reviewId);
    if (known || turn.givenUp.has(reviewId)) return known;
    return this.#start(turn, {
      id: reviewId,
      reviewer: 'guardian',
      subject: subjectOfAction(action),
      itemId: targetItemId,
      commandSource: action.source === null ? null : snakeCase(action.source),
      startMs: startedAtMs ?? at,
    });
  }

  /** `item/autoApprovalReview/completed` */
  automaticCompleted(turn: TurnState, observation: Notified<'item/autoApprovalReview/completed'>): void {
    const { params, at } = observation;
    const review = this.automaticStarted(turn, { ...observation, method: 'item/autoApprovalReview/started' });
    const { status, riskLevel, userAuthorization } = params.review;
    if (review === undefined || review.isOver || status === 'inProgress') return;
    this.#end(turn, review, {
      ...automaticResolutionOf(status),
      endMs: params.completedAtMs ?? at,
      riskLevel,
      userAuthorization,
    });
  }

  /** Ends what the turn left open, at the turn's end; a late answer that nobody resolved was its end. */
  close(turn: TurnState, review: ReviewState, endMs: number, endReason: EndReason): void {
    if (review.isOver) return;
    if (review.lateAnswer)
      this.#end(turn, review, { ...ABORTED, endMs: review.lateAnswer.at, by: review.lateAnswer.by });
    else this.#end(turn, review, { ...UNRESOLVED, endMs: Math.max(endMs, review.startMs), endReason });
  }

  #start(turn: TurnState, start: Omit<ReviewState, 'span' | 'isOver' | 'lateAnswer' | 'hadConnectedClient'>): ReviewState {
    const { alone } = turn.thread;
    const hadConnectedClient =
      start.reviewer === 'guardian' || alone === null || start.startMs < alone.from || start.startMs > alone.to;
    const review: ReviewState = { ...start, hadConnectedClient, lateAnswer: null, span: undefined, isOver: false };
    turn.reviews.set(review.id, review);
    const { limits, counters } = this.#room;
    const dropped = (oldest: ReviewState) => {
      turn.givenUp.add(oldest.id);
      this.close(turn, oldest, turn.thread.lastHeard, 'limit_reached');
    };
    keepWithin(turn.reviews, { size: limits.itemsPerTurn, what: 'review', counters, dropped });
    turn.reviewCount += 1;
    const item = review.itemId === null ? undefined : turn.items.get(review.itemId);
    turn.gate.when(() => {
      review.span = this.#room.spans.start({
        type: 'review',
        name: `codex.review ${review.reviewer}`,
        startMs: review.startMs,
        parent: item?.span ?? turn.span,
        threadId: turn.thread.id,
        identity: [turn.id, review.id, review.startMs],
      });
    });
    return review;
  }

  #end(turn: TurnState, review: ReviewState, end: End): void {
    review.isOver = true;
    const { subject, itemId } = review;
    const { thread } = turn;
    if (subject !== null && itemId !== null && review.hadConnectedClient) {
      const summary = summarize(turn.summaries.get(itemId), review.reviewer, subject, end);
      if (summary && !turn.completedItems.has(itemId)) turn.summaries.set(itemId, summary);
    }
    const by = end.by ?? null;
    const facts: ReviewFacts = {
      type: 'review',
      startMs: review.startMs,
      endMs: end.endMs,
      ...thread.about(),
      endReason: end.endReason ?? null,
      turnId: turn.id,
      itemId: itemId && withoutHost(itemId),
      reviewId: review.id,
      reviewer: review.reviewer,
      subjectKind: subject?.subjectKind ?? 'command_execution',
      subjectName: subject?.subjectName ?? 'unknown',
      trigger: subject?.trigger ?? 'initial',
      hadConnectedClient: review.hadConnectedClient,
      // An action that no analytics knows makes a span and no event.
      status: subject && end.status,
      resolution: subject && end.resolution,
      commandSource: review.commandSource,
      decidedBy: by?.client ?? null,
      connectionId: by?.id ?? null,
      riskLevel: end.riskLevel ?? null,
      userAuthorization: end.userAuthorization ?? null,
    };
    turn.gate.when(() => {
      if (review.span) this.#room.spans.finish(review.span, facts);
    });
  }
}

/**
 * A network approval's item id is made up and names the host: `network#local#http#HOST#80#uuid` leaves without it. Older
 * versions say less about it: `network#local#http#HOST#80`, `network#http#HOST#80`.
 */
function withoutHost(itemId: string): string {
  return itemId.replace(/^(network#.*#)[^#]*(?=#\d+(?:#[^#]*)?$)/, '$1');
}
