import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ApprovalRow } from '../../src/cli/approvals/sources.js';
import { approvalOf, outcomeOf } from '../../src/export/audit/approval.js';
import { AuditFile } from '../../src/export/audit/audit-file.js';
import { item, review } from '../events/facts.js';
import { jsonLines } from '../json-lines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { codexOtel } from './io.js';
import { recording, recordings } from './recordings.js';

const folder = temporaryFolder();

const rowsOf = async (...args: readonly string[]): Promise<ApprovalRow[]> => {
  const { status, stdout, said } = await codexOtel(['approvals', ...args, '--format', 'json']);
  expect({ status, said }).toEqual({ status: 0, said: [] });
  return JSON.parse(stdout) as ApprovalRow[];
};

interface CodexEvent {
  readonly event: { readonly event_type: string; readonly event_params: Readonly<Record<string, unknown>> };
}

/** The review events that the Codex binary posted during a recording. */
const codexReviews = (file: string) =>
  jsonLines(join(dirname(file), 'events.jsonl'))
    .map((line) => (line as CodexEvent).event)
    .filter(({ event_type: type }) => type === 'codex_review_event')
    .map(({ event_params: params }) => params);

/** Recorded approvals of every kind, and of every way in which one ends. */
const RECORDINGS = [
  recording('approval-accept'),
  recording('approval-interrupted'),
  recording('approval-write-stdin'),
  recording('fault-wrong-decisions'),
  recording('guardian-command-denied'),
  recording('guardian-two-reviews'),
  recording('network-guardian'),
  recording('permissions-granted-in-part'),
  recording('ws-both-asked'),
  recording('ws-reconnect-with-approval-pending'),
  recording('patch-approval-cancel', '0.147.0'),
  recording('approval-accept', '0.158.0'),
  recording('guardian-patch-approved', '0.171.0'),
];

