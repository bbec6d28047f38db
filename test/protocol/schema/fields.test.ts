import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  count,
  flag,
  id,
  integer,
  list,
  presence,
  requestId,
  setting,
  text,
  time,
} from '../../../src/protocol/schema/fields.js';
import { isTime } from '../../../src/wire/time.js';

describe('time', () => {
  it.each([0, 1, 1_795_397_934_243, 1_795_397_934_243.25, 9e12])('is kept as it is: %d', (value) => {
    expect(time.parse(value)).toBe(value);
    expect(isTime(value)).toBe(true);
  });

  // JSON.parse reads 1e400 as Infinity.
  it.each([undefined, null, -1, Number.NaN, JSON.parse('1e400'), 9e12 + 1, '1795397934243', [], {}, true])(
    'is null for a value that is not a time: %s',
    (value: unknown) => {
      expect(time.parse(value)).toBeNull();
      expect(isTime(value)).toBe(false);
    },
  );
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
