import { describe, expect, test } from 'vitest';
import { counted, formatDuration, formatTokens } from '../../../src/cli/view/quantities.js';
import { fit, lineWidth, paint, styled, widthOf } from '../../../src/cli/view/styled-text.js';

describe('a line of styled text', () => {
  test.each([
    ['plain', 5],
    ['größer', 6],
    ['日本語', 6],
    ['한국어', 6],
    ['🚀', 2],
    ['✓ ✗ ⊘ …', 7],
    ['ｆｕｌｌ', 8],
  ])('gives %s %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  test('is cut between whole characters to the width asked for', () => {
    const line = [styled('日本語'), styled('の道具', 'bold')];
    expect(paint(fit(line, 12), false)).toBe('日本語の道具');
    expect(paint(fit(line, 11), false)).toBe('日本語の道…');
    expect(paint(fit(line, 6), false)).toBe('日本…');
    for (let width = 1; width < 16; width++) expect(lineWidth(fit(line, width))).toBe(width);
  });

  test('loses characters that move the cursor, reorder text or are no characters', () => {
    expect(styled('a\u{1b}[2Jb\u{7}c\r\n\td\u{202e}e\u{200d}\u{fe0f}f\u{9b}g').text).toBe('a[2Jbc defg');
    expect(styled('\u{d800}').text).toBe('\u{fffd}');
  });

  test('is painted only where there is text, and without spaces at its end', () => {
    const line = [styled('  ', 'dim'), styled('red', 'red'), styled(' plain'), styled('   ')];
    expect(paint(line, true)).toBe('  \u{1b}[31mred\u{1b}[39m plain');
    expect(paint(line, false)).toBe('  red plain');
  });
});

describe('a quantity', () => {
  test.each([
    [0, '0 ms'],
    [99, '99 ms'],
    [100, '0.1 s'],
    [59_949, '59.9 s'],
    [59_950, '1 m 00 s'],
    [65_400, '1 m 05 s'],
    [3_599_499, '59 m 59 s'],
    [3_599_500, '1 h 00 m'],
    [7_380_000, '2 h 03 m'],
    [349_200_000, '97 h 00 m'],
  ])('of %i ms reads %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  test('of tokens or spans is short, and grouped by thousands', () => {
    expect([321, 18_349, 999_950, 2_500_000].map(formatTokens)).toEqual([
      '321 tokens',
      '18.3K tokens',
      '1M tokens',
      '2.5M tokens',
    ]);
    expect([0, 1, 1_204].map((count) => counted(count, 'tool call'))).toEqual([
      '0 tool calls',
      '1 tool call',
      '1,204 tool calls',
    ]);
  });
});
