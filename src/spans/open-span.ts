import type { Span } from '@opentelemetry/api';
import { BoundedSet, type Limit } from '../bounded.js';
import type { Facts } from '../session/facts/index.js';
import type { OpenSpan, SpanContent, SpanStart } from '../session/span-sink.js';

/** Starts and ends spans of OpenTelemetry. */
export interface SpanMaker {
  start(start: SpanStart, parent: Span | undefined): Span;
  /** Ends a span, and returns what is kept of it for spans that start under it later. */
  end(span: Span, facts: Facts, content?: SpanContent): Span;
  /** How many steps may wait for one span. */
  readonly waitingSteps: Limit<Step>;
}

export type Step = () => void;

/**
 * A span that may have to wait for its parent. Its own steps, and those of the spans under it, wait in a queue until it has
 * started; then they run in order, and later steps run at once. Spans that wait under the same ancestor share that ancestor's
 * queue, so spans start and end in the order in which things happened.
 *
 * There is one such object for each open item, so it holds its state in itself, and a step that need not wait makes no closure.
 */
export class QueuedSpan implements OpenSpan {
  readonly #maker: SpanMaker;
  #span: Span | undefined;
  #waiting: Set<Step> | undefined;
  /** The span whose queue this one has joined. */
  #joined: QueuedSpan | undefined;

  constructor(maker: SpanMaker) {
    this.#maker = maker;
  }

  /** The span of OpenTelemetry, once it has started. */
  get span(): Span | undefined {
    return this.#span;
  }

  start(start: SpanStart, facts?: Facts): void {
    const parent = start.parent as QueuedSpan | undefined;
    if (parent === undefined) {
      this.#begin(start, undefined, facts);
      return;
    }
    const ancestor = parent.#last();
    // Where its parent waits for this span, as if a thread were its own subagent, it is a root.
    if (ancestor === this) this.#begin(start, undefined, facts);
    else if (ancestor.#span) this.#begin(start, parent.#span, facts);
    else this.#join(ancestor, () => this.#begin(start, parent.#span, facts));
  }

  end(facts: Facts, content?: SpanContent): void {
    const ancestor = this.#last();
    if (ancestor.#span) this.#finish(facts, content);
    else ancestor.#wait(() => this.#finish(facts, content));
  }

  /** A span that was given up while it waited has nothing to end. */
  #finish(facts: Facts, content: SpanContent | undefined): void {
    if (this.#span) this.#span = this.#maker.end(this.#span, facts, content);
  }

  #begin(start: SpanStart, parent: Span | undefined, facts: Facts | undefined): void {
    const span = this.#maker.start(start, parent);
    this.#span = span;
    this.#joined = undefined;
    if (facts) this.#span = this.#maker.end(span, facts);
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    this.#waiting = undefined;
    for (const step of waiting) step();
  }

  /** Waits in the queue of `ancestor` with all that waits for this span; `begin` comes first. */
  #join(ancestor: QueuedSpan, begin: Step): void {
    ancestor.#wait(begin);
    for (const step of this.#waiting ?? []) ancestor.#wait(step);
    this.#waiting = undefined;
    this.#joined = ancestor;
  }

  #wait(step: Step): void {
    (this.#waiting ??= new BoundedSet(this.#maker.waitingSteps)).add(step);
  }

  /** The span at the end of the chain that this one has joined. */
  #last(): QueuedSpan {
    return this.#joined ? this.#joined.#last() : this;
  }
}
