import { createInterface } from 'node:readline';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { watchReadable } from '../../src/instrumentation/sources/tee.js';

/** A source whose chunks the test pushes. */
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
  ])('gives the same chunks to %s', async (_how, readAll) => {
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

  it.each(['open', 'ended'])(
    'is seen from its first byte, also of bytes that nobody has read yet (%s)',
    async (state) => {
      const stream = source();
      for (const chunk of chunks) stream.push(Buffer.from(chunk));
      if (state === 'ended') stream.push(null);
      const seen: Uint8Array[] = [];
      watchReadable(
        stream,
        (bytes) => seen.push(bytes),
        () => {},
      );
      if (state === 'open') stream.push(null);
      expect(await iterated(stream)).toBe(chunks.join(''));
      expect(Buffer.concat(seen).toString()).toBe(chunks.join(''));
    },
  );

  it('is not read where it waits for its listeners', () => {
    const stream = source();
    const heard: string[] = [];
    stream.on('data', (chunk: Buffer) => heard.push(chunk.toString())).pause();
    stream.push('waiting');
    const seen: Uint8Array[] = [];
    watchReadable(
      stream,
      (bytes) => seen.push(bytes),
      () => {},
    );
    expect([heard, seen]).toEqual([[], []]);
  });

  it('has the flowing state and back-pressure of an unwatched one', () => {
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

  it('calls after() behind its listeners, also if one of them throws', () => {
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

  it('does not see the chunks of a stream of objects', () => {
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
