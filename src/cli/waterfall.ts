import { formatDuration } from './duration.js';
import type { RowLabel } from './row-label.js';
import type { SessionTree } from './session-tree.js';
import { fit, run, styledWidth, widthOf, type Run, type StyledText } from './styled-text.js';
import { TimeAxis } from './time-axis.js';
import { waterfallRows, type Bar, type BarKind, type Row } from './waterfall-rows.js';

/** The characters of a bar: whole columns, and half ones at its ends. */
const STROKES: Record<BarKind, { readonly both: string; readonly left: string; readonly right: string }> = {
  thread: { both: '─', left: '╴', right: '╶' },
  work: { both: '━', left: '╸', right: '╺' },
  wait: { both: '╍', left: '╸', right: '╺' },
};

/** What labels may take of the columns, except where one would lose what it must say. */
const LABEL_SHARE = 0.46;
const LEAST_BARS = 16;
/** Two columns before the bars and one behind them. */
const GAPS = 3;

/** The session as a waterfall, line by line: a tree of labels, bars under a time axis, and durations. */
export function waterfall(tree: SessionTree, columns: number): StyledText[] {
  const rows = waterfallRows(tree);
  if (rows.length === 0) return [];
  const durationWidth = Math.max(...rows.map((row) => durationOf(row).length));
  const labelWidth = widthForLabels(rows, columns, columns - durationWidth - GAPS - LEAST_BARS);
  const axis = new TimeAxis(tree.startMs, tree.endMs, columns - labelWidth - durationWidth - GAPS);
  const header = [run(' '.repeat(labelWidth + 2)), ...axisLabels(axis)];
  const lines = rows.map((row) => [
    ...rowLabel(row, labelWidth),
    run('  '),
    ...bars(row.bar, axis),
    run(durationOf(row).padStart(durationWidth + 1)),
  ]);
  return [header, ...lines];
}

function durationOf({ bar }: Row): string {
  return bar === null ? '' : formatDuration(bar.endMs - bar.startMs);
}

function widthForLabels(rows: readonly Row[], columns: number, most: number): number {
  const widest = (parts: (label: RowLabel) => RowLabel) =>
    Math.max(...rows.map(({ guides, label }) => widthOf(guides) + styledWidth(parts(label).flat())));
  const needed = Math.max(
    widest((label) => label.slice(0, 1)),
    Math.floor(columns * LABEL_SHARE),
  );
  return Math.min(
    widest((label) => label),
    needed,
    most,
  );
}

/** As many parts of the label as fit, at least the first. */
function rowLabel({ guides, label }: Row, width: number): StyledText {
  const indent = shortened(guides, Math.floor(width / 2));
  let runs: Run[] = [run(indent, 'dim')];
  for (const [index, part] of label.entries()) {
    const longer = [...runs, ...part];
    if (index > 0 && styledWidth(longer) > width) break;
    runs = longer;
  }
  return fit(runs, width);
}

/** The guides of a deep row without the outermost, so that its label is still to be seen. */
function shortened(guides: string, width: number): string {
  return guides.length <= width ? guides : `…${guides.slice(guides.length - width + 1)}`;
}

function axisLabels({ ticks }: TimeAxis): StyledText {
  let text = '';
  for (const { column, label } of ticks) text = text.padEnd(column) + label;
  return [run(text, 'dim')];
}

/** One row's bar between the axis's lines. */
function bars(bar: Bar | null, axis: TimeAxis): StyledText {
  const columns = new Set(axis.ticks.map(({ column }) => column));
  const empty = (from: number, to: number) =>
    run(Array.from({ length: to - from }, (_, index) => (columns.has(from + index) ? '┊' : ' ')).join(''), 'dim');
  if (bar === null) return [empty(0, axis.columns)];
  const { from, to } = axis.halves(bar.startMs, bar.endMs);
  const first = Math.floor(from / 2);
  const end = Math.ceil(to / 2);
  return [empty(0, first), run(strokes(bar.kind, from, to), bar.style), empty(end, axis.columns)];
}

function strokes(kind: BarKind, from: number, to: number): string {
  const { both, left, right } = STROKES[kind];
  if (to - from === 1) return from % 2 === 0 ? left : right;
  const whole = both.repeat(Math.floor(to / 2) - Math.ceil(from / 2));
  return `${from % 2 === 1 ? right : ''}${whole}${to % 2 === 1 ? left : ''}`;
}
