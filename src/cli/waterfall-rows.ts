import type { TurnFacts } from '../session/facts/index.js';
import { REVIEWER_STYLES, spanLabel, threadLabel, turnLabel, type RowLabel } from './row-label.js';
import type { InnerFacts, InnerSpan, SessionTree, ThreadBranch, TurnBranch } from './session-tree.js';
import { counted, inWords, type SpanCounts } from './span-counts.js';
import { run, type Style } from './styled-text.js';

/** How a row's bar is drawn: a thread is there, work is going on, somebody is waited for. */
export type BarKind = 'thread' | 'work' | 'wait';

export interface Bar {
  readonly startMs: number;
  readonly endMs: number;
  readonly kind: BarKind;
  readonly style: Style;
}

/** One row of the waterfall; one without a bar tells of rows that are not shown. */
export interface Row {
  /** The lines of the tree before the label. */
  readonly guides: string;
  readonly label: RowLabel;
  readonly bar: Bar | null;
}

/** A row and the rows below it. */
interface Node {
  readonly startMs: number;
  readonly label: RowLabel;
  readonly bar: Bar | null;
  readonly children: readonly Node[];
}

/** About as many rows for spans inside turns as anybody reads; many turns share them, down to the least. */
const SPAN_ROWS = 240;
const LEAST_SPAN_ROWS = 3;

/** The rows of a session: threads, their turns, what is in these, and subagents under the items that spawned them. */
export function waterfallRows(tree: SessionTree): Row[] {
  const nodes = new Nodes(tree).roots();
  return nodes.flatMap((node) => [{ guides: '', label: node.label, bar: node.bar }, ...below(node, '')]);
}

function below({ children }: Node, guides: string): Row[] {
  return children.flatMap((child, index) => {
    const last = index === children.length - 1;
    const row = { guides: `${guides}${last ? '└╴' : '├╴'}`, label: child.label, bar: child.bar };
    return [row, ...below(child, `${guides}${last ? '  ' : '│ '}`)];
  });
}

/** Makes the rows' tree once; each thread gets one place in it. */
class Nodes {
  readonly #tree: SessionTree;
  readonly #spansPerTurn: number;
  /** Threads that have no place yet. */
  readonly #unplaced: Set<ThreadBranch>;

  constructor(tree: SessionTree) {
    this.#tree = tree;
    this.#unplaced = new Set(tree.threads.values());
    const turns = [...this.#unplaced].reduce((sum, thread) => sum + thread.turns.size, 0);
    this.#spansPerTurn = Math.max(Math.floor(SPAN_ROWS / Math.max(turns, 1)), LEAST_SPAN_ROWS);
  }

  roots(): Node[] {
    const { threads, beyond } = this.#tree;
    const roots = this.#place(({ parentThreadId }) => parentThreadId === null || !threads.has(parentThreadId));
    // A log may name two threads as each other's parents: they are shown all the same.
    const rest = this.#place(() => true);
    return [...[...roots, ...rest].sort(byStart), ...more(beyond)];
  }

  #place(belongsHere: (thread: ThreadBranch) => boolean): Node[] {
    const nodes: Node[] = [];
    for (const thread of this.#unplaced) if (belongsHere(thread)) nodes.push(this.#thread(thread));
    return nodes;
  }

  #thread(thread: ThreadBranch): Node {
    this.#unplaced.delete(thread);
    const { startMs, endMs } = thread;
    const { spans, others } = thread.spans.take();
    others.addAll(thread.beyond);
    const children = [
      ...thread.orderedTurns.map((turn, index) => this.#turn(turn, index + 1)),
      ...spans.map((span) => this.#span(span, [])),
    ];
    const withoutItem = this.#place(({ parentThreadId }) => parentThreadId === thread.id);
    return {
      startMs,
      label: threadLabel(thread),
      bar: { startMs, endMs, kind: 'thread', style: 'dim' },
      children: [...[...children, ...withoutItem].sort(byStart), ...more(others)],
    };
  }

  #turn({ turn, startMs, spans: kept }: TurnBranch, number: number): Node {
    const { spans, others } = kept.take(this.#spansPerTurn);
    const reviews = reviewsByItem(spans);
    const nested = new Set([...reviews.values()].flat());
    const children = spans.filter((span) => !nested.has(span)).map((span) => this.#span(span, reviews.get(span) ?? []));
    const withoutItem = this.#place(({ spawnedBy }) => spawnedBy !== null && spawnedBy === turn?.spanId);
    return {
      startMs,
      label: turnLabel(turn?.facts, number),
      bar: turn && barOf(turn.facts),
      children: [...[...children, ...withoutItem].sort(byStart), ...more(others)],
    };
  }

  #span({ facts, spanId }: InnerSpan, reviews: readonly InnerSpan[]): Node {
    const threads = this.#place(({ spawnedBy }) => spawnedBy === spanId);
    return {
      startMs: facts.startMs,
      label: spanLabel(facts),
      bar: barOf(facts),
      children: [...reviews.map(reviewInItem), ...threads],
    };
  }
}

function reviewInItem({ facts }: InnerSpan): Node {
  return { startMs: facts.startMs, label: spanLabel(facts, { inItem: true }), bar: barOf(facts), children: [] };
}

/** The reviews that belong under the row of an item, by that item. */
function reviewsByItem(spans: readonly InnerSpan[]): Map<InnerSpan, InnerSpan[]> {
  const items = new Map<string | null, InnerSpan>();
  for (const span of spans) if (span.facts.type === 'item') items.set(span.facts.itemId, span);
  const reviews = new Map<InnerSpan, InnerSpan[]>();
  for (const span of spans) {
    const item = span.facts.type === 'review' ? items.get(span.facts.itemId) : undefined;
    if (item) reviews.set(item, [...(reviews.get(item) ?? []), span]);
  }
  return reviews;
}

function byStart(a: Node, b: Node): number {
  return a.startMs - b.startMs;
}

function barOf(facts: InnerFacts | TurnFacts): Bar {
  const { startMs, endMs } = facts;
  if (facts.type === 'review') return { startMs, endMs, kind: 'wait', style: REVIEWER_STYLES[facts.reviewer] };
  return { startMs, endMs, kind: 'work', style: workStyle(facts) };
}

function workStyle(facts: InnerFacts | TurnFacts): Style {
  if (facts.type === 'turn') return facts.status === 'failed' ? 'red' : 'blue';
  if (facts.type === 'item') return facts.terminalStatus === 'failed' ? 'red' : 'cyan';
  return 'plain';
}

/** A row that says how much is not shown. */
function more(counts: SpanCounts): Node[] {
  const threads = counts.threads > 0 ? [counted(counts.threads, 'more thread')] : [];
  const words = [...threads, ...inWords(counts, 'more ')];
  if (words.length === 0) return [];
  const label = words.map((text, index) => [run(index === 0 ? `… ${text}` : ` · ${text}`, 'dim')]);
  return [{ startMs: Infinity, label, bar: null, children: [] }];
}
