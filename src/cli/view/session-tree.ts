import { idsOf } from '../../events/record.js';
import type {
  ClientFacts,
  Facts,
  LineageFacts,
  RuntimeFacts,
  ThreadFacts,
  ThreadInitializationFacts,
  TurnFacts,
} from '../../session/facts/index.js';
import { SpanCounts } from './span-counts.js';

/** The rows that a session of any size has at most. Turns have more room than they need: each counts its tools. */
const MAX_ROWS = { thread: 50, turn: 100, span: 250 };

/** A finished span. */
interface FinishedSpan {
  readonly facts: Facts;
  readonly spanId: string;
  readonly parentSpanId: string | null;
}

/** The facts of a span inside a turn, or beside the turns of a thread. */
export type InnerFacts = Exclude<Facts, ThreadInitializationFacts | ThreadFacts | TurnFacts>;

interface Place {
  readonly key: string;
  /** The keys of its parent row, the best first; the row stands below the first that is in the tree. */
  readonly parents: string[];
  startMs: number;
  endMs: number;
}

export interface ThreadRow extends Place {
  readonly type: 'thread';
  readonly id: string;
  readonly isSubagent: boolean;
  /** The first of the thread's initialisations. */
  facts: ThreadInitializationFacts | null;
  turns: number;
}

interface TurnRow extends Place {
  readonly type: 'turn';
  /** The turn's number in its thread, from 1. */
  readonly number: number;
  /** Null until the turn's own span ends, which is after most of the spans in it. */
  facts: TurnFacts | null;
}

interface SpanRow extends Place {
  readonly type: 'span';
  readonly facts: InnerFacts;
}

/** A row of the tree. */
export type Row = ThreadRow | TurnRow | SpanRow;

/** The threads of a session, their turns, and the spans inside these: a bounded number, however long the session. */
export class SessionTree {
  /** All spans but those of threads. */
  readonly totals = new SpanCounts();
  /** The spans that have no row. */
  readonly omitted = new SpanCounts();
  tokens = 0;
  startMs = Infinity;
  endMs = -Infinity;
  /** The client and the app-server of the first span that has both. */
  origin: { readonly client: ClientFacts; readonly runtime: RuntimeFacts } | null = null;
  readonly #rows = new Map<string, Row>();
  readonly #left = { ...MAX_ROWS };

  add(span: FinishedSpan): void {
    const { facts } = span;
    const { client, runtime } = facts;
    widen(this, facts);
    if (client !== null && runtime !== null) this.origin ??= { client, runtime };
    if (facts.type === 'thread') this.tokens += facts.tokenUsage.totalTokens;
    else this.totals.add(facts);
    if (!this.#place(span)) this.omitted.add(facts);
  }

  get threads(): readonly ThreadRow[] {
    return [...this.#rows.values()].filter((row) => row.type === 'thread');
  }

  turnNumber(threadId: string, turnId: string): number | undefined {
    const row = this.#rows.get(turnKey(threadId, turnId));
    return row?.type === 'turn' ? row.number : undefined;
  }

  /** The rows below each row, by its key; the top rows are under `null`. Rows are in the order of their starts. */
  children(): ReadonlyMap<string | null, readonly Row[]> {
    const children = new Map<string | null, Row[]>();
    for (const row of [...this.#rows.values()].sort((a, b) => a.startMs - b.startMs)) {
      const parent = row.parents.find((key) => this.#rows.has(key)) ?? null;
      children.set(parent, [...(children.get(parent) ?? []), row]);
    }
    return children;
  }

  /** Whether the span has a row, or is part of one. */
  #place({ facts, spanId, parentSpanId }: FinishedSpan): boolean {
    const { startMs, endMs, lineage } = facts;
    const { turnId } = idsOf(facts);
    const thread = this.#thread(lineage);
    const parent = thread && turnId !== null ? this.#turn(thread, turnId) : thread;
    if (thread === undefined || parent === undefined) return false;
    widen(thread, facts);
    // A child that runs on after its turn does not lengthen the turn.
    if (parent.type === 'turn' && parent.facts === null) widen(parent, facts);
    switch (facts.type) {
      case 'thread':
        return true;
      case 'thread_initialization':
        if (thread.facts !== null) return true;
        thread.facts = facts;
        if (facts.method === 'spawn' && parentSpanId !== null) thread.parents.unshift(parentSpanId);
        return true;
      case 'turn':
        if (parent.type === 'turn') Object.assign(parent, { facts, startMs, endMs });
        return true;
      default: {
        const parents = [parentSpanId ?? parent.key, parent.key];
        return this.#row({ type: 'span', key: spanId, parents, startMs, endMs, facts }) !== undefined;
      }
    }
  }

  #thread({ threadId, parentThreadId }: LineageFacts): ThreadRow | undefined {
    const key = threadKey(threadId);
    const known = this.#rows.get(key);
    if (known?.type === 'thread') return known;
    // A parent without a row yet is no parent: threads that name each other as parents would never be reached.
    const parents = [threadKey(parentThreadId ?? '')].filter((parent) => this.#rows.has(parent));
    const isSubagent = parentThreadId !== null;
    return this.#row({ type: 'thread', key, parents, ...NEVER, id: threadId, isSubagent, facts: null, turns: 0 });
  }

  #turn(thread: ThreadRow, turnId: string): TurnRow | undefined {
    const key = turnKey(thread.id, turnId);
    const known = this.#rows.get(key);
    if (known?.type === 'turn') return known;
    thread.turns += 1;
    return this.#row({ type: 'turn', key, parents: [thread.key], ...NEVER, number: thread.turns, facts: null });
  }

  #row<R extends Row>(row: R): R | undefined {
    if (this.#left[row.type] === 0) return undefined;
    this.#left[row.type] -= 1;
    this.#rows.set(row.key, row);
    return row;
  }
}

/** A period that any other widens. */
const NEVER = { startMs: Infinity, endMs: -Infinity };

function widen(period: { startMs: number; endMs: number }, { startMs, endMs }: Facts): void {
  period.startMs = Math.min(period.startMs, startMs);
  period.endMs = Math.max(period.endMs, endMs);
}

const threadKey = (id: string) => `thread ${id}`;
const turnKey = (threadId: string, turnId: string) => `turn ${threadId} ${turnId}`;
