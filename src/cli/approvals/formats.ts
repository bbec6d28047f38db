import { csvRecord } from '../csv.js';
import { printable } from '../../export/printable.js';
import type { ApprovalRow } from './sources.js';

/** The columns of the CSV, by their names in the records. */
const COLUMNS = [
  'requested_at_ms',
  'decided_at_ms',
  'wait_ms',
  'reviewer',
  'client_name',
  'client_version',
  'connection_id',
  'subject',
  'subject_name',
  'trigger',
  'command_source',
  'decision',
  'duration',
  'end_reason',
  'risk_level',
  'user_authorization',
  'thread_id',
  'turn_id',
  'item_id',
  'review_id',
] as const;

export const FORMATS: Readonly<Record<'table' | 'csv' | 'json', (rows: readonly ApprovalRow[]) => string>> = {
  table,
  csv,
  json: (rows) => JSON.stringify(rows, null, 2),
};

/** A record for each approval. */
function csv(rows: readonly ApprovalRow[]): string {
  const head = [...COLUMNS, 'outcome', 'exit_code'];
  const lines = rows.map((row) => [
    ...COLUMNS.map((column) => (column === 'command_source' ? sourceOf(row) : row[column])),
    row.outcome?.status ?? null,
    row.outcome?.exit_code ?? null,
  ]);
  return [head, ...lines].map(csvRecord).join('\r\n');
}

const HEADINGS = ['REQUESTED (UTC)', 'BY', 'SUBJECT', 'DECISION', 'FOR', 'WAITED', 'SOURCE', 'EXIT', 'THREAD'];

function table(rows: readonly ApprovalRow[]): string {
  if (rows.length === 0) return 'No approvals.';
  const lines = [HEADINGS, ...rows.map(tableRow)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const rendered = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return rendered.map((line) => line.trimEnd()).join('\n');
}

function tableRow(row: ApprovalRow): string[] {
  const { requested_at_ms: at, subject, decision, end_reason: endReason, duration, wait_ms: wait } = row;
  return [
    new Date(at).toISOString().slice(0, 19).replace('T', ' '),
    byWhom(row),
    subject,
    decision ?? endReason ?? 'unknown',
    duration ?? '-',
    `${(wait / 1000).toFixed(1)} s`,
    sourceOf(row) ?? '-',
    String(row.outcome?.exit_code ?? row.outcome?.status ?? '-'),
    row.thread_id,
  ].map(printable);
}

/** How a command was run: its request, or else its item, reports that. */
const sourceOf = ({ command_source: source, subject, outcome }: ApprovalRow): string | null =>
  source ?? (subject === 'command_execution' ? (outcome?.tool_name ?? null) : null);

function byWhom({ reviewer, client_name: client, connection_id: connection }: ApprovalRow): string {
  if (reviewer === 'guardian') return 'guardian';
  return [client ?? 'unknown', ...(connection === null ? [] : [`#${connection}`])].join(' ');
}
