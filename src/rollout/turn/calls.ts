import { BoundedMap } from '../../bounded.js';
import type { CounterSink } from '../../counters.js';
import type { RecordedItemEnd } from '../observation.js';
import type { CallRecord } from '../records.js';
import { kindOf, type Call } from './call.js';
import type { Outcome } from './outcome.js';

/** Calls of one turn. */
const LIMIT = 10_000;

/** So many calls of a turn Codex's analytics attributes to responses. */
const ATTRIBUTED = 256;

/** Ends of items that wait for the model's next response. */
const MAX_WAITING = 1_000;

interface Waiting {
  readonly end: RecordedItemEnd;
  /** The call whose output the next response must have seen. */
  readonly call: Call;
}

/**
 * The tool calls of one turn, and which of the model's responses made them and saw their outputs. A response's id is
 * recorded once the response is whole: after its calls, and before the outputs of those that take their time.
 *
 * The end of an item waits until the response that saw it is known, or until the turn ends.
 */
export class TurnCalls {
  readonly #calls: Map<string, Call>;
  /** Calls of the response that goes on. */
  #unattributed: Call[] = [];
  #waiting: Waiting[] = [];

  constructor(counters: CounterSink) {
    this.#calls = new BoundedMap({ size: LIMIT, what: 'tool call', counters });
  }

  called(record: CallRecord, at: number): void {
    const { id } = record;
    if (id === null) return;
    const call: Call = { ...record, id, at, outcome: null, hasItem: false, originatingResponseId: null };
    this.#calls.set(id, call);
    if (this.#calls.size <= ATTRIBUTED) this.#unattributed.push(call);
  }

  returned(id: string | null, outcome: Outcome): Call | undefined {
    const call = id === null ? undefined : this.#calls.get(id);
    if (call) call.outcome = outcome;
    return call;
  }

  get(id: string): Call | undefined {
    return this.#calls.get(id);
  }

  /** The cell of code mode that goes on, where there is exactly one: what is called now without the model is called by it. */
  get cell(): Call | undefined {
    const open = [...this.#calls.values()].filter((call) => call.outcome === null && kindOf(call) === 'cell');
    return open.length === 1 ? open[0] : undefined;
  }

  /** Calls that no item came of. */
  get withoutItem(): Call[] {
    return [...this.#calls.values()].filter(({ hasItem }) => !hasItem);
  }

  /** Keeps the end of an item; returns one that has waited for too long. */
  wait(end: RecordedItemEnd, call: Call): RecordedItemEnd | undefined {
    this.#waiting.push({ end, call });
    const oldest = this.#waiting.length > MAX_WAITING ? this.#waiting.shift() : undefined;
    return oldest && attributed(oldest, null);
  }

  /** A response of the model is whole, other than one that a compaction asked for; returns the ends that it saw. */
  responded(responseId: string): RecordedItemEnd[] {
    const isSeen = ({ call }: Waiting) => call.outcome !== null && call.originatingResponseId !== null;
    const seen = this.#waiting.filter(isSeen);
    this.#waiting = this.#waiting.filter((waiting) => !isSeen(waiting));
    for (const call of this.#unattributed) call.originatingResponseId = responseId;
    this.#unattributed = [];
    return seen.map((waiting) => attributed(waiting, responseId));
  }

  /** The turn is over: no response will see what waits. */
  release(): RecordedItemEnd[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting.map((each) => attributed(each, null));
  }
}

const attributed = ({ end, call }: Waiting, subsequentResponseId: string | null): RecordedItemEnd => ({
  ...end,
  recorded: { ...end.recorded, originatingResponseId: call.originatingResponseId, subsequentResponseId },
});
