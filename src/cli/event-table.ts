import type { EventIds, EventRecord } from '../events/record.js';
import type { EventType } from '../events/schema/index.js';
import { formatDuration } from './duration.js';
import { summaryOf, type EventSummary } from './event-summary.js';
import { shortId } from './row-label.js';
import type { SessionTree } from './session-tree.js';
import { formatCount } from './span-counts.js';
import { fit, run, styledWidth, type Run, type StyledText } from './styled-text.js';
import { fitColumns, type Column, type FittedColumn } from './table-columns.js';

const MAX_ROWS = 48;
const GAP = run('  ');

type Name = 'time' | 'event' | 'subject' | 'outcome' | 'thread' | 'event id' | 'duration';
type Cells = Readonly<Record<Name, Run>>;

const TIME: Column<Name> = { name: 'time', align: 'right' };
const EVENT: Column<Name> = { name: 'event', align: 'left', least: 14 };
const SUBJECT: Column<Name> = { name: 'subject', align: 'left', least: 12 };
const OUTCOME: Column<Name> = { name: 'outcome', align: 'left', least: 20 };
const THREAD: Column<Name> = { name: 'thread', align: 'left' };
const EVENT_ID: Column<Name> = { name: 'event id', align: 'left' };
const DURATION: Column<Name> = { name: 'duration', align: 'right' };

/** The columns that a terminal is wide enough for. */
function layoutFor(columns: number): readonly Column<Name>[] {
  if (columns < 80) return [TIME, EVENT, OUTCOME, DURATION];
  if (columns < 128) return [TIME, EVENT, SUBJECT, OUTCOME, DURATION];
  return [TIME, EVENT, SUBJECT, OUTCOME, THREAD, EVENT_ID, DURATION];
}

/** In less than this, an event's type stands without the prefix and suffix that nearly all share. */
const WHOLE_TYPES = 90;

interface EventRow {
  readonly atMs: number;
  readonly type: EventType;
  readonly id: string;
  readonly ids: EventIds;
  readonly summary: EventSummary;
}

/** A session's analytics events as a table: the first of them, and how many others there were of each type. */
export class EventTable {
  readonly #rows: EventRow[] = [];
  readonly #others = new Map<EventType, number>();
  count = 0;

  add({ event, id, ids, endTime: [seconds, nanoseconds] }: EventRecord): void {
    const type = event.event_type;
    this.count += 1;
    if (this.#rows.length >= MAX_ROWS) {
      this.#others.set(type, (this.#others.get(type) ?? 0) + 1);
      return;
    }
    const atMs = seconds * 1_000 + nanoseconds / 1_000_000;
    this.#rows.push({ atMs, type, id, ids, summary: summaryOf(event) });
  }

  /** The table's lines. The tree tells when the session began and what its turns are called. */
  lines(tree: SessionTree, columns: number): StyledText[] {
    const rows = this.#rows.toSorted((a, b) => a.atMs - b.atMs).map((row) => cellsOf(row, tree, columns));
    const layout = layoutFor(columns);
    const fitted = fitColumns(layout, rows, columns - (layout.length - 1) * styledWidth([GAP]));
    const header = fitted.map((column) => aligned(run(column.name, 'dim'), column));
    const lines = rows.map((row) => fitted.map((column) => aligned(row[column.name], column)));
    return [...[header, ...lines].map(spaced), ...this.#more(columns)];
  }

  #more(columns: number): StyledText[] {
    const hidden = this.count - this.#rows.length;
    if (hidden === 0) return [];
    const types = [...this.#others].sort(([, a], [, b]) => b - a);
    const lines = types.map(([type, count]) => [run(`${formatCount(count).padStart(9)}  ${type}`, 'dim')]);
    return [[run(`… ${formatCount(hidden)} more:`, 'dim')], ...lines].map((line) => fit(line, columns));
  }
}

function cellsOf({ atMs, type, id, ids, summary }: EventRow, tree: SessionTree, columns: number): Cells {
  const { subject, outcome, style, durationMs } = summary;
  return {
    time: run(`+${((atMs - tree.startMs) / 1_000).toFixed(3)} s`, 'dim'),
    event: run(columns < WHOLE_TYPES ? type.replace(/^codex_|_event$/g, '') : type, 'cyan'),
    subject: run(subject ?? turnName(ids, tree)),
    outcome: run(outcome, style),
    thread: run(shortId(ids.threadId), 'dim'),
    'event id': run(id.slice(0, 8), 'dim'),
    duration: run(durationMs === null ? '' : formatDuration(durationMs)),
  };
}

/** As the turn's row in the waterfall is called. */
function turnName({ threadId, turnId }: EventIds, tree: SessionTree): string {
  if (turnId === null) return 'turn';
  const thread = tree.threads.get(threadId);
  const name = `turn ${thread?.numberOf(turnId) ?? shortId(turnId)}`;
  return thread?.isSubagent === true ? `${name} of subagent` : name;
}

function aligned(content: Run, { align, width }: FittedColumn): StyledText {
  const missing = width - styledWidth([content]);
  if (missing < 0 || align === 'left') return fit([content], width);
  return [run(' '.repeat(missing)), content];
}

function spaced(cells: readonly StyledText[]): StyledText {
  return cells.flatMap((cell, index) => (index === 0 ? cell : [GAP, ...cell]));
}
