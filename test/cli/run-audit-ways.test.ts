import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { context, metrics, propagation, trace } from '@opentelemetry/api';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Approval } from '../../src/export/audit/approval.js';
import { readHead } from '../../src/export/audit/audit-file.js';
import { readRecord } from '../../src/export/audit/record.js';
import { verifyAuditFile } from '../../src/export/audit/verify.js';
import { conversation, methodOf, type Step } from '../instrumentation/conversation.js';
import { temporaryFolder } from '../temporary-folder.js';
import { PlayedRun, writeWireLog } from './played-run.js';

/**
 * Every kind of approval, however its wait ends: the audit file has it once, with the wait that the client made. The time of
 * day stands still but where the test moves it on, so a wait is exact on any machine.
 */

const folder = temporaryFolder();
let files = 0;

const NOWHERE = { OTEL_SDK_DISABLED: 'true' };
const DOWN = ['--endpoint', 'http://127.0.0.1:1', '--flush-timeout', '0.01'];

/** Milliseconds that a client takes for its answer. */
const WAIT_MS = 41_234;
const HOUR_MS = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
  for (const api of [context, metrics, propagation, trace]) api.disable();
});

interface Kind {
  readonly recording: string;
  /** The number of the request among the approvals of the recording. Default: the first. */
  readonly nth?: number;
  /** Makes a request of this kind of the recorded one. */
  readonly change?: (text: string) => string;
  readonly subject: string;
  readonly decision: string;
}

const MCP_TOOL_CALL = '"_meta":{"codex_approval_kind":"mcp_tool_call","tool_name":"wipe"}';

const KINDS: Readonly<Record<string, Kind>> = {
  'a command': { recording: '0.169.0/approval-accept', subject: 'command_execution', decision: 'approved' },
  'input of a command': {
    recording: '0.169.0/approval-write-stdin',
    nth: 2,
    subject: 'write_stdin',
    decision: 'approved',
  },
  'access to the network': {
    recording: '0.169.0/approval-accept',
    change: (text) => text.replace('"params":{', '"params":{"networkApprovalContext":{"host":"h","protocol":"http"},'),
    subject: 'network_access',
    decision: 'approved',
  },
  permissions: { recording: '0.169.0/permissions-granted-in-part', subject: 'permissions', decision: 'approved' },
  'a patch': { recording: '0.147.0/patch-approval-cancel', subject: 'file_change', decision: 'aborted' },
  'a call of an MCP tool': {
    recording: '0.171.0/mcp-elicitation',
    change: (text) => text.replace('"_meta":null', MCP_TOOL_CALL),
    subject: 'mcp_tool_call',
    decision: 'approved',
  },
};

const ASKS = /requestApproval$|^mcpServer\/elicitation\/request$/;

/** The conversation of a kind: what comes before the wait, with its request at the end, and the answer and all behind it. */
function partsOf({ recording, nth = 1, change }: Kind) {
  const steps = conversation(recording)
    .filter(({ connection }) => connection === 'c1')
    .map((step) => (change && ASKS.test(methodOf(step) ?? '') ? { ...step, text: change(step.text) } : step));
  const asks = steps.filter((step) => ASKS.test(methodOf(step) ?? ''));
  const request = asks[nth - 1]!;
  const { id, params } = JSON.parse(request.text) as { id: number; params: { startedAtMs?: number } };
  const answer = steps.findIndex(({ from, text }) => from === 'client' && text.startsWith(`{"id":${id},"result":`));
  expect(answer).toBeGreaterThan(steps.indexOf(request));
  return {
    steps,
    upToRequest: steps.slice(0, steps.indexOf(request) + 1),
    upToAnswer: steps.slice(steps.indexOf(request) + 1, answer),
    answer: steps.slice(answer),
    askedAt: request.at,
    startedAt: params.startedAtMs ?? request.at,
  };
}

/** A run that has come to the request, which was received at `askedAt`. */
async function playToRequest(kind: Kind, audit: string, way: { options?: readonly string[]; isCut?: boolean }) {
  const parts = partsOf(kind);
  const log = join(folder, `wire-${++files}.jsonl`);
  writeWireLog(log, way.isCut ? parts.upToRequest : parts.steps);
  vi.useFakeTimers({ toFake: ['Date'], now: parts.askedAt });
  const run = new PlayedRun(log, ['--audit', audit, ...(way.options ?? [])], way.options ? {} : NOWHERE);
  await run.play([...parts.upToRequest, ...(way.isCut ? [] : parts.upToAnswer)]);
  return { ...parts, run };
}

