import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/cli/approvals/formats.js';
import type { ApprovalRow } from '../../src/cli/approvals/sources.js';

const approval = (changes: Partial<ApprovalRow> = {}): ApprovalRow => ({
  kind: 'approval',
  id: 'event-1',
  thread_id: 'thread-1',
  turn_id: 'turn-1',
  item_id: 'item-1',
  review_id: 'user:0',
  reviewer: 'user',
  client_name: 'codex_vscode',
  client_version: '1.2.3',
  connection_id: '7',
  subject: 'command_execution',
  subject_name: null,
  trigger: null,
  command_source: 'agent',
  decision: 'approved',
  duration: 'session',
  end_reason: null,
  risk_level: null,
  user_authorization: null,
  requested_at_ms: Date.UTC(2026, 10, 28, 12),
  decided_at_ms: Date.UTC(2026, 10, 28, 12) + 1_500,
  wait_ms: 1_500,
  outcome: null,
  ...changes,
});

const cells = (row: ApprovalRow) => FORMATS.table([row]).split('\n')[1]!.split(/ {2,}/);

describe('the table of approvals', () => {
  it('has a line where there are none', () => {
    expect(FORMATS.table([])).toBe('No approvals.');
  });

  it('shows who decided, for how long, and how long it waited', () => {
    expect(cells(approval())).toEqual([
      '2026-11-28 12:00:00',
      'codex_vscode #7',
      'command_execution',
      'approved',
      'session',
      '1.5 s',
      'agent',
      '-',
      'thread-1',
    ]);
  });

  it.each([
    ['the guardian', { reviewer: 'guardian' }, 'guardian'],
    ['a client that nobody named', { client_name: null, connection_id: null }, 'unknown'],
  ] as const)('names %s', (_whom, changes, expected) => {
    expect(cells(approval(changes))[1]).toBe(expected);
  });

  it.each([
    ['the reason of its end', { end_reason: 'connection_closed' }, 'connection_closed'],
    ['unknown', {}, 'unknown'],
  ] as const)('shows %s where there is no decision', (_what, changes, expected) => {
    const row = cells(approval({ decision: null, duration: null, ...changes }));
    expect(row.slice(3, 5)).toEqual([expected, '-']);
  });
});

describe('the CSV of approvals', () => {
  const cellsOf = (row: ApprovalRow) => FORMATS.csv([row]).split('\r\n')[1]!;

  it('quotes what would end a cell, and keeps a text from being a formula', () => {
    const row = cellsOf(approval({ client_name: '=1+1', subject_name: 'a "b", c' }));
    expect(row).toContain(",'=1+1,");
    expect(row).toContain(',"a ""b"", c",');
  });

  it('leaves a cell empty where nothing is known', () => {
    expect(cellsOf(approval({ subject: 'network_access', command_source: null })).endsWith(',user:0,,')).toBe(true);
  });
});
