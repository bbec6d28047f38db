import { BoundedMap, BoundedSet } from '../bounded.js';
import type { CounterSink } from '../counters.js';
import { Deadlines } from './deadlines.js';
import { Budget, limitsOf, type Limits } from './limits.js';
import type { HostContext, SpanSink } from './span-sink.js';
import type { StoredThread } from './threads/records.js';
import type { RepositoryMode } from './threads/repository.js';

/** The repositories that threads work in, by their folders. */
export interface Repositories {
  /** A thread works in this folder. Returns at once, and may find out by itself later. */
  look(directory: string): void;
  /** The SHA-1 of the folder's remote; null where it has none; undefined while that is not known. */
  hashOf(directory: string): string | null | undefined;
}

/** How turns describe the lines that they added, beyond their number. */
export interface AcceptedLines {
  /** Asked at each turn's end: whether its lines are hashed. Default: no. */
  readonly hasFingerprints?: (() => boolean) | undefined;
  /** Default: the repository is not known. */
  readonly repositories?: Repositories | undefined;
}

/** Where the session's spans and counts go, and how much it may hold. */
export interface SessionOptions {
  readonly spans: SpanSink;
  readonly counters: CounterSink;
  readonly limits?: Partial<Limits> | undefined;
  /** Called with the id of a server that has neither connections nor threads any more. */
  readonly serverForgotten?: ((id: string) => void) | undefined;
  /** Asked for each thread: how much of its repository leaves. Default: nothing. */
  readonly repository?: (() => RepositoryMode | undefined) | undefined;
  readonly acceptedLines?: AcceptedLines | undefined;
}

/** The session's surroundings, and its memory of turns, deadlines and hosts that are not part of the model. */
export class SessionContext {
  readonly spans: SpanSink;
  readonly counters: CounterSink;
  readonly limits: Limits;
  readonly budget: Budget;
  /** Keys of closed turns; see `lookup.ts`. */
  readonly endedTurns: Set<string>;
  /** Threads that are forgotten, by their ids: another server may load them. */
  readonly storedThreads: Map<string, StoredThread>;
  /** Spans that end a minute after their turn or their thread. */
  readonly deadlines = new Deadlines();
  /** The host's context at the time of a request, by the request's handle. */
  readonly hosts = new WeakMap<object, HostContext>();

  constructor(readonly options: SessionOptions) {
    const { spans, counters, limits } = options;
    this.spans = spans;
    this.counters = counters;
    this.limits = limitsOf(limits);
    this.budget = new Budget(this.limits.bytes);
    this.endedTurns = new BoundedSet({ size: this.limits.endedTurns, what: 'ended turn', counters });
    this.storedThreads = new BoundedMap({ size: this.limits.threads, what: 'stored thread', counters });
  }
}
