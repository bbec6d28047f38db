import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Counters } from '../../../src/counters.js';
import { parseWireRecord, readWireLog, WireLogWriter, type WireRecord } from '../../../src/wire.js';
import { temporaryFolder } from '../../temporary-folder.js';

const folder = temporaryFolder();

const message = (text: string): WireRecord => {
  return { kind: 'message', at: 2, connection: 'c1', from: 'client', text: Buffer.from(text) };
};

const records: WireRecord[] = [
  { kind: 'open', at: 1, connection: 'c1', transport: 'stdio', server: 2 },
  message('{ "id": 1.0,  "method":"größe" }'),
  { kind: 'raw', at: 3, connection: 'c"1', from: 'server', raw: 'no\njson' },
  { kind: 'close', at: 4, connection: 'c1' },
];

const lines = [
  '{"at":1,"conn":"c1","event":"open","transport":"stdio","server":2}\n',
  '{"at":2,"conn":"c1","from":"client","msg":{ "id": 1.0,  "method":"größe" }}\n',
  '{"at":3,"conn":"c\\"1","from":"server","raw":"no\\njson"}\n',
  '{"at":4,"conn":"c1","event":"close"}\n',
];

async function write(name: string, all: WireRecord[]): Promise<Buffer> {
  const writer = new WireLogWriter(join(folder, name));
  for (const record of all) writer.append(record);
  await writer.end();
  return readFile(join(folder, name));
}

describe('WireLogWriter', () => {
  it('writes one line per record and a message byte for byte', async () => {
    expect((await write('plain.jsonl', records)).toString()).toBe(lines.join(''));
  });

  it('compresses if the path ends in .gz', async () => {
    const bytes = await write('zipped.jsonl.gz', records);
    expect(gunzipSync(bytes).toString()).toBe(lines.join(''));
  });

  it('writes a log that readWireLog reads back', async () => {
    await write('round-trip.jsonl.gz', records);
    const read: WireRecord[] = [];
    for await (const batch of readWireLog(join(folder, 'round-trip.jsonl.gz'))) read.push(...batch);
    expect(read).toEqual(records);
  });

  it('writes a message with line feeds between its tokens on one line', async () => {
    const written = await write('pretty.jsonl', [message('{\n  "id": 1\n}')]);
    expect(written.toString()).toBe('{"at":2,"conn":"c1","from":"client","msg":{   "id": 1 }}\n');
    expect(parseWireRecord(written.subarray(0, -1))).toMatchObject({ kind: 'message' });
  });

  it.skipIf(process.platform !== 'linux')('counts every record that a full disk did not take', async () => {
    const counters = new Counters();
    const writer = new WireLogWriter('/dev/full', { counters });
    for (const record of records) writer.append(record);
    await expect(writer.end()).rejects.toThrow('Cannot write the wire log /dev/full');
    writer.append(records[0]!);
    expect(counters.total('state.dropped')).toBe(records.length + 1);
  });

  it('replaces an existing file, also by an empty one', async () => {
    await write('again.jsonl', records);
    expect((await write('again.jsonl', [])).length).toBe(0);
  });

  it('makes a file that only its owner can read', async () => {
    await write('private.jsonl', records);
    expect((await stat(join(folder, 'private.jsonl'))).mode & 0o077).toBe(0);
  });

  it('can be ended twice', async () => {
    const writer = new WireLogWriter(join(folder, 'twice.jsonl'));
    await Promise.all([writer.end(), writer.end()]);
    expect(writer.error).toBeUndefined();
  });

  it('writes a record to the disk before its end', async () => {
    const file = join(folder, 'live.jsonl');
    const writer = new WireLogWriter(file);
    writer.append(records[0]!);
    await expect.poll(async () => (await readFile(file)).length).toBe(Buffer.from(lines[0]!).length);
    await writer.end();
  });

  it('counts and drops records after its end', async () => {
    const counters = new Counters();
    const writer = new WireLogWriter(join(folder, 'ended.jsonl'), { counters: counters });
    await writer.end();
    expect(writer.append(records[0]!)).toBe(false);
    expect(counters.get('state.dropped', 'wire_log.ended')).toBe(1);
  });
});

describe('WireLogWriter on a slow disk', () => {
  it.each(['waiting.jsonl', 'waiting.jsonl.gz'])(
    'asks its caller to wait and loses no record of a caller that waits: %s',
    async (name) => {
      const writer = new WireLogWriter(join(folder, name));
      const large = message(`{"x":"${'x'.repeat(100_000)}"}`);
      let waits = 0;
      for (let i = 0; i < 100; i++) {
        if (writer.append(large)) continue;
        waits++;
        await writer.drained();
      }
      await writer.drained();
      await writer.end();
      expect(waits).toBeGreaterThan(0);

      let read = 0;
      for await (const batch of readWireLog(join(folder, name))) read += batch.length;
      expect(read).toBe(100);
    },
  );

  it('counts and drops records beyond maxPendingBytes of a caller that does not wait', async () => {
    const counters = new Counters();
    const file = join(folder, 'limit.jsonl');
    const writer = new WireLogWriter(file, { maxPendingBytes: 200, counters: counters });
    for (let i = 0; i < 10; i++) writer.append(records[1]!);
    await writer.end();

    const size = Buffer.from(lines[1]!).length;
    expect((await readFile(file)).length).toBe(2 * size);
    expect(counters.get('state.dropped', 'wire_log.full')).toBe(8);
  });
});

describe('WireLogWriter of a file that cannot be written', () => {
  it.each([
    ['log.jsonl', 20],
    // The compressor has taken them.
    ['log.jsonl.gz', 0],
  ])(
    'does not throw before its end, counts what was lost, and rejects with the reason there: %s',
    async (name, lost) => {
      const counters = new Counters();
      const file = join(folder, 'no-such-folder', name);
      const writer = new WireLogWriter(file, { counters: counters });
      for (let i = 0; i < 20; i++) writer.append(message(`{"x":"${'x'.repeat(100_000)}"}`));
      await writer.drained();
      await expect
        .poll(() => writer.error?.message)
        .toContain(`Cannot write the wire log ${file}: there is no such directory.`);

      expect(writer.append(records[0]!)).toBe(false);
      expect(counters.get('state.dropped', 'wire_log.failed')).toBe(lost + 1);
      await writer.drained();
      await expect(writer.end()).rejects.toThrow(`Cannot write the wire log ${file}`);
    },
  );

  it('rejects at its end if the file could not be opened', async () => {
    const writer = new WireLogWriter(join(folder, 'no-such-folder', 'late.jsonl'));
    await expect.poll(() => writer.error).toBeDefined();
    await expect(writer.end()).rejects.toThrow('there is no such directory.');
    expect(writer.error).toMatchObject({ code: 'ERR_WIRE_LOG_WRITE', cause: { code: 'ENOENT' } });
  });
});
