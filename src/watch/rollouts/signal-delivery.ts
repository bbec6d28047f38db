import { BoundedSet } from '../../bounded.js';
import type { CounterSink } from '../../counters.js';
import type { Mark, Reached } from './mark.js';
import { behind, isWithin } from './position.js';
import type { TailedRecord } from './tail.js';

/** Spans and events leave by queues of their own. */
export type Signal = 'spans' | 'events';

/** A queue that leads out of the process, first in, first out. */
export interface WayOut {
  /** How many items were put into it. */
  readonly added: number;
  /** How many of these, from the first on, were delivered or given up. It goes back where a delivery failed after all. */
  readonly settled: number;
  /** How many of these will not be sent again. */
  readonly done: number;
}

/** A thread whose spans and events are delivered: all of its records are taken up to the places in it. */
export interface DeliveredThread extends Mark {
  /** Whether the file may still be the one that the places were made of. */
  isSameFile: boolean;
}

/** Spans and events that are known to have left already. */
const SEEN = 100_000;
/** Spans, and events, of a thread that came of no record, and are remembered. */
const OUTSIDE = 256;
/** So many digits distinguish them: the id of an event is longer. */
const ID_DIGITS = 16;

export const deliveredIds = (what: string, counters: CounterSink): Set<string> =>
  new BoundedSet({ size: SEEN, what, counters });

interface Output {
  readonly thread: DeliveredThread;
  readonly place: Reached;
  /** The queue's numbers before and after it. */
  readonly from: number;
  readonly to: number;
  /** The id of a span or an event that came of no record. */
  readonly outside: string | undefined;
}

interface Step {
  readonly thread: DeliveredThread;
  /** Undefined for what comes of no record. */
  readonly record: TailedRecord | undefined;
  readonly isDelivered: boolean;
  /** The queue's number before it. */
  readonly from: number;
  readonly outside: string[];
  skipped: number;
}

/** The part of a {@link Delivery} that spans have, and events. */
export class SignalDelivery {
  readonly #signal: Signal;
  readonly #way: WayOut;
  readonly #seen: Set<string>;
  /** Ids of spans or events that were delivered, came of no record, and would come again. */
  readonly #outside: Set<string>;
  readonly #pending: Output[] = [];
  /** At the last look. */
  #settled = 0;
  #last: { readonly id: string; readonly isAdmitted: boolean } | undefined;
  #step: Step | undefined;

  constructor(signal: Signal, way: WayOut, counters: CounterSink) {
    this.#signal = signal;
    this.#way = way;
    const what = signal === 'spans' ? 'delivered span' : 'delivered event';
    this.#seen = deliveredIds(what, counters);
    this.#outside = deliveredIds(what, counters);
  }

  /** A thread is read from its beginning. */
  remember(thread: DeliveredThread): void {
    for (const id of thread[this.#signal].ids) this.#outside.add(id);
  }

  /** Spans and events that pass from now on come of this record. */
  begin(thread: DeliveredThread, record: TailedRecord | undefined): void {
    const isDelivered = record !== undefined && isWithin(record, thread[this.#signal], thread.isSameFile);
    this.#step = { thread, record, isDelivered, from: this.#way.added, outside: [], skipped: 0 };
  }

  /** The record is taken. */
  end(): void {
    if (this.#step === undefined) return;
    const { thread, record, isDelivered, from, outside, skipped } = this.#step;
    this.#step = undefined;
    const to = this.#way.added;
    const place = thread[this.#signal];
    if (record === undefined) {
      thread[this.#signal] = { ...place, ids: [...place.ids, ...outside].slice(-OUTSIDE) };
      // Each of its own, for a request may hold some of them only.
      for (const [n, id] of (to > from ? outside : []).entries())
        this.#pending.push({ thread, place, from: from + n, to: from + n + 1, outside: id });
      return;
    }
    if (to > from) this.#pending.push({ thread, place, from, to, outside: undefined });
    // A record that made nothing leaves the outputs of the next one as they are.
    const outputs = to === from && skipped === 0 ? place.outputs : 0;
    if (!isDelivered) thread[this.#signal] = { ...behind(record), outputs, ids: place.ids };
  }

  /** Whether a span or an event may leave. Of several ways out all are answered alike. */
  admits(id: string): boolean {
    if (this.#last?.id !== id) this.#last = { id, isAdmitted: this.#decide(id) };
    return this.#last.isAdmitted;
  }

  /** Whether a span or an event left an earlier process. */
  leftBefore(id: string): boolean {
    return this.#step?.isDelivered === true || this.#outside.has(id.slice(0, ID_DIGITS));
  }

  /** The threads that are delivered further, or less far, than at the last call. */
  *changed(): Generator<DeliveredThread> {
    const { done, settled } = this.#way;
    const open = this.#pending.findIndex(({ to }) => to > done);
    for (const { thread } of this.#pending.splice(0, open === -1 ? this.#pending.length : open)) yield thread;
    const until = Math.max(settled, this.#settled);
    this.#settled = settled;
    for (const { thread, from } of this.#pending) {
      if (from >= until) return;
      yield thread;
    }
  }

  /** How far a thread is delivered now, and whether all of it is. */
  reached(thread: DeliveredThread): readonly [Reached, isWhole: boolean] {
    const { settled } = this.#way;
    const open = this.#pending.filter((output) => output.thread === thread && output.to > settled);
    const undelivered = new Set(open.map(({ outside }) => outside));
    const first = open.find(({ outside }) => outside === undefined);
    const { ordinal, line, at, outputs } = first?.place ?? thread[this.#signal];
    const ids = thread[this.#signal].ids.filter((id) => !undelivered.has(id));
    const more = first === undefined ? 0 : Math.max(0, settled - first.from);
    return [{ ordinal, line, at, outputs: outputs + more, ids }, open.length === 0];
  }

  #decide(id: string): boolean {
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    const step = this.#step;
    if (step === undefined) return true;
    if (this.leftBefore(id)) return false;
    if (step.record === undefined) {
      step.outside.push(id.slice(0, ID_DIGITS));
      return true;
    }
    if (step.skipped >= step.thread[this.#signal].outputs) return true;
    step.skipped += 1;
    return false;
  }
}
