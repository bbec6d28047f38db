import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/wire/json-parse.js';

const parse = (text: string) => parseJson(Buffer.from(text));
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('parseJson', () => {
  it('parses an object, a view of a larger buffer, and 1,000 levels', () => {
    expect(parse(' {"a":["größe",1,null]}\n')).toEqual({ a: ['größe', 1, null] });
    expect(parseJson(Buffer.from('x{"a":1}x').subarray(1, -1))).toEqual({ a: 1 });
    expect(JSON.stringify(parse(` ${nested(1_000)}`))).toBe(nested(1_000));
  });

  it.each([
    ['nothing', ''],
    ['words', 'not json'],
    ['an object without an end', '{"a":1'],
    ['something after the object', '{}{}'],
    ['1,001 levels', nested(1_001)],
    ['100,000 levels', `{"a":${nested(100_000)}}`],
    ['100,000 levels without an end', '['.repeat(100_000)],
  ])('is undefined for %s', (_what, text) => {
    expect(parse(text)).toBeUndefined();
  });
});
