import type { Attributes, BatchObservableResult, Meter, Observable } from '@opentelemetry/api';
import type { RequestFacts } from '../session/facts/index.js';
import { ATTR } from '../spans/conventions.js';

/** The reviews and questions that wait, and the time by which they do. */
export interface Waiting {
  readonly requests: () => readonly RequestFacts[];
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** The requests of one kind that wait. */
interface Group {
  readonly type: 'review' | 'user_input';
  readonly attributes: Attributes;
  open: number;
  oldestMs: number;
}

/**
 * How many reviews and questions wait for an answer, and for how long the oldest of them has. Attributes that once had a
 * value go on with zero: a series that only stops would keep its last value in a back end.
 */
export class WaitingMetrics {
  readonly #waiting: Waiting;
  /** By what they have in common; few, because each attribute has few values. */
  readonly #groups = new Map<string, Group>();

  constructor(waiting: Waiting) {
    this.#waiting = waiting;
  }

  /** The instruments, and a function that observes them all. */
  on(meter: Meter): { readonly observables: Observable[]; readonly observe: (result: BatchObservableResult) => void } {
    const openReviews = meter.createObservableUpDownCounter('codex.review.open', {
      unit: '{review}',
      description: 'Reviews that wait for a decision.',
    });
    const oldestReview = meter.createObservableGauge('codex.review.oldest_wait', {
      unit: 's',
      description: 'How long the review that waits longest has been waiting; 0 where none waits.',
    });
    const openInputs = meter.createObservableUpDownCounter('codex.user_input.open', {
      unit: '{question}',
      description: 'Questions that wait for an answer.',
    });
    const oldestInput = meter.createObservableGauge('codex.user_input.oldest_wait', {
      unit: 's',
      description: 'How long the question that waits longest has been waiting; 0 where none waits.',
    });
    const instruments = {
      review: { open: openReviews, oldest: oldestReview },
      user_input: { open: openInputs, oldest: oldestInput },
    };
    return {
      observables: [openReviews, oldestReview, openInputs, oldestInput],
      observe: (result) => {
        const now = this.#waiting.now();
        for (const { type, attributes, open, oldestMs } of this.#count()) {
          result.observe(instruments[type].open, open, attributes);
          result.observe(instruments[type].oldest, open === 0 ? 0 : Math.max(0, now - oldestMs) / 1000, attributes);
        }
      },
    };
  }

  /** A request begins: its attributes have a value from now on, also if it ends before the next collection. */
  began(request: RequestFacts): void {
    this.#groupOf(request);
  }

  #count(): Iterable<Group> {
    for (const group of this.#groups.values()) Object.assign(group, { open: 0, oldestMs: Infinity });
    for (const request of this.#waiting.requests()) {
      const group = this.#groupOf(request);
      group.open += 1;
      group.oldestMs = Math.min(group.oldestMs, request.startMs);
    }
    return this.#groups.values();
  }

  #groupOf(request: RequestFacts): Group {
    const { type, attributes } = seriesOf(request);
    const key = `${type} ${Object.values(attributes).join(' ')}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { type, attributes, open: 0, oldestMs: Infinity };
      this.#groups.set(key, group);
    }
    return group;
  }
}

function seriesOf(request: RequestFacts): Pick<Group, 'type' | 'attributes'> {
  switch (request.type) {
    case 'review': {
      const { reviewer, subjectKind } = request;
      return { type: 'review', attributes: { [ATTR.reviewer]: reviewer, [ATTR.reviewSubject]: subjectKind } };
    }
    case 'user_input':
      return { type: 'user_input', attributes: { [ATTR.userInputKind]: request.kind } };
    case 'waiting': // a status has no more than that
      if (request.kind === 'approval') return { type: 'review', attributes: { [ATTR.reviewer]: 'user' } };
      return { type: 'user_input', attributes: {} };
  }
}
