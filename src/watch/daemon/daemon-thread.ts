import { setTimeout as wait } from 'node:timers/promises';
import type { DaemonConnection, DaemonMessage } from './daemon-connection.js';
import type { ObservedConnection } from './daemon-observer.js';
import { isForAll } from './refused-notifications.js';

/** A thread can be resumed once its first turn is stored: after a few of these, as a rule. */
const TRY_MS = 5;
const TRIES = 25;

/** How long a subscription outlives the turn: late messages come within that time. */
const LINGER_MS = 1_000;

export interface DaemonThreadDeps {
  readonly connection: Pick<DaemonConnection, 'request'>;
  readonly observed: Pick<ObservedConnection, 'message'>;
  /** Whether the thread is subscribed to while a turn runs. */
  readonly subscribes: boolean;
  /** Whether the daemon had the thread in memory before the connection was made. */
  readonly wasThere: boolean;
}

/** The part of the protocol's `thread` that is of use here. */
export interface FoundThread {
  readonly status?: unknown;
  readonly ephemeral?: unknown;
  readonly parentThreadId?: unknown;
}

/**
 * A thread in the daemon. A subscription keeps a thread in the daemon's memory, and locked against other programs, so there is
 * one only while a turn runs: then approvals are asked of this client, too. Without it the thread's status tells that it waits.
 */
export class DaemonThread {
  readonly #id: string;
  readonly #deps: DaemonThreadDeps;
  /** Messages are taken one after the other; one that finds a gap before it waits until the gap is filled. */
  #steps: Promise<void> = Promise.resolve();
  /** As the daemon reported last, whether that was taken already or not. */
  #isActive = false;
  #isSubscribed = false;
  /** Something came that only subscribers get, whoever subscribed this client. */
  #hears = false;
  #info: FoundThread | undefined;
  /** The thread was there before this client was: what waits in it may have been reported by an earlier process. */
  #isQuiet: boolean;
  /** A thread that another one spawns subscribes every connection. */
  #wasSpawned = false;
  #leaving: NodeJS.Timeout | undefined;

  constructor(id: string, deps: DaemonThreadDeps) {
    this.#id = id;
    this.#deps = deps;
    this.#isQuiet = deps.wasThere;
  }

  /** A message of the daemon about the thread. */
  take(message: DaemonMessage): void {
    if (message.method === 'thread/status/changed') this.#isActive = statusOf(message) === 'active';
    this.#do(() => this.#take(message));
  }

  /** The thread was found in the daemon's memory. */
  found(thread: FoundThread): void {
    this.#do(() => this.#described(thread));
    const params = { threadId: this.#id, status: thread.status };
    this.take({ ...messageOf('thread/status/changed', params), params });
    this.#do(() => {
      // Behind the approvals that wait: the daemon asks them while it answers to the subscription.
      this.#do(() => void (this.#isQuiet = false));
    });
  }

  /** The thread is no longer in the daemon's memory, or the daemon is gone. */
  forget(): void {
    this.#isActive = false;
    clearTimeout(this.#leaving);
  }

  #do(step: () => Promise<void> | void): void {
    this.#steps = this.#steps.then(step).catch(() => {
      // The daemon refuses, or is gone. The next message tries again.
    });
  }

  async #take(message: DaemonMessage): Promise<void> {
    const { method, params } = message;
    if (method === 'thread/status/changed') return this.#statusChanged(message);
    if (method === 'thread/started') this.#info = params['thread'] as FoundThread;
    if (!isForAll(method)) {
      if (!this.#deps.subscribes) {
        // A thread that another one spawned: this client never wanted it.
        if (method === 'turn/started') await this.#unsubscribe();
        return;
      }
      this.#hears = true;
    }
    this.#observe(message);
  }

  async #statusChanged(message: DaemonMessage): Promise<void> {
    if (statusOf(message) === 'active') {
      clearTimeout(this.#leaving);
      await this.#describe();
      if (this.#deps.subscribes && !this.#isSubscribed) await this.#subscribe();
      // The approvals themselves are asked here.
      if (this.#isSubscribed) return;
      if (hasFlags(message)) await this.#fillTurn();
    } else if (this.#isSubscribed || this.#hears) this.#leaveSoon();
    this.#observe(message);
  }

  /** Where no notification described the thread, the daemon is asked. */
  async #describe(): Promise<void> {
    if (this.#info !== undefined) return;
    const answer = await this.#deps.connection.request('thread/read', { threadId: this.#id });
    const { thread } = answer as { readonly thread: FoundThread };
    this.#wasSpawned = !this.#deps.wasThere && typeof thread.parentThreadId === 'string';
    this.#described(thread);
  }

  #described(thread: FoundThread): void {
    this.#info = thread;
    this.#observe(messageOf('thread/started', { thread }));
  }

  async #subscribe(): Promise<void> {
    // Such a thread is never stored, and asks nobody.
    if (this.#info?.ephemeral === true) return;
    if (this.#wasSpawned) this.#isSubscribed = true;
    for (let tries = 0; tries < TRIES && this.#isActive && !this.#isSubscribed; tries += 1) {
      if (tries > 0) await wait(TRY_MS);
      this.#isSubscribed = await this.#deps.connection
        .request('thread/resume', { threadId: this.#id, excludeTurns: true })
        .then(
          () => true,
          () => false,
        );
    }
    if (this.#isSubscribed) await this.#fillTurn();
  }

  /** The turn that runs began before anybody listened: the daemon is asked for its beginning. */
  async #fillTurn(): Promise<void> {
    const params = { threadId: this.#id, limit: 1, itemsView: 'notLoaded' };
    const { data } = (await this.#deps.connection.request('thread/turns/list', params)) as {
      data?: readonly { readonly status?: unknown; readonly startedAt?: unknown }[];
    };
    const turn = data?.[0];
    if (turn?.status !== 'inProgress') return;
    const emittedAtMs = typeof turn.startedAt === 'number' ? turn.startedAt * 1000 : undefined;
    this.#observe(messageOf('turn/started', { threadId: this.#id, turn }, emittedAtMs));
  }

  #leaveSoon(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.#do(() => this.#leave()), LINGER_MS).unref();
  }

  async #leave(): Promise<void> {
    if (this.#isActive) return;
    this.#isSubscribed = false;
    this.#hears = false;
    this.#wasSpawned = false;
    await this.#unsubscribe();
  }

  async #unsubscribe(): Promise<void> {
    await this.#deps.connection.request('thread/unsubscribe', { threadId: this.#id });
  }

  #observe({ bytes }: Pick<DaemonMessage, 'bytes'>): void {
    this.#deps.observed.message('server', bytes, this.#isQuiet);
  }
}

/** A notification in the daemon's words. */
function messageOf(method: string, params: object, emittedAtMs?: number): Pick<DaemonMessage, 'method' | 'bytes'> {
  return { method, bytes: Buffer.from(JSON.stringify({ method, params, emittedAtMs })) };
}

const statusOf = ({ params }: DaemonMessage) => (params['status'] as { readonly type?: unknown } | null)?.type;

const hasFlags = ({ params }: DaemonMessage) => {
  const { activeFlags } = params['status'] as { readonly activeFlags?: unknown };
  return Array.isArray(activeFlags) && activeFlags.length > 0;
};
