import { copyFile, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findRollouts } from '../../src/rollout/files/folder.js';
import { readRollouts, recognizeRollout, type RolloutFile } from '../../src/rollout/sessions.js';
import { temporaryFolder } from '../temporary-folder.js';
import { changed, observed, only, rolloutFiles, rolloutLines } from './recorded.js';

const folder = temporaryFolder();

describe('findRollouts', () => {
  const name = 'rollout-2026-11-28T08-00-00-a.jsonl';
  const other = 'rollout-2026-11-28T09-00-00-b.jsonl';

  async function sessions(files: readonly string[]): Promise<string> {
    const root = join(folder, `sessions-${Math.random()}`);
    for (const file of files) {
      await mkdir(join(root, file, '..'), { recursive: true });
      await writeFile(join(root, file), '');
    }
    return root;
  }

  it('returns the rollouts of a folder and of those below it, sorted by name', async () => {
    const root = await sessions([`2026/11/29/${other}.zst`, `2026/11/28/${name}`, '2026/history.jsonl', 'notes.txt']);
    expect((await findRollouts(root)).map((file) => basename(file))).toEqual([name, `${other}.zst`]);
  });

  it('returns the plain file where a rollout is there twice', async () => {
    const root = await sessions([`a/${name}`, `a/${name}.zst`, `archived/${name}.gz`]);
    expect(await findRollouts(root)).toEqual([join(root, 'a', name)]);
  });

  it('leaves out files that were last written to before `since`', async () => {
    const root = await sessions([`a/${name}`, `a/${other}`]);
    await utimes(join(root, 'a', name), 1_000, 1_000);
    expect(await findRollouts(root, { since: 2_000_000 })).toEqual([join(root, 'a', other)]);
  });

  it('rejects where the folder does not exist', async () => {
    await expect(findRollouts(join(folder, 'none'))).rejects.toThrow('ENOENT');
  });
});

describe('readRollouts', () => {
  const filesOf = async (...recordings: string[]): Promise<RolloutFile[]> => {
    const files = await Promise.all(recordings.flatMap(rolloutFiles).map((file) => recognizeRollout(file)));
    return files.filter((file) => file !== undefined);
  };

  it('interleaves the threads of a session by time, whatever the order of the files', async () => {
    const inOrder = await observed('0.171.0/multi-agent-v2');
    const files = (await filesOf('0.171.0/multi-agent-v2')).reverse();
    const observations = [];
    for await (const batch of readRollouts(files)) observations.push(...batch);
    expect(observations).toEqual(inOrder);
    const ids = only(observations, 'item/started').map(({ params }) => params.item.id);
    // The agent's work comes between the call that made it and the next of its parent.
    expect(ids.indexOf('call_0064')).toBeLessThan(ids.findIndex((id) => id.startsWith('exec-')));
    expect(ids.findIndex((id) => id.startsWith('exec-'))).toBeLessThan(ids.indexOf('call_0066'));
  });

  it('reports a thread that goes on in another file as reverted, and its connection as the same', async () => {
    const [lines = []] = rolloutLines('0.171.0/patch-same-file-twice');
    const at = lines.findLastIndex((line) => line.includes('"task_started"'));
    const { timestamp } = JSON.parse(lines[at]!) as { timestamp: string };
    const metaOf = (history_base?: object) =>
      changed(lines[0]!, (record) => {
        record.timestamp = timestamp;
        record.payload = { ...record.payload, history_base };
      });
    for (const [history, hasTurns] of [[{ thread_id: 'any' }, true] as const, [undefined, false] as const]) {
      const [first, second] = ['first', 'second'].map((name) => join(folder, `${name}-${hasTurns}.jsonl`));
      await writeFile(first!, lines.slice(0, at).join('\n'));
      await writeFile(second!, [metaOf(history), ...lines.slice(at)].join('\n'));
      const files = [await recognizeRollout(second!), await recognizeRollout(first!)];
      const observations = [];
      for await (const batch of readRollouts(files.filter((file) => file !== undefined))) observations.push(...batch);
      expect(only(observations, 'thread/started')).toHaveLength(1);
      expect(only(observations, 'thread/reverted').map(({ recorded }) => recorded)).toEqual([{ hasTurns }]);
      expect(only(observations, 'turn/completed')).toHaveLength(2);
      expect(observations.flatMap(({ type }) => (type === 'notified' ? [] : [type]))).toEqual([
        'connection opened',
        'connection closed',
      ]);
    }
  });

  it('reports no revert where the file before cannot be read, though the file itself repeats the record of an ancestor', async () => {
    const [lines = []] = rolloutLines('0.171.0/patch-same-file-twice');
    const [gone, kept] = [join(folder, 'gone.jsonl'), join(folder, 'kept.jsonl')];
    await writeFile(gone, lines.join('\n'));
    const later = changed(lines[0]!, (record) => (record.timestamp = '2026-11-29T00:00:00Z'));
    await writeFile(kept, [later, lines[0]!, ...lines.slice(1)].join('\n'));
    const files = [await recognizeRollout(gone), await recognizeRollout(kept)].filter((file) => file !== undefined);
    await rm(gone);
    const observations = [];
    for await (const batch of readRollouts(files, { onUnreadable: () => undefined })) observations.push(...batch);
    expect(only(observations, 'thread/started')).toHaveLength(1);
    expect(only(observations, 'thread/reverted')).toEqual([]);
  });

  it('reads one session after the other', async () => {
    const observations = [];
    for await (const batch of readRollouts(await filesOf('0.171.0/review-inline', '0.144.0/goals')))
      observations.push(...batch);
    expect(only(observations, 'thread/started').map(({ recorded }) => recorded.codexVersion)).toEqual([
      '0.171.0',
      '0.171.0',
      '0.144.0',
    ]);
    expect(observations.filter(({ type }) => type === 'connection closed')).toHaveLength(3);
  });

  it('reports a file that cannot be read to its end and reads the others', async () => {
    const cut = join(folder, 'cut.jsonl.gz');
    const lines = rolloutLines('0.171.0/compact-failed')[0]!;
    const whole = join(folder, 'whole.jsonl.gz');
    await copyFile(rolloutFiles('0.144.0/goals')[0]!, whole);
    await writeFile(cut, gzipSync(lines.join('\n')).subarray(0, 5_000));
    const files = [await recognizeRollout(cut), await recognizeRollout(whole)].filter((file) => file !== undefined);
    expect(files).toHaveLength(2);
    const errors: Error[] = [];
    const observations = [];
    for await (const batch of readRollouts(files, { onUnreadable: (error) => errors.push(error) }))
      observations.push(...batch);
    expect(errors.map(({ message }) => message)).toEqual([
      `Cannot read the rollout ${cut}: its gzip data ends too early.`,
    ]);
    expect(only(observations, 'thread/started')).toHaveLength(2);
    const reading = readRollouts(files);
    await expect(async () => {
      while ((await reading.next()).done !== true);
    }).rejects.toThrow('ends too early');
  });
});
