import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  count,
  flag,
  id,
  integer,
  label,
  list,
  path,
  presence,
  requestId,
  setting,
  text,
  time,
  tokens,
} from '../../../src/protocol/schema/fields.js';
import { takeShortened } from '../../../src/wire/shorten.js';
import { isTime } from '../../../src/wire/time.js';

describe('time', () => {
  it.each([0, 1, 1_795_397_934_243, 1_795_397_934_243.25, 4.5e12])('is kept as it is: %d', (value) => {
    expect(time.parse(value)).toBe(value);
    expect(isTime(value)).toBe(true);
  });

  // JSON.parse reads 1e400 as Infinity.
  it.each([undefined, null, -1, Number.NaN, JSON.parse('1e400'), 4.5e12 + 1, '1795397934243', [], {}, true])(
    'is null for a value that is not a time: %s',
    (value: unknown) => {
      expect(time.parse(value)).toBeNull();
      expect(isTime(value)).toBe(false);
    },
  );
});

describe('id, text, label and path', () => {
  it.each([
    ['an id', id, 256],
    ['a text', text, 256],
    ['a setting', setting, 256],
    ['a label', label, 128],
    ['a path', path, 4_096],
  ] as const)('%s of its longest length is kept, and a longer one is cut and counted', (_, field, length) => {
    takeShortened();
    expect(field.parse('x'.repeat(length))).toBe('x'.repeat(length));
    expect(takeShortened()).toBe(0);
    expect(field.parse('x'.repeat(length + 1))).toBe('x'.repeat(length));
    expect(takeShortened()).toBe(1);
  });

  it('have U+FFFD for half a character, and keep a whole one', () => {
    expect(id.parse('a\ud83d\ude00b')).toBe('a😀b');
    expect(text.parse('a\ud83db')).toBe('a\ufffdb');
    expect(id.parse(`${'x'.repeat(255)}😀`)).toBe(`${'x'.repeat(255)}\ufffd`);
  });
});

describe('list', () => {
  it('has at most 1,000 elements, and counts that it was cut', () => {
    takeShortened();
    expect(list(count).parse(Array.from({ length: 1_001 }, (_, n) => n))).toHaveLength(1_000);
    expect(takeShortened()).toBe(1);
  });
});

describe('tokens', () => {
  it.each([1.5, -1, 2 ** 64, 1e300, '5', null])('are none for a value that is no number of things: %s', (value) => {
    expect(tokens.parse(value)).toBe(0);
  });
});

describe('text, flag, count and integer', () => {
  it('are null for a value of another type', () => {
    for (const field of [text, flag, count, integer]) {
      for (const odd of [undefined, null, {}, [], Number.NaN]) expect(field.parse(odd)).toBeNull();
    }
    expect([text.parse(1), flag.parse('true'), count.parse(-1), count.parse(0.5), integer.parse(-1)]).toEqual([
      null,
      null,
      null,
      null,
      -1,
    ]);
  });

  it('id and requestId are required', () => {
    expect([id.safeParse('x').success, id.safeParse('').success, id.safeParse(1).success]).toEqual([
      true,
      false,
      false,
    ]);
    expect([
      requestId.safeParse(0).success,
      requestId.safeParse('a').success,
      requestId.safeParse(null).success,
    ]).toEqual([true, true, false]);
  });

  it('a setting is a string, null or missing; any other value counts as missing', () => {
    const settings = z.object({ model: setting });
    expect(['x', null, undefined, 5].map((model) => settings.parse({ model }).model)).toEqual([
      'x',
      null,
      undefined,
      undefined,
    ]);
    expect(settings.parse({})).toEqual({});
  });

  it('presence keeps only whether there is a value', () => {
    expect(['', 0, false, {}, 'a secret'].map((value) => presence.parse(value))).toEqual(Array(5).fill(true));
    expect([null, undefined].map((value) => presence.parse(value))).toEqual([false, false]);
  });
});

describe('list', () => {
  it('leaves out the elements that do not decode', () => {
    const paths = list(z.object({ path: z.string() }));
    expect(paths.parse([{ path: 'a' }, 5, null, { path: 6 }, { path: 'b', more: true }])).toEqual([
      { path: 'a' },
      { path: 'b' },
    ]);
  });

  it('is empty for a value that is not an array', () => {
    for (const odd of [undefined, null, 'a', {}, 5]) expect(list(z.string()).parse(odd)).toEqual([]);
  });
});