/** The client answers, and the clock moves on as soon as the answer was written: one that is read late has a long wait. */
async function answer(run: PlayedRun, [first, ...rest]: readonly Step[], askedAt: number) {
  vi.setSystemTime(askedAt + WAIT_MS);
  run.send(first!);
  await setImmediate();
  vi.setSystemTime(askedAt + HOUR_MS);
  await run.play(rest);
  await run.end();
}

async function approvalsIn(audit: string): Promise<Approval[]> {
  const bytes = readFileSync(audit);
  expect(verifyAuditFile(bytes, await readHead(audit)).problems).toEqual([]);
  const lines = bytes.toString().split('\n').slice(0, -1);
  const entries = lines.map((line) => readRecord(Buffer.from(line))!.entry);
  return entries.filter(({ kind }) => kind === 'approval') as unknown as Approval[];
}

describe.each(['guardian-two-reviews', 'network-guardian'])('a review of the guardian (%s)', (name) => {
  it.each([
    ['whose client leaves', 'client'],
    ['whose app-server is killed', 'server'],
  ])('%s is recorded once, without a decision', async (_way, leaving) => {
    const steps = conversation(`0.169.0/${name}`).filter(({ connection }) => connection === 'c1');
    const started = steps.findIndex((step) => methodOf(step) === 'item/autoApprovalReview/started');
    const { at, text } = steps[started]!;
    const { params } = JSON.parse(text) as { params: { startedAtMs: number } };
    const cut = steps.slice(0, started + 1);
    const [log, audit] = [join(folder, `wire-${++files}.jsonl`), join(folder, `audit-${++files}`)];
    writeWireLog(log, cut);
    vi.useFakeTimers({ toFake: ['Date'], now: at });
    const run = new PlayedRun(log, ['--audit', audit], NOWHERE);
    await run.play(cut);
    vi.setSystemTime(at + WAIT_MS);
    if (leaving === 'server') run.killServer();
    await run.end();
    const expected = { reviewer: 'guardian', decision: null, wait_ms: at + WAIT_MS - params.startedAtMs };
    expect(await approvalsIn(audit)).toMatchObject([expected]);
  });
});

describe.each(Object.entries(KINDS))('an approval of %s', (_name, kind) => {
  const { nth = 1, subject, decision } = kind;
  const newPath = () => join(folder, `audit-${++files}`);

  /** The one record of the approval; those of the recording before it are there as well. */
  async function recorded(audit: string): Promise<Approval> {
    const approvals = await approvalsIn(audit);
    expect(new Set(approvals.map(({ id }) => id)).size).toBe(approvals.length);
    expect(approvals.length).toBeGreaterThanOrEqual(nth);
    const [approval] = approvals.slice(nth - 1);
    expect(approval).toMatchObject({ subject });
    return approval!;
  }

  it.each([
    ['is answered', undefined],
    ['is answered while no receiver is up', DOWN],
  ])('that %s is recorded once, with its decision and the wait to the millisecond', async (_way, options) => {
    const audit = newPath();
    const { run, askedAt, startedAt, ...parts } = await playToRequest(kind, audit, options ? { options } : {});
    await answer(run, parts.answer, askedAt);
    const expected = { decision, end_reason: null, decided_at_ms: askedAt + WAIT_MS };
    expect(await recorded(audit)).toMatchObject({ ...expected, wait_ms: askedAt + WAIT_MS - startedAt });
  });

  it('is recorded once, without a decision, where its client leaves', async () => {
    const audit = newPath();
    const { run, askedAt, startedAt } = await playToRequest(kind, audit, { isCut: true });
    vi.setSystemTime(askedAt + WAIT_MS);
    await run.end();
    expect(await recorded(audit)).toMatchObject({ decision: null, wait_ms: askedAt + WAIT_MS - startedAt });
  });

  it('is recorded once, without a decision, where its app-server is killed', async () => {
    const audit = newPath();
    const { run, askedAt, startedAt } = await playToRequest(kind, audit, { isCut: true });
    vi.setSystemTime(askedAt + WAIT_MS);
    run.killServer();
    await run.end();
    const expected = { decision: null, end_reason: 'server_closed' };
    expect(await recorded(audit)).toMatchObject({ ...expected, wait_ms: askedAt + WAIT_MS - startedAt });
  });

  it('that is observed again after a restart is recorded once', async () => {
    const audit = newPath();
    for (let times = 0; times < 2; times++) {
      const { run, askedAt, ...parts } = await playToRequest(kind, audit, {});
      await answer(run, parts.answer, askedAt);
    }
    expect(await recorded(audit)).toMatchObject({ decision });
  });
});
