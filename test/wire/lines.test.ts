import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { Counters } from '../../src/counters.js';
import { Chunk, LineSplitter } from '../../src/wire/lines.js';
import { randomFrom } from './random.js';

const recording = readFileSync(new URL('../recordings/0.169.0/plain-turn/wire.jsonl', import.meta.url));

const textAt = ({ bytes, start }: Chunk) => bytes.subarray(start).toString().split('\n', 1)[0] ?? '';

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

afterEach(() => void vi.restoreAllMocks());

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
  it('delivers each line once, without its line end', () => {
    expect(split([bytes('one\ntwo\nthree\n')]).lines).toEqual(['one', 'two', 'three']);
  });

  it('joins a line that arrives in many chunks', () => {
    expect(split(['o', 'n', 'e\nt', 'w', 'o', '\n'].map(bytes)).lines).toEqual(['one', 'two']);
  });

  it('keeps a character whole that is split between two chunks', () => {
    const [euro, cut] = [bytes('{"price":"5 €"}\n'), bytes('{"price":"5 ').length + 1];
    expect(split([euro.subarray(0, cut), euro.subarray(cut)]).lines).toEqual(['{"price":"5 €"}']);
  });

  it('treats CRLF as a line end, also when a chunk ends between CR and LF', () => {
    expect(split(['one\r\ntwo\r', '\nthree\r\n'].map(bytes)).lines).toEqual(['one', 'two', 'three']);
  });

  it.each([
    ['of a stream', ['\uFEFFone\ntwo\n']],
    ['of a stream that arrives byte by byte', [...bytes('\uFEFFone\ntwo\n')].map((byte) => Uint8Array.of(byte))],
    ['of streams that were concatenated', ['\uFEFFone\r\n\uFEFFtwo\r\n']],
    ['without a line', ['\uFEFF\n', 'one\ntwo\n\uFEFF']],
  ])('drops a byte order mark at the beginning %s', (_where, chunks) => {
    expect(split(chunks.map((chunk) => Buffer.from(chunk as string))).lines).toEqual(['one', 'two']);
  });

  it('keeps a byte order mark inside a line, and a part of one at its beginning', () => {
    expect(split([bytes('a\uFEFFb\n')]).lines).toEqual(['a\uFEFFb']);
    const lines: Buffer[] = [];
    new LineSplitter((line) => lines.push(line)).push(Buffer.from([0xef, 0xbb, 0x0a, 0xef, 0x0a]));
    expect(lines).toEqual([Buffer.from([0xef, 0xbb]), Buffer.from([0xef])]);
  });

  it('keeps a CR inside a line', () => {
    expect(split([bytes('a\rb\n')]).lines).toEqual(['a\rb']);
  });

  it('drops empty lines', () => {
    expect(split(['\n\r\n', '\n', 'one\n\n', '\r', '\n\n'].map(bytes)).lines).toEqual(['one']);
  });

  it('delivers a last line without a line end when the stream ends', () => {
    expect(split(['one\ntw', 'o'].map(bytes)).lines).toEqual(['one', 'two']);
    expect(split([bytes('one\r')]).lines).toEqual(['one']);
  });

  it('delivers nothing for an empty stream', () => {
    expect(split([]).lines).toEqual([]);
    expect(split([bytes('')]).lines).toEqual([]);
  });

  it('numbers lines from 1 and counts empty lines', () => {
    expect(split(['one\n\nth', 'ree\nfour'].map(bytes)).numbers).toEqual([1, 3, 4]);
  });

  it('accepts plain byte arrays and views of larger ones', () => {
    const whole = Uint8Array.from(bytes('xone\ntwo\nx'));
    expect(split([whole.subarray(1, 6), whole.subarray(6, 9)]).lines).toEqual(['one', 'two']);
  });

  it('does not copy a line within one chunk', () => {
    const chunk = bytes('one\ntwo\n');
    new LineSplitter((line) => expect(line.buffer).toBe(chunk.buffer)).push(chunk);
    expect.assertions(2);
  });

  it('splits a second stream after the end of the first', () => {
    const lines: string[] = [];
    const splitter = new LineSplitter((line) => lines.push(line.toString()));
    for (const stream of ['one\ntwo', 'three']) {
      splitter.push(bytes(stream));
      splitter.end();
    }
    expect(lines).toEqual(['one', 'two', 'three']);
  });

  it('delivers the same lines of a recording for any division into chunks', () => {
    const digest = (lines: string[]) => hash('sha256', lines.join('\n'));
    const expected = digest(recording.toString().split('\n').filter(Boolean));
    for (let seed = 1; seed <= 200; seed++) {
      expect(digest(split(cutAtRandom(recording, seed)).lines), `seed ${seed}`).toBe(expected);
    }
    expect(digest(split([...recording].map((byte) => Uint8Array.of(byte))).lines)).toBe(expected);
  });

  it.each([
    ['50 MB in chunks of 64 KiB', 800, 65_536, 1],
    ['1 MB byte by byte', 1_000_000, 1, 2],
  ])('copies each byte of a line at most twice: %s', (_size, chunks, chunkBytes, copies) => {
    const concat = vi.spyOn(Buffer, 'concat');
    const lengths: number[] = [];
    const splitter = new LineSplitter((line) => lengths.push(line.length), { maxLineBytes: 64 * 1024 * 1024 });
    for (let i = 0; i < chunks; i++) splitter.push(Buffer.alloc(chunkBytes, 'x'));
    splitter.push(bytes('\nshort\n'));

    expect(lengths).toEqual([chunks * chunkBytes, 5]);
    const copied = concat.mock.results.reduce((sum, { value }) => sum + (value as Buffer).length, 0);
    expect(copied).toBeLessThanOrEqual(copies * chunks * chunkBytes);
    // A view of each byte would take a hundred times the memory of the line.
    expect(Math.max(...concat.mock.calls.map(([parts]) => parts.length))).toBeLessThanOrEqual(2_000);
  });

  it('delivers a line of 16 MiB by default, and none that is longer', () => {
    const lengths: number[] = [];
    const counters = new Counters();
    const splitter = new LineSplitter((line) => lengths.push(line.length), { counters });
    for (const extra of ['', 'x']) {
      for (let i = 0; i < 256; i++) splitter.push(Buffer.alloc(65_536, 'x'));
      splitter.push(bytes(`${extra}\n`));
    }
    expect(lengths).toEqual([16 * 1024 * 1024]);
    expect(counters.total('lines.oversized')).toBe(1);
  });
});

