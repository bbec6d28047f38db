import { describe, expect, it } from 'vitest';
import type { Room } from '../../src/bounded.js';
import { Counters } from '../../src/counters.js';
import { FrameSplitter } from '../../src/wire/frames.js';
import { LineSplitter } from '../../src/wire/lines.js';
import { CONTINUATION, frame, MASK, PING, REQUEST_HEAD, RESPONSE_HEAD } from './frame.js';
import { piecesOf, randomFrom } from './random.js';

/** Room for so many bytes; knows how many are taken. */
class Limited implements Room {
  taken = 0;
  constructor(readonly limit = Infinity) {}
  take(bytes: number): boolean {
    if (this.taken + bytes > this.limit) return false;
    this.taken += bytes;
    return true;
  }
  release(bytes: number): void {
    this.taken -= bytes;
    expect(this.taken).toBeGreaterThanOrEqual(0);
  }
}

function splitter(framing: 'lines' | 'frames', room: Room, maxBytes?: number) {
  const counters = new Counters();
  const messages: string[] = [];
  const onMessage = (message: Buffer) => void messages.push(message.toString());
  const common = { counters, room };
  const it =
    framing === 'lines'
      ? new LineSplitter(onMessage, { ...common, maxLineBytes: maxBytes })
      : new FrameSplitter(onMessage, { ...common, maxMessageBytes: maxBytes });
  return { it, messages, dropped: () => counters.get('state.dropped', 'partial message') };
}

const long = (bytes: number) => 'x'.repeat(bytes);

describe('room for a line of which only a part has arrived', () => {
  it('is taken until the line ends, is longer than the limit, or its stream ends', () => {
    const room = new Limited();
    const { it: lines } = splitter('lines', room, 100);
    lines.push(Buffer.from('{"a":1}\n{"b"'));
    expect(room.taken).toBe(4);
    lines.push(Buffer.from(':1'));
    expect(room.taken).toBe(6);
    lines.push(Buffer.from('}\n'));
    expect(room.taken).toBe(0);
    for (let n = 0; n < 3; n++) lines.push(Buffer.from(long(60)));
    expect(room.taken).toBe(0);
    lines.push(Buffer.from('\n{'));
    lines.end();
    expect(room.taken).toBe(0);
  });

  it('that is not there costs this line alone, and is counted', () => {
    const { it: lines, messages, dropped } = splitter('lines', new Limited(10));
    for (const chunk of ['one\ntw', 'o\n01234', '567890', '123\nthr', 'ee\n']) lines.push(Buffer.from(chunk));
    expect(messages).toEqual(['one', 'two', 'three']);
    expect(dropped()).toBe(1);
  });

  it('is not needed for lines that are whole in their chunk', () => {
    const { it: lines, messages, dropped } = splitter('lines', new Limited(0));
    lines.push(Buffer.from(`${long(1_000)}\n${long(2_000)}\n`));
    expect(messages).toHaveLength(2);
    expect(dropped()).toBe(0);
  });
});

describe('room for a WebSocket message of which only a part has arrived', () => {
  it('is taken for its head, then for a whole frame, until the message ends', () => {
    const room = new Limited();
    const { it: frames } = splitter('frames', room);
    frames.push(REQUEST_HEAD.subarray(0, 50));
    expect(room.taken).toBe(50);
    frames.push(REQUEST_HEAD.subarray(50));
    expect(room.taken).toBe(0);
    const [first, last] = [
      frame(long(70), { isFinal: false, mask: MASK }),
      frame(long(30), { opcode: CONTINUATION, mask: MASK }),
    ];
    frames.push(first.subarray(0, 10));
    expect(room.taken).toBe(70);
    frames.push(first.subarray(10));
    frames.push(frame('', { opcode: PING, mask: MASK }));
    expect(room.taken).toBe(70);
    frames.push(last);
    expect(room.taken).toBe(0);
  });

  it.each(['its stream ends', 'it gets longer than the limit', 'what follows is no frame'])(
    'is given back if %s',
    (what) => {
      const room = new Limited();
      const { it: frames } = splitter('frames', room, 100);
      frames.push(Buffer.concat([RESPONSE_HEAD, frame(long(70), { isFinal: false })]));
      expect(room.taken).toBe(70);
      if (what.startsWith('its')) frames.end();
      else frames.push(frame(long(70), { opcode: what.startsWith('it') ? CONTINUATION : 7 }));
      expect(room.taken).toBe(0);
    },
  );

  it('that is not there costs this message alone, and is counted', () => {
    const { it: frames, messages, dropped } = splitter('frames', new Limited(10));
    const large = frame(long(11));
    frames.push(Buffer.concat([RESPONSE_HEAD, frame('one'), large.subarray(0, 5)]));
    frames.push(Buffer.concat([large.subarray(5), frame('two')]));
    frames.push(frame(long(6), { isFinal: false }));
    frames.push(frame(long(6), { opcode: CONTINUATION, isFinal: false }));
    frames.push(frame(long(6), { opcode: CONTINUATION }));
    frames.push(frame(long(1_000)));
    expect(messages).toEqual(['one', 'two', long(1_000)]);
    expect(dropped()).toBe(2);
  });

  it('that is not there for its head costs the connection, and is counted', () => {
    const { it: frames, messages, dropped } = splitter('frames', new Limited(10));
    frames.push(REQUEST_HEAD.subarray(0, 50));
    frames.push(Buffer.concat([REQUEST_HEAD.subarray(50), frame('{}', { mask: MASK })]));
    expect(messages).toEqual([]);
    expect(dropped()).toBe(1);
  });
});

it.each([1, 2, 3, 4, 5])('room is given back whatever the chunks are (seed %i)', (seed) => {
  const random = randomFrom(seed);
  const texts = Array.from({ length: 60 }, () => long(Math.floor(random() ** 4 * 5_000) + 1));
  const streams = {
    lines: Buffer.from(texts.map((text) => `${text}\n`).join('')),
    frames: Buffer.concat([
      REQUEST_HEAD,
      ...texts.map((text) => {
        const at = Math.floor(random() * text.length);
        const rest = frame(text.slice(at), { opcode: CONTINUATION });
        return random() < 0.5
          ? frame(text, { mask: MASK })
          : Buffer.concat([frame(text.slice(0, at), { isFinal: false }), rest]);
      }),
    ]),
  };
  for (const framing of ['lines', 'frames'] as const) {
    const room = new Limited(2_000);
    const { it: cut, messages, dropped } = splitter(framing, room);
    for (const piece of piecesOf(streams[framing], random, 3_000)) cut.push(piece);
    expect(room.taken, framing).toBe(0);
    expect(messages.length + dropped(), framing).toBe(texts.length);
    expect(dropped(), framing).toBeGreaterThan(0);
  }
});
