import { expect, it } from 'vitest';
import { Chunk } from '../../src/wire/lines.js';
import { LineHead, lineHeadOf } from '../../src/wire/method.js';

const bytesOf = (text: string) => Buffer.from(text);
const chunkOf = (bytes: Buffer) => new Chunk(bytes);

it.each([4, 5, 6, 7, 8, 35])(
  'a head of %i bytes begins a line that has all of its bytes, and no other line',
  (length) => {
    const head = bytesOf('{"method":"item/agentMessage/delta"').subarray(0, length);
    const line = Buffer.concat([bytesOf('xyz'), head, bytesOf(',…')]);
    const lineHead = new LineHead(head);
    expect(lineHead.begins(chunkOf(line), 3, line.length)).toBe(true);
    expect(lineHead.begins(chunkOf(line), 3, 3 + length)).toBe(true);
    expect(lineHead.begins(chunkOf(line), 3, 2 + length)).toBe(false);
    for (let at = 0; at < length; at++) {
      const other = Buffer.from(line);
      other[3 + at]! ^= 1;
      expect(lineHead.begins(chunkOf(other), 3, other.length), `byte ${at}`).toBe(false);
    }
  },
);

it('is kept of a method as long as those of Codex, and of no longer one that a server makes up', () => {
  expect(lineHeadOf('item/agentMessage/delta')).toBe(lineHeadOf('item/agentMessage/delta'));
  expect(lineHeadOf('x'.repeat(129))).toBeUndefined();
});
