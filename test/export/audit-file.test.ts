import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { approvalOf, outcomeOf, type Approval } from '../../src/export/audit/approval.js';
import { AuditFile, readHead } from '../../src/export/audit/audit-file.js';
import { readRecord } from '../../src/export/audit/record.js';
import { verifyAuditFile } from '../../src/export/audit/verify.js';
import { FileWriteError } from '../../src/export/files/line-sink.js';
import { item, review } from '../events/facts.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();
let files = 0;
const newPath = () => join(folder, `audit-${++files}`);

const approval = (id: number, facts: Parameters<typeof review>[0] = {}): Approval =>
  approvalOf(review({ reviewId: `user:${id}`, ...facts }))!;

/** A file with so many approvals. */
async function auditFile(count: number, path = newPath()): Promise<string> {
  const file = new AuditFile(path);
  for (let id = 1; id <= count; id += 1) file.append(approval(id));
  await file.end();
  return path;
}

const verify = async (path: string) => verifyAuditFile(readFileSync(path), await readHead(path));
const idsIn = (path: string) =>
  readFileSync(path)
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => readRecord(Buffer.from(line))?.entry['review_id']);

describe('an audit file', () => {
  it('has a record for each approval, in order, and is whole', async () => {
    const path = await auditFile(3);
    expect(idsIn(path)).toEqual(['user:1', 'user:2', 'user:3']);
    expect(await verify(path)).toMatchObject({ records: 3, head: { seq: 3 }, problems: [] });
  });

  it('is readable by its owner only, whatever its mode was before', async () => {
    const path = newPath();
    writeFileSync(path, '');
    chmodSync(path, 0o644);
    await auditFile(1, path);
    for (const file of [path, `${path}.head`]) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('goes on after a restart, and has an approval that is observed again once', async () => {
    const path = await auditFile(2);
    await auditFile(3, path);
    expect(idsIn(path)).toEqual(['user:1', 'user:2', 'user:3']);
    expect((await verify(path)).problems).toEqual([]);
  });

  it('has no approval whose observer stopped before the decision, and has it when the next one sees the decision', async () => {
    const path = newPath();
    const first = new AuditFile(path);
    first.append(approval(1, { status: null, resolution: null, endReason: 'observation_ended' }));
    first.append(approval(2, { status: null, resolution: null, endReason: 'server_closed' }));
    await first.end();
    await auditFile(1, path);
    expect(idsIn(path)).toEqual(['user:2', 'user:1']);
  });

  it('is whole although several observers append to it at once', async () => {
    const path = newPath();
    const observers = [1, 2, 3].map(() => new AuditFile(path));
    for (let id = 1; id <= 30; id += 1) observers[id % 3]!.append(approval(id));
    // All of them see this one.
    for (const observer of observers) observer.append(approval(99));
    await Promise.all(observers.map((observer) => observer.end()));
    expect(await verify(path)).toMatchObject({ records: 31, problems: [] });
    expect(new Set(idsIn(path)).size).toBe(31);
  });

  it('goes on behind a record that a crash left unfinished', async () => {
    const path = await auditFile(2);
    appendFileSync(path, '{"seq":3,"prev":"4f');
    expect((await verify(path)).problems).toEqual(['Line 3 is cut: it has no end.']);
    await auditFile(3, path);
    expect(idsIn(path)).toEqual(['user:1', 'user:2', 'user:3']);
    expect((await verify(path)).problems).toEqual([]);
  });

  it('is whole where a crash came between a record and its head', async () => {
    const path = await auditFile(2);
    const head = readFileSync(`${path}.head`);
    await auditFile(3, path);
    writeFileSync(`${path}.head`, head);
    expect((await verify(path)).problems).toEqual([]);
    await auditFile(4, path);
    expect((await verify(path)).problems).toEqual([]);
  });

  it('takes the lock of a process that has died', async () => {
    const path = newPath();
    writeFileSync(`${path}.lock`, '4194999'); // beyond the largest process id of Linux
    await auditFile(1, path);
    expect(idsIn(path)).toEqual(['user:1']);
  });

  it('takes a lock that a crash left without an owner', async () => {
    const path = newPath();
    writeFileSync(`${path}.lock`, '');
    utimesSync(`${path}.lock`, 0, 0);
    await auditFile(1, path);
    expect(idsIn(path)).toEqual(['user:1']);
  });

  it('waits for a lock that a living process holds', async () => {
    const path = newPath();
    writeFileSync(`${path}.lock`, String(process.pid));
    const written = auditFile(1, path);
    await new Promise(setImmediate);
    expect(existsSync(path)).toBe(false);
    rmSync(`${path}.lock`);
    await written;
    expect(idsIn(path)).toEqual(['user:1']);
  });

  it('goes on behind a record that is longer than the end of the file that is read', async () => {
    const path = newPath();
    const file = new AuditFile(path);
    file.append(approval(1));
    file.append(outcomeOf(item(), 'x'.repeat(6 * 1024 * 1024)));
    await file.end();
    await auditFile(2, path);
    expect(await verify(path)).toMatchObject({ head: { seq: 3 }, problems: [] });
  });

  it.each([
    ['a symbolic link', (path: string) => symlinkSync(join(folder, 'elsewhere'), path), /it is a symbolic link/],
    ['a directory', (path: string) => mkdirSync(path), /it is a directory/],
    ['a file that is no audit file', (path: string) => writeFileSync(path, 'notes\n'), /it is no audit file/],
  ])('refuses %s, which stays as it is', async (_what, make, reason) => {
    const path = newPath();
    make(path);
    const file = new AuditFile(path);
    await expect(file.opened()).rejects.toThrow(reason);
    file.append(approval(1));
    await expect(file.end()).rejects.toThrow(FileWriteError);
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) expect(readFileSync(path, 'utf8')).toBe('notes\n');
  });

  it('says at its end that a disk was too slow', async () => {
    const path = newPath();
    writeFileSync(`${path}.lock`, String(process.pid));
    const counters = new Counters();
    const file = new AuditFile(path, { maxWaiting: 2, counters });
    for (const id of [1, 2, 3]) file.append(approval(id));
    rmSync(`${path}.lock`);
    await expect(file.end()).rejects.toThrow(/takes records more slowly than they come/);
    expect(idsIn(path)).toEqual(['user:1', 'user:2']);
    expect(counters.get('state.dropped', 'audit record')).toBe(1);
  });

  it('names a folder that is not there', async () => {
    await expect(new AuditFile(join(folder, 'nowhere/audit')).opened()).rejects.toThrow(/there is no such directory/);
  });
});

describe('the verification', () => {
  it('finds each single changed byte', async () => {
    const path = await auditFile(2);
    const whole = readFileSync(path);
    const head = await readHead(path);
    expect(whole.length).toBeGreaterThan(500);
    const missed: number[] = [];
    for (let at = 0; at < whole.length; at += 1) {
      for (const flip of [0x01, 0x20, 0x80]) {
        const changed = Buffer.from(whole);
        changed[at]! ^= flip;
        if (verifyAuditFile(changed, head).problems.length === 0) missed.push(at);
      }
    }
    expect(missed).toEqual([]);
  });

  it('finds a cut at each place, also between two records', async () => {
    const path = await auditFile(2);
    const whole = readFileSync(path);
    const head = await readHead(path);
    for (let end = 0; end < whole.length; end += 1)
      expect(verifyAuditFile(whole.subarray(0, end), head).problems, `cut after ${end} bytes`).not.toEqual([]);
  });

  it('names missing, reordered and changed records with their lines', async () => {
    const path = await auditFile(4);
    const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
    const head = await readHead(path);
    const problemsOf = (...order: readonly (string | undefined)[]) =>
      verifyAuditFile(Buffer.from(order.map((line) => `${line!}\n`).join('')), head).problems;
    expect(problemsOf(...lines)).toEqual([]);
    expect(problemsOf(lines[0], lines[3])).toEqual(['Line 2: 2 records are missing before record 4.']);
    expect(problemsOf(lines[0], lines[1], lines[2])).toEqual(['1 record is missing at the end.']);
    expect(problemsOf(lines[0], lines[2], lines[1], lines[3])).toEqual([
      'Line 2: 1 record is missing before record 3.',
      'Line 3: record 2 is not in its place.',
      'Line 4: 1 record is missing before record 4.',
    ]);
    expect(problemsOf(lines[0], lines[1]!.replace('"user"', '"root"'), lines[2], lines[3])).toEqual([
      'Line 2 was changed: it is not the record that its hash was made of.',
    ]);
    expect(problemsOf(lines[1], lines[2], lines[3])).toEqual(['Line 1: 1 record is missing before record 2.']);
  });

  it('finds records that are missing at the end, also after others were appended', async () => {
    const path = await auditFile(3);
    truncateSync(path, readFileSync(path, 'utf8').split('\n')[0]!.length + 1);
    expect((await verify(path)).problems).toEqual(['2 records are missing at the end.']);
    await auditFile(4, path);
    expect((await verify(path)).problems).toEqual(['Line 2: 2 records are missing before record 4.']);
  });

  it('finds another history under the same head, and a head that is missing or too old', async () => {
    const [path, other] = [await auditFile(2), newPath()];
    const file = new AuditFile(other);
    for (const id of [7, 8]) file.append(approval(id));
    await file.end();
    const bytes = readFileSync(path);
    expect(verifyAuditFile(bytes, await readHead(other)).problems).toEqual([
      'Record 2 is not the one that the head names.',
    ]);
    expect(verifyAuditFile(readFileSync(await auditFile(4)), await readHead(path)).problems).not.toEqual([]);
    rmSync(`${path}.head`);
    expect((await verify(path)).problems).toEqual([expect.stringMatching(/^The head is missing/)]);
    expect(verifyAuditFile(Buffer.from(''), null)).toMatchObject({ records: 0, problems: [] });
  });
});
