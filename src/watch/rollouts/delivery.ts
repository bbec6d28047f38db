import type { CounterSink } from '../../counters.js';
import type { Mark } from './mark.js';
import { before } from './position.js';
import { deliveredIds, SignalDelivery, type DeliveredThread, type Signal, type WayOut } from './signal-delivery.js';
import type { TailedRecord } from './tail.js';

/**
 * Sends each span and each event once, also after a restart: it knows of each thread how far it was delivered, and lets
 * nothing pass that comes of records before that place. A rollout that is read again makes the same spans in the same order.
 *
 * It also lets nothing pass that left this process before, whatever way it was observed.
 */
export class Delivery {
  readonly #spans: SignalDelivery;
  readonly #events: SignalDelivery;
  readonly #measured: Set<string>;
  readonly #changed = new Set<DeliveredThread>();

  constructor(ways: Readonly<Record<Signal, WayOut>>, counters: CounterSink) {
    this.#spans = new SignalDelivery('spans', ways.spans, counters);
    this.#events = new SignalDelivery('events', ways.events, counters);
    this.#measured = deliveredIds('delivered span', counters);
  }

  /** A thread that is read from its beginning: what a mark says was delivered, or is older than `since`, does not pass. */
  thread(threadId: string, mark: Mark | undefined, since: number): DeliveredThread {
    const start = { ...before(since), outputs: 0, ids: [] };
    const { size = 0, spans = start, events = start } = mark ?? {};
    const thread = { threadId, size, spans, events, isClosed: false, isSameFile: true };
    this.#spans.remember(thread);
    this.#events.remember(thread);
    return thread;
  }

  /** Takes one record of a thread, or does what comes of none: `take` makes the spans and events. */
  run(thread: DeliveredThread, record: TailedRecord | undefined, take: () => void): void {
    this.#spans.begin(thread, record);
    this.#events.begin(thread, record);
    try {
      take();
    } finally {
      this.#spans.end();
      this.#events.end();
    }
  }

  admitsSpan(id: string): boolean {
    return this.#spans.admits(id);
  }

  admitsEvent(id: string): boolean {
    return this.#events.admits(id);
  }

  /**
   * Whether a span counts in the metrics: not where it left an earlier process. One that was on its way when that was killed
   * may count in both.
   */
  measures(spanId: string): boolean {
    if (this.#measured.has(spanId)) return false;
    this.#measured.add(spanId);
    return !this.#spans.leftBefore(spanId);
  }

  /** The threads whose marks may have changed since the last call. */
  takeChanged(): DeliveredThread[] {
    const changed = new Set([...this.#changed, ...this.#spans.changed(), ...this.#events.changed()]);
    this.#changed.clear();
    return [...changed];
  }

  /** How far a thread is delivered now. */
  markOf(thread: DeliveredThread): Mark {
    const { threadId, size, isClosed } = thread;
    const [spans, hasAllSpans] = this.#spans.reached(thread);
    const [events, hasAllEvents] = this.#events.reached(thread);
    return { threadId, size, spans, events, isClosed: isClosed && hasAllSpans && hasAllEvents };
  }

  /** The thread's mark shall be written, though nothing was delivered: it closed, or its file has another size. */
  changed(thread: DeliveredThread): void {
    this.#changed.add(thread);
  }
}
