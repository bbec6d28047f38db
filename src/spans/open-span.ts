import type { Span } from '@opentelemetry/api';
import { BoundedSet, type Limit } from '../bounded.js';
import type { Facts } from '../session/facts/index.js';
import type { OpenSpan, SpanContent, SpanStart } from '../session/span-sink.js';

/** Starts and ends spans of OpenTelemetry. */
export interface SpanMaker {
  start(start: SpanStart, parent: Span | undefined): Span;
  end(span: Span, facts: Facts, content?: SpanContent): void;
}

/**
 * A span that may have to wait for its parent. Steps of spans that wait under the same ancestor share that ancestor's
 * queue, so spans start and end in the order in which things happened.
 */
export class QueuedSpan implements OpenSpan {
  readonly #maker: SpanMaker;
  readonly #queue: StepQueue;
  #span: Span | undefined;

  constructor(maker: SpanMaker, limit: Limit<Step>) {
    this.#maker = maker;
    this.#queue = new StepQueue(limit);
  }

  /** The span of OpenTelemetry, once it has started. */
  get span(): Span | undefined {
    return this.#span;
  }

  start(start: SpanStart, facts?: Facts): void {
    const parent = start.parent as QueuedSpan | undefined;
    if (parent === undefined) this.#begin(start, undefined, facts);
    else parent.#queue.lead(this.#queue, () => this.#begin(start, parent.#span, facts));
  }

  end(facts: Facts, content?: SpanContent): void {
    this.#queue.run(() => {
      if (this.#span) this.#maker.end(this.#span, facts, content);
    });
  }

  #begin(start: SpanStart, parent: Span | undefined, facts: Facts | undefined): void {
    this.#span = this.#maker.start(start, parent);
    if (facts) this.#maker.end(this.#span, facts);
    this.#queue.open();
  }
}

export type Step = () => void;

/** Steps that wait until their queue opens; then they run in order, and later steps run at once. */
class StepQueue {
  readonly #limit: Limit<Step>;
  #waiting: Set<Step> | undefined;
  #isOpen = false;
  /** The queue that this one has joined. */
  #joined: StepQueue | undefined;

  constructor(limit: Limit<Step>) {
    this.#limit = limit;
  }

  run(step: Step): void {
    const queue = this.#last();
    if (queue.#isOpen) step();
    else (queue.#waiting ??= new BoundedSet(queue.#limit)).add(step);
  }

  /** Runs `first`, which opens `follower`, now or in its turn; meanwhile the steps of `follower` wait here. */
  lead(follower: StepQueue, first: Step): void {
    const queue = this.#last();
    this.run(first);
    if (queue.#isOpen) return;
    for (const step of follower.#waiting ?? []) this.run(step);
    follower.#waiting = undefined;
    follower.#joined = queue;
  }

  open(): void {
    this.#isOpen = true;
    this.#joined = undefined;
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const step of waiting) step();
  }

  /** The queue at the end of the chain that this one has joined. */
  #last(): StepQueue {
    return this.#joined ? this.#joined.#last() : this;
  }
}
