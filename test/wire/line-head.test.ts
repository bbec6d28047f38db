import { expect, it } from 'vitest';
import { Chunk } from '../../src/wire/lines.js';
import { LineHead, lineHeadOf } from '../../src/wire/method.js';

const bytesOf = (text: string) => Buffer.from(text);

it.each([4, 5, 6, 7, 8, 35])(
  'a head of %i bytes begins a line that has all of its bytes, and no other line',
  (length) => {
    const head = bytesOf('{"method":"item/agentMessage/delta"').subarray(0, length);
    const line = Buffer.concat([bytesOf('xyz'), head, bytesOf(',…')]);
    const lineHead = new LineHead(head);
    const begins = (bytes: Buffer) => {
      const chunk = new Chunk(bytes);
      chunk.start = 3;
      return lineHead.begins(chunk);
    };
    expect(begins(line)).toBe(true);
    expect(begins(line.subarray(0, 3 + length))).toBe(true);
    expect(begins(line.subarray(0, 2 + length))).toBe(false);
    for (let at = 0; at < length; at++) {
      const other = Buffer.from(line);
      other[3 + at]! ^= 1;
      expect(begins(other), `byte ${at}`).toBe(false);
    }
  },
);

it('is passed over in all lines of a chunk that follow one another and begin with it', () => {
  const chunk = new Chunk(bytesOf('head 1\nhead 2\nother\nhead 3\n'));
  new LineHead(bytesOf('head')).passOver(chunk);
  expect(chunk).toMatchObject({ start: 14, passed: 2 });
});

it('is kept of a method as long as those of Codex, and of no longer one that a server makes up', () => {
  expect(lineHeadOf('item/agentMessage/delta')).toBe(lineHeadOf('item/agentMessage/delta'));
  expect(lineHeadOf('x'.repeat(129))).toBeUndefined();
});
