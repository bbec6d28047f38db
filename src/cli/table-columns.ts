import { styledWidth, type Run } from './styled-text.js';

export interface Column<Name extends string = string> {
  /** Of the cells in a row, and what stands above them. */
  readonly name: Name;
  readonly align: 'left' | 'right';
  /** The least width that the column may be squeezed to; without it the column is never squeezed. */
  readonly least?: number;
}

export interface FittedColumn<Name extends string = string> extends Column<Name> {
  readonly width: number;
}

/** Each column as wide as its widest cell; where that is too wide in all, those with most to spare give way. */
export function fitColumns<Name extends string>(
  columns: readonly Column<Name>[],
  rows: readonly Readonly<Record<Name, Run>>[],
  available: number,
): readonly FittedColumn<Name>[] {
  const fitted = columns.map((column) => ({
    ...column,
    width: Math.max(column.name.length, ...rows.map((row) => styledWidth([row[column.name]]))),
  }));
  const spare = ({ width, least = width }: FittedColumn<Name>) => width - least;
  let excess = fitted.reduce((sum, { width }) => sum + width, -available);
  for (; excess > 0; excess--) {
    fitted.reduce((roomiest, column) => (spare(column) > spare(roomiest) ? column : roomiest)).width -= 1;
  }
  return fitted;
}
