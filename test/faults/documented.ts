import { Page, rowsOf } from '../docs/page.js';

const page = new Page('docs/failure.md');

/** The rows of the table in a section of docs/failure.md, by their first cell. */
export function documented(section: string): ReadonlyMap<string, readonly string[]> {
  return new Map(rowsOf(page.section(section)).map(([what = '', ...cells]) => [what, cells]));
}

/** How much arrived, as the tables have it. */
export function amount(arrived: number, of: number): 'all' | 'some' | 'none' {
  if (arrived === 0) return 'none';
  return arrived === of ? 'all' : 'some';
}

/** The cell for names in code style; a dash where there are none. */
export const cellOf = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ') || '–';
