import { describe, expect, it } from 'vitest';
import { Counters } from '../../src/counters.js';
import { FrameSplitter } from '../../src/wire/frames.js';
import { BINARY, CLOSE, CONTINUATION, frame, MASK, PING, REQUEST_HEAD, RESPONSE_HEAD } from './frame.js';
import { piecesOf, randomFrom } from './random.js';

function split(chunks: Iterable<Uint8Array>, maxMessageBytes?: number) {
  const counters = new Counters();
  const messages: string[] = [];
  const splitter = new FrameSplitter((message) => messages.push(message.toString()), { counters, maxMessageBytes });
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return { messages, counted: [...counters].map(({ name, value }) => [name, value]) };
}

const long = (bytes: number, letter = 'x') => letter.repeat(bytes);

describe('FrameSplitter', () => {
  it('delivers each text message behind the head, with its mask taken off', () => {
    const { messages } = split([REQUEST_HEAD, frame('{"id":1}', { mask: MASK }), frame('{"id":2}', { mask: MASK })]);
    expect(messages).toEqual(['{"id":1}', '{"id":2}']);
    expect(split([RESPONSE_HEAD, frame('{"id":1}')]).messages).toEqual(['{"id":1}']);
  });

  it.each([125, 126, 65_535, 65_536, 1_000_000])('reads a message of %i bytes', (bytes) => {
    expect(split([RESPONSE_HEAD, frame(long(bytes))]).messages).toEqual([long(bytes)]);
    expect(split([REQUEST_HEAD, frame(long(bytes), { mask: MASK })]).messages).toEqual([long(bytes)]);
  });

  it('reads a length that is written in more bytes than it needs', () => {
    for (const lengthBytes of [2, 8] as const)
      expect(split([RESPONSE_HEAD, frame('{}', { lengthBytes })]).messages).toEqual(['{}']);
  });

  it('joins fragments, also with control frames between them', () => {
    const fragment = (text: string, opcode: number | undefined, isFinal: boolean) =>
      frame(text, { mask: MASK, isFinal, ...(opcode === undefined ? {} : { opcode }) });
    const fragments = [fragment('{"a":', undefined, false), fragment('1', CONTINUATION, false)];
    const last = fragment('}', CONTINUATION, true);
    const ping = frame('are you there?', { opcode: PING, mask: MASK });
    expect(split([REQUEST_HEAD, ...fragments, ping, last, frame('{}')]).messages).toEqual(['{"a":1}', '{}']);
  });

  it('drops binary messages, control frames and empty messages', () => {
    const dropped = [
      frame('{"id":1}', { opcode: BINARY, isFinal: false }),
      frame('}', { opcode: CONTINUATION }),
      frame('', {}),
      frame(Buffer.from([3, 232]), { opcode: CLOSE }),
    ];
    expect(split([RESPONSE_HEAD, ...dropped, frame('{}')])).toEqual({ messages: ['{}'], counted: [] });
  });

  it('drops and counts a message over the limit, in one frame or several, and reads on behind it', () => {
    const fragments = [
      frame(long(6), { isFinal: false }),
      frame(long(6), { opcode: CONTINUATION, isFinal: false }),
      frame(long(6), { opcode: CONTINUATION }),
    ];
    const { messages, counted } = split([RESPONSE_HEAD, frame(long(11)), ...fragments, frame(long(10))], 10);
    expect(messages).toEqual([long(10)]);
    expect(counted).toEqual([['lines.oversized', 2]]);
  });

  it('delivers a message of 16 MiB by default, and none that is longer', () => {
    const limit = 16 * 1024 * 1024;
    const { messages, counted } = split([RESPONSE_HEAD, frame(long(limit)), frame(long(limit + 1))]);
    expect(messages.map(({ length }) => length)).toEqual([limit]);
    expect(counted).toEqual([['lines.oversized', 1]]);
  });

  it('keeps no memory for a frame whose header has a length over the limit', () => {
    const header = frame('', { lengthBytes: 8 });
    header.writeBigUInt64BE(2n ** 40n, 2);
    expect(split([RESPONSE_HEAD, header, Buffer.alloc(1_000)]).counted).toEqual([['lines.oversized', 1]]);
  });

  it('never changes the bytes of a chunk', () => {
    const chunk = Buffer.concat([REQUEST_HEAD, frame('{"id":1}', { mask: MASK })]);
    const before = Buffer.from(chunk);
    split([chunk]);
    expect(chunk.equals(before)).toBe(true);
  });

  it('delivers the same messages wherever a chunk ends, also within the header of a frame', () => {
    const texts = ['{"id":1}', long(200), long(70_000), '{"id":2}'];
    for (const mask of [undefined, MASK]) {
      const frames = texts.map((text) => frame(text, mask && { mask }));
      for (const [index, whole] of frames.entries())
        for (let cut = 0; cut <= 14; cut += 1) {
          const before = Buffer.concat([REQUEST_HEAD, ...frames.slice(0, index), whole.subarray(0, cut)]);
          const after = Buffer.concat([whole.subarray(cut), ...frames.slice(index + 1)]);
          expect(split([before, after]).messages, `${index}, cut at ${cut}`).toEqual(texts);
        }
    }
    const all = Buffer.concat([REQUEST_HEAD, ...texts.slice(0, 2).map((text) => frame(text, { mask: MASK }))]);
    expect(split([...all].map((byte) => Uint8Array.of(byte))).messages).toEqual(texts.slice(0, 2));
  });

  it.each([1, 2, 3, 4, 5])('delivers the same messages whatever the chunks are (seed %i)', (seed) => {
    const random = randomFrom(seed);
    const expected = Array.from({ length: 60 }, (_, index) =>
      long(Math.floor(random() ** 4 * 80_000) + 1, `${index % 10}`),
    );
    const frames = expected.map((text) => {
      const mask = random() < 0.5 ? { mask: MASK } : {};
      if (random() < 0.7) return frame(text, mask);
      const at = Math.floor(random() * text.length);
      return Buffer.concat([
        frame(text.slice(0, at), { ...mask, isFinal: false }),
        frame('', { opcode: PING, ...mask }),
        frame(text.slice(at), { ...mask, opcode: CONTINUATION }),
      ]);
    });
    const { messages } = split(piecesOf(Buffer.concat([REQUEST_HEAD, ...frames]), random, 30_000));
    expect(messages).toEqual(expected);
  });

  it.each([
    ['lines of JSON', [Buffer.from('{"id":1}\n{"id":2}\n')]],
    ['a request that asks for no WebSocket', [Buffer.from('GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n'), frame('{}')]],
    ['a refusal', [Buffer.from('HTTP/1.1 401 Unauthorized\r\nupgrade: websocket\r\n\r\nmissing token'), frame('{}')]],
    ['a head without an end', [Buffer.from(`GET /${long(70_000)}`), frame('{}')]],
    ['a compressed frame', [RESPONSE_HEAD, frame('{}', { opcode: 0x41 }), frame('{}')]],
    ['an unknown opcode', [RESPONSE_HEAD, frame('{}', { opcode: 3 }), frame('{}')]],
    ['a continuation of nothing', [RESPONSE_HEAD, frame('{}', { opcode: CONTINUATION }), frame('{}')]],
    ['a message within another', [RESPONSE_HEAD, frame('{', { isFinal: false }), frame('{}')]],
    ['a control frame in fragments', [RESPONSE_HEAD, frame('', { opcode: PING, isFinal: false }), frame('{}')]],
    ['a control frame of 126 bytes', [RESPONSE_HEAD, frame(long(126), { opcode: PING }), frame('{}')]],
  ])('stops at %s, which is counted once', (_what, chunks) => {
    expect(split(chunks)).toEqual({ messages: [], counted: [['lines.broken', 1]] });
  });
});
