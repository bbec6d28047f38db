import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CodexSpanProcessor } from '../../src/events/processor.js';
import type { EventRecord } from '../../src/events/record.js';
import { FileEventExporter } from '../../src/export/files/file-event-exporter.js';
import { LineSink } from '../../src/export/files/line-sink.js';
import { attachFacts } from '../../src/spans/facts-on-span.js';
import { Counters } from '../../src/counters.js';
import { anyEvent } from '../events/any-event.js';
import { everyFact } from '../events/facts.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();
const event = anyEvent('codex_turn_event');
const record = { event } as EventRecord;
const errno = (code: string) => Object.assign(new Error(`${code}: no luck`), { code });

/** A stream that takes what it gets only when told, and may fail. */
class Slow extends Writable {
  readonly taken: string[] = [];
  readonly #waiting: ((error?: Error) => void)[] = [];

  constructor() {
    super({ highWaterMark: 10 });
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.taken.push(chunk.toString());
    this.#waiting.push(done);
  }

  take(error?: Error): void {
    this.#waiting.shift()?.(error);
  }
}

describe('FileEventExporter', () => {
  it('writes one event a line, as Codex itself sends it, and replaces the file', async () => {
    const file = join(folder, 'events.jsonl');
    for (let time = 0; time < 2; time++) {
      const exporter = new FileEventExporter(file);
      await exporter.opened();
      exporter.export(record);
      exporter.export(record);
      await exporter.forceFlush();
      await exporter.shutdown();
      await exporter.shutdown();
    }
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(event)}\n`.repeat(2));
  });

  it.each([
    [join(folder, 'no', 'such', 'file'), 'there is no such directory.'],
    [folder, 'it is a directory.'],
  ])('rejects with the reason where the file cannot be made: %s', async (file, reason) => {
    const exporter = new FileEventExporter(file);
    await expect(exporter.opened()).rejects.toThrow(`Cannot write ${file}: ${reason}`);
    await expect(exporter.drained()).rejects.toThrow(reason);
    await expect(exporter.shutdown()).rejects.toThrow(reason);
  });

  it.runIf(existsSync('/dev/full'))(
    'rejects with the reason on a full disk, and the events are counted as dropped',
    async () => {
      const exporter = new FileEventExporter('/dev/full');
      exporter.export(record);
      await exporter.drained();
      await expect(exporter.shutdown()).rejects.toMatchObject({
        code: 'ERR_FILE_WRITE',
        message: 'Cannot write /dev/full: the disk is full.',
      });

      const counters = new Counters();
      const codex = new CodexSpanProcessor({ exporters: [exporter], counters });
      const span = { spanContext: () => ({ traceId: '', spanId: '', traceFlags: 1 }) };
      attachFacts(span, { ...everyFact.find(({ type }) => type === 'turn')! });
      codex.onEnd(span);
      expect(counters.get('events.dropped', 'exporter')).toBe(counters.total('events.emitted'));
    },
  );
});

describe('LineSink', () => {
  afterEach(() => vi.restoreAllMocks());

  it('waits until the stream has taken what was written', async () => {
    const stream = new Slow();
    const sink = new LineSink(stream);
    sink.write('0123456789');
    let isDrained = false;
    const drained = sink.drained().then(() => (isDrained = true));
    await new Promise(setImmediate);
    expect(isDrained).toBe(false);
    stream.take();
    await drained;
    expect(stream.listenerCount('close')).toBe(0);
  });

  it('refuses lines beyond the bytes that may wait', () => {
    const sink = new LineSink(new Slow(), 20);
    sink.write('0123456789');
    sink.write('0123456789');
    expect(() => sink.write('0123456789')).toThrow('standard output takes lines more slowly than they come.');
  });

  it('writes nothing more, and does not fail, where its reader has gone', async () => {
    const stream = new Slow();
    const sink = new LineSink(stream);
    sink.write('0123456789');
    const drained = sink.drained();
    stream.take(errno('EPIPE'));
    await drained;
    sink.write('more');
    await sink.end();
    expect({ unread: sink.isClosedByReader, taken: stream.taken }).toEqual({ unread: true, taken: ['0123456789\n'] });
  });

  it.each([
    ['EACCES', 'permission denied.'],
    ['EROFS', 'the file system is read-only.'],
    ['EIO', 'EIO: no luck'],
  ])('names the reason why it cannot write: %s', async (code, reason) => {
    const stream = new Slow();
    const sink = new LineSink(stream);
    sink.write('line');
    stream.take(errno(code));
    await new Promise((resolve) => stream.once('close', resolve));
    expect(() => sink.write('line')).toThrow(`Cannot write standard output: ${reason}`);
    await expect(sink.end()).rejects.toThrow(reason);
  });

  it('writes to standard output where its target is -, and leaves it open', async () => {
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((_text, ...rest) => {
      rest.find((one) => typeof one === 'function')?.();
      return true;
    });
    const sink = new LineSink('-');
    await sink.opened();
    sink.write('line');
    await sink.end();
    expect(write.mock.calls[0]).toEqual(['line\n']);
    expect(process.stdout.writableEnded).toBe(false);
  });
});
