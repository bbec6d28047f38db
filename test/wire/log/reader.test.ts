import { createReadStream, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Counters } from '../../../src/counters.js';
import { readWireLog, WireLogError, type ReadProgress, type ReadWireLogOptions } from '../../../src/wire.js';
import { DEFAULT_MAX_LINE_BYTES } from '../../../src/wire/lines.js';
import { temporaryFolder } from '../../temporary-folder.js';

const path = fileURLToPath(new URL('../../recordings/0.169.0/plain-turn/wire.jsonl', import.meta.url));
const recording = readFileSync(path);

const folder = temporaryFolder();

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

/** A log's records as lines, so that they can be compared with the log's own. */
async function read(source: string | Readable, options?: ReadWireLogOptions): Promise<string[]> {
  const lines: string[] = [];
  for await (const records of readWireLog(source, options)) {
    expect(records.length).toBeGreaterThan(0);
    for (const record of records) {
      lines.push(record.kind === 'message' ? `${record.from} ${Buffer.from(record.text).toString()}` : record.kind);
    }
  }
  return lines;
}

interface Line {
  event?: string;
  from?: string;
  msg?: unknown;
}

const expected = recording
  .toString()
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Line)
  .map(({ event, from, msg }) => event ?? `${from ?? ''} ${JSON.stringify(msg)}`);

const line = (id: number | string) => `{"at":1,"conn":"c1","from":"client","msg":{"id":${id}}}\n`;

describe('readWireLog', () => {
  it('reads every record of a file', async () => {
    expect(await read(path)).toEqual(expected);
  });

  it('reads a stream', async () => {
    expect(await read(createReadStream(path, { highWaterMark: 7 }))).toEqual(expected);
    expect(await read(Readable.from([recording.toString()]))).toEqual(expected);
  });

  it('decompresses a gzip file of any name', async () => {
    expect(await read(await fileOf('wire.jsonl.gz', gzipSync(recording)))).toEqual(expected);
    expect(await read(await fileOf('wire-of-no-name', gzipSync(recording)))).toEqual(expected);
  });

  it('reads a plain file whose name ends in .gz', async () => {
    expect(await read(await fileOf('plain.gz', recording))).toEqual(expected);
  });

  it('decompresses a stream that delivers one byte at a time', async () => {
    const bytes = [...gzipSync(recording)].map((byte) => Buffer.of(byte));
    expect(await read(Readable.from(bytes))).toEqual(expected);
  });

  it('reads all members of concatenated gzip files', async () => {
    const both = Buffer.concat([gzipSync(line(1)), gzipSync(line(2))]);
    expect(await read(Readable.from([both]))).toEqual(['client {"id":1}', 'client {"id":2}']);
  });

  it.each(['', 'x', '\n\n'])('yields nothing for a source without records: %j', async (content) => {
    expect(await read(Readable.from([Buffer.from(content)]))).toEqual([]);
  });

  it('reads a log that begins with a byte order mark', async () => {
    const counters = new Counters();
    const marked = Buffer.concat([Buffer.from('\uFEFF'), recording]);
    for (const content of [marked, gzipSync(marked)])
      expect(await read(Readable.from([content]), { counters })).toEqual(expected);
    expect([...counters]).toEqual([]);
  });

  it('counts and skips broken lines and reports their numbers', async () => {
    const counters = new Counters();
    const numbers: number[] = [];
    const content = `${line(1)}not json\n\n{"at":1}\n${line(2)}{"at":1,"conn":"c1","from":"client","msg":{"id`;
    const options = { counters: counters, onBrokenLine: (number: number) => void numbers.push(number) };

    expect(await read(Readable.from([content]), options)).toEqual(['client {"id":1}', 'client {"id":2}']);
    expect(counters.get('lines.broken')).toBe(3);
    expect(numbers).toEqual([2, 4, 6]);
  });

  it('counts and skips lines longer than maxLineBytes', async () => {
    const counters = new Counters();
    const content = line(1) + line('"x'.padEnd(200) + '"') + line(2);

    const lines = await read(Readable.from([content]), { counters: counters, maxLineBytes: 100 });
    expect(lines).toEqual(['client {"id":1}', 'client {"id":2}']);
    expect(counters.get('lines.oversized')).toBe(1);
  });

  it('reads the record of the longest message that a live connection delivers', async () => {
    const message = `{"a":"${'x'.repeat(DEFAULT_MAX_LINE_BYTES - '{"a":""}'.length)}"}`;
    const record = `{"at":1,"conn":"c1","from":"client","msg":${message}}\n`;
    const counters = new Counters();
    expect((await read(Readable.from([record]), { counters }))[0]?.length).toBe('client '.length + message.length);
    expect([...counters]).toEqual([]);
  });

  it('reports the bytes that were read after each chunk', async () => {
    const compressed = gzipSync(recording);
    const seen: ReadProgress[] = [];
    const onProgress = (progress: ReadProgress) => void seen.push(progress);

    await read(await fileOf('progress.gz', compressed), { onProgress });
    expect(seen.at(-1)).toEqual({ bytes: compressed.length, total: compressed.length });

    await read(Readable.from([recording]), { onProgress });
    expect(seen.at(-1)).toEqual({ bytes: recording.length, total: undefined });
  });

  it('uses less than 250 MB of memory for a log of 314 MB', async () => {
    const block = Buffer.from(line(`"${'x'.repeat(1_000)}"`).repeat(1_000));
    const source = Readable.from(
      (function* () {
        for (let i = 0; i < 300; i++) yield Buffer.from(block);
      })(),
    );
    let [records, most] = [0, 0];
    for await (const batch of readWireLog(source)) {
      records += batch.length;
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      most = Math.max(most, heapUsed + arrayBuffers);
    }
    expect(records).toBe(300_000);
    // The log is 314 MB.
    expect(most).toBeLessThan(250_000_000);
  });

  it('destroys its source when the caller stops early', async () => {
    const source = createReadStream(path, { highWaterMark: 4_096 });
    for await (const records of readWireLog(source)) {
      expect(records.length).toBeGreaterThan(0);
      break;
    }
    expect(source.destroyed).toBe(true);

    const zipped = Readable.from([gzipSync(recording), Buffer.alloc(10)]);
    const reading = readWireLog(zipped);
    expect((await reading.next()).done).toBe(false);
    await reading.return();
    expect(zipped.destroyed).toBe(true);
  });
});

