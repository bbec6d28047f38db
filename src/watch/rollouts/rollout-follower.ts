import { stat } from 'node:fs/promises';
import type { CounterSink } from '../../counters.js';
import { recognizeRollout, type RolloutFile } from '../../rollout/sessions.js';
import type { Session } from '../../session/session.js';
import type { Delivery } from './delivery.js';
import { FollowedSession } from './followed-session.js';
import type { Mark } from './mark.js';
import type { DeliveredThread } from './signal-delivery.js';

/** How long the end of a tool call may wait for the response of the model that saw it, where spans shall come at once. */
const RELEASE_MS = 50;
/** A session is over for an observer when nothing was written for so long. */
const IDLE_MS = 60 * 60_000;
/** The same while a turn goes on: a tool may take its time. */
const IDLE_IN_TURN_MS = 24 * IDLE_MS;

/** The models of sessions that are followed, one for each, and the way out for their spans and events. */
export interface SessionModels {
  readonly delivery: Delivery;
  open(): Session;
  /** Its session is followed no longer. */
  forget(session: Session): void;
}

export interface RolloutFollowerOptions {
  readonly sessions: SessionModels;
  /** Waits until the queues can take more. The files keep what a receiver does not take. */
  readonly drained: () => Promise<void>;
  readonly counters: CounterSink;
  /** How far the rollout of this id was delivered by an earlier process. */
  readonly markOf: (id: string) => Mark | undefined;
  /** Unix milliseconds: of a thread without a mark, only what was recorded since leaves. */
  readonly since: number;
  /** The rollouts of a thread, as far as they are known, in the order of their beginnings. */
  readonly filesOf: (threadId: string) => readonly string[];
  readonly onUnreadable: (error: Error) => void;
  /** Whether tool calls shall come at once, without the response of the model that saw them. */
  readonly isPrompt: boolean;
}

/**
 * Follows rollouts, those of one session together. Sessions that are written to go first; the others are read one after the
 * other, so that a long history takes no memory.
 */
