import type {
  ClientFacts,
  Facts,
  RuntimeFacts,
  ThreadFacts,
  ThreadInitializationFacts,
  TurnFacts,
} from '../session/facts/index.js';
import { SpanCounts } from './span-counts.js';

/** What is inside a turn, or beside the turns of a thread. */
export type InnerFacts = Exclude<Facts, ThreadInitializationFacts | ThreadFacts | TurnFacts>;

/** A finished span as the tree keeps it. */
export interface TreeSpan<F extends Facts = Facts> {
  readonly facts: F;
  readonly spanId: string;
}

export type InnerSpan = TreeSpan<InnerFacts>;

/** What is kept of a session of any size; the rest is counted. */
export interface TreeLimits {
  readonly threads: number;
  /** Per thread. */
  readonly turns: number;
  /** Per turn, and per thread outside its turns. */
  readonly spans: number;
}

const LIMITS: TreeLimits = { threads: 16, turns: 16, spans: 32 };

/** The spans that started first, as many as the limit allows, and the number of the others. */
export class EarliestSpans {
  readonly #limit: number;
  readonly #others = new SpanCounts();
  #kept: InnerSpan[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(span: InnerSpan): void {
    this.#kept.push(span);
    // Spans come in the order of their ends: one that started earlier may still follow. So there is room for as many
    // again before the latest are let go.
    if (this.#kept.length < this.#limit * 2) return;
    this.#kept.sort(byStart);
    for (const { facts } of this.#kept.splice(this.#limit)) this.#others.add(facts);
  }

  /** At most `limit` of them in the order of their starts, and what else there was. */
  take(limit = this.#limit): { readonly spans: readonly InnerSpan[]; readonly others: SpanCounts } {
    const sorted = this.#kept.toSorted(byStart);
    const others = new SpanCounts();
    others.addAll(this.#others);
    const shown = Math.min(limit, this.#limit);
    for (const { facts } of sorted.slice(shown)) others.add(facts);
    return { spans: sorted.slice(0, shown), others };
  }
}

/** An item before its review where both start in one millisecond: who shows the review shows the item, too. */
function byStart(a: TreeSpan, b: InnerSpan): number {
  return a.facts.startMs - b.facts.startMs || Number(a.facts.type === 'review') - Number(b.facts.type === 'review');
}

export class TurnBranch {
  readonly id: string;
  readonly spans: EarliestSpans;
  /** The turn's own span, which ends after most of the spans in it. */
  turn: TreeSpan<TurnFacts> | null = null;
  startMs = Infinity;

  constructor(id: string, limits: TreeLimits) {
    this.id = id;
    this.spans = new EarliestSpans(limits.spans);
  }

  add(span: InnerSpan): void {
    this.startMs = Math.min(this.startMs, span.facts.startMs);
    this.spans.add(span);
  }

  addTurn(turn: TreeSpan<TurnFacts>): void {
    this.startMs = Math.min(this.startMs, turn.facts.startMs);
    this.turn = turn;
  }
}

export class ThreadBranch {
  readonly id: string;
  readonly turns = new Map<string, TurnBranch>();
  /** The thread's spans outside its turns. */
  readonly spans: EarliestSpans;
  /** What belongs to turns that are not kept. */
  readonly beyond = new SpanCounts();
  /** The first of the thread's initialisations. */
  initialization: ThreadInitializationFacts | null = null;
  /** The span that the thread was spawned under. */
  spawnedBy: string | null = null;
  parentThreadId: string | null = null;
  startMs = Infinity;
  endMs = -Infinity;
  readonly #limits: TreeLimits;

  constructor(id: string, limits: TreeLimits) {
    this.id = id;
    this.#limits = limits;
    this.spans = new EarliestSpans(limits.spans);
  }

  /** The turns in the order in which they started. */
  get orderedTurns(): readonly TurnBranch[] {
    return [...this.turns.values()].sort((a, b) => a.startMs - b.startMs);
  }

  /** A turn's number, from 1; undefined where it is not kept. */
  numberOf(turnId: string): number | undefined {
    const turn = this.turns.get(turnId);
    return turn && this.orderedTurns.indexOf(turn) + 1;
  }

  get isSubagent(): boolean {
    return this.parentThreadId !== null;
  }

  add({ facts, spanId }: TreeSpan, parentSpanId: string | null): void {
    this.startMs = Math.min(this.startMs, facts.startMs);
    this.endMs = Math.max(this.endMs, facts.endMs);
    this.parentThreadId ??= facts.lineage.parentThreadId;
    switch (facts.type) {
      case 'thread': // its times are those of the branch
        break;
      case 'thread_initialization':
        this.initialization ??= facts;
        if (facts.method === 'spawn') this.spawnedBy ??= parentSpanId;
        break;
      case 'turn': {
        const turn = this.#turn(facts.turnId);
        if (turn) turn.addTurn({ facts, spanId });
        else this.beyond.add(facts);
        break;
      }
      default: {
        const turnId = turnIdOf(facts);
        const branch = turnId === null ? this.spans : this.#turn(turnId);
        if (branch) branch.add({ facts, spanId });
        else this.beyond.add(facts);
      }
    }
  }

  #turn(id: string): TurnBranch | undefined {
    const known = this.turns.get(id);
    if (known !== undefined || this.turns.size >= this.#limits.turns) return known;
    const turn = new TurnBranch(id, this.#limits);
    this.turns.set(id, turn);
    return turn;
  }
}

/** The threads of a session with their turns and what is in these, of bounded size however long the session was. */
export class SessionTree {
  readonly threads = new Map<string, ThreadBranch>();
  readonly totals = new SpanCounts();
  /** What belongs to threads that are not kept. */
  readonly beyond = new SpanCounts();
  tokens = 0;
  startMs = Infinity;
  endMs = -Infinity;
  /** The first client and app-server that a span named. */
  origin: { readonly client: ClientFacts; readonly runtime: RuntimeFacts } | null = null;
  readonly #limits: TreeLimits;

  constructor(limits: TreeLimits = LIMITS) {
    this.#limits = limits;
  }

  add(span: TreeSpan, parentSpanId: string | null): void {
    const { facts } = span;
    const { client, runtime } = facts;
    this.totals.add(facts);
    this.startMs = Math.min(this.startMs, facts.startMs);
    this.endMs = Math.max(this.endMs, facts.endMs);
    if (facts.type === 'thread') this.tokens += facts.tokenUsage.totalTokens;
    if (client !== null && runtime !== null) this.origin ??= { client, runtime };
    const thread = this.#thread(facts.lineage.threadId);
    if (thread === undefined) this.beyond.add(facts);
    else thread.add(span, parentSpanId);
  }

  #thread(id: string): ThreadBranch | undefined {
    const known = this.threads.get(id);
    if (known !== undefined || this.threads.size >= this.#limits.threads) return known;
    const thread = new ThreadBranch(id, this.#limits);
    this.threads.set(id, thread);
    return thread;
  }
}

/** A steer belongs to the turn that took it, else to the one that was expected. */
function turnIdOf(facts: InnerFacts): string | null {
  if (facts.type === 'steer') return facts.acceptedTurnId ?? facts.expectedTurnId;
  return 'turnId' in facts ? facts.turnId : null;
}
