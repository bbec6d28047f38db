import type { CounterSink } from '../../counters.js';
import { Rollout, type RolloutOptions } from '../../rollout/rollout.js';
import type { RolloutFile } from '../../rollout/sessions.js';
import type { Session } from '../../session/session.js';
import type { Delivery } from './delivery.js';
import { behind, isWithin, type Position } from './position.js';
import type { DeliveredThread } from './signal-delivery.js';
import { RolloutTail, type TailedRecord } from './tail.js';

export interface SessionDeps {
  readonly session: Session;
  readonly delivery: Delivery;
  readonly counters: CounterSink;
  /** Called with a rollout that cannot be read, once. */
  readonly onUnreadable: (error: Error) => void;
}

/** The state of a session after one step. */
export type Progress =
  /** There is more to read. */
  | 'more'
  /** All that is there was taken. */
  | 'drained'
  /** A rollout was written anew in a way that can only be read from the beginning. */
  | 'stale';

/** A session, that is a root thread and the threads of its agents, whose rollouts are followed. */
export class FollowedSession {
  readonly id: string;
  readonly #deps: SessionDeps;
  readonly #threads = new Map<string, FollowedThread>();
  #hasNew = false;

  constructor(id: string, deps: SessionDeps) {
    this.id = id;
    this.#deps = deps;
  }

  get threads(): IterableIterator<FollowedThread> {
    return this.#threads.values();
  }

  thread(id: string): FollowedThread | undefined {
    return this.#threads.get(id);
  }

  get isEmpty(): boolean {
    return this.#threads.size === 0;
  }

  get model(): Session {
    return this.#deps.session;
  }

  /** Whether a turn goes on, as far as it is recorded. */
  get hasOpenTurn(): boolean {
    return this.#deps.session.openCounts.turns > 0;
  }

  /** Follows one more rollout; the earlier ones of its thread come first. */
  add(rollout: RolloutFile, delivered: DeliveredThread): void {
    if (this.#threads.has(rollout.id)) return;
    const ofThread = [...this.#threads.values()].filter((each) => each.rollout.threadId === rollout.threadId);
    this.#threads.set(rollout.id, new FollowedThread(rollout, delivered, this.#deps, ofThread.at(-1)));
  }

  /** Takes the records of about one chunk, those of all threads in the order in which they were written. */
  async step(): Promise<Progress> {
    const threads = [...this.#threads.values()];
    for (const thread of threads) {
      await thread.fill();
      if (thread.isStale) return 'stale';
    }
    for (;;) {
      let first: FollowedThread | undefined;
      for (const thread of threads) {
        // Only a thread that may have earlier records is waited for.
        if (thread.nextAt === undefined && !thread.isAtEnd) return 'more';
        if (thread.nextAt !== undefined && thread.nextAt < (first?.nextAt ?? Infinity)) first = thread;
      }
      if (first === undefined) return 'drained';
      first.take();
      this.#hasNew = true;
    }
  }

  /** Observes what waits for a response of the model, if something was read since the last call. */
  release(): void {
    if (!this.#hasNew) return;
    this.#hasNew = false;
    for (const thread of this.#threads.values()) thread.release();
  }

  /** Ends what is open, because nothing more is expected. */
  close(): void {
    const threads = [...this.#threads.values()];
    for (const thread of threads) thread.close();
    const [last] = threads.slice(-1);
    if (last) this.#deps.delivery.run(last.delivered, undefined, () => this.#deps.session.end());
    for (const { delivered } of threads) {
      delivered.isClosed = true;
      this.#deps.delivery.changed(delivered);
    }
  }
}

/** One rollout that is followed: a thread, or after a revert the next part of it. */
export class FollowedThread {
  readonly tail: RolloutTail;
  readonly delivered: DeliveredThread;
  /** Nothing more can be read for now. */
  isAtEnd = false;
  isStale = false;
  /** Unix milliseconds: when the file was written to last, as far as somebody looked. */
  writtenAt = Date.now();
  readonly rollout: RolloutFile;
  readonly #deps: SessionDeps;
  readonly #rollout: Rollout;
  /** Bytes of the file when it was read last. */
  readonly #knownSize: number;
  #records: readonly TailedRecord[] = [];
  #taken = 0;
  #last: Position | undefined;
  /** The file is read from its beginning again: what was taken is passed over. */
  #skipUntil: Position | undefined;
  #isUnreadable = false;
  /** The thread goes on in a later rollout: what comes of no record comes there. */
  #isContinued = false;

  /** @param before the rollout of the same thread that this one goes on from, after a revert. */
  constructor(rollout: RolloutFile, delivered: DeliveredThread, deps: SessionDeps, before?: FollowedThread) {
    const { session, counters } = deps;
    const { file } = rollout;
    this.#deps = deps;
    this.rollout = rollout;
    this.tail = new RolloutTail(file, counters);
    this.delivered = delivered;
    this.#knownSize = delivered.size;
    const observe: RolloutOptions['observe'] = (observation) => session.observe(observation);
    this.#rollout = before ? before.#rollout : new Rollout({ file, counters, observe });
    if (before) before.#isContinued = true;
  }

  /** When the next record that is at hand was written; undefined where none is. */
  get nextAt(): number | undefined {
    return this.#records[this.#taken]?.record.at;
  }

  async fill(): Promise<void> {
    if (this.nextAt !== undefined) return;
    try {
      const { records, isAtEnd, isRewritten, size } = await this.tail.read();
      if (isRewritten) this.#rewritten();
      if (size < this.#knownSize) this.delivered.isSameFile = false;
      this.delivered.size = this.tail.offset;
      this.#records = records;
      this.isAtEnd = isAtEnd;
    } catch (error) {
      this.#records = [];
      this.isAtEnd = true;
      const { code } = error as NodeJS.ErrnoException;
      // A file that was moved is found again, where it was not deleted.
      if (code !== 'ENOENT' && !this.#isUnreadable) this.#deps.onUnreadable(error as Error);
      this.#isUnreadable = true;
    }
    this.#taken = 0;
  }

  take(): void {
    const next = this.#records[this.#taken];
    if (next === undefined) return;
    this.#taken += 1;
    if (this.#skipUntil !== undefined) {
      if (isWithin(next, this.#skipUntil, false)) return;
      this.#skipUntil = undefined;
    }
    if (this.#last === undefined) this.#rollout.beginFile();
    this.#last = behind(next);
    this.#deps.delivery.run(this.delivered, next, () => this.#rollout.take(next.record));
  }

  release(): void {
    if (this.#isContinued) return;
    this.#deps.delivery.run(this.delivered, undefined, () => this.#rollout.release());
  }

  close(): void {
    if (this.#isContinued) return;
    this.#deps.delivery.run(this.delivered, undefined, () => this.#rollout.end());
  }

  #rewritten(): void {
    if (this.#last === undefined) return;
    // An ordinal names the same record in every form of the file; a legacy rollout may be another one now.
    if (this.#last.ordinal === null) this.isStale = true;
    else this.#skipUntil = this.#last;
  }
}
