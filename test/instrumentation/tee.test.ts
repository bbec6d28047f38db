import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { watchReadable, watchWritable, wrap, type WritableWatch } from '../../src/instrumentation/sources/tee.js';

/** A sink that takes its waiting chunks at take(), and the chunks that were written. */
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

/** Sees all chunks, and replaces some. */
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
  ])('passes %s on and sees the bytes', (_what, write) => {
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
  ])('writes other bytes in place of %s and sees the ones that were written', (_what, write) => {
    const { sink, seen } = watched({ one: 'other' });
    write(sink);
    expect(sink.text).toBe('other');
    expect(seen).toEqual(['one']);
  });

  it('writes text as text', () => {
    const given: unknown[][] = [];
    const sink = new Sink();
    sink.write = (...args: unknown[]) => given.push(args) > 0;
    watchWritable(sink, watching({ one: 'other' }).watch);
    sink.write('one');
    sink.write('one', 'utf8');
    expect(given).toEqual([['other'], ['other', 'utf8']]);
  });

  it('calls the callback of a write once, with other bytes and without', async () => {
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

  it('has the back-pressure of an unwatched one', () => {
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

  it('writes corked chunks together', async () => {
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

  it('sees no chunk that the stream refuses', async () => {
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

  it("may be an object of the host's own that has write and end", () => {
    const chunks: unknown[] = [];
    const sink = { writable: true, write: (chunk: unknown) => chunks.push(chunk), end: () => {} };
    const { seen, watch } = watching({ one: 'other' });
    watchWritable(sink as unknown as Writable, watch);
    sink.write('one');
    expect(chunks).toEqual(['other']);
    expect(seen).toEqual(['one']);
  });

  it('does not see empty chunks', () => {
    const { sink, seen } = watched();
    sink.write('');
    sink.end();
    expect(seen).toEqual([]);
  });
});

describe('a release', () => {
  it('takes its methods off again', () => {
    const { sink, release } = watched();
    expect(Object.hasOwn(sink, 'write')).toBe(true);
    release();
    release();
    expect(Object.hasOwn(sink, 'write')).toBe(false);
    expect(Object.hasOwn(sink, 'end')).toBe(false);
    const stream = new Readable({ read: () => {} });
    watchReadable(
      stream,
      () => {},
      () => {},
    )();
    expect(Object.hasOwn(stream, 'push')).toBe(false);
  });

  it('puts back a method that the instance had of its own', () => {
    const target = { say: () => 'own' };
    const { say } = target;
    wrap(target, 'say', () => 'ours')();
    expect(target.say).toBe(say);
    expect(Object.getOwnPropertyDescriptor(target, 'say')).toMatchObject({ enumerable: true, writable: true });
  });

  it('leaves our method in place, without effect, if somebody put another in front of it', () => {
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
