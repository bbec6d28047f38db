import { BoundedSet } from '../../bounded.js';
import type { CounterSink } from '../../counters.js';
import type { Mark, Place } from './mark.js';
import { before, behind, isWithin } from './position.js';
import type { TailedRecord } from './tail.js';

/** Spans and events leave by queues of their own. */
export type Signal = 'spans' | 'events';
const SIGNALS: readonly Signal[] = ['spans', 'events'];

/** A queue that leads out of the process, first in, first out. */
export interface WayOut {
  /** How many items were put into it. */
  readonly added: number;
  /** How many of these, from the first on, were delivered or given up. It goes back where a delivery failed after all. */
  readonly settled: number;
  /** How many of these will not be sent again. */
  readonly done: number;
}

/** Spans and events that are known to have left already. */
const SEEN = 100_000;
/** Spans, and events, of a thread that came of no record, and are remembered. */
const OUTSIDE = 256;
/** So many digits tell them apart: the id of an event is longer. */
const ID_DIGITS = 16;

/** A thread whose spans and events are delivered. */
export interface DeliveredThread {
  readonly id: string;
  /** Bytes of the thread's file that were read. */
  size: number;
  /** Of its records all are taken up to here. */
  readonly places: Record<Signal, Place>;
  /** Whether the file may still be the one that the places were made of. */
  isSameFile: boolean;
  isClosed: boolean;
  /** Ids of what left and came of no record. */
  readonly outside: Record<Signal, readonly string[]>;
}

interface Output {
  readonly thread: DeliveredThread;
  readonly place: Place;
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
  readonly isDelivered: Record<Signal, boolean>;
  readonly skipped: Record<Signal, number>;
  readonly outside: Readonly<Record<Signal, string[]>>;
}

/**
 * Sends each span and each event once, also after a restart: it knows of each thread how far it was delivered, and lets
 * nothing pass that comes of records before that place. A rollout that is read again makes the same spans in the same order.
 *
 * It also lets nothing pass that left this process before, whatever way it was observed.
 */
export class Delivery {
  readonly #ways: Readonly<Record<Signal, WayOut>>;
  readonly #seen: Readonly<Record<Signal, Set<string>>>;
  /** What was delivered, came of no record, and would come again. */
  readonly #outside: Readonly<Record<Signal, Set<string>>>;
  readonly #measured: Set<string>;
  readonly #pending: Readonly<Record<Signal, Output[]>> = { spans: [], events: [] };
  readonly #changed = new Set<DeliveredThread>();
  /** At the last look. */
  readonly #settled: Record<Signal, number> = { spans: 0, events: 0 };
  readonly #last: { [signal in Signal]?: { readonly id: string; readonly isAdmitted: boolean } } = {};
  #step: Step | undefined;

  constructor(ways: Readonly<Record<Signal, WayOut>>, counters: CounterSink) {
    this.#ways = ways;
    const seen = (what: string) => new BoundedSet<string>({ size: SEEN, what, counters });
    this.#seen = { spans: seen('delivered span'), events: seen('delivered event') };
    this.#measured = seen('delivered span');
    this.#outside = { spans: seen('delivered span'), events: seen('delivered event') };
  }

  /** A thread that is read from its beginning: what a mark says was delivered, or is older than `since`, does not pass. */
  thread(id: string, mark: Mark | undefined, since: number): DeliveredThread {
    const place = { ...before(since), outputs: 0 };
    const outside = { spans: mark?.spanIds ?? [], events: mark?.eventIds ?? [] };
    for (const signal of SIGNALS) for (const each of outside[signal]) this.#outside[signal].add(each);
    return {
      id,
      size: mark?.size ?? 0,
      places: { spans: mark?.spans ?? place, events: mark?.events ?? place },
      isSameFile: true,
      isClosed: false,
      outside,
    };
  }

