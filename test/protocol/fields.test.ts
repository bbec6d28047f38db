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
} from '../../src/protocol/schema/fields.js';
import { isTime } from '../../src/wire/time.js';

describe('a time', () => {
  it.each([0, 1, 1_795_397_934_243, 1_795_397_934_243.25, 9e12])('is read as it stands: %d', (value) => {
    expect(time.parse(value)).toBe(value);
    expect(isTime(value)).toBe(true);
  });

  // 1e400 is what JSON.parse makes of a number beyond all bounds: Infinity.
  it.each([undefined, null, -1, Number.NaN, JSON.parse('1e400'), 9e12 + 1, '1795397934243', [], {}, true])(
    'that is none never gets any further: %s',
    (value: unknown) => {
      expect(time.parse(value)).toBeNull();
      expect(isTime(value)).toBe(false);
    },
  );
});

describe('a field', () => {
  it('of another kind than expected is null', () => {
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

  it('that names a thing must be there', () => {
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

  it('that is a setting may be missing, reset or set; anything else changes nothing', () => {
    const settings = z.object({ model: setting });
    expect(['x', null, undefined, 5].map((model) => settings.parse({ model }).model)).toEqual([
      'x',
      null,
      undefined,
      undefined,
    ]);
    expect(settings.parse({})).toEqual({});
  });

  it('that is content is told of by its presence alone', () => {
    expect(['', 0, false, {}, 'a secret'].map((value) => presence.parse(value))).toEqual(Array(5).fill(true));
    expect([null, undefined].map((value) => presence.parse(value))).toEqual([false, false]);
  });
});

describe('a list', () => {
  it('is read element by element: one that cannot be read costs the others nothing', () => {
    const paths = list(z.object({ path: z.string() }));
    expect(paths.parse([{ path: 'a' }, 5, null, { path: 6 }, { path: 'b', more: true }])).toEqual([
      { path: 'a' },
      { path: 'b' },
    ]);
  });

  it('that is none is empty', () => {
    for (const odd of [undefined, null, 'a', {}, 5]) expect(list(z.string()).parse(odd)).toEqual([]);
  });
});
