import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { LineSplitter } from '../../src/wire/lines.js';
import { randomFrom } from './random.js';

const recording = readFileSync(new URL('../recordings/0.169.0/plain-turn/wire.jsonl', import.meta.url));

function split(
  chunks: Uint8Array[],
  maxLineBytes?: number,
): { lines: string[]; numbers: number[]; counters: Counters } {
  const counters = new Counters();
  const lines: string[] = [];
  const numbers: number[] = [];
  const splitter: LineSplitter = new LineSplitter(
    (line) => {
      lines.push(line.toString());
      numbers.push(splitter.lineNumber);
    },
    { counters: counters, ...(maxLineBytes === undefined ? {} : { maxLineBytes }) },
  );
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return { lines, numbers, counters };
}

const bytes = (text: string) => Buffer.from(text);

function cutAtRandom(whole: Buffer, seed: number): Buffer[] {
  const random = randomFrom(seed);
  const longest = 1 + Math.floor(random() * 400);
  const chunks: Buffer[] = [];
  for (let at = 0; at < whole.length;) {
    const end = at + Math.floor(random() * longest);
    chunks.push(whole.subarray(at, end));
    at = end;
  }
  return chunks;
}

describe('LineSplitter', () => {
  it('delivers each line once, without its end', () => {
    expect(split([bytes('one\ntwo\nthree\n')]).lines).toEqual(['one', 'two', 'three']);
  });

  it('puts together a line from many chunks', () => {
    expect(split(['o', 'n', 'e\nt', 'w', 'o', '\n'].map(bytes)).lines).toEqual(['one', 'two']);
  });

  it('splits a character that two chunks share', () => {
    const [euro, cut] = [bytes('{"price":"5 €"}\n'), bytes('{"price":"5 ').length + 1];
    expect(split([euro.subarray(0, cut), euro.subarray(cut)]).lines).toEqual(['{"price":"5 €"}']);
  });

  it('takes CRLF for a line end, also when a chunk ends between the two', () => {
    expect(split(['one\r\ntwo\r', '\nthree\r\n'].map(bytes)).lines).toEqual(['one', 'two', 'three']);
  });

  it('keeps a CR that ends no line', () => {
    expect(split([bytes('a\rb\n')]).lines).toEqual(['a\rb']);
  });

  it('drops empty lines', () => {
    expect(split(['\n\r\n', '\n', 'one\n\n', '\r', '\n\n'].map(bytes)).lines).toEqual(['one']);
  });

  it('delivers a last line that has no end', () => {
    expect(split(['one\ntw', 'o'].map(bytes)).lines).toEqual(['one', 'two']);
    expect(split([bytes('one\r')]).lines).toEqual(['one']);
  });

  it('delivers nothing for an empty stream', () => {
    expect(split([]).lines).toEqual([]);
    expect(split([bytes('')]).lines).toEqual([]);
  });

  it('numbers lines as an editor does, empty ones included', () => {
    expect(split(['one\n\nth', 'ree\nfour'].map(bytes)).numbers).toEqual([1, 3, 4]);
  });

  it('takes plain byte arrays and views of larger ones', () => {
    const whole = Uint8Array.from(bytes('xone\ntwo\nx'));
    expect(split([whole.subarray(1, 6), whole.subarray(6, 9)]).lines).toEqual(['one', 'two']);
  });

  it('does not copy a line within one chunk', () => {
    const chunk = bytes('one\ntwo\n');
    new LineSplitter((line) => expect(line.buffer).toBe(chunk.buffer)).push(chunk);
    expect.assertions(2);
  });

  it('may be used again after its end', () => {
    const lines: string[] = [];
    const splitter = new LineSplitter((line) => lines.push(line.toString()));
    for (const stream of ['one\ntwo', 'three']) {
      splitter.push(bytes(stream));
      splitter.end();
    }
    expect(lines).toEqual(['one', 'two', 'three']);
  });

  it('delivers the same lines of a recording however it is cut', () => {
    const digest = (lines: string[]) => hash('sha256', lines.join('\n'));
    const expected = digest(recording.toString().split('\n').filter(Boolean));
    for (let seed = 1; seed <= 200; seed++) {
      expect(digest(split(cutAtRandom(recording, seed)).lines), `seed ${seed}`).toBe(expected);
    }
    expect(digest(split([...recording].map((byte) => Uint8Array.of(byte))).lines)).toBe(expected);
  });

  it('takes a line of 30 MB in small chunks in linear time', () => {
    const chunk = Buffer.alloc(4096, 'x');
    const lengths: number[] = [];
    const splitter = new LineSplitter((line) => lengths.push(line.length));
    const started = performance.now();
    for (let i = 0; i < 7_500; i++) splitter.push(chunk);
    splitter.push(bytes('\nshort\n'));

    expect(lengths).toEqual([7_500 * 4096, 5]);
    // Concatenating at every chunk would copy 115 GB.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('a line that comes byte by byte', () => {
  it('is held as its bytes, not as so many chunks', () => {
    const lengths: number[] = [];
    const splitter = new LineSplitter((line) => lengths.push(line.length));
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 500_000; i++) splitter.push(Uint8Array.of(0x78));
    const held = process.memoryUsage().heapUsed - before;
    splitter.push(bytes('\n'));

    expect(lengths).toEqual([500_000]);
    // A view of each would hold 100 MB.
    expect(held).toBeLessThan(50 * 2 ** 20);
  });
});

describe('a line beyond the limit', () => {
  it.each([
    ['within one chunk', ['one\n123456\ntwo\n']],
    ['across chunks', ['one\n123', '456', '789', '0', '\ntwo\n']],
    ['as the last, without an end', ['one\n', 'two\n', '1234567']],
  ])('is skipped to its end and counted once: %s', (_where, chunks) => {
    const { lines, counters } = split(chunks.map(bytes), 5);
    expect(lines).toEqual(['one', 'two']);
    expect(counters.total('lines.oversized')).toBe(1);
  });

  it('is one byte longer than the limit, its end not counted', () => {
    const { lines, counters } = split(['12345\n', '123', '45\r', '\n', '123', '456\n'].map(bytes), 5);
    expect(lines).toEqual(['12345', '12345']);
    expect(counters.total('lines.oversized')).toBe(1);
  });

  it('still counts as a line', () => {
    expect(split(['one\n1234', '567890\ntwo\n'].map(bytes), 5).numbers).toEqual([1, 3]);
  });

  it('is skipped in silence where nobody counts', () => {
    const lines: Buffer[] = [];
    new LineSplitter((line) => lines.push(line), { maxLineBytes: 5 }).push(bytes('123456\n'));
    expect(lines).toEqual([]);
  });
});