describe('codex-otel approvals', () => {
  it.each(RECORDINGS)('lists each approval of %s once, as Codex itself reported it', async (file) => {
    const rows = await rowsOf(file);
    const reported = codexReviews(file);
    expect(reported.length).toBeGreaterThan(0);
    for (const params of reported) {
      const found = rows.filter(({ review_id: id }) => id === params['review_id']);
      expect(found).toMatchObject([
        {
          thread_id: params['thread_id'],
          turn_id: params['turn_id'],
          reviewer: params['reviewer'],
          subject: params['subject_kind'],
          decision: params['status'],
          requested_at_ms: params['started_at_ms'],
        },
      ]);
    }
  });

  it('lists who decided what, for how long, the wait, the source of the command and its exit code', async () => {
    const [row, ...others] = await rowsOf(recording('approval-accept'));
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      reviewer: 'user',
      client_name: 'codex_vscode',
      connection_id: 'c1',
      subject: 'command_execution',
      decision: 'approved',
      duration: 'once',
      outcome: { status: 'completed', exit_code: 0, tool_name: 'unified_exec' },
    });
    expect(row!.wait_ms).toBe(row!.decided_at_ms - row!.requested_at_ms);
  });

  it('lists approvals of MCP tool calls, and no other form of an MCP server', async () => {
    const form = recording('mcp-elicitation', '0.171.0');
    expect(await rowsOf(form)).toEqual([]);
    const approval = join(folder, 'mcp-approval.jsonl');
    const meta = '"_meta":{"codex_approval_kind":"mcp_tool_call","tool_name":"wipe"}';
    writeFileSync(approval, readFileSync(form, 'utf8').replaceAll('"_meta":null,"message"', `${meta},"message"`));
    expect(await rowsOf(approval)).toMatchObject([{ subject: 'mcp_tool_call', review_id: null, decision: 'approved' }]);
  });

  it('lists those that nobody decided, with the reason', async () => {
    const [never] = await rowsOf(recording('fault-never-answered'));
    expect(never).toMatchObject({ decision: null });
    expect(never!.end_reason).not.toBeNull();
    const [killed] = await rowsOf(recording('fault-server-killed'));
    expect(killed).toMatchObject({ decision: null, end_reason: 'server_closed' });
  });

  it('lists the same from the events of a session, plain or gzipped', async () => {
    const events = join(folder, 'accept.events.jsonl');
    await codexOtel(['replay', recording('approval-accept'), '--events', events]);
    const [fromEvents] = await rowsOf(events);
    const [fromTraffic] = await rowsOf(recording('approval-accept'));
    const unknown = { id: '', connection_id: null, command_source: null };
    expect(fromEvents).toEqual({ ...fromTraffic, ...unknown, outcome: { ...fromTraffic!.outcome } });
    writeFileSync(`${events}.gz`, gzipSync(readFileSync(events)));
    expect(await rowsOf(`${events}.gz`)).toEqual([fromEvents]);
  });

  it('leaves unknown what the events of another tool do not have', async () => {
    const events = join(folder, 'sparse.events.jsonl');
    const review = { review_id: 'user:1', thread_id: 'thread-1', turn_id: 'turn-1', item_id: 'item-1' };
    const times = { started_at_ms: 1_000, completed_at_ms: 900 };
    const lines = [
      { event_type: 'codex_review_event', event_params: { ...review, ...times, status: 'denied', resolution: 'new' } },
      { event_type: 'codex_review_event', event_params: { ...times, reviewer: 'guardian', status: 'timed_out' } },
      { event_type: 'codex_web_search_event', event_params: { ...review, terminal_status: 'failed', tool_name: 'x' } },
      { event_type: 'codex_hook_run', event_params: { thread_id: 'thread-1' } },
      { event_type: 'codex_turn_event' },
    ];
    writeFileSync(events, [...lines.map((line) => JSON.stringify(line)), 'cut {', ''].join('\n'));
    const rows = await rowsOf(events);
    const unknown = { client_name: null, client_version: null, subject: null, duration: null, wait_ms: 0 };
    expect(rows).toMatchObject([
      { ...unknown, reviewer: 'user', decision: 'denied', outcome: { status: 'failed', exit_code: null } },
      { ...unknown, reviewer: 'guardian', decision: 'timed_out', thread_id: '', outcome: null },
    ]);
  });

  it('lists all files of a folder, each approval once', async () => {
    const sessions = join(folder, 'sessions');
    mkdirSync(sessions);
    for (const name of ['approval-accept', 'approval-write-stdin'])
      cpSync(dirname(recording(name)), join(sessions, name), { recursive: true });
    writeFileSync(join(sessions, 'notes.log'), 'no session\n');
    const rows = await rowsOf(sessions);
    const alone = await Promise.all(['approval-accept', 'approval-write-stdin'].map((name) => rowsOf(recording(name))));
    expect(rows.length).toBe(alone.flat().length);
    expect(new Set(rows.map(({ subject }) => subject))).toEqual(new Set(['command_execution', 'write_stdin']));
    expect(rows.every(({ connection_id: connection }) => connection !== null)).toBe(true);
  });

  it('prints a table that a person can read', async () => {
    const { stdout } = await codexOtel(['approvals', recording('approval-accept')]);
    const [head, row] = stdout.split('\n');
    expect(head).toMatch(/^REQUESTED \(UTC\) +BY +SUBJECT +DECISION +FOR +WAITED +SOURCE +EXIT +THREAD$/);
    expect(row).toMatch(
      /^20\d\d-\d\d-\d\d \d\d:\d\d:\d\d +codex_vscode #c1 +command_execution +approved +once +\d+\.\d s +unified_exec +0 +\S+$/,
    );
    expect((await codexOtel(['approvals', recording('plain-turn')])).stdout).toBe('No approvals.\n');
  });

  it('prints CSV, in which no text is taken for a formula', async () => {
    const file = join(folder, 'names.audit');
    const audit = new AuditFile(file);
    audit.append(approvalOf(review({ subjectName: '=HYPERLINK("x"),1' }))!);
    audit.append(outcomeOf(item({ itemId: 'item-1' })));
    await audit.end();
    const { stdout } = await codexOtel(['approvals', file, '--format', 'csv']);
    const [head, row] = stdout.trimEnd().split('\r\n');
    expect(head).toMatch(/^requested_at_ms,.*,outcome,exit_code$/);
    expect(row).toContain(`"'=HYPERLINK(""x""),1"`);
  });

  it.each([
    [['approvals'], /Whose approvals\?/],
    [['approvals', 'x', '--format', 'xml'], /--format takes table, csv or json, not xml/],
    [['approvals', 'x', '--verify', 'y'], /--verify takes one file/],
  ])('%j is a mistake in the command line', async (args, reason) => {
    const { status, stderr } = await codexOtel(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(reason);
  });

  it('names a source that is not there, one that is damaged, and one that is no session', async () => {
    const nothing = join(folder, 'nothing');
    expect(await codexOtel(['approvals', nothing])).toMatchObject({
      status: 1,
      said: [`codex-otel: Cannot read ${nothing}: there is no such file.`],
    });
    const damaged = join(folder, 'damaged.jsonl.gz');
    writeFileSync(damaged, gzipSync('{"event_type":"codex_turn_event"}\n').subarray(0, 20));
    expect(await codexOtel(['approvals', damaged])).toMatchObject({
      status: 1,
      said: [`codex-otel: Cannot read ${damaged}: its gzip data ends too early.`],
    });
    const notes = join(folder, 'notes.txt');
    writeFileSync(notes, 'no session\n');
    const { status, said } = await codexOtel(['approvals', notes]);
    expect({ status, said }).toEqual({
      status: 1,
      said: [`codex-otel: ${notes} is no recording, events file or audit file.`],
    });
  });
});

