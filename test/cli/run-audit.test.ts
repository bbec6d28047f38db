import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { context, metrics, propagation, trace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHead } from '../../src/export/audit/audit-file.js';
import { readRecord } from '../../src/export/audit/record.js';
import { verifyAuditFile } from '../../src/export/audit/verify.js';
import { Receiver } from '../export/receiver.js';
import { conversation } from '../instrumentation/conversation.js';
import { linesOf } from '../json-lines.js';
import { temporaryFolder } from '../temporary-folder.js';
import { codexOtel } from './io.js';
import { PlayedRun } from './played-run.js';
import { recording } from './recordings.js';

const folder = temporaryFolder();
let files = 0;
const newPath = () => join(folder, `audit-${++files}`);

afterEach(() => {
  for (const api of [context, metrics, propagation, trace]) api.disable();
});

/** Plays a recorded session through `codex-otel run`. */
async function run(name: string, options: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const played = new PlayedRun(recording(name), options, env);
  await played.play(conversation(`0.169.0/${name}`).filter(({ connection }) => connection === 'c1'));
  return played.end();
}

const entriesIn = (path: string) => linesOf(path).map((line) => readRecord(Buffer.from(line))!.entry);

async function expectWhole(path: string): Promise<void> {
  expect(verifyAuditFile(readFileSync(path), await readHead(path)).problems).toEqual([]);
}

/** One address where nobody listens. */
const DOWN = ['--endpoint', 'http://127.0.0.1:1', '--flush-timeout', '0.01'];
const NOWHERE = { OTEL_SDK_DISABLED: 'true' };

/** Recorded approvals, and how many a session has: also of a client that left and a server that was killed. */
const SESSIONS: readonly (readonly [name: string, approvals: number])[] = [
  ['approval-accept', 1],
  ['approval-interrupted', 1],
  ['approval-write-stdin', 4],
  ['permissions-granted-in-part', 1],
  ['guardian-two-reviews', 2],
  ['network-guardian', 2],
  ['fault-never-answered', 1],
  ['fault-server-killed', 1],
];

describe('codex-otel run --audit', () => {
  it.each(SESSIONS)(
    '%s: has each approval once, also after a restart and where no receiver answers',
    async (name, count) => {
      const path = newPath();
      await run(name, ['--audit', path], NOWHERE);
      await run(name, ['--audit', path, ...DOWN]);
      const approvals = entriesIn(path).filter(({ kind }) => kind === 'approval');
      expect(approvals).toHaveLength(count);
      expect(new Set(approvals.map(({ id }) => id)).size).toBe(count);
      const { stdout } = await codexOtel(['approvals', recording(name), '--format', 'json']);
      const decisions = (entries: readonly Readonly<Record<string, unknown>>[]) =>
        entries.map(({ id, decision, end_reason: reason }) => [id, decision, reason]).sort();
      expect(decisions(approvals)).toEqual(decisions(JSON.parse(stdout) as Readonly<Record<string, unknown>>[]));
      await expectWhole(path);
    },
  );

  it('is what codex-otel approvals lists', async () => {
    const path = newPath();
    await run('approval-accept', ['--audit', path], NOWHERE);
    const { stdout } = await codexOtel(['approvals', path, '--format', 'json']);
    const listed = JSON.parse(stdout) as object[];
    expect(listed).toMatchObject([{ decision: 'approved', outcome: { exit_code: 0 } }]);
    const { stdout: ofRecording } = await codexOtel(['approvals', recording('approval-accept'), '--format', 'json']);
    expect(Object.keys(listed[0]!)).toEqual(Object.keys((JSON.parse(ofRecording) as object[])[0]!));
  });

  it('a file that cannot be written is named, and the app-server runs on', async () => {
    const path = join(folder, 'nowhere/audit');
    const { status, said } = await run('approval-accept', ['--audit', path], NOWHERE);
    expect(status).toBe(0);
    expect(said).toEqual([
      `codex-otel: Nothing is audited. Cannot write the audit file ${path}: there is no such directory.`,
    ]);
    const notes = newPath();
    writeFileSync(notes, 'notes\n');
    await run('approval-accept', ['--audit', notes], NOWHERE);
    expect(readFileSync(notes, 'utf8')).toBe('notes\n');
  });

  it.each([
    [['--audit', ''], /--audit is empty/],
    [['--audit', '-'], /--audit takes a file/],
    [['--with-content'], /--with-content is for --audit alone/],
  ])('%j is a mistake in the command line', async (options, reason) => {
    const { status, stderr } = await codexOtel(['run', ...options, '--', 'codex', 'app-server']);
    expect(status).toBe(2);
    expect(stderr).toMatch(reason);
  });
});

describe('content', () => {
  let receiver: Receiver;
  let sending: readonly string[];
  beforeEach(async () => {
    receiver = await Receiver.start();
    sending = ['--endpoint', receiver.url, '--flush-timeout', '20'];
  });
  afterEach(() => receiver.stop());

  /** Words of the recorded command, prompt and answer. */
  const CONTENT = /touch|\/bin\/bash|outside the project/;
  const sent = () => JSON.stringify([receiver.spans, receiver.events, receiver.requests.map(String)]);

  it('is in neither the audit file nor what is sent by default', async () => {
    const path = newPath();
    await run('approval-accept', ['--audit', path, ...sending]);
    expect(readFileSync(path, 'utf8')).not.toMatch(CONTENT);
    expect(sent()).not.toMatch(CONTENT);
  });

  it('is in the audit file alone with --with-content', async () => {
    const path = newPath();
    await run('approval-accept', ['--audit', path, '--with-content', ...sending]);
    expect(entriesIn(path).find(({ kind }) => kind === 'outcome')!['content']).toMatch(CONTENT);
    expect(receiver.spans.length).toBe(5);
    expect(sent()).not.toMatch(CONTENT);
    await expectWhole(path);
  });

  it('is in both where the environment switches content capture on', async () => {
    const path = newPath();
    await run('approval-accept', ['--audit', path, '--with-content', ...sending], {
      OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true',
    });
    expect(readFileSync(path, 'utf8')).toMatch(CONTENT);
    expect(sent()).toMatch(CONTENT);
  });
});