describe('LineSplitter with a line beyond the limit', () => {
  it.each([
    ['within one chunk', ['one\n123456\ntwo\n']],
    ['across chunks', ['one\n123', '456', '789', '0', '\ntwo\n']],
    ['as the last, without an end', ['one\n', 'two\n', '1234567']],
    ['that ends in a large chunk', ['one\n1', '2345678901234567890\ntwo\n']],
  ])('skips the line to its end and counts it once: %s', (_where, chunks) => {
    const { lines, counters } = split(chunks.map(bytes), 5);
    expect(lines).toEqual(['one', 'two']);
    expect(counters.total('lines.oversized')).toBe(1);
  });

  it('does not count the line end and a byte order mark', () => {
    const chunks = ['12345\n', '123', '45\r', '\n', '123', '456\n', '\uFEFF12', '345\r', '\n'];
    const { lines, counters } = split(chunks.map(bytes), 5);
    expect(lines).toEqual(['12345', '12345', '12345']);
    expect(counters.total('lines.oversized')).toBe(1);
  });

  it('counts the line in the line numbers', () => {
    expect(split(['one\n1234', '567890\ntwo\n'].map(bytes), 5).numbers).toEqual([1, 3]);
  });

  it('skips the line without counters', () => {
    const lines: Buffer[] = [];
    new LineSplitter((line) => lines.push(line), { maxLineBytes: 5 }).push(bytes('123456\n'));
    expect(lines).toEqual([]);
  });
});

describe('LineSplitter in place', () => {
  it('delivers no line that is passed over, and asks at the beginning of each line that is delivered', () => {
    const [seen, asked]: [string[], string[]] = [[], []];
    const splitter = new LineSplitter((line) => seen.push(line.toString()), {
      maxLineBytes: 9,
      passOver(chunk) {
        asked.push(textAt(chunk));
        while (textAt(chunk).startsWith('del') && chunk.passLine());
      },
    });
    const many = 'delta\n'.repeat(700);
    for (const chunk of [`${many}one\ndel`, `ta 3\n${many}much too long\ntwo\n`]) splitter.push(Buffer.from(chunk));
    expect(asked).toEqual(['delta', 'del', 'delta', 'two']);
    expect(seen).toEqual(['one', 'delta 3', 'two']);
    expect(splitter.lineNumber).toBe(1_404);
  });

  it('delivers the lines of a short chunk without asking', () => {
    const passOver = vi.fn<(chunk: Chunk) => void>();
    const seen: string[] = [];
    new LineSplitter((line) => seen.push(line.toString()), { passOver }).push(Buffer.from('one\ntwo\n'));
    expect(seen).toEqual(['one', 'two']);
    expect(passOver).not.toHaveBeenCalled();
  });

  it('passes over no line that is longer than the limit, or not whole in its chunk', () => {
    const chunk = new Chunk(Buffer.from('123456\n12345\n1234'), 5);
    expect(chunk.passLine()).toBe(false);
    chunk.start = 7;
    expect(chunk.passLine()).toBe(true);
    expect(chunk.passLine()).toBe(false);
    expect(chunk).toMatchObject({ start: 13, passed: 1 });
  });

  it('keeps a copy of the beginning of a line when its chunk is borrowed', () => {
    const seen: string[] = [];
    const splitter = new LineSplitter((line) => seen.push(line.toString()));
    const chunk = Buffer.from('one\ntw');
    splitter.push(chunk, true);
    chunk.fill('x');
    splitter.push(Buffer.from('o\n'));
    expect(seen).toEqual(['one', 'two']);
  });
});