/** The values of members that hold content in some message of a session. */
const HOLDS_CONTENT =
  /^(command|cwd|reason|rationale|text|message|aggregatedOutput|diff|query|prompt|preview|path|host)$/;

function contentOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return HOLDS_CONTENT.test(key) && value.length >= 8 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => contentOf(member, Array.isArray(value) ? key : name));
}

it('no recorded session has content in its approvals', async () => {
  for (const file of recordings()) {
    const content = jsonLines(file).flatMap((line) => contentOf(line));
    expect(content.length).toBeGreaterThan(0);
    const listed = JSON.stringify(await rowsOf(file));
    expect(
      content.filter((text) => listed.includes(text)),
      file,
    ).toEqual([]);
  }
});

describe('codex-otel approvals --verify', () => {
  it('ends with 0 for a whole file, and with 1 and the reason for a changed one', async () => {
    const file = join(folder, 'whole.audit');
    const audit = new AuditFile(file);
    for (const reviewId of ['user:1', 'user:2']) audit.append(approvalOf(review({ reviewId }))!);
    await audit.end();
    const whole = await codexOtel(['approvals', '--verify', file]);
    expect(whole).toMatchObject({ status: 0, said: [] });
    expect(whole.stdout).toMatch(/^2 records, all in their place\. The last one is 2, [0-9a-f]{64}\.\n$/);

    writeFileSync(file, readFileSync(file, 'utf8').replace('approved', 'denied'));
    const changed = await codexOtel(['approvals', '--verify', file]);
    expect(changed).toMatchObject({ status: 1, stdout: '' });
    expect(changed.said).toEqual(['Line 1 was changed: it is not the record that its hash was made of.']);
    expect(await codexOtel(['approvals', '--verify', join(folder, 'nothing')])).toMatchObject({ status: 1 });
  });

  it('names twenty problems, and the number of the others', async () => {
    const file = join(folder, 'broken.audit');
    writeFileSync(file, 'broken\n'.repeat(30));
    const { said } = await codexOtel(['approvals', '--verify', file]);
    expect(said).toHaveLength(21);
    expect(said.at(-1)).toMatch(/^and \d+ more problems$/);
  });
});
