import { statusOf } from './outcome.js';
import { formatDuration } from './quantities.js';
import { rowLabel, type Label } from './row-label.js';
import type { Row, SessionTree } from './session-tree.js';
import { fit, joinParts, lineWidth, styled, widthOf, type Line, type Segment } from './styled-text.js';

/** Narrower terminals show labels and durations only. */
const BARS_FROM = 60;
/** The part of the columns that labels leave to the bars at least. */
const BAR_SHARE = 0.3;
const GAP = styled('  ');

/** The session as a waterfall, line by line: a tree of labels, a bar from start to end, a duration. */
export function waterfall(tree: SessionTree, columns: number): Line[] {
  const rows = rowsBelow(null, '', tree.children());
  const durationColumns = Math.max(0, ...rows.map(({ duration }) => duration.length));
  const available = columns - GAP.text.length - durationColumns;
  const hasBars = columns >= BARS_FROM;
  const forLabels = hasBars ? available - GAP.text.length - Math.floor(columns * BAR_SHARE) : available;
  const widest = Math.max(
    0,
    ...rows.map(({ guides, label }) => lineWidth([styled(guides), ...label.name, ...label.details])),
  );
  const labelColumns = Math.min(widest, forLabels);
  const lines = rows.map(({ guides, label, row, duration }) => [
    ...labelLine(guides, label, hasBars ? labelColumns : available),
    GAP,
    ...(hasBars ? [...barLine(row, tree, available - labelColumns - GAP.text.length), GAP] : []),
    styled(duration.padStart(durationColumns)),
  ]);
  return [...lines, ...omittedLines(tree, columns)];
}

interface LabeledRow {
  readonly row: Row;
  /** The lines of the tree before the label. */
  readonly guides: string;
  readonly label: Label;
  readonly duration: string;
}

function rowsBelow(key: string | null, guides: string, children: ReturnType<SessionTree['children']>): LabeledRow[] {
  const rows = children.get(key) ?? [];
  return rows.flatMap((row, index) => {
    const [branch, trunk] = key === null ? ['', ''] : index < rows.length - 1 ? ['├╴', '│ '] : ['└╴', '  '];
    const duration = hasEnd(row) ? formatDuration(row.endMs - row.startMs) : '';
    const labeled = { row, guides: guides + branch, label: rowLabel(row), duration };
    return [labeled, ...rowsBelow(row.key, guides + trunk, children)];
  });
}

/** The end of a turn is unknown while its own span has not ended. */
function hasEnd(row: Row): boolean {
  return row.type !== 'turn' || row.facts !== null;
}

/** As many details as fit; the outermost guides of a deep row are left out. */
function labelLine(guides: string, { name, details }: Label, width: number): Line {
  const line = [styled(guides.slice(-2 * Math.floor(width / 4)), 'dim'), ...name];
  for (const detail of details) {
    if (lineWidth(line) + widthOf(detail.text) > width) break;
    line.push(detail);
  }
  return fit(line, width);
}

/** A bar between the session's start and end; one column at least, so that nothing is invisible. */
function barLine(row: Row, session: SessionTree, columns: number): Segment[] {
  if (!hasEnd(row)) return [styled(' '.repeat(columns))];
  const range = Math.max(session.endMs - session.startMs, 1);
  const columnOf = (ms: number) => Math.round(((ms - session.startMs) / range) * columns);
  const start = Math.min(columnOf(row.startMs), columns - 1);
  const end = Math.max(columnOf(row.endMs), start + 1);
  return [styled(' '.repeat(start)), bar(row, end - start), styled(' '.repeat(columns - end))];
}

function bar({ facts, type }: Row, length: number): Segment {
  if (type === 'thread') return styled('─'.repeat(length), 'dim');
  if (facts?.type === 'review') return styled('╍'.repeat(length), facts.reviewer === 'user' ? 'yellow' : 'magenta');
  const color = facts?.type === 'turn' ? 'blue' : 'cyan';
  return styled('━'.repeat(length), facts && statusOf(facts) === 'failed' ? 'red' : color);
}

function omittedLines({ omitted }: SessionTree, columns: number): Line[] {
  const [first, ...others] = omitted.inWords('more ');
  if (first === undefined) return [];
  return joinParts([`… ${first}`, ...others], columns).map((line) => [styled(line, 'dim')]);
}
