import type { Attributes, BatchObservableResult, Meter, Observable } from '@opentelemetry/api';
import type { RequestFacts } from '../session/facts/index.js';
import { ATTR } from '../spans/conventions.js';

/** The reviews and questions that wait, and the time by which they do. */
export interface Waiting {
  readonly requests: () => readonly RequestFacts[];
  /** Unix milliseconds. */
  readonly now: () => number;
}

const INSTRUMENTS = {
  review: {
    unit: '{review}',
    open: 'Reviews that wait for a decision.',
    oldest: 'How long the review that waits longest has been waiting; 0 where none waits.',
  },
  user_input: {
    unit: '{question}',
    open: 'Questions that wait for an answer.',
    oldest: 'How long the question that waits longest has been waiting; 0 where none waits.',
  },
};

/** The requests with the same attributes; few, because each attribute has few values. */
interface Series {
  readonly type: keyof typeof INSTRUMENTS;
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
  readonly #series = new Map<string, Series>();

  constructor(waiting: Waiting) {
    this.#waiting = waiting;
  }

  /** The instruments, and a function that observes them all. */
  on(meter: Meter): { readonly observables: Observable[]; readonly observe: (result: BatchObservableResult) => void } {
    const instruments = (type: Series['type']) => {
      const { unit, open, oldest } = INSTRUMENTS[type];
      return {
        open: meter.createObservableUpDownCounter(`codex.${type}.open`, { unit, description: open }),
        oldest: meter.createObservableGauge(`codex.${type}.oldest_wait`, { unit: 's', description: oldest }),
      };
    };
    const of = { review: instruments('review'), user_input: instruments('user_input') };
    return {
      observables: Object.values(of).flatMap(({ open, oldest }) => [open, oldest]),
      observe: (result) => {
        this.#count();
        const now = this.#waiting.now();
        for (const { type, attributes, open, oldestMs } of this.#series.values()) {
          result.observe(of[type].open, open, attributes);
          result.observe(of[type].oldest, open === 0 ? 0 : Math.max(0, now - oldestMs) / 1000, attributes);
        }
      },
    };
  }

  /** A request begins: its attributes have a value from now on, also if it ends before the next collection. */
  began(request: RequestFacts): void {
    this.#seriesOf(request);
  }

  #count(): void {
    for (const series of this.#series.values()) Object.assign(series, { open: 0, oldestMs: Infinity });
    for (const request of this.#waiting.requests()) {
      const series = this.#seriesOf(request);
      series.open += 1;
      series.oldestMs = Math.min(series.oldestMs, request.startMs);
    }
  }

  #seriesOf(request: RequestFacts): Series {
    const [type, attributes] = labelsOf(request);
    const key = `${type} ${Object.values(attributes).join(' ')}`;
    const known = this.#series.get(key);
    if (known) return known;
    const series = { type, attributes, open: 0, oldestMs: Infinity };
    this.#series.set(key, series);
    return series;
  }
}

function labelsOf(request: RequestFacts): [type: Series['type'], attributes: Record<string, string>] {
  switch (request.type) {
    case 'review':
      return ['review', { [ATTR.reviewer]: request.reviewer, [ATTR.reviewSubject]: request.subjectKind }];
    case 'user_input':
      return ['user_input', { [ATTR.userInputKind]: request.kind }];
    case 'waiting': // a status has no more than that
      return request.kind === 'approval' ? ['review', { [ATTR.reviewer]: 'user' }] : ['user_input', {}];
  }
}
