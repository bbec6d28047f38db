import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineHash, LineHasher } from '../../src/diff/line-hash.js';

const hashOf = (line: string) => createHash('sha1').update(`file-line-v1\0line\0${line}`).digest('hex');

describe('lineHash', () => {
  it.each([
    ['return user.id;', 'return user.id;'],
    ['\t  return  user.id;  ', 'return user.id;'],
    ['a line of CRLF\r', 'a line of CRLF'],
    ['tabs\tand\t\tspaces', 'tabs and spaces'],
    ['no-break\u00a0spaces\u2003of all\u3000kinds\u0085', 'no-break spaces of all kinds'],
    ['\ufeffa mark is no space\ufeff', '\ufeffa mark is no space\ufeff'],
    ['Case stays', 'Case stays'],
    ['// 1', '// 1'],
    ['{ __ }', '{ __ }'],
    ['ß ✓', 'ß ✓'],
    ['abcd', 'abcd'],
    ['née', 'née'],
    ['½ ½', '½ ½'],
    ['abc', null],
    ['  abc\r', null],
    ['a  b', null],
    ['é1', null],
    ['', null],
    ['   ', null],
    ['});', null],
    ['-----', null],
    ['→ → →', null],
  ])('hashes %j as %j', (line, normalized) => {
    expect(lineHash(line)).toBe(normalized === null ? undefined : hashOf(normalized));
  });
});

describe('a hasher of the lines of a text', () => {
  /** What the hasher gives for each line of a text. */
  function hashes(lines: readonly string[]) {
    const hasher = new LineHasher(lines.join('\n'));
    let from = 0;
    return lines.map((line) => {
      const hash = hasher.hash(from, from + line.length);
      from += line.length + 1;
      return hash;
    });
  }

  const words = fc.constantFrom('return', 'a', 'x1', '_', '{', '});', '-', '//', 'x'.repeat(1_000));
  const gaps = fc.constantFrom(' ', ' ', '  ', '');
  const plain = fc.array(fc.oneof(words, gaps)).map((parts) => parts.join(''));
  const any = fc.array(
    fc.oneof(words, gaps, fc.constantFrom('\t', '\r', '\v', '\f', '\0', '\x7f', 'é', '→', '\u00a0', '\ufeff')),
  );

  it.each([
    ['of ASCII', plain],
    ['of any characters', any.map((parts) => parts.join(''))],
  ])('gives the hash of each line of a text %s that the line has alone', (_, line) => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        expect(hashes(lines)).toEqual(lines.map(lineHash));
      }),
    );
  });

  it('gives the hash of a line that is longer than its buffer', () => {
    const long = 'long line; '.repeat(1_000).trim();
    expect(hashes(['before', `  ${long}`, 'behind it'])).toEqual([hashOf('before'), hashOf(long), hashOf('behind it')]);
  });
});
