/**
 * A record of CSV (RFC 4180), without its end. Spreadsheets run a text that begins like a formula, and clients, models and authors
 * choose their own names: such a text gets an apostrophe.
 */
export function csvRecord(cells: readonly (string | number | null | undefined)[]): string {
  return cells.map(cellOf).join(',');
}

function cellOf(value: string | number | null | undefined): string {
  if (typeof value !== 'string') return String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
