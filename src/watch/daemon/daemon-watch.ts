import { setTimeout as wait } from 'node:timers/promises';
import { BoundedMap } from '../../bounded.js';
import type { CounterSink } from '../../counters.js';
import { DaemonConnection, type DaemonMessage } from './daemon-connection.js';
import type { DaemonObserver, ObservedConnection } from './daemon-observer.js';
import { DaemonThread, type DaemonThreadDeps, type FoundThread } from './daemon-thread.js';

/** The first pause before a new try to connect, and the longest: nobody announces that a daemon starts. */
const SHORTEST_MS = 100;
const LONGEST_MS = 2_000;

/** So many threads of one daemon are known at a time. */
const THREADS = 1_000;

export interface DaemonWatchOptions {
  /** The path of the daemon's socket. */
  readonly socket: string;
  /** Whether threads are subscribed to while a turn runs. */
  readonly subscribes: boolean;
  readonly observer: DaemonObserver;
  readonly counters: CounterSink;
}

/** Watches the local daemon, whenever there is one, beside its clients. */
export class DaemonWatch {
  readonly #options: DaemonWatchOptions;
  readonly #end = new AbortController();
  readonly #running: Promise<void>;

  constructor(options: DaemonWatchOptions) {
    this.#options = options;
    this.#running = this.#run();
  }

  /** Closes the connection, and with it its subscriptions. What waits stays open, for the next process to go on with. */
  async stop(): Promise<void> {
    this.#end.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#end;
    for (let pause = SHORTEST_MS; !signal.aborted; pause = Math.min(LONGEST_MS, pause * 2)) {
      const since = performance.now();
      await this.#watchOnce().catch(() => {
        // No daemon listens. A socket file without one is left behind by a daemon that was killed.
      });
      // One that ended is started again soon, as a rule.
      if (performance.now() - since > LONGEST_MS) pause = SHORTEST_MS;
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Resolves when the daemon is gone, or the watch ends; rejects where there is none. */
  async #watchOnce(): Promise<void> {
    const { socket, subscribes, observer, counters } = this.#options;
    const { signal } = this.#end;
    const early: DaemonMessage[] = [];
    let observed: ObservedConnection | undefined;
    let threads: Threads | undefined;
    const connection = await DaemonConnection.open({
      socket,
      subscribes,
      onInitialized(request, response) {
        observed = observer.open();
        observed.message('client', request);
        observed.message('server', response);
      },
      onMessage: (message) => (threads ? threads.take(message) : early.push(message)),
    });
    const close = () => connection.close();
    signal.addEventListener('abort', close);
    if (signal.aborted) close();
    try {
      if (observed === undefined) return;
      threads = new Threads({ connection, observed, subscribes }, counters);
      for (const message of early) threads.take(message);
      await threads.find().catch(() => undefined);
      await connection.closed;
    } finally {
      signal.removeEventListener('abort', close);
      threads?.forget();
      if (!signal.aborted) observed?.close();
    }
  }
}

/** The threads in the memory of one daemon. */
class Threads {
  readonly #deps: Omit<DaemonThreadDeps, 'wasThere'>;
  readonly #threads: Map<string, DaemonThread>;

  constructor(deps: Omit<DaemonThreadDeps, 'wasThere'>, counters: CounterSink) {
    this.#deps = deps;
    const dropped = (thread: DaemonThread) => thread.forget();
    this.#threads = new BoundedMap({ size: THREADS, what: "daemon's thread", counters, dropped });
  }

  /** A message of the daemon. Those that are about no thread are of no use. */
  take(message: DaemonMessage): void {
    const { method, params } = message;
    const id = params['threadId'] ?? (params['thread'] as { readonly id?: unknown } | undefined)?.id;
    if (typeof id !== 'string') return;
    this.#thread(id, false).take(message);
    if (method !== 'thread/closed') return;
    this.#threads.get(id)?.forget();
    this.#threads.delete(id);
  }

  /** Finds the threads that the daemon had in memory before. */
  async find(): Promise<void> {
    let cursor: unknown = null;
    do {
      const page = (await this.#deps.connection.request('thread/loaded/list', { cursor })) as {
        readonly data: readonly string[];
        readonly nextCursor?: unknown;
      };
      for (const id of page.data) await this.#find(id);
      cursor = page.nextCursor ?? null;
    } while (cursor !== null);
  }

  forget(): void {
    for (const thread of this.#threads.values()) thread.forget();
    this.#threads.clear();
  }

  async #find(threadId: string): Promise<void> {
    // A thread whose messages come already has a status, or will have one.
    if (this.#threads.has(threadId)) return;
    const { thread } = (await this.#deps.connection.request('thread/read', { threadId })) as {
      readonly thread: FoundThread;
    };
    if (!this.#threads.has(threadId)) this.#thread(threadId, true).found(thread);
  }

  #thread(id: string, wasThere: boolean): DaemonThread {
    const known = this.#threads.get(id);
    if (known) return known;
    const thread = new DaemonThread(id, { ...this.#deps, wasThere });
    this.#threads.set(id, thread);
    return thread;
  }
}
