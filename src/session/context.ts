import type { AcceptedLines } from './turns/accepted-lines.js';
import { BoundedSet } from '../bounded.js';
import type { CounterSink } from '../counters.js';
import { Deadlines } from './deadlines.js';
import { Budget, limitsOf, mirroredThreads, type Limits, type SessionDeps } from './limits.js';
import type { HostContext, SpanSink } from './span-sink.js';
import type { Connection, MirroredThread, Server, Thread } from './state.js';
import type { RepositoryMode } from './threads/repository.js';

/** Where the session's spans and counts go, and how much it may hold. */
export interface SessionOptions extends Pick<SessionDeps, 'spans' | 'counters'> {
  readonly limits?: Partial<Limits> | undefined;
  /** Called with the id of a server that has neither connections nor threads any more. */
  readonly serverForgotten?: ((id: string) => void) | undefined;
  /** Asked for each thread: how much of its repository leaves. Default: nothing. */
  readonly repository?: (() => RepositoryMode | undefined) | undefined;
  readonly acceptedLines?: AcceptedLines | undefined;
}

/** The state that all handlers share: the servers with everything that lives in them, and the session's dependencies. */
export class SessionContext implements SessionDeps {
  readonly spans: SpanSink;
  readonly counters: CounterSink;
  readonly limits: Limits;
  readonly budget: Budget;
  readonly serverForgotten: (id: string) => void;
  readonly repository: () => RepositoryMode | undefined;
  readonly acceptedLines: AcceptedLines;
  readonly servers = new Map<string, Server>();
  readonly connections = new Map<string, Connection>();
  /** All threads of all servers, the oldest first. */
  readonly threads = new Set<Thread>();
  /** The first thread of each id, where several servers have one. */
  readonly threadsById = new Map<string, Thread>();
  /** The mirrored threads of all connections, the oldest first; see `mirrors.ts`. */
  readonly mirrored: Set<MirroredThread>;
  /** Keys of closed turns; see `lookup.ts`. */
  readonly endedTurns: Set<string>;
  /** Spans that end a minute after their turn or their thread. */
  readonly deadlines = new Deadlines();
  /** The host's context at the time of a request, by the request's handle. */
  readonly hosts = new WeakMap<object, HostContext>();

  constructor(options: SessionOptions) {
    const {
      spans,
      counters,
      limits,
      acceptedLines = {},
      repository = () => undefined,
      serverForgotten = () => undefined,
    } = options;
    this.serverForgotten = serverForgotten;
    this.spans = spans;
    this.counters = counters;
    this.repository = repository;
    this.limits = limitsOf(limits);
    this.budget = new Budget(this.limits.bytes);
    this.acceptedLines = acceptedLines;
    this.mirrored = new BoundedSet({
      size: mirroredThreads(this.limits),
      what: 'mirrored thread',
      counters,
      dropped: (oldest) => {
        this.budget.release(oldest);
        oldest.connection.mirrored.delete(oldest.id);
      },
    });
    this.endedTurns = new BoundedSet({ size: this.limits.endedTurns, what: 'ended turn', counters });
  }
}
