import { createInterface } from 'node:readline';
import { PassThrough, Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { watchReadable, watchWritable, wrap, type WritableWatch } from '../../src/instrumentation/sources/tee.js';

/** A sink that takes a chunk when it is told to, and what came into it. */
class Sink extends Writable {
  readonly chunks: Buffer[] = [];
  #taken: (() => void)[] = [];
  readonly #isSlow: boolean;

  constructor(isSlow = false) {
    super({ highWaterMark: 10 });
    this.#isSlow = isSlow;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(chunk);
    if (this.#isSlow) this.#taken.push(done);
    else done();
  }

  take(): void {
    for (const taken of this.#taken.splice(0)) taken();
  }

  get text(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }
}

/** Sees all and replaces what it is told to. */
function watching(other: Record<string, string> = {}) {
  const seen: string[] = [];
  const watch: WritableWatch = {
    replace: (bytes) => {
      const text = other[Buffer.from(bytes).toString('utf8')];
      return text === undefined ? undefined : Buffer.from(text);
    },
    written: (bytes) => void seen.push(Buffer.from(bytes).toString('utf8')),
  };
  return { seen, watch };
}

function watched(other: Record<string, string> = {}) {
  const sink = new Sink();
  const { seen, watch } = watching(other);
  return { sink, seen, release: watchWritable(sink, watch) };
}

describe('a watched writable', () => {
  it.each<[string, (sink: Writable) => void]>([
    ['strings', (sink) => sink.write('größe')],
    ['strings in UTF-8', (sink) => sink.write('größe', 'UTF-8' as 'utf8')],
    ['strings in Latin 1', (sink) => sink.write('grÃ¶Ã\u009fe', 'latin1')],
    ['strings in Base64', (sink) => sink.write(Buffer.from('größe').toString('base64'), 'base64')],
    ['strings in hexadecimal', (sink) => sink.write(Buffer.from('größe').toString('hex'), 'hex')],
    ['strings in its default encoding', (sink) => sink.setDefaultEncoding('latin1').write('grÃ¶Ã\u009fe')],
    ['buffers', (sink) => sink.write(Buffer.from('größe'))],
    ['arrays of bytes', (sink) => sink.write(Uint8Array.from(Buffer.from('größe')))],
    ['what ends it', (sink) => sink.end('größe')],
    ['what ends it, encoded', (sink) => sink.end(Buffer.from('größe').toString('base64'), 'base64')],
  ])('passes %s, and sees the bytes', (_what, write) => {
    const { sink, seen } = watched();
    write(sink);
    expect(sink.text).toBe('größe');
    expect(seen).toEqual(['größe']);
  });

  it.each<[string, (sink: Writable) => void]>([
    ['text', (sink) => sink.write('one')],
    ['encoded text', (sink) => sink.write('b25l', 'base64')],
    ['bytes', (sink) => sink.write(Buffer.from('one'))],
    ['text with a callback', (sink) => sink.write('one', () => {})],
    ['encoded text with a callback', (sink) => sink.write('b25l', 'base64', () => {})],
    ['what ends it', (sink) => sink.end('one')],
    ['what ends it, with a callback', (sink) => sink.end(Buffer.from('one'), () => {})],
  ])('may be given other bytes in the stead of %s, and shows what was written', (_what, write) => {
    const { sink, seen } = watched({ one: 'other' });
    write(sink);
    expect(sink.text).toBe('other');
    expect(seen).toEqual(['one']);
  });

  it('keeps text text', () => {
    const given: unknown[][] = [];
    const sink = new Sink();
    sink.write = (...args: unknown[]) => given.push(args) > 0;
    watchWritable(sink, watching({ one: 'other' }).watch);
    sink.write('one');
    sink.write('one', 'utf8');
    expect(given).toEqual([['other'], ['other', 'utf8']]);
  });

  it('calls back once, with other bytes and without', async () => {
    const { sink } = watched({ one: 'other' });
    let calls = 0;
    await new Promise<void>((resolve) => {
      sink.write('one', () => (calls += 1));
      sink.write('two', 'utf8', () => (calls += 1));
      sink.end(() => {
        calls += 1;
        resolve();
      });
    });
    expect(calls).toBe(3);
    expect(sink.text).toBe('othertwo');
  });

  it('holds its user back as it did', () => {
    const answers = (isWatched: boolean) => {
      const sink = new Sink(true);
      if (isWatched) watchWritable(sink, watching().watch);
      const said = ['1234', '1234', '1234', '1234'].map((chunk) => [sink.write(chunk), sink.writableNeedDrain]);
      sink.take();
      return [...said, [sink.writableLength, sink.writableNeedDrain]];
    };
    expect(answers(true)).toEqual(answers(false));
    expect(answers(true)).toContainEqual([false, true]);
  });

  it('writes what was corked together', async () => {
    const groups: string[][] = [];
    const sink = new Writable({
      writev: (chunks, done) => {
        groups.push(chunks.map(({ chunk }) => String(chunk)));
        done();
      },
    });
    const { seen, watch } = watching({ two: 'other' });
    watchWritable(sink, watch);
    sink.cork();
    for (const word of ['one', 'two', 'three']) sink.write(word);
    sink.uncork();
    expect(groups).toEqual([['one', 'other', 'three']]);
    expect(seen).toEqual(['one', 'two', 'three']);
  });

  it('is written by `pipe` and `pipeline`', async () => {
    const { sink, seen } = watched();
    await pipeline(Readable.from(['one', 'two']), sink);
    expect(seen).toEqual(['one', 'two']);
    const other = watched();
    await new Promise((resolve) =>
      Readable.from([Buffer.from('three')])
        .pipe(other.sink)
        .on('finish', resolve),
    );
    expect(other.seen).toEqual(['three']);
  });

  it('sees nothing of what it refuses', async () => {
    const { sink, seen } = watched();
    const errors: unknown[] = [];
    sink.on('error', (error) => errors.push(error));
    expect(() => sink.write(7)).toThrow('chunk');
    expect(() => sink.write(null)).toThrow('null');
    expect(() => sink.write('x', 'klingon' as 'utf8')).toThrow('Unknown encoding');
    sink.end('one');
    sink.write('two');
    sink.end('three');
    await new Promise(setImmediate);
    expect(errors).toHaveLength(1);
    expect(seen).toEqual(['one']);
  });

  it("may be of another make than Node's own", () => {
    const chunks: unknown[] = [];
    const sink = { writable: true, write: (chunk: unknown) => chunks.push(chunk), end: () => {} };
    const { seen, watch } = watching({ one: 'other' });
    watchWritable(sink as unknown as Writable, watch);
    sink.write('one');
    expect(chunks).toEqual(['other']);
    expect(seen).toEqual(['one']);
  });

  it('does not ask about nothing', () => {
    const { sink, seen } = watched();
    sink.write('');
    sink.end();
    expect(seen).toEqual([]);
  });
});

/** A source that gives what it is told to give. */
const source = () => new Readable({ read: () => {}, highWaterMark: 10 });

describe('a watched readable', () => {
  const chunks = ['one\n', 'grö', 'ße\n'];

  it.each<[string, (stream: Readable) => Promise<string>]>([
    ['listeners', (stream) => joined(stream, (take) => stream.on('data', take))],
    ['`setEncoding`', (stream) => joined(stream.setEncoding('utf8'), (take) => stream.on('data', take))],
    ['`readable` and `read`', (stream) => joined(stream, (take) => stream.on('readable', () => read(stream, take)))],
    ['`pipe`', (stream) => joined(stream, (take) => stream.pipe(new PassThrough()).on('data', take))],
    ['`readline`', (stream) => joined(stream, (take) => createInterface(stream).on('line', (l) => take(`${l}\n`)))],
    ['iteration', iterated],
    ['a web stream', (stream) => iterated(Readable.toWeb(stream) as AsyncIterable<Uint8Array>)],
  ])('gives the same to %s', async (_how, readAll) => {
    const stream = source();
    const seen: Uint8Array[] = [];
    watchReadable(
      stream,
      (bytes) => seen.push(bytes),
      () => {},
    );
    const all = readAll(stream);
    for (const chunk of chunks) stream.push(Buffer.from(chunk));
    stream.push(null);
    expect(await all).toBe(chunks.join(''));
    expect(Buffer.concat(seen).toString()).toBe(chunks.join(''));
  });

  it('flows no more than it did, and tells its source as before when to stop', () => {
    const behaviour = (isWatched: boolean) => {
      const stream = source();
      const release = isWatched
        ? watchReadable(
            stream,
            () => {},
            () => {},
          )
        : () => {};
      const said: unknown[] = [stream.readableFlowing];
      said.push(stream.push('12345'), stream.push('67890'), stream.readableFlowing, stream.readableLength);
      stream.pause();
      said.push(stream.readableFlowing, stream.push('1'), String(stream.read()), stream.push('2'));
      stream.resume();
      said.push(stream.readableFlowing, stream.isPaused());
      release();
      return said;
    };
    expect(behaviour(true)).toEqual(behaviour(false));
    expect(behaviour(true)).toContain(null);
    expect(behaviour(true)).toContain(false);
  });

  it('is looked at after its listeners, and also where one of them throws', () => {
    const stream = source();
    const order: string[] = [];
    watchReadable(
      stream,
      () => order.push('before'),
      () => order.push('after'),
    );
    stream.on('data', () => {
      order.push('host');
      throw new Error("the host's own");
    });
    stream.resume();
    stream.read(0);
    expect(() => stream.push('x')).toThrow("the host's own");
    expect(order).toEqual(['before', 'host', 'after']);
  });

  it('may be a stream of objects', () => {
    const stream = new Readable({ objectMode: true, read: () => {} });
    const seen: unknown[] = [];
    watchReadable(
      stream,
      (bytes) => seen.push(bytes),
      () => {},
    );
    stream.push({ any: 'thing' });
    expect(stream.read()).toEqual({ any: 'thing' });
    expect(seen).toEqual([]);
  });
});

function joined(stream: Readable, listen: (take: (chunk: string | Buffer) => void) => void): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const decoder = new TextDecoder();
    listen((chunk) => (text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })));
    stream.on('end', () => setImmediate(() => resolve(text)));
  });
}

