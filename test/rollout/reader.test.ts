import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { readFirstLine, readRollout, type ReadRolloutOptions } from '../../src/rollout/reader.js';
import type { ReadProgress } from '../../src/wire/source.js';
import type { RolloutRecord } from '../../src/rollout/records.js';
import { recognizeRollout } from '../../src/rollout/sessions.js';
import { temporaryFolder } from '../temporary-folder.js';
import { rolloutFiles, rolloutLines } from './recorded.js';

const folder = temporaryFolder();
const lines = rolloutLines('0.171.0/compact-failed')[0]!;
const text = lines.map((line) => `${line}\n`).join('');
const zstd = fileURLToPath(new URL('two-frames.jsonl.zst', import.meta.url));

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function read(file: string, options?: ReadRolloutOptions): Promise<RolloutRecord[]> {
  const all: RolloutRecord[] = [];
  for await (const records of readRollout(file, options)) {
    expect(records.length).toBeGreaterThan(0);
    all.push(...records);
  }
  return all;
}

describe('readRollout', () => {
  it('returns the same records for a plain, a gzipped and a zstd-compressed file, whatever the name', async () => {
    const plain = await read(await fileOf('plain', text));
    expect(plain.map(({ kind }) => kind).slice(0, 4)).toEqual([
      'session_meta',
      'task_started',
      'turn_context',
      'thread_settings_applied',
    ]);
    expect(await read(await fileOf('gzipped', gzipSync(text)))).toEqual(plain);
    expect(await read(zstd)).toEqual(plain);
  });

  it('skips a byte order mark at the beginning of a file', async () => {
    const file = await fileOf('mark', `\uFEFF${text}`);
    expect(await read(file)).toHaveLength((await read(await fileOf('plain', text))).length);
    expect(await recognizeRollout(file)).toBeDefined();
  });

  it('counts a torn last line and returns the records before it', async () => {
    const counters = new Counters();
    const broken: number[] = [];
    const torn = text.slice(0, -30);
    const records = await read(await fileOf('torn', torn), { counters, onBrokenLine: (line) => broken.push(line) });
    expect(records.at(-1)?.kind).not.toBe('turn_aborted');
    expect(counters.get('lines.broken')).toBe(1);
    expect(broken).toEqual([lines.length]);
  });

  it('returns a last line that has no newline', async () => {
    expect((await read(await fileOf('unended', text.slice(0, -1)))).at(-1)?.kind).toBe('turn_aborted');
  });

  it('counts and skips lines that are no records, and lines over the limit', async () => {
    const counters = new Counters();
    const odd = [
      'no JSON',
      '[]',
      '{"type":"event_msg"}',
      `{"type":"world_state","payload":{"x":"${'y'.repeat(99_999)}"}}`,
    ];
    const file = await fileOf('odd', [...lines.slice(0, 1), ...odd, ...lines.slice(1)].join('\n'));
    const records = await read(file, { counters, maxLineBytes: 90_000 });
    expect(records).toHaveLength((await read(await fileOf('plain', text))).length);
    expect(counters.get('lines.broken')).toBe(3);
    expect(counters.get('lines.oversized')).toBe(1);
  });

  it('reports its progress in bytes of the file', async () => {
    const steps: ReadProgress[] = [];
    await read(zstd, { onProgress: (progress) => steps.push(progress) });
    const size = readFileSync(zstd).length;
    expect(steps.at(-1)).toEqual({ bytes: size, total: size });
  });

  it('returns nothing once its signal is aborted', async () => {
    expect(await read(zstd, { signal: AbortSignal.abort() })).toEqual([]);
  });

  it.each([
    ['gzip data that ends too early', 'cut.gz', gzipSync(text).subarray(0, 900), /its gzip data ends too early/],
    [
      'gzip data that is damaged',
      'bad.gz',
      Buffer.concat([gzipSync(text).subarray(0, 10), Buffer.alloc(99, 255)]),
      /damaged/,
    ],
    ['zstd data that ends too early', 'cut.zst', readFileSync(zstd).subarray(0, 900), /its zstd data/],
    [
      'zstd data that is damaged',
      'bad.zst',
      Buffer.concat([readFileSync(zstd).subarray(0, 9), Buffer.alloc(99, 255)]),
      /its zstd data/,
    ],
  ])('rejects with the name of the file and the reason for %s', async (_what, name, content, message) => {
    const file = await fileOf(name, content);
    await expect(read(file)).rejects.toThrow(message);
    await expect(read(file)).rejects.toThrow(file);
  });

  it('rejects where the file does not exist', async () => {
    await expect(read(join(folder, 'none'))).rejects.toThrow('there is no such file');
  });
});

describe('recognizeRollout', () => {
  it('returns thread, session and time of a rollout from its first line', async () => {
    const [parent, child] = await Promise.all(
      rolloutFiles('0.171.0/multi-agent-v2').map((file) => recognizeRollout(file)),
    );
    expect(parent).toMatchObject({ threadId: '01a2214f-c1ad-77f1-a002-f4b0643377b9', at: 1795855204872 });
    expect(child).toMatchObject({ threadId: '01a2214f-c309-7b23-85eb-34278766ce71', sessionId: parent?.threadId });
  });

  it.each([
    ['a wire log', '{"at":1,"conn":"c1","event":"open","transport":"stdio","server":1}\n'],
    ['an empty file', ''],
    ['any other file', 'Hello\n'],
    ['a rollout whose first line is missing', lines.slice(1).join('\n')],
  ])('returns undefined for %s', async (_what, content) => {
    expect(await recognizeRollout(await fileOf('other', content))).toBeUndefined();
  });

  it('gives up on a first line that is longer than its limit', async () => {
    expect(await readFirstLine(await fileOf('endless', Buffer.alloc(20 * 1024 * 1024, 32)))).toBeUndefined();
  });
});
