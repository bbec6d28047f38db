/**
 * Counters of all rooms. `reason` distinguishes the cases of one name and comes from a closed, low-cardinality set (a
 * JSON-RPC method, an event type, a drop reason), never from content.
 */
export type CounterName =
  /** JSON-RPC messages that reached the protocol room. */
  | 'messages.seen'
  /** Messages passed over: by their method alone, without parsing them, or for the reason given. */
  | 'messages.skipped'
  /** Known messages that did not decode; the reason is the method. */
  | 'messages.undecodable'
  /** Lines that are no JSON object, or none of a wire log; WebSocket connections whose bytes are no frames. */
  | 'lines.broken'
  /** Lines, and messages of a WebSocket, longer than the limit, skipped to their end. */
  | 'lines.oversized'
  /** Names, ids and lists that were cut at their limit, or had half a character; the reason is the method. */
  | 'values.shortened'
  /** Requests whose answer never came, or was empty; the reason is the method. */
  | 'requests.unanswered'
  /** State given up because a limit was reached; the reason is what was given up. */
  | 'state.dropped'
  /** Spans never made or never ended properly. */
  | 'spans.dropped'
  /** Analytics events handed to the exporters; the reason is the event's type. */
  | 'events.emitted'
  /** Analytics events that did not leave. */
  | 'events.dropped'
  /** Fields of analytics events that are null because their value did not fit the schema; the reason is the event's type. */
  | 'events.fields_nulled'
  /** A callback of the host that threw; the reason is its name. */
  | 'hooks.failed';

/** Where a room reports what it counts. Nothing is dropped without a count and a reason. */
export interface CounterSink {
  /** Adds `by` (default 1) to `name`, and to `reason` under it where one is given. Never throws. */
  add(name: CounterName, reason?: string, by?: number): void;
}

/** One counter's state, as {@link Counters} iterates over them. */
export interface CounterEntry {
  readonly name: CounterName;
  readonly reason: string | undefined;
  readonly value: number;
}

/** How many reasons one name keeps apart; the reasons beyond it are counted together. */
const MAX_REASONS = 1_000;

/** The reason under which reasons beyond the limit are counted. */
export const OTHER_REASONS = '(other)';

interface Count {
  /** Counted without a reason; undefined before the first time. */
  plain: number | undefined;
  readonly reasons: Map<string, number>;
}

/** A {@link CounterSink} that remembers: read by the metrics, by the command line and by tests. */
export class Counters implements CounterSink, Iterable<CounterEntry> {
  readonly #counts = new Map<CounterName, Count>();

  add(name: CounterName, reason?: string, by = 1): void {
    let count = this.#counts.get(name);
    if (count === undefined) {
      count = { plain: undefined, reasons: new Map() };
      this.#counts.set(name, count);
    }
    if (reason === undefined) {
      count.plain = (count.plain ?? 0) + by;
      return;
    }
    const { reasons } = count;
    const key = reasons.has(reason) || reasons.size < MAX_REASONS ? reason : OTHER_REASONS;
    reasons.set(key, (reasons.get(key) ?? 0) + by);
  }

  /** The count under exactly this name and reason; without a reason, the count without one. */
  get(name: CounterName, reason?: string): number {
    const count = this.#counts.get(name);
    return (reason === undefined ? count?.plain : count?.reasons.get(reason)) ?? 0;
  }

  /** The count under this name, whatever the reason. */
  total(name: CounterName): number {
    const count = this.#counts.get(name);
    let sum = count?.plain ?? 0;
    for (const value of count?.reasons.values() ?? []) sum += value;
    return sum;
  }

  /** Every counter that was ever counted, in the order of their first counts; of one name, the count without a reason first. */
  *[Symbol.iterator](): Iterator<CounterEntry> {
    for (const [name, { plain, reasons }] of this.#counts) {
      if (plain !== undefined) yield { name, reason: undefined, value: plain };
      for (const [reason, value] of reasons) yield { name, reason, value };
    }
  }
}

/** A {@link CounterSink} that forgets, for callers who do not ask. */
export const uncounted: CounterSink = { add: () => undefined };