export class RolloutFollower {
  readonly #options: RolloutFollowerOptions;
  /** Sessions in memory. */
  readonly #sessions = new Map<string, FollowedSession>();
  readonly #sessionOf = new Map<string, FollowedSession>();
  /** The session whose records are being taken. */
  #current: FollowedSession | undefined;
  /** Sessions with something to read. */
  readonly #ready = new Set<FollowedSession>();
  /** Rollouts of sessions that nobody writes to, by session. */
  readonly #backlog = new Map<string, RolloutFile[]>();
  #running: Promise<void> | undefined;
  #release: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: RolloutFollowerOptions) {
    this.#options = options;
  }

  /** A rollout was written to. Resolves when it is followed; what is no rollout yet may be one later. */
  async written(file: string, id: string): Promise<void> {
    const known = this.#sessionOf.get(id);
    const followed = known?.thread(id);
    if (known === undefined || followed === undefined) {
      const rollout = await recognizeRollout(file).catch(() => undefined);
      if (rollout === undefined) return;
      const waiting = this.#backlog.get(rollout.sessionId) ?? [];
      this.#backlog.delete(rollout.sessionId);
      await this.#follow([...waiting, rollout]);
      return;
    }
    followed.tail.file = file;
    this.#wake(known);
  }

  /** Rollouts that nobody may be writing to: they are read when there is time for it. */
  later(rollouts: readonly RolloutFile[]): void {
    for (const rollout of rollouts) {
      const { sessionId } = rollout;
      this.#backlog.set(sessionId, [...(this.#backlog.get(sessionId) ?? []), rollout]);
    }
    this.#run();
  }

  /** Whether a rollout is in memory. */
  follows(id: string): boolean {
    return this.#sessionOf.has(id);
  }

  /**
   * Looks at the files in memory: a notice of a change may be lost. Closes the sessions that are over. Resolves with whether
   * a file is missing: it may have been moved.
   */
  async look(): Promise<boolean> {
    let isMissing = false;
    for (const session of [...this.#sessions.values()]) {
      for (const thread of session.threads) {
        const found = await stat(thread.tail.file).catch(() => undefined);
        if (found === undefined) isMissing = true;
        else {
          thread.writtenAt = found.mtimeMs;
          if (found.size !== thread.tail.offset) this.#wake(session);
        }
      }
      this.#closeIfOver(session);
    }
    return isMissing;
  }

  /** Resolves when everything that is there now was taken. */
  async drained(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Ends every session, as if nothing more was to come. */
  close(): void {
    for (const session of [...this.#sessions.values()]) this.#close(session);
  }

  /** Reads nothing more. What is open stays open: another process may go on with it. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#release);
    await this.drained();
  }

  async #follow(rollouts: readonly RolloutFile[], delivered?: ReadonlyMap<string, DeliveredThread>): Promise<void> {
    for (const rollout of rollouts) {
      const session = this.#sessions.get(rollout.sessionId) ?? this.#open(rollout.sessionId);
      await this.#followBefore(rollout, session);
      this.#add(rollout, session, delivered);
      this.#wake(session);
    }
  }

  /**
   * Follows what a rollout continues: an agent's spans hang under its parent's, and a thread that was reverted goes on from its
   * earlier rollouts. They may have been read by an earlier process, or long ago.
   */
  async #followBefore({ threadId, parentThreadId, at }: RolloutFile, session: FollowedSession): Promise<void> {
    const { filesOf } = this.#options;
    for (const file of [...filesOf(parentThreadId ?? threadId), ...filesOf(threadId)]) {
      const before = await recognizeRollout(file).catch(() => undefined);
      // By the times nothing comes before itself, whatever the rollouts call their parents.
      if (before?.sessionId !== session.id || before.at >= at || session.thread(before.id) !== undefined) continue;
      await this.#followBefore(before, session);
      this.#add(before, session);
    }
  }

  #add(rollout: RolloutFile, session: FollowedSession, delivered?: ReadonlyMap<string, DeliveredThread>): void {
    const { sessions, markOf, since } = this.#options;
    const { id } = rollout;
    session.add(rollout, delivered?.get(id) ?? sessions.delivery.thread(id, markOf(id), since));
    this.#sessionOf.set(id, session);
  }

  #open(id: string): FollowedSession {
    const { sessions, counters, onUnreadable } = this.#options;
    const deps = { session: sessions.open(), delivery: sessions.delivery, counters, onUnreadable };
    const session = new FollowedSession(id, deps);
    this.#sessions.set(id, session);
    return session;
  }

  #wake(session: FollowedSession): void {
    this.#ready.add(session);
    this.#run();
  }

  #run(): void {
    this.#running ??= this.#steps().finally(() => {
      this.#running = undefined;
      // Woken in the moment when nothing was left to do.
      if (this.#ready.size > 0 && !this.#isStopped) this.#run();
    });
  }

  async #steps(): Promise<void> {
    while (!this.#isStopped) {
      const [session] = this.#ready;
      if (session === undefined) {
        const [next] = this.#backlog;
        if (next === undefined) return;
        this.#backlog.delete(next[0]);
        await this.#follow(next[1]);
        continue;
      }
      // To the end of the line.
      this.#ready.delete(session);
      this.#current = session;
      const progress = await session.step();
      await this.#options.drained();
      this.#current = undefined;
      if (progress === 'more') this.#ready.add(session);
      else if (progress === 'stale') await this.#again(session);
      else if (this.#options.isPrompt) this.#releaseSoon();
      if (progress === 'drained' && this.#backlog.size > 0) await this.look();
    }
  }

  /** Reads a session from the beginnings of its files; what was taken before does not leave again. */
  async #again(session: FollowedSession): Promise<void> {
    const threads = [...session.threads];
    this.#forget(session);
    for (const { delivered } of threads) delivered.isSameFile = false;
    const rollouts = threads.map(({ rollout, tail }) => ({ ...rollout, file: tail.file }));
    await this.#follow(rollouts, new Map(threads.map(({ delivered }) => [delivered.threadId, delivered])));
  }

  #releaseSoon(): void {
    this.#release ??= setTimeout(() => {
      this.#release = undefined;
      for (const session of this.#sessions.values()) if (!this.#ready.has(session)) session.release();
    }, RELEASE_MS).unref();
  }

  #closeIfOver(session: FollowedSession): void {
    const isBusy = this.#ready.has(session) || session === this.#current;
    // Another look may have closed it meanwhile; one that was just opened has no thread yet.
    if (isBusy || this.#sessions.get(session.id) !== session || session.isEmpty) return;
    const idleMs = Date.now() - Math.max(...[...session.threads].map(({ writtenAt }) => writtenAt));
    if (idleMs > (session.hasOpenTurn ? IDLE_IN_TURN_MS : IDLE_MS)) this.#close(session);
  }

  #close(session: FollowedSession): void {
    session.close();
    this.#forget(session);
  }

  #forget(session: FollowedSession): void {
    for (const { rollout } of session.threads) this.#sessionOf.delete(rollout.id);
    this.#sessions.delete(session.id);
    this.#options.sessions.forget(session.model);
    this.#ready.delete(session);
  }
}