function read(stream: Readable, take: (chunk: Buffer) => void): void {
  for (let chunk = stream.read() as Buffer | null; chunk !== null; chunk = stream.read() as Buffer | null) take(chunk);
}

async function iterated(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const chunk of stream) all.push(chunk);
  return Buffer.concat(all).toString();
}

describe('letting go', () => {
  it('takes its methods off again', () => {
    const { sink, release } = watched();
    expect(Object.hasOwn(sink, 'write')).toBe(true);
    release();
    release();
    expect(Object.hasOwn(sink, 'write')).toBe(false);
    expect(Object.hasOwn(sink, 'end')).toBe(false);
    const stream = source();
    watchReadable(
      stream,
      () => {},
      () => {},
    )();
    expect(Object.hasOwn(stream, 'push')).toBe(false);
  });

  it('gives back the method that the instance had of its own', () => {
    const target = { say: () => 'own' };
    const { say } = target;
    wrap(target, 'say', () => () => 'ours')();
    expect(target.say).toBe(say);
    expect(Object.getOwnPropertyDescriptor(target, 'say')).toMatchObject({ enumerable: true, writable: true });
  });

  it('only passes on where somebody put another method in front of ours', () => {
    const { sink, seen, release } = watched({ one: 'other' });
    const { write } = sink;
    const theirs = function (this: Writable, chunk: unknown) {
      return Reflect.apply(write, this, [chunk]) as boolean;
    } as Writable['write'];
    sink.write = theirs;
    release();
    expect(sink.write).toBe(theirs);
    sink.write('one');
    expect(sink.text).toBe('one');
    expect(seen).toEqual([]);
  });
});