  /** Takes one record of a thread, or does what comes of none: `take` makes the spans and events. */
  run(thread: DeliveredThread, record: TailedRecord | undefined, take: () => void): void {
    const isDelivered = (signal: Signal) =>
      record !== undefined && isWithin(record, thread.places[signal], thread.isSameFile);
    const step: Step = {
      thread,
      record,
      isDelivered: { spans: isDelivered('spans'), events: isDelivered('events') },
      skipped: { spans: 0, events: 0 },
      outside: { spans: [], events: [] },
    };
    const from = { spans: this.#ways.spans.added, events: this.#ways.events.added };
    this.#step = step;
    try {
      take();
    } finally {
      this.#step = undefined;
      for (const signal of SIGNALS) this.#taken(step, signal, from[signal]);
    }
  }

  /** Whether a span or an event may leave. Of several ways out all are answered alike. */
  admits(signal: Signal, id: string): boolean {
    const last = this.#last[signal];
    if (last?.id === id) return last.isAdmitted;
    const isAdmitted = this.#decide(signal, id);
    this.#last[signal] = { id, isAdmitted };
    return isAdmitted;
  }

  /**
   * Whether a span counts in the metrics: not where it left an earlier process. One that was on its way when that was killed
   * may count in both.
   */
  measures(spanId: string): boolean {
    if (this.#measured.has(spanId)) return false;
    this.#measured.add(spanId);
    return this.#step?.isDelivered.spans !== true && !this.#outside.spans.has(spanId);
  }

  #decide(signal: Signal, id: string): boolean {
    const seen = this.#seen[signal];
    if (seen.has(id)) return false;
    seen.add(id);
    const step = this.#step;
    if (step === undefined) return true;
    const { record, thread, isDelivered, skipped, outside } = step;
    const short = id.slice(0, ID_DIGITS);
    if (isDelivered[signal] || this.#outside[signal].has(short)) return false;
    if (record === undefined) {
      outside[signal].push(short);
      return true;
    }
    if (skipped[signal] >= thread.places[signal].outputs) return true;
    skipped[signal] += 1;
    return false;
  }

  /** The threads whose marks may have changed since the last call. */
  takeChanged(): DeliveredThread[] {
    for (const signal of SIGNALS) {
      const pending = this.#pending[signal];
      const { done, settled } = this.#ways[signal];
      const open = pending.findIndex(({ to }) => to > done);
      for (const { thread } of pending.splice(0, open === -1 ? pending.length : open)) this.#changed.add(thread);
      const until = Math.max(settled, this.#settled[signal]);
      for (const { thread, from } of pending) {
        if (from >= until) break;
        this.#changed.add(thread);
      }
      this.#settled[signal] = settled;
    }
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  /** How far a thread is delivered now. */
  markOf(thread: DeliveredThread): Mark {
    const { id, size, isClosed, outside } = thread;
    const open = (signal: Signal) =>
      this.#pending[signal].filter((output) => output.thread === thread && output.to > this.#ways[signal].settled);
    const placeOf = (signal: Signal): Place => {
      const first = open(signal).find((output) => output.outside === undefined);
      if (first === undefined) return thread.places[signal];
      const outputs = first.place.outputs + Math.max(0, this.#ways[signal].settled - first.from);
      return { ...first.place, outputs };
    };
    const deliveredOutside = (signal: Signal) => {
      const undelivered = new Set(open(signal).map((output) => output.outside));
      return outside[signal].filter((each) => !undelivered.has(each));
    };
    return {
      threadId: id,
      size,
      spans: placeOf('spans'),
      events: placeOf('events'),
      spanIds: deliveredOutside('spans'),
      eventIds: deliveredOutside('events'),
      isClosed: isClosed && SIGNALS.every((signal) => open(signal).length === 0),
    };
  }

  /** The thread's mark shall be written, though nothing was delivered: it closed, or its file has another size. */
  changed(thread: DeliveredThread): void {
    this.#changed.add(thread);
  }

  #taken({ thread, record, isDelivered, skipped, outside }: Step, signal: Signal, from: number): void {
    const to = this.#ways[signal].added;
    const pending = this.#pending[signal];
    const place = thread.places[signal];
    if (record === undefined) {
      const ids = outside[signal];
      thread.outside[signal] = [...thread.outside[signal], ...ids].slice(-OUTSIDE);
      // Each of its own, for a request may hold some of them only.
      for (const [n, id] of (to > from ? ids : []).entries())
        pending.push({ thread, place, from: from + n, to: from + n + 1, outside: id });
      return;
    }
    if (to > from) pending.push({ thread, place, from, to, outside: undefined });
    // A record that made nothing leaves the outputs of the next one as they are.
    if (isDelivered[signal]) return;
    const outputs = to === from && skipped[signal] === 0 ? thread.places[signal].outputs : 0;
    thread.places[signal] = { ...behind(record), outputs };
  }
}