describe('readWireLog with a signal', () => {
  it.each<[string, Buffer]>([
    ['plain', Buffer.from(`${line(1)}{"at":`)],
    ['gzipped', gzipSync(line(1)).subarray(0, -8)],
  ])('ends while it waits for more bytes and counts no partial line: %s', async (_what, bytes) => {
    const source = new Readable({ read: () => {} });
    const controller = new AbortController();
    const counters = new Counters();
    const reading = readWireLog(source, { signal: controller.signal, counters: counters });
    source.push(bytes);
    expect((await reading.next()).value).toHaveLength(1);
    const rest = reading.next();
    setImmediate(() => controller.abort());
    expect(await rest).toEqual({ done: true, value: undefined });
    expect(source.destroyed).toBe(true);
    expect([...counters]).toEqual([]);
  });

  it('ends between two chunks and before the first one', async () => {
    const controller = new AbortController();
    let chunks = 0;
    for await (const records of readWireLog(createReadStream(path, { highWaterMark: 4_096 }), controller)) {
      expect(records.length).toBeGreaterThan(0);
      chunks += 1;
      controller.abort();
    }
    expect(chunks).toBe(1);
    expect(await read(path, controller)).toEqual([]);
  });
});

describe('readWireLog of a log that cannot be read', () => {
  it.each([undefined, () => {}])(
    'rejects with the path and the reason if there is no such file',
    async (onProgress) => {
      const missing = join(folder, 'missing.jsonl');
      const reading = read(missing, onProgress === undefined ? {} : { onProgress });
      await expect(reading).rejects.toThrow(`Cannot read the wire log ${missing}: there is no such file.`);
    },
  );

  it('rejects with a WireLogError, its code and its cause', async () => {
    const error: unknown = await read(join(folder, 'missing.jsonl')).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(WireLogError);
    expect(error).toMatchObject({ name: 'WireLogError', code: 'ERR_WIRE_LOG_READ', cause: { code: 'ENOENT' } });
  });

  it('rejects with the path and the reason if it is a directory', async () => {
    await expect(read(folder)).rejects.toThrow(`Cannot read the wire log ${folder}: it is a directory.`);
  });

  it('yields the records before it rejects because gzip data ends too early', async () => {
    const whole = gzipSync(Buffer.concat(Array.from({ length: 500 }, () => recording)));
    const file = await fileOf('truncated.gz', whole.subarray(0, whole.length - 20));
    let records = 0;
    const reading = (async () => {
      for await (const batch of readWireLog(file)) records += batch.length;
    })();

    await expect(reading).rejects.toThrow(`Cannot read the wire log ${file}: its gzip data ends too early.`);
    expect(records).toBeGreaterThan(0);
  });

  it('rejects if gzip data is damaged', async () => {
    const damaged = gzipSync(recording);
    damaged.fill(0xff, 40, 80);
    await expect(read(Readable.from([damaged]))).rejects.toThrow(
      /^Cannot read the wire log the stream: its gzip data is damaged \(/,
    );
  });

  it.each([
    ['EACCES', 'permission denied.'],
    ['EIO', 'input/output error'],
  ])('rejects with the reason of a stream that fails: %s', async (code, reason) => {
    for (const first of [gzipSync(recording).subarray(0, 30), recording]) {
      const source = Readable.from(
        (async function* () {
          yield first;
          throw Object.assign(new Error('input/output error'), { code });
        })(),
      );
      await expect(read(source)).rejects.toThrow(`Cannot read the wire log the stream: ${reason}`);
    }
  });
});
