import type { CounterSink } from '../counters.js';
import type { RolloutObservation } from './observation.js';
import { RecordedTurns } from './recorded-turns.js';
import type { RolloutRecord } from './records.js';
import { Ancestry } from './thread/ancestry.js';
import { RecordedThread } from './thread/recorded-thread.js';

export interface RolloutOptions {
  /** The rollout's path. */
  readonly file: string;
  readonly counters: CounterSink;
  readonly observe: (observation: RolloutObservation) => void;
  /** Whether the thread has no rollout, but a trace. */
  readonly isEphemeral?: boolean | undefined;
}

/** Turns the records of one rollout, in their order, into the observations that the wire would have given of its thread. */
export class Rollout {
  readonly #options: RolloutOptions;
  #thread: { readonly itself: RecordedThread; readonly turns: RecordedTurns; readonly ancestry: Ancestry } | undefined;
  #beginsFile = false;
  #lastAt = 0;

  constructor(options: RolloutOptions) {
    this.#options = options;
  }

  /** Takes the next record. Records before `session_meta` belong to no thread; they are counted and skipped. */
  take(record: RolloutRecord): void {
    this.#lastAt = record.at;
    if (this.#thread !== undefined) {
      const { itself, turns, ancestry } = this.#thread;
      if (this.#beginsFile && record.kind === 'session_meta') {
        this.#beginsFile = false;
        return itself.reverted(record.at, record.payload.history_base);
      }
      if (ancestry.isOwn(record)) return turns.take(record);
      turns.takeOfAncestor(record);
      if (record.kind !== 'session_meta') this.#options.counters.add('messages.skipped', 'of an ancestor');
      return;
    }
    if (record.kind !== 'session_meta') return this.#options.counters.add('messages.skipped', 'before the thread');
    this.#beginsFile = false;
    const meta = record.payload;
    const thread = new RecordedThread({ meta, at: record.at, ...this.#options });
    this.#thread = { itself: thread, turns: new RecordedTurns(thread), ancestry: new Ancestry(meta) };
  }

  /** The thread went back to an earlier turn: from 0.158 on it goes on in another file, whose records come next. */
  beginFile(): void {
    this.#beginsFile = true;
  }

  /**
   * Observes the ends of items that wait for the model's next response, without that response: nobody shall wait for it any
   * longer.
   */
  release(): void {
    this.#thread?.turns.release();
  }

  /** The rollout is over: nothing more is recorded of its thread, for now. */
  end(): void {
    this.#thread?.turns.end(this.#lastAt);
  }
}
